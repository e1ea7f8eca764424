/**
 * Having the browser merge its files, so that the text of what was deleted or sealed is not in them any more, as far as a page can.
 *
 * Chromium keeps a database as LevelDB does: what is deleted or replaced is only marked so, and stays readable in a file of the profile
 * until that file is merged with a later one. Once `deleteDatabase` has said that it is done, Chromium writes to a file what it has in
 * memory, and merges the files that reach over that database. Three things go wrong where only the database itself is deleted: a row and
 * the mark of its deletion that were both in memory lie in one file, which is not merged; the old file stays until something else is
 * written to the disk; and what is written by others in that moment keeps the memory from being written. So small databases of our own
 * are deleted around it, one after the other and with a pause. That merges what stays, too: a file of the browser reaches over all
 * databases that were written meanwhile. Writing many megabytes over it does not: the file with the text lies below those that are merged.
 *
 * What is kept for a tab (the words of a search, a text while it is written) lies in files that a page cannot have merged: Chromium
 * writes them once a minute at most, whatever a page puts there, and a marker stood in its file after each of the ways we tried to push it
 * out. What was taken out within five seconds never got there. Under a lock such a text is sealed. Other browsers delete the file.
 */
import { isChromium } from './chromium.ts';

/** They are made first, so that a file of the browser reaches from before the rows to behind them, and is merged with each. */
const HELPERS = ['scrub-1', 'scrub-2', 'scrub-3', 'scrub-4'];
/** How long the browser is given after each: it says nothing when it has merged. A moment is enough where it has nothing else to do. */
const PAUSE_MS = 400;
/** How long a helper may take. */
const ANSWER_MS = 2000;

/**
 * Has the browser merge the files of its databases, and remove the old ones; where that is cut short, the next start does it
 * ({@link mergeWhatIsLeft}). Never throws.
 * @param work what deletes or replaces rows, and tells of a failure in its own way; done also where the browser merges nothing
 * @returns whether the browser did all that was asked of it; not, for example, when there is no room
 */
export async function merged(work: () => Promise<void> = async () => {}): Promise<boolean> {
  const [before = '', ...after] = HELPERS;
  const done: boolean[] = [];
  for (const helper of HELPERS) done.push(await tried(make(helper)));
  // Puts the rows into a file before they are marked.
  done.push(await tried(drop(before)));
  await pause(PAUSE_MS);
  await work();
  for (const helper of after) {
    await pause(PAUSE_MS);
    done.push(await tried(drop(helper)));
  }
  await pause(PAUSE_MS);
  return done.every(Boolean);
}

/**
 * At a start: has the browser merge what a kill has left unmerged; deletes nothing. A helper that is still there tells of it: what is in
 * `localStorage` reaches the disk too late for that.
 */
export async function mergeWhatIsLeft(): Promise<void> {
  if (!isChromium()) return;
  const there = (await indexedDB.databases?.()) ?? [];
  if (there.some(({ name }) => HELPERS.includes(name ?? ''))) await merged();
}

/**
 * Deletes a database so that nothing of it can be read in the browser's files.
 * @param remove deletes the database itself, and tells of a failure in its own way
 */
export async function unreadable(name: string, remove: () => Promise<void>): Promise<void> {
  await merged(async () => {
    // The rows are gone also where another tab keeps the database open.
    await tried(empty(name));
    await remove();
  });
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits for it, though not for ever. @returns whether it was done */
async function tried(work: Promise<void>): Promise<boolean> {
  const late = pause(ANSWER_MS).then(() => Promise.reject(new Error('no answer')));
  try {
    await Promise.race([work, late]);
    return true;
  } catch (error) {
    console.warn('scrub:', error);
    return false;
  }
}

async function empty(name: string): Promise<void> {
  const database = await open(name);
  // Whoever wants to delete it need not wait.
  database.onversionchange = () => database.close();
  try {
    const stores = [...database.objectStoreNames];
    if (stores.length === 0) return;
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(stores, 'readwrite');
      for (const store of stores) transaction.objectStore(store).clear();
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
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

function open(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Also once this page opens no database any more (`delete.ts`).
    const request = IDBFactory.prototype.open.call(indexedDB, name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
