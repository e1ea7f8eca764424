/**
 * All tables of the database `workspace`, whatever version made them: read for a backup, and written from one.
 *
 * It asks the browser's own connection for its tables, not our list of them: what a later version has added, before it was
 * rolled back, is part of a backup too. The lock is not: a backup has a passphrase of its own.
 */
import { abort, answer, ended, lockIn, tablesOf } from '../lock/raw.ts';
import { LOCK_TABLE } from '../lock/state.ts';
import { markWhatIsKept } from '../marking.ts';
import { withDatabase } from '../store.ts';
import { type Comparison, compare, type Item, type Side, sideOf } from './compare.ts';
import { type Contents, fingerprint, type Tables } from './contents.ts';

/** All rows. @throws whatever IndexedDB throws */
export function readAll(): Promise<Tables> {
  return withDatabase(async (database) => (await read(database.backendDB())).tables);
}

/** What a backup would bring. Changes nothing. @throws whatever IndexedDB throws */
export function compareWithHere(contents: Contents): Promise<Comparison> {
  return withDatabase(async (database) => {
    const { tables, keys } = await read(database.backendDB());
    return compare(tables, contents, keys);
  });
}

/** What is here is no longer what was compared with. Nothing was changed. */
export class ChangedMeanwhile extends Error {
  override name = 'ChangedMeanwhile';
}

/**
 * Writes what was compared, in one transaction: all of it or nothing.
 * @param sideFor whose word counts, for items where it is not clear by itself
 * @returns how many items were written
 * @throws ChangedMeanwhile, or whatever IndexedDB throws; then everything is as it was
 */
export function restore(items: readonly Item[], sideFor: (item: Item) => Side | undefined): Promise<number> {
  const wanted = items.filter((item) => item.fate !== 'same' && (sideFor(item) ?? sideOf(item.fate)) === 'there');
  return withDatabase(async (database) => {
    const names = [...new Set(wanted.map(({ table }) => table))];
    if (names.length === 0) return 0;
    const transaction = database.backendDB().transaction([...names, LOCK_TABLE], 'readwrite', { durability: 'strict' });
    const done = ended(transaction);
    try {
      const lock = await lockIn(transaction);
      for (const { table, key, here, there } of wanted) {
        const store = transaction.objectStore(table);
        const now = lock.opened(store, await answer(store.get(lock.keyOf(store, key))));
        // Written the first time, when the connection was lost before it could say so.
        if (fingerprint(now) === fingerprint(there)) continue;
        if (fingerprint(now) !== fingerprint(here)) throw new ChangedMeanwhile();
        await answer(store.put(lock.sealed(store, there)));
      }
    } catch (error) {
      done.catch(() => undefined);
      abort(transaction);
      throw error;
    }
    await done;
    await markWhatIsKept(database.backendDB());
    return wanted.length;
  });
}

async function read(database: IDBDatabase): Promise<{ tables: Tables; keys: Record<string, string> }> {
  const names = tablesOf(database);
  const transaction = database.transaction([...names, LOCK_TABLE], 'readonly');
  const stores = names.map((name) => transaction.objectStore(name));
  const [lock, ...rows] = await Promise.all([
    lockIn(transaction),
    ...stores.map((store) => answer(store.getAll() as IDBRequest<unknown[]>)),
  ]);
  return {
    tables: Object.fromEntries(stores.map((store, at) => [store.name, lock.allOpened(store, rows[at] ?? [])])),
    keys: Object.fromEntries(
      stores.flatMap(({ name, keyPath }) => (typeof keyPath === 'string' ? [[name, keyPath]] : [])),
    ),
  };
}
