/**
 * Deleting so that the text of what was deleted is not in the browser's files any more, as far as a page can.
 *
 * Chromium keeps a database as LevelDB does: what is deleted is only marked so, and stays readable in a file of the profile until
 * that file is merged with later ones. `deleteDatabase` merges nothing that we saw: a marker text was still there after it, and after
 * dropping the tables, in each profile tried. After 30 MB had been written over it, it was in none of the few tried, within a second or two. What
 * is kept for a tab (the words of a search, a text while it is written) lies in files that a page cannot have merged: Chromium writes them
 * once a minute at most, whatever a page puts there, and a marker stood in its file after each of the ways we tried to push it out. What was
 * taken out within five seconds never got there. Under a lock such a text is sealed. Other browsers delete the file.
 */

/** How much is written; 20 MB was not always enough, nor 40 MB on a busy machine. They pack to almost nothing on the disk. */
const MEGABYTES = 60;
/** Below 64 kB: what is larger is kept in a file of its own. */
const ROW_LETTERS = 50_000;
const ROWS_AT_ONCE = 24;

/**
 * Empties a database, and writes over what was in it.
 * @throws whatever IndexedDB throws, e.g. when there is no room; what was in it is gone all the same, if it could be opened
 */
export function scrub(name: string): Promise<void> {
  return opened(name, async (written, stores) => {
    if (stores.length === 0) return;
    const clear = () => written(stores, (store) => store.clear());
    await clear();
    await fill(written, stores, (row) => `${row % 2 === 0 ? '\u0000' : '\uffff'}${row}`);
    await clear();
  });
}

/**
 * Writes over what was deleted from a database, and leaves what is in it. None of its keys may be a number or a list: under
 * those it writes, and deletes them.
 * @param except tables that are left alone
 * @throws whatever IndexedDB throws, e.g. when there is no room; something of what it wrote may be left then
 */
export function writeOver(name: string, except: readonly string[]): Promise<void> {
  return opened(name, async (written, all) => {
    const stores = all.filter((store) => !except.includes(store));
    if (stores.length === 0) return;
    try {
      await fill(written, stores, (row) => (row % 2 === 0 ? row : [row]));
    } finally {
      await written(stores, (store) => {
        store.delete(IDBKeyRange.upperBound(Number.POSITIVE_INFINITY));
        store.delete(IDBKeyRange.lowerBound([]));
      });
    }
  });
}

/** Does something to some tables, in one transaction. */
type Written = (stores: string[], work: (store: IDBObjectStore, at: number) => void) => Promise<void>;

async function opened(name: string, work: (written: Written, stores: string[]) => Promise<void>): Promise<void> {
  const database = await open(name);
  // Whoever wants to delete it need not wait.
  database.onversionchange = () => database.close();
  try {
    const written: Written = (stores, change) =>
      new Promise<void>((resolve, reject) => {
        const transaction = database.transaction(stores, 'readwrite');
        for (const [at, store] of stores.entries()) change(transaction.objectStore(store), at);
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      });
    await work(written, [...database.objectStoreNames]);
  } finally {
    database.close();
  }
}

/** @param keyOf of even rows before every key there was, of odd ones behind, so that all files of the database are touched by each part that is merged */
async function fill(written: Written, stores: string[], keyOf: (row: number) => IDBValidKey): Promise<void> {
  const letters = 'x'.repeat(ROW_LETTERS);
  for (let row = 0; row < (MEGABYTES * 1_000_000) / ROW_LETTERS; row += ROWS_AT_ONCE) {
    await written(stores, (store, at) => {
      for (let next = row + at; next < row + ROWS_AT_ONCE; next += stores.length) {
        if (typeof store.keyPath === 'string') store.put({ [store.keyPath]: keyOf(next), letters });
      }
    });
  }
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
