/** The directory as tables: one CSV file each, and a Frictionless `datapackage.json` that says what their columns hold. */
import type * as v from 'valibot';
import {
  Day,
  Email,
  Id,
  Offset,
  POINTS_TO,
  type Row,
  TABLE_NAMES,
  TABLES,
  type TableName,
  type Tables,
  TIME,
  Time,
  Uri,
} from './schema.ts';

/** A data package, under the names of its files. */
export function tabularFiles(tables: Tables, edition: { edition: number; date: string }): Map<string, string> {
  const filled = TABLE_NAMES.filter((table) => tables[table].length > 0);
  const resources = filled.map((table) => ({
    name: table.replaceAll('_', '-'),
    path: `${table}.csv`,
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: columnsOf(table).map((column) => fieldOf(table, column)),
      primaryKey: 'id',
      foreignKeys: columnsOf(table).flatMap((column) => {
        const to = POINTS_TO[column];
        return to && column !== 'id'
          ? { fields: column, reference: { resource: to.replaceAll('_', '-'), fields: 'id' } }
          : [];
      }),
    },
  }));
  const datapackage = {
    profile: 'tabular-data-package',
    name: 'harbour-hsds',
    title: 'Harbour: whom to call when a victim of trafficking is met (Open Referral HSDS 3.1)',
    version: String(edition.edition),
    created: `${edition.date}T00:00:00Z`,
    licenses: [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/', title: 'CC BY 4.0' }],
    resources,
  };
  return new Map([
    ['datapackage.json', JSON.stringify(datapackage, null, 2)],
    ...filled.map((table): [string, string] => [`${table}.csv`, csvOf(tables[table], columnsOf(table))]),
  ]);
}

export function columnsOf(table: TableName): string[] {
  return Object.keys(TABLES[table].entries);
}

/** What a column holds, for whoever reads it with a machine. */
function fieldOf(table: TableName, name: string) {
  const entry = (TABLES[table].entries as Record<string, v.GenericSchema>)[name];
  const isOptional = entry?.type === 'optional';
  const schema = isOptional ? (entry as unknown as { wrapped: unknown }).wrapped : entry;
  return {
    name,
    ...(KINDS.get(schema) ?? { type: 'string' }),
    constraints: {
      ...(KINDS.get(schema)?.constraints ?? {}),
      ...(!isOptional && isFilled(schema) && { required: true }),
      ...(name === 'id' && { unique: true }),
    },
  };
}

/** An empty text and a missing one are the same in a table. */
function isFilled(schema: unknown): boolean {
  return schema !== TABLES.addresses.entries.city && schema !== TABLES.addresses.entries.country;
}

interface Kind {
  type: string;
  format?: string;
  constraints?: Record<string, unknown>;
}

const KINDS = new Map<unknown, Kind>([
  [Id, { type: 'string', format: 'uuid' }],
  [Email, { type: 'string', format: 'email' }],
  [Uri, { type: 'string', format: 'uri' }],
  [Day, { type: 'date' }],
  [Time, { type: 'string', constraints: { pattern: TIME.source } }],
  [Offset, { type: 'number' }],
]);

/** Rows as RFC 4180 has them: commas, quotes where they are needed, nothing put before a `+`, because machines read it. */
function csvOf<Table extends TableName>(rows: readonly Row<Table>[], columns: readonly string[]): string {
  const lines = rows.map((row) => columns.map((column) => cell((row as Record<string, unknown>)[column])));
  return [columns, ...lines].map((line) => `${line.join(',')}\r\n`).join('');
}

function cell(value: unknown): string {
  const text = value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
