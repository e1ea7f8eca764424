/** Reads another directory's HSDS 3.x, in JSON or in tables: a file, or a folder of them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { rowsOf } from '../../proposals/csv.ts';
import { noRecords, READ_TABLES, type ReadTable, type Records, takeUp } from './records.ts';

export interface Found {
  records: Records;
  /** How many files were read. */
  files: number;
  /** What was not read, or not whole, and what to do about it. */
  problems: string[];
}

/** Larger ones are not of one directory; nothing of them is read. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
const MAX_FILES = 100_000;
/** How deep folders are looked into. */
const MAX_DEPTH = 6;

/**
 * @param path a `.json` or `.csv` file, or a folder
 * @throws Error when there is nothing at this path
 */
export function readHsds(path: string): Found {
  const found: Found = { records: noRecords(), files: 0, problems: [] };
  const isFolder = statSync(path).isDirectory();
  const files = isFolder ? filesIn(path, 0).sort() : [path];
  if (files.length > MAX_FILES) throw new Error(`${files.length} files: more than one directory publishes.`);
  for (const file of files) {
    const name = isFolder ? relative(path, file) : basename(file);
    const problem = readFile(file, name, found);
    if (problem) found.problems.push(`${name}: ${problem}`);
  }
  found.problems.push(...lost(found.records));
  return found;
}

function filesIn(folder: string, depth: number): string[] {
  if (depth > MAX_DEPTH) return [];
  // Links are not followed: they may lead anywhere.
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path, depth + 1);
    return entry.isFile() && /\.(json|csv)$/i.test(entry.name) ? path : [];
  });
}

/** @returns what is wrong with it, if anything */
function readFile(path: string, name: string, found: Found): string | undefined {
  const { size } = statSync(path);
  if (size > MAX_FILE_BYTES) return `${size} bytes are too many; nothing of it was read. Cut it into smaller files.`;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch {
    return 'It is not written in UTF-8; nothing of it was read. Save it as UTF-8.';
  }
  found.files += 1;
  if (extname(name).toLowerCase() === '.csv') return readTable(text, name, found.records);
  try {
    return readJson(JSON.parse(text), name, found.records);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return `It is not JSON, or cut off (${error.message}); nothing of it was read. Fetch it again.`;
  }
}

/** Tables of the standard that hold nothing we keep. */
const NOT_KEPT = [
  'accessibility',
  'cost_options',
  'funding',
  'metadata',
  'meta_table_descriptions',
  'organization_identifiers',
  'programs',
  'required_documents',
  'service_capacity',
  'taxonomies',
  'units',
];

const tableOf = (name: string): ReadTable | undefined =>
  READ_TABLES.find((table) => table === name || `${table}s` === name);

function readTable(text: string, name: string, records: Records): string | undefined {
  const stem = basename(name, extname(name)).toLowerCase();
  if (NOT_KEPT.includes(stem)) return undefined;
  const table = tableOf(stem);
  if (!table) return 'No table of HSDS 3 has this name; nothing of it was read.';
  const [head = [], ...rows] = rowsOf(text);
  if (!head.includes('id')) return 'It has no column "id"; nothing of it was read. Is it HSDS 3?';
  let torn = 0;
  for (const [i, cells] of rows.entries()) {
    if (cells.length !== head.length) torn += 1;
    else takeUp(records, table, recordOf(head, cells), `${name}/${i + 2}`);
  }
  if (torn === 0) return undefined;
  return `${torn} of ${rows.length} rows have another number of cells than the head; the others were read. Is the file cut off?`;
}

/** Columns by name. Those that nobody reads are left where they are. */
function recordOf(head: readonly string[], cells: readonly string[]): object {
  return Object.fromEntries(head.map((column, i) => [column.trim(), cells[i]]));
}

function readJson(json: unknown, name: string, records: Records): string | undefined {
  if (Array.isArray(json)) return readList(json, name, records);
  if (typeof json !== 'object' || json === null) return 'It holds no record; nothing of it was read.';
  const own = json as Record<string, unknown>;
  if (['openapi', 'resources', '@context', '$schema'].some((key) => key in own)) return undefined;
  if ('version' in own && ('openapi_url' in own || 'profile' in own)) {
    const { version } = own;
    return /^3(\.|$)/.test(String(version))
      ? undefined
      : `It says that this is HSDS ${String(version)}. Only 3.x is understood: what follows may be wrong.`;
  }
  const page = own.contents ?? own.content;
  if (Array.isArray(page)) {
    const size = own.size;
    const problem = readList(page, name, records);
    if (typeof size === 'number' && size !== page.length)
      return `The page says that it has ${size} entries and has ${page.length}; those were read. Fetch it again.`;
    return problem;
  }
  const lists = Object.keys(own).filter((key) => tableOf(key) && Array.isArray(own[key]));
  if (!('id' in own) && lists.length > 0) {
    for (const key of lists) {
      for (const [i, item] of (own[key] as unknown[]).entries()) {
        takeUp(records, tableOf(key) as ReadTable, item, `${name}/${key}/${i}`);
      }
    }
    return undefined;
  }
  return readList([json], name, records);
}

function readList(items: readonly unknown[], name: string, records: Records): string | undefined {
  const hint = tableOf(basename(dirname(name))) ?? tableOf(basename(name, extname(name)));
  let unknown = 0;
  for (const [i, item] of items.entries()) {
    const table = kindOf(item, hint);
    if (table === 'none') continue;
    if (!table || takeUp(records, table, item, `${name}/${i}`) === undefined) unknown += 1;
  }
  if (unknown === 0) return undefined;
  return `${unknown} of ${items.length} entries are no records of HSDS 3 that are known here; they were left out.`;
}

/** Of which table a record is, by what it has; `none` for what holds nothing we keep. */
function kindOf(item: unknown, hint: ReadTable | undefined): ReadTable | 'none' | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const has = (key: string) => Object.hasOwn(item, key);
  if (has('location') || (has('service_id') && has('location_id'))) return 'service_at_location';
  if (has('location_type') || has('latitude')) return 'locations';
  if (has('taxonomy_detail') || has('taxonomy_id')) return 'taxonomy_terms';
  if (has('status') || has('organization') || has('organization_id')) return hint ?? 'services';
  if (hint) return hint;
  if (has('version') && has('name')) return 'none';
  return has('name') && has('description') ? 'organizations' : undefined;
}

const NEEDED: readonly [ReadTable, column: string, ReadTable][] = [
  ['services', 'organization_id', 'organizations'],
  ['phones', 'service_id', 'services'],
  ['phones', 'organization_id', 'organizations'],
  ['phones', 'location_id', 'locations'],
  ['contacts', 'organization_id', 'organizations'],
  ['contacts', 'service_id', 'services'],
  ['addresses', 'location_id', 'locations'],
  ['service_at_location', 'service_id', 'services'],
  ['service_at_location', 'location_id', 'locations'],
];

/** What points to something that was not read. */
function lost(records: Records): string[] {
  return NEEDED.flatMap(([table, column, to]) => {
    const rows = [...records[table].values()].filter((row) => row[column] && !records[to].has(row[column]));
    if (rows.length === 0) return [];
    return `${rows.length} of ${table} point to ${to} that were not read (the first: ${rows[0]?.[column]}). Is the folder whole?`;
  });
}
