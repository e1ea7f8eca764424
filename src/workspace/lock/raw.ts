/** The browser's own transactions, and what lies in them under a lock: for those who need all tables, also those we do not know. */
import { admit, LOCK, LOCK_TABLE, type LockRow, type Sealer, sawLock } from './state.ts';

/** The names of the tables that hold what is kept. */
export function tablesOf(database: IDBDatabase): string[] {
  return [...database.objectStoreNames].filter((name) => name !== LOCK_TABLE);
}

/** How the rows of a transaction are read and written. Without a lock, as they are. */
export interface Locking {
  keyOf(store: IDBObjectStore, key: IDBValidKey): IDBValidKey;
  sealed(store: IDBObjectStore, row: object): object;
  /** A row that does not open is given as it lies there. */
  opened(store: IDBObjectStore, row: unknown): unknown;
  allOpened(store: IDBObjectStore, rows: readonly unknown[]): unknown[];
}

/** Looks at the lock. @throws Locked */
export async function lockIn(transaction: IDBTransaction): Promise<Locking> {
  const row = (await answer(transaction.objectStore(LOCK_TABLE).get(LOCK))) as LockRow | undefined;
  sawLock(row?.key);
  return lockingBy(admit(row));
}

/** @param by undefined: no lock */
export function lockingBy(by: Sealer | undefined): Locking {
  if (!by) {
    return {
      keyOf: (_, key) => key,
      sealed: (_, row) => row,
      opened: (_, row) => row,
      allOpened: (_, rows) => [...rows],
    };
  }
  const opened = ({ name, keyPath }: IDBObjectStore, row: unknown) =>
    row === undefined ? row : (by.open(name, keyPath as string, row) ?? row);
  return {
    keyOf: ({ name }, key) => by.keyOf(name, key),
    sealed: ({ name, keyPath }, row) => by.seal(name, keyPath as string, row),
    opened,
    allOpened: (store, rows) => rows.map((row) => opened(store, row)),
  };
}

/** What a request answers. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** That a transaction is complete. */
export function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });
}

/** Undoes a transaction. */
export function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself, with nothing written.
  }
}
