/** What the user writes down, in the database `workspace`: own contacts, notes, visits. */
import type { Table } from 'dexie';
import type { Edit } from './draft.ts';
import { type About, type Damaged, isSame, type Own, type OwnKind } from './own.ts';
import { READERS } from './rows.ts';
import { type WorkspaceDatabase, withDatabase } from './store.ts';

/** What lies in one table. */
export interface OwnRows<T> {
  /** The one changed last first. */
  items: T[];
  /** Rows that cannot be read, as they are. */
  damaged: Damaged[];
}

/** What was taken out, as it stood there, so that it can be put back. */
export type Removed = { kind: OwnKind; raw: unknown }[];

/** Which notes go with a thing that is deleted. */
const ABOUT: Record<OwnKind, About['kind'] | undefined> = { contacts: 'contact', visits: 'visit', notes: undefined };

/** All of a table. @throws whatever IndexedDB throws */
export function readOwn<Kind extends OwnKind>(kind: Kind): Promise<OwnRows<Own[Kind]>> {
  return withDatabase(async (database) => {
    const rows: OwnRows<Own[Kind]> = { items: [], damaged: [] };
    for (const raw of await tableOf(database, kind).toArray()) {
      const item = READERS[kind](raw);
      if (item) rows.items.push(item);
      else rows.damaged.push({ kind, key: (raw as { id: IDBValidKey }).id, raw });
    }
    rows.items.sort((a, b) => b.at - a.at);
    return rows;
  });
}

/** One thing; undefined where there is none that can be read. @throws whatever IndexedDB throws */
export function readOne<Kind extends OwnKind>(kind: Kind, id: string): Promise<Own[Kind] | undefined> {
  return withDatabase(async (database) => READERS[kind](await tableOf(database, kind).get(id)));
}

/**
 * Changes one thing: what stands there, also from another tab, with the edits made to it, in one transaction. What an
 * edit leaves as it is stays as the row has it, also what this version cannot read.
 * @param edits one that ends in undefined takes nothing away: it says that what it was for is no longer there
 * @returns what stands there now
 * @throws whatever IndexedDB throws; then nothing is changed
 */
export function editOwn<Kind extends OwnKind>(
  kind: Kind,
  id: string,
  edits: readonly Edit<Own[Kind]>[],
): Promise<Own[Kind] | undefined> {
  return withDatabase((database) => {
    const table = tableOf(database, kind);
    return database.transaction('rw', table, async () => {
      const row = await table.get(id);
      const before = READERS[kind](row);
      const after = edits.reduce<Own[Kind] | undefined>((value, edit) => edit(value), before);
      if (!after || after === before) return before;
      await table.put({ ...changed(kind, row, before, after), id, at: Date.now() });
      if ('mine' in after && after.mine) await takeMineFromOthers(table, id);
      return READERS[kind](await table.get(id));
    });
  });
}

/** Keeps several at once, all or none: those of a file or of a code. @throws whatever IndexedDB throws */
export function putOwn<Kind extends OwnKind>(kind: Kind, items: readonly Own[Kind][]): Promise<void> {
  return withDatabase((database) => {
    const table = tableOf(database, kind);
    return database.transaction('rw', table, async () => {
      for (const item of items) {
        const row = await table.get(item.id);
        await table.put({ ...changed(kind, row, READERS[kind](row), item), id: item.id, at: item.at });
        if ('mine' in item && item.mine) await takeMineFromOthers(table, item.id);
      }
    });
  });
}

/**
 * Takes a thing out, and the notes on it.
 * @param key its id; of a damaged row, whatever its key is
 * @returns what {@link putBack} puts back
 * @throws whatever IndexedDB throws; then all of it is still there
 */
export function deleteOwn(kind: OwnKind, key: IDBValidKey): Promise<Removed> {
  return withDatabase((database) =>
    database.transaction('rw', [database[kind], database.notes], async () => {
      const removed: Removed = [];
      const table = tableOf(database, kind);
      const row: unknown = await table.get(key);
      if (row !== undefined) removed.push({ kind, raw: row });
      await table.delete(key);
      const about = ABOUT[kind];
      if (about === undefined || typeof key !== 'string') return removed;
      const notes = tableOf(database, 'notes');
      for (const note of await notes.toArray()) {
        const on = READERS.notes(note);
        if (!on || !isSame(on.about, { kind: about, id: key })) continue;
        removed.push({ kind: 'notes', raw: note });
        await notes.delete(on.id);
      }
      return removed;
    }),
  );
}

/** Puts back what was taken out, where nothing else stands by now. @throws whatever IndexedDB throws; then none is */
export function putBack(removed: Removed): Promise<void> {
  return withDatabase((database) =>
    database.transaction('rw', [database.contacts, database.notes, database.visits], async () => {
      for (const { kind, raw } of removed) {
        const table = tableOf(database, kind);
        const { id } = raw as { id: IDBValidKey };
        if ((await table.get(id)) === undefined) await table.add(raw);
      }
    }),
  );
}

/** At most one contact is the user's own card: the one just marked. */
async function takeMineFromOthers(contacts: Table<unknown, IDBValidKey>, id: string): Promise<void> {
  for (const row of await contacts.toArray()) {
    const other = READERS.contacts(row);
    if (!other?.mine || other.id === id) continue;
    const { mine: _mine, ...rest } = row as Loose;
    await contacts.put(rest);
  }
}

type Loose = Record<string, unknown>;

/** A table whose rows may hold anything. */
function tableOf(database: WorkspaceDatabase, kind: OwnKind): Table<unknown, IDBValidKey> {
  return database[kind] as unknown as Table<unknown, IDBValidKey>;
}

/** The row with what differs between the two: of a list that changed, also what could not be read stays, behind the rest. */
function changed<Kind extends OwnKind>(
  kind: Kind,
  row: unknown,
  before: Own[Kind] | undefined,
  after: Own[Kind],
): Loose {
  const result: Loose = { ...(row as Loose | undefined) };
  const old = (before ?? {}) as Loose;
  const now = after as unknown as Loose;
  for (const name of new Set([...Object.keys(old), ...Object.keys(now)])) {
    if (isUntouched(old[name], now[name])) continue;
    const value = now[name];
    const stored = result[name];
    if (value === undefined) delete result[name];
    else if (!Array.isArray(value) || !Array.isArray(stored)) result[name] = value;
    else result[name] = [...value, ...stored.filter((item) => !isRead(kind, now, name, item))];
  }
  return result;
}

/** An edit makes what it changes anew, and leaves the rest as it was. */
function isUntouched(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return before === after;
  return before.length === after.length && before.every((item, at) => item === after[at]);
}

/** Whether an item of a list is one that this version can read. */
function isRead(kind: OwnKind, owner: Loose, name: string, item: unknown): boolean {
  const read = READERS[kind]({ ...owner, [name]: [item] }) as Loose | undefined;
  return Array.isArray(read?.[name]) && read[name].length > 0;
}
