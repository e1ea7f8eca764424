/**
 * The database `directory`: editions, kept as the very texts that were published, so that signatures and hashes can be
 * checked again at every reading. It holds nothing that cannot be had again and may be dropped at any moment.
 *
 * Each function opens the database and closes it again: no connection is there to be lost while the phone
 * sleeps, and no tab keeps another one from deleting.
 */
import Dexie, { type EntityTable } from 'dexie';
import { isFirstPack } from './later-packs.ts';

export const DATABASE = 'directory';

/** A manifest as published: the texts of `edition.json` and of `edition.json.minisig`. */
export interface Published {
  text: string;
  signature: string;
}

/** An edition as published: its manifest, and the texts of its packs by file name. */
export interface StoredEdition {
  published: Published;
  packs: ReadonlyMap<string, string>;
}

/**
 * Which of the editions: the one that pages read; the one that they will read from their next start on; and the one before,
 * for pages that were opened then.
 */
export type Role = 'current' | 'next' | 'previous';

/** What is there when the app starts. The packs are those that are needed first. */
export type StoredEditions = Partial<Record<'current' | 'next', Published>> & { packs: ReadonlyMap<string, string> };

type Row = Published & { key: string };

type DirectoryDatabase = Dexie & {
  packs: EntityTable<{ id: string; text: string }, 'id'>;
  meta: EntityTable<Row, 'key'>;
};

async function withDatabase<T>(work: (database: DirectoryDatabase) => Promise<T>): Promise<T> {
  const database = new Dexie(DATABASE) as DirectoryDatabase;
  database.version(1).stores({ packs: 'id', meta: 'key' });
  try {
    await database.open();
    return await work(database);
  } finally {
    database.close();
  }
}

/**
 * Reads the manifests, and the packs of both that are needed first, in one transaction.
 * @throws whatever IndexedDB throws: it may be missing, blocked, broken or lost in the middle
 */
export function readEditions(): Promise<StoredEditions> {
  return withDatabase((database) =>
    database.transaction('r', database.packs, database.meta, async () => {
      const rows = await database.meta.bulkGet(['current', 'next']);
      const [current, next] = rows.map((row) => row && { text: row.text, signature: row.signature });
      const files = rows.flatMap((row) =>
        packsIn(row)
          .filter(isFirstPack)
          .map(({ file }) => file),
      );
      return { ...(current && { current }), ...(next && { next }), packs: await packsOf(database, files) };
    }),
  );
}

/**
 * Reads packs by their files' names; what is not there is left out.
 * @throws whatever IndexedDB throws
 */
export function readPacks(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return withDatabase((database) => packsOf(database, files));
}

/**
 * Puts an edition in one place or the other, in one transaction: afterwards there is all of it or all is as it was.
 * @param role `current`: the one that was it goes on as `previous`, and what waited waits no longer
 * @throws whatever IndexedDB throws; the stored editions are then as they were
 */
export function putEdition(role: 'current' | 'next', { published, packs }: StoredEdition): Promise<void> {
  return withDatabase((database) =>
    database.transaction('rw', database.packs, database.meta, async () => {
      if (role === 'current') await becomeCurrent(database, published);
      else await database.meta.put({ key: 'next', ...published });
      await database.packs.bulkPut([...packs].map(([id, text]) => ({ id, text })));
      await prune(database);
    }),
  );
}

/** Makes the one that waits the current one. @throws whatever IndexedDB throws */
export function promoteNext(): Promise<void> {
  return withDatabase((database) =>
    database.transaction('rw', database.packs, database.meta, async () => {
      const next = await database.meta.get('next');
      if (!next) return; // another tab has done it
      await becomeCurrent(database, next);
      await prune(database);
    }),
  );
}

/** Gives up the one that waits. @throws whatever IndexedDB throws */
export function dropNext(): Promise<void> {
  return withDatabase((database) => database.meta.delete('next'));
}

/** Deletes the database `directory`, and no other. @throws whatever IndexedDB throws */
export async function dropEditions(): Promise<void> {
  await Dexie.delete(DATABASE);
}

async function becomeCurrent(database: DirectoryDatabase, { text, signature }: Published): Promise<void> {
  const before = await database.meta.get('current');
  if (before && before.text !== text) await database.meta.put({ ...before, key: 'previous' });
  await database.meta.put({ key: 'current', text, signature });
  await database.meta.delete('next');
}

/** Takes away what no edition here names. */
async function prune(database: DirectoryDatabase): Promise<void> {
  const roles: readonly Role[] = ['current', 'next', 'previous'];
  const rows = await database.meta.bulkGet([...roles]);
  const named = new Set(rows.flatMap((row) => packsIn(row).map(({ file }) => file)));
  const there = await database.packs.toCollection().primaryKeys();
  await database.packs.bulkDelete(there.filter((file) => !named.has(file)));
  const keys = await database.meta.toCollection().primaryKeys();
  await database.meta.bulkDelete(keys.filter((key) => !(roles as readonly string[]).includes(key)));
}

async function packsOf(database: DirectoryDatabase, files: readonly string[]): Promise<Map<string, string>> {
  const rows = await database.packs.bulkGet([...new Set(files)]);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row.text] as const] : [])));
}

/** What a manifest names, whoever wrote it: it has not been looked at yet. */
function packsIn(row: Row | undefined): { id: string; file: string }[] {
  try {
    const { packs } = JSON.parse(row?.text ?? '{}') as { packs?: unknown };
    if (!Array.isArray(packs)) return [];
    return packs.filter((pack) => typeof pack?.id === 'string' && typeof pack?.file === 'string');
  } catch {
    return [];
  }
}
