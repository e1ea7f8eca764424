/** What stands in a backup: all rows of all tables as they are, in one JSON text, and how such a text is read. */

/** A row as JSON can say it. */
export type Row = Record<string, unknown>;
/** By the name of the table. */
export type Tables = Record<string, unknown[]>;

/** Rises when an older Harbour could not read it any more. More tables or fields are no reason. */
const FORMAT = 1;
const WHAT = 'Harbour workspace';
/** Far more than anybody writes down; so many are still compared within seconds. */
const MOST_ROWS = 50_000;
const DEEPEST = 40;

export interface Contents {
  /** When it was made, in milliseconds since 1970. */
  made: number;
  tables: Record<string, Row[]>;
  /** Entries that are no rows. They are passed over. */
  unreadable: number;
}

/** `not-backup`: something else was sealed; `newer`: made by a later Harbour, in a way this one does not know; `too-many`: rows. */
export class ContentsError extends Error {
  override name = 'ContentsError';
  constructor(readonly fault: 'not-backup' | 'newer' | 'too-many') {
    super(fault);
  }
}

/**
 * Writes a backup.
 * @returns its text, how many rows stand in it, and how many could not be said in JSON, which only damaged ones cannot
 */
export function writeContents(tables: Tables, made: number): { text: string; rows: number; leftOut: number } {
  let leftOut = 0;
  const plain = Object.entries(tables).map(([name, rows]) => {
    const kept = rows.filter((row) => isRow(row));
    leftOut += rows.length - kept.length;
    return [name, kept] as const;
  });
  const text = JSON.stringify(
    { what: WHAT, format: FORMAT, made: new Date(made).toISOString(), tables: Object.fromEntries(plain) },
    undefined,
    1,
  );
  return { text, rows: plain.reduce((sum, [, rows]) => sum + rows.length, 0), leftOut };
}

/** Reads a backup. @throws ContentsError */
export function readContents(text: string): Contents {
  const { what, format, made, tables } = parsed(text);
  if (what !== WHAT || typeof format !== 'number') throw new ContentsError('not-backup');
  if (format > FORMAT) throw new ContentsError('newer');
  if (typeof tables !== 'object' || tables === null) throw new ContentsError('not-backup');
  const contents: Contents = { made: Date.parse(String(made)) || 0, tables: {}, unreadable: 0 };
  let count = 0;
  for (const [name, rows] of Object.entries(tables)) {
    if (!/^[a-z][a-zA-Z]{0,39}$/.test(name) || !Array.isArray(rows)) {
      contents.unreadable++;
      continue;
    }
    count += rows.length;
    if (count > MOST_ROWS) throw new ContentsError('too-many');
    const read = rows.filter((row) => isRow(row));
    contents.unreadable += rows.length - read.length;
    contents.tables[name] = read;
  }
  return contents;
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRow(value)) return value;
  } catch {
    // Said below.
  }
  throw new ContentsError('not-backup');
}

/** Whether it is an object that JSON can say and give back as it was, not nested without end. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && !Array.isArray(value) && isPlain(value, DEEPEST) && value !== null;
}

function isPlain(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth - 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  // A field that is there and undefined says no more than one that is not there.
  return Object.values(value).every((item) => item === undefined || isPlain(item, depth - 1));
}

/** Tells apart what stands in the place of a row: nothing, something JSON cannot say, or a row by its content. */
export function fingerprint(value: unknown): string {
  if (value === undefined) return 'nothing';
  return isRow(value) ? canonical(value) : 'strange';
}

/** The same text for the same content, whatever order its fields stand in. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
