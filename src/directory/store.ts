/**
 * The database `directory`: one edition, kept as the very text that was published, so that its hashes can be
 * checked again at every reading. It holds nothing that cannot be fetched again and may be dropped at any moment.
 *
 * Each function opens the database and closes it again: no connection is there to be lost while the phone
 * sleeps, and no tab keeps another one from deleting.
 */
import Dexie, { type EntityTable } from 'dexie';

export const DATABASE = 'directory';

/** An edition as published: the text of `edition.json` and of its packs by pack id. */
export interface StoredEdition {
  manifest: string;
  packs: ReadonlyMap<string, string>;
}

type DirectoryDatabase = Dexie & {
  packs: EntityTable<{ id: string; text: string }, 'id'>;
  meta: EntityTable<{ key: string; text: string }, 'key'>;
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
 * Reads the whole edition in one transaction.
 * @returns undefined when none has been stored
 * @throws whatever IndexedDB throws: it may be missing, blocked, broken or lost in the middle
 */
export function readEdition(): Promise<StoredEdition | undefined> {
  return withDatabase((database) =>
    database.transaction('r', database.packs, database.meta, async () => {
      const manifest = await database.meta.get('manifest');
      if (!manifest) return undefined;
      const packs = await database.packs.toArray();
      return { manifest: manifest.text, packs: new Map(packs.map(({ id, text }) => [id, text])) };
    }),
  );
}

/**
 * Reads one pack by its id.
 * @returns undefined when it has not been stored
 * @throws whatever IndexedDB throws
 */
export function readPack(id: string): Promise<string | undefined> {
  return withDatabase(async (database) => (await database.packs.get(id))?.text);
}

/**
 * Puts an edition in the place of the stored one, in one transaction: afterwards there is all of it or all of the old one.
 * @throws whatever IndexedDB throws; the stored edition is then as it was
 */
export function replaceEdition({ manifest, packs }: StoredEdition): Promise<void> {
  return withDatabase((database) =>
    database.transaction('rw', database.packs, database.meta, async () => {
      await database.packs.clear();
      await database.packs.bulkPut([...packs].map(([id, text]) => ({ id, text })));
      await database.meta.put({ key: 'manifest', text: manifest });
    }),
  );
}

/** Deletes the database `directory`, and no other. @throws whatever IndexedDB throws */
export async function dropEdition(): Promise<void> {
  await Dexie.delete(DATABASE);
}
