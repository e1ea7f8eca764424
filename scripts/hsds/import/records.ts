/**
 * What anybody's HSDS holds, as rows: nested JSON is taken apart, and what points to its parent says so in a column. Reading is
 * lenient where the standard's own check would not be: what is not understood is left out, not refused as a whole.
 */

/** A row: texts only, and only of columns that are read. */
export type Row = Readonly<Record<string, string>> & { readonly id: string };
export type Rows = Map<string, Row>;

/** The tables that are read. */
export const READ_TABLES = [
  'organizations',
  'services',
  'locations',
  'service_at_location',
  'addresses',
  'phones',
  'contacts',
  'url',
  'languages',
  'schedules',
  'service_areas',
  'attributes',
  'taxonomy_terms',
] as const;
export type ReadTable = (typeof READ_TABLES)[number];
export type Records = Record<ReadTable, Rows>;

export function noRecords(): Records {
  return Object.fromEntries(READ_TABLES.map((table) => [table, new Map()])) as unknown as Records;
}

/** The columns that are read, of whatever table. No other key of a file is ever touched. */
const COLUMNS = [
  'id',
  'name',
  'alternate_name',
  'description',
  'email',
  'website',
  'url',
  'status',
  'number',
  'extension',
  'type',
  'title',
  'label',
  'address_1',
  'address_2',
  'city',
  'postal_code',
  'country',
  'code',
  'freq',
  'byday',
  'opens_at',
  'closes_at',
  'value',
  'link_id',
  'taxonomy_term_id',
  'organization_id',
  'service_id',
  'location_id',
  'contact_id',
  'phone_id',
  'service_at_location_id',
] as const;

/** Under which key records hang on others, and of which table they are. */
const CHILDREN: Readonly<Record<string, ReadTable>> = {
  organization: 'organizations',
  organizations: 'organizations',
  service: 'services',
  services: 'services',
  location: 'locations',
  locations: 'locations',
  service_at_locations: 'service_at_location',
  addresses: 'addresses',
  phones: 'phones',
  contacts: 'contacts',
  additional_websites: 'url',
  additional_urls: 'url',
  languages: 'languages',
  schedules: 'schedules',
  service_areas: 'service_areas',
  attributes: 'attributes',
  taxonomy_term: 'taxonomy_terms',
};

/** The column by which a child names its parent. */
const PARENT_COLUMN: Partial<Record<ReadTable, string>> = {
  organizations: 'organization_id',
  services: 'service_id',
  locations: 'location_id',
  service_at_location: 'service_at_location_id',
  phones: 'phone_id',
  contacts: 'contact_id',
  taxonomy_terms: 'taxonomy_term_id',
};

/** Deeper than any record of the standard hangs on another. */
const MAX_DEPTH = 12;

/**
 * Takes a record and all that hangs on it up among the rows. What is there already under the same id is completed.
 * @param where the file and place, which stand in for an id that is missing
 * @returns its id; undefined when it is no record
 */
export function takeUp(
  records: Records,
  table: ReadTable,
  value: unknown,
  where: string,
  depth = 0,
): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > MAX_DEPTH) return undefined;
  const own = value as Record<string, unknown>;
  const row: Record<string, string> = {};
  for (const column of COLUMNS) {
    const cell = Object.hasOwn(own, column) ? textOf(own[column]) : '';
    if (cell !== '') row[column] = cell;
  }
  const id = row.id ?? where;
  const links: Record<string, string> = {};
  for (const [key, childTable] of Object.entries(CHILDREN)) {
    const child = Object.hasOwn(own, key) ? own[key] : undefined;
    if (Array.isArray(child)) {
      for (const [i, item] of child.entries()) {
        const childId = takeUp(records, childTable, item, `${where}/${key}/${i}`, depth + 1);
        if (childId !== undefined) pointBack(records, childTable, childId, table, id);
      }
    } else if (child) {
      const childId = takeUp(records, childTable, child, `${where}/${key}`, depth + 1);
      const column = PARENT_COLUMN[childTable];
      if (childId !== undefined && column) links[column] = childId;
    }
  }
  const known = records[table].get(id);
  records[table].set(id, { ...known, ...row, ...links, id });
  return id;
}

function pointBack(records: Records, table: ReadTable, id: string, parent: ReadTable, parentId: string): void {
  const column = table === 'attributes' ? 'link_id' : PARENT_COLUMN[parent];
  const row = records[table].get(id);
  if (row && column && row[column] === undefined) records[table].set(id, { ...row, [column]: parentId, id });
}

function textOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? value.trim() : '';
}
