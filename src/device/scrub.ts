/**
 * Deleting so that the text of what was deleted is not in the browser's files any more, as far as a page can.
 *
 * Chromium keeps a database as LevelDB does: what is deleted is only marked so, and stays readable in a file of the profile until
 * that file is merged with a later one. Once `deleteDatabase` has said that it is done, Chromium writes to a file what it has in memory,
 * and merges the files of that database. Three things go wrong: a row and the mark of its deletion that were both in memory lie in one file,
 * which is not merged; the old file stays until something else is written to the disk; and what is written by others in that moment
 * keeps the memory from being written. So small databases of our own are deleted around it, one after the other and with a pause
 * ({@link unreadable}). What a closing browser has begun of this and not come to, it does when the app is opened the next time.
 *
 * A database that stays is written over (`writeOver`), which only makes it likely: which files are merged then is not ours to say. What
 * is kept for a tab (the words of a search, a text while it is written) lies in files that a page cannot have merged: Chromium writes them
 * once a minute at most, whatever a page puts there, and a marker stood in its file after each of the ways we tried to push it out. What was
 * taken out within five seconds never got there. Under a lock such a text is sealed. Other browsers delete the file.
 */

/** How much is written; 20 MB was not always enough, nor 40 MB on a busy machine. They pack to almost nothing on the disk. */
const MEGABYTES = 60;
/** Below 64 kB: what is larger is kept in a file of its own. */
const ROW_LETTERS = 50_000;
const ROWS_AT_ONCE = 24;

/** They are made first, so that a file of the browser reaches from before the rows to behind them, and is merged with each. */
const HELPERS = ['scrub-1', 'scrub-2', 'scrub-3', 'scrub-4'];
/** How long the browser is given after each: it says nothing when it has merged. A moment is enough where it has nothing else to do. */
const PAUSE_MS = 400;
/** How long a helper may take. */
const ANSWER_MS = 2000;

/**
 * Deletes a database so that the browser merges its files, and removes the old ones. Where the helpers fail, e.g. when there is no
 * room, it is deleted all the same.
 * @param remove deletes the database itself, and tells of a failure in its own way
 */
export async function unreadable(name: string, remove: () => Promise<void>): Promise<void> {
  const [before = '', ...after] = HELPERS;
  for (const helper of HELPERS) await tried(make(helper));
  // Puts the rows into a file before they are marked.
  await tried(drop(before));
  await pause(PAUSE_MS);
  // The rows are gone also where another tab keeps the database open.
  await tried(empty(name));
  await remove();
  for (const helper of after) {
    await pause(PAUSE_MS);
    await tried(drop(helper));
  }
  await pause(PAUSE_MS);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits for it, though not for ever. */
const tried = (work: Promise<void>) =>
  Promise.race([work, pause(ANSWER_MS)]).catch((error) => console.warn('scrub:', error));

function empty(name: string): Promise<void> {
  return opened(name, async (written, stores) => {
    if (stores.length > 0) await written(stores, (store) => store.clear());
  });
}

async function make(name: string): Promise<void> {
  // One that an earlier deletion has left lies before the rows.
  await drop(name);
  const database = await open(name);
  database.close();
}

function drop(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
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
      await fill(written, stores);
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

/** Even rows stand before every key there was, odd ones behind, so that all files of the database are touched by each part that is merged. */
async function fill(written: Written, stores: string[]): Promise<void> {
  const letters = 'x'.repeat(ROW_LETTERS);
  for (let row = 0; row < (MEGABYTES * 1_000_000) / ROW_LETTERS; row += ROWS_AT_ONCE) {
    await written(stores, (store, at) => {
      for (let next = row + at; next < row + ROWS_AT_ONCE; next += stores.length) {
        if (typeof store.keyPath === 'string') store.put({ [store.keyPath]: next % 2 === 0 ? next : [next], letters });
      }
    });
  }
}

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Also once this page opens no database any more (`delete.ts`).
    const request = IDBFactory.prototype.open.call(indexedDB, name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
