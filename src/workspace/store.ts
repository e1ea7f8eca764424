/**
 * The database `workspace`: what the user keeps. It is never dropped, and a data update never touches it.
 *
 * Each function opens the database and closes it again: no connection is there to be lost while the phone sleeps. What
 * resolves is on the disk, as far as the browser can tell: its transaction is complete.
 */
import Dexie, { type EntityTable } from 'dexie';
import { markKept } from '../device/kept-mark.ts';
import { isNoRoom } from '../device/no-room.ts';
import { heldStore, setHeld } from './held.ts';
import { lockLayer } from './lock/layer.ts';
import { LOCK, LOCK_TABLE, type LockRow, lockIfOver, sawLock } from './lock/state.ts';
import { isAnythingKept, markWhatIsKept, type Written, writingLayer } from './marking.ts';
import type { OwnContact, OwnNote, Visit } from './own.ts';
import { setNoRoom } from './room.ts';
import { type Correction, type KeptPlan, type Noted, readNoted, type TicksRow } from './rows.ts';
import { tellAll } from './tabs.ts';

export const DATABASE = 'workspace';

/** How many responders "recently opened" remembers. */
export const RECENT = 10;

/** How long a database is waited for that does not open, or answers nothing, until that is said, in milliseconds. */
const OPEN_MS = 2500;
/** How long work may take that has begun, in milliseconds: a slow phone writes in less, a lost connection never answers. */
const WORK_MS = 10_000;

/** Both lists, newest first. */
export interface Workspace {
  kept: Noted[];
  recent: Noted[];
}

export type WorkspaceDatabase = Dexie & {
  kept: EntityTable<Noted, 'id'>;
  recent: EntityTable<Noted, 'id'>;
  ticks: EntityTable<TicksRow, 'guide'>;
  plans: EntityTable<KeptPlan, 'key'>;
  outbox: EntityTable<Correction, 'id'>;
  contacts: EntityTable<OwnContact, 'id'>;
  notes: EntityTable<OwnNote, 'id'>;
  visits: EntityTable<Visit, 'id'>;
};

class NoAnswer extends Error {}

/** What a browser says that has lost its connection to the database, e.g. while the app was in the background. */
const LOST = ['UnknownError', 'InvalidStateError', 'AbortError', 'DatabaseClosedError'];

/**
 * Opens the database, does something with it and closes it again. Where the connection is lost, all of it is done once
 * more on a new one: retries on the old one nearly all fail.
 * @param work may run twice, so it says what is to hold afterwards and builds on nothing read before
 * @throws Locked, or whatever IndexedDB throws
 */
export async function withDatabase<T>(work: (database: WorkspaceDatabase) => Promise<T>): Promise<T> {
  if (!globalThis.indexedDB) throw new Error('this browser offers no IndexedDB here');
  lockIfOver();
  try {
    return await once(work).catch((error) => {
      // A transaction that found no room is broken off as well, and would be once more.
      const isLost = error instanceof NoAnswer || LOST.includes(error.name);
      if (!isLost || isNoRoom(error)) throw error;
      console.warn('workspace: once more,', error);
      return once(work);
    });
  } catch (error) {
    setNoRoom(isNoRoom(error));
    throw error;
  }
}

async function once<T>(work: (database: WorkspaceDatabase) => Promise<T>): Promise<T> {
  // A transaction is complete when the system has flushed it, not when it has heard of it.
  const database = new Dexie(DATABASE, { chromeTransactionDurability: 'strict' }) as WorkspaceDatabase;
  database.version(1).stores({ kept: 'id, at', recent: 'id, at' });
  database.version(2).stores({ ticks: 'guide' });
  database.version(3).stores({ plans: 'key, at' });
  database.version(4).stores({ outbox: 'id, at' });
  database.version(5).stores({ contacts: 'id, at', notes: 'id, at', visits: 'id, at' });
  database.version(6).stores({ lock: 'id' });
  let seen: { key: string | undefined } | undefined;
  database.use(lockLayer((key) => (seen = { key })));
  const written = new Set<Written>();
  database.use(writingLayer((what) => written.add(what)));
  try {
    await opened(database);
    const done = await answered(work(database));
    // Before anybody reads what is there now: a list that is empty asks for the mark.
    if (written.has('less')) await answered(markWhatIsKept(database.backendDB())).catch(() => undefined);
    else if (written.has('more')) markKept(true);
    return done;
  } finally {
    database.close();
    if (seen) sawLock(seen.key);
  }
}

