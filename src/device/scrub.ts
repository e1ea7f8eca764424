/**
 * Deleting so that the text of what was deleted is not in the browser's files any more, as far as a page can.
 *
 * Chromium keeps a database as LevelDB does: what is deleted is only marked so, and stays readable in a file of the profile until
 * that file is merged with later ones. `deleteDatabase` merges nothing that we saw: a marker text was still there after it, and after
 * dropping the tables, in each profile tried. After 30 MB had been written over it, it was in none of the few tried, within a second or two. What
 * is kept for a tab (the words of a search) lies in files that a page cannot have merged: a piece may stay there. Other browsers delete the file.
 */

/** How much is written; 20 MB was not always enough. They pack to almost nothing on the disk. */
const MEGABYTES = 40;
/** Below 64 kB: what is larger is kept in a file of its own. */
const ROW_LETTERS = 50_000;
const ROWS_AT_ONCE = 24;

/**
 * Empties a database, and writes over what was in it.
 * @throws whatever IndexedDB throws, e.g. when there is no room; what was in it is gone all the same, if it could be opened
 */
export async function scrub(name: string): Promise<void> {
  const database = await open(name);
  // Whoever wants to delete it need not wait.
  database.onversionchange = () => database.close();
  const stores = [...database.objectStoreNames];
  const written = (work: (store: IDBObjectStore, at: number) => void) =>
    new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(stores, 'readwrite');
      for (const [at, store] of stores.entries()) work(transaction.objectStore(store), at);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  try {
    if (stores.length === 0) return;
    await written((store) => store.clear());
    const letters = 'x'.repeat(ROW_LETTERS);
    for (let row = 0; row < (MEGABYTES * 1_000_000) / ROW_LETTERS; row += ROWS_AT_ONCE) {
      await written((store, at) => {
        for (let next = row + at; next < row + ROWS_AT_ONCE; next += stores.length) {
          // Before and behind every key there was, so that all files of the database are touched by each part that is merged.
          const key = `${next % 2 === 0 ? '\u0000' : '\uffff'}${next}`;
          if (typeof store.keyPath === 'string') store.put({ [store.keyPath]: key, letters });
        }
      });
    }
    await written((store) => store.clear());
  } finally {
    database.close();
  }
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
