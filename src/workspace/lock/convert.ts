/** Sealing all that is kept, opening it again, or sealing it with another key: in one transaction, so that a kill leaves it as it was. */
import { compare, sideOf } from '../backup/compare.ts';
import { isRow, type Row } from '../backup/contents.ts';
import { withDatabase } from '../store.ts';
import { abort, answer, ended, lockingBy, tablesOf } from './raw.ts';
import { LOCK, LOCK_TABLE, type LockRow, type Sealer } from './state.ts';

/** Another tab has put on, changed or taken off the lock meanwhile. Nothing was changed. */
export class LockChanged extends Error {
  override name = 'LockChanged';
}

/**
 * Converts every row. What is damaged stays as it is.
 * @param from what the rows are sealed with now; undefined: nothing
 * @param to what they are to be sealed with
 * @param row the lock from then on; undefined: none
 * @throws LockChanged, Unsayable, or whatever IndexedDB throws; then everything is as it was
 */
export function convert(from: Sealer | undefined, to: Sealer | undefined, row: LockRow | undefined): Promise<void> {
  return changing(async (transaction, lock) => {
    // Done the first time, when the connection was lost before it could say so.
    if (lock?.key === row?.key) return;
    if (lock?.key !== from?.id) throw new LockChanged();
    const [before, after] = [lockingBy(from), lockingBy(to)];
    for (const store of storesOf(transaction)) {
      for (const raw of await rowsOf(store)) {
        const key = raw[store.keyPath as string] as IDBValidKey;
        const opened = before.opened(store, raw) as Row;
        const isDamaged = isBinary(opened[store.keyPath as string]);
        if (isDamaged) continue;
        await answer(store.delete(key));
        await answer(store.put(after.sealed(store, opened)));
      }
    }
    const locks = transaction.objectStore(LOCK_TABLE);
    await (row ? answer(locks.put(row)) : answer(locks.delete(LOCK)));
  });
}

/**
 * Seals what another version wrote in plain because it knew of no lock. Stands something sealed in its place, the later one
 * counts, and ticks are put together, as with a backup. The lock's row says then that something lay there in plain.
 * @returns the lock's row as it is now
 * @throws LockChanged, or whatever IndexedDB throws
 */
export async function sealPlain(by: Sealer): Promise<LockRow> {
  let now: LockRow | undefined;
  await changing(async (transaction, lock) => {
    if (lock?.key !== by.id) throw new LockChanged();
    now = lock;
    const locking = lockingBy(by);
    for (const store of storesOf(transaction)) {
      const { name, keyPath } = store as { name: string; keyPath: string };
      const keys = await answer(store.getAllKeys());
      for (const key of keys.filter((one) => !isBinary(one))) {
        now = { ...lock, rough: true };
        const plain = (await answer(store.get(key))) as Row;
        const here = locking.opened(store, await answer(store.get(by.keyOf(name, key)))) as Row | undefined;
        const isThere = here !== undefined && !isBinary(here[keyPath]) && isRow(plain);
        const [item] = isThere
          ? compare({ [name]: [here] }, { made: 0, unreadable: 0, tables: { [name]: [plain] } }, { [name]: keyPath })
              .items
          : [];
        await answer(store.delete(key));
        if (item && sideOf(item.fate) === 'here') continue;
        await answer(store.put(locking.sealed(store, item?.there ?? plain)));
      }
    }
    if (now !== lock) await answer(transaction.objectStore(LOCK_TABLE).put(now));
  });
  return now as LockRow;
}

function changing(work: (transaction: IDBTransaction, lock: LockRow | undefined) => Promise<void>): Promise<void> {
  return withDatabase(async (database) => {
    const raw = database.backendDB();
    const transaction = raw.transaction([...tablesOf(raw), LOCK_TABLE], 'readwrite', { durability: 'strict' });
    const done = ended(transaction);
    try {
      await work(transaction, (await answer(transaction.objectStore(LOCK_TABLE).get(LOCK))) as LockRow | undefined);
    } catch (error) {
      done.catch(() => undefined);
      abort(transaction);
      throw error;
    }
    await done;
  });
}

/** Those whose rows have their key in them, as all of ours do. */
function storesOf(transaction: IDBTransaction): IDBObjectStore[] {
  return [...transaction.objectStoreNames]
    .filter((name) => name !== LOCK_TABLE)
    .map((name) => transaction.objectStore(name))
    .filter(({ keyPath }) => typeof keyPath === 'string');
}

function rowsOf(store: IDBObjectStore): Promise<Row[]> {
  return answer(store.getAll() as IDBRequest<Row[]>);
}

/** The key of a row that is sealed. */
function isBinary(key: unknown): boolean {
  return ArrayBuffer.isView(key) || Object.prototype.toString.call(key) === '[object ArrayBuffer]';
}