/**
 * Waits until the database is open and has answered once: as long as it takes while another tab holds an older version of it, and
 * says so. One may open and answer nothing: a tab that was stopped in the middle of writing keeps all others waiting.
 */
function opened(database: Dexie): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      hold();
      reject(new NoAnswer('the database does not open'));
    }, OPEN_MS);
    database.on('blocked', () => {
      clearTimeout(timer);
      setHeld(true);
    });
    // A fault is an answer, too: the work meets it again and knows what to do about it.
    const question = () => database.table(LOCK_TABLE).get(LOCK);
    database
      .open()
      .then(() => question().catch(() => undefined))
      .then(
        () => {
          clearTimeout(timer);
          release();
          resolve();
        },
        (error) => {
          clearTimeout(timer);
          reject(error);
        },
      );
  });
}

let watching = false;

/** Says that something holds the database, and waits for it, however long that takes. */
function hold(): void {
  setHeld(true);
  // While all is being deleted, this page opens nothing: then there is nothing to wait for.
  if (watching || Object.hasOwn(indexedDB, 'open')) return;
  watching = true;
  const request = indexedDB.open(DATABASE);
  const end = () => {
    watching = false;
    release();
  };
  // It is gone: to make it anew, with its tables, is not for a watch.
  request.onupgradeneeded = () => request.transaction?.abort();
  request.onsuccess = () => {
    const database = request.result;
    void isAnythingKept(database)
      .catch(() => undefined)
      .finally(() => {
        database.close();
        end();
      });
  };
  request.onerror = end;
}

/** It answers again: all that shows something of it reads anew. */
function release(): void {
  if (!heldStore.getSnapshot()) return;
  setHeld(false);
  tellAll();
}

function answered<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      hold();
      reject(new NoAnswer('the database does not answer'));
    }, WORK_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The lock as it stands in the database: this much is known without a passphrase. @throws whatever IndexedDB throws */
export async function readLock(): Promise<LockRow | undefined> {
  const row = await withDatabase((database) => database.table(LOCK_TABLE).get(LOCK) as Promise<LockRow | undefined>);
  sawLock(row?.key);
  return row;
}

/** Whether anything is kept, also what cannot be read. @throws whatever IndexedDB throws */
export function hasRows(): Promise<boolean> {
  return withDatabase((database) => isAnythingKept(database.backendDB()));
}

/** Reads both lists. @throws whatever IndexedDB throws */
export function readWorkspace(): Promise<Workspace> {
  return withDatabase(async ({ kept, recent }) => ({
    kept: newestFirst(await kept.toArray()),
    recent: newestFirst(await recent.toArray()),
  }));
}

/** Keeps a responder. @throws whatever IndexedDB throws; then it is not kept */
export async function putKept(noted: Noted): Promise<void> {
  await withDatabase((database) => database.kept.put(noted));
}

/** Takes a responder off the kept ones. @throws whatever IndexedDB throws */
export async function deleteKept(id: string): Promise<void> {
  await withDatabase((database) => database.kept.delete(id));
}

/** Notes that a responder was opened, and forgets all but the last {@link RECENT}. @throws whatever IndexedDB throws */
export async function putRecent(noted: Noted): Promise<void> {
  await withDatabase((database) =>
    database.transaction('rw', database.recent, async () => {
      await database.recent.put(noted);
      // What cannot be read stays, until the user takes it out.
      const old = newestFirst(await database.recent.toArray()).slice(RECENT);
      await database.recent.bulkDelete(old.map(({ id }) => id));
    }),
  );
}

/** Forgets what was opened. @throws whatever IndexedDB throws */
export async function clearRecent(): Promise<void> {
  await withDatabase((database) => database.recent.clear());
}

/**
 * Forgets all that belongs to cases: plans, ticks, what was opened. What is of colleagues stays: kept responders, own
 * contacts, notes, visits. @throws whatever IndexedDB throws
 */
export async function clearCases(): Promise<void> {
  await withDatabase((database) =>
    database.transaction('rw', [database.plans, database.ticks, database.recent], async () => {
      for (const table of [database.plans, database.ticks, database.recent]) await table.clear();
    }),
  );
}

/** Sorted here and not by the index, which has no entry for a row whose moment is missing or is no number. */
function newestFirst(rows: readonly unknown[]): Noted[] {
  return rows.flatMap((row) => readNoted(row) ?? []).sort((a, b) => b.at - a.at);
}
