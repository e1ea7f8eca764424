/**
 * The database `workspace`: what the user keeps. It is never dropped, and a data update never touches it.
 *
 * Each function opens the database and closes it again: no connection is there to be lost while the phone sleeps. What
 * resolves is on the disk, as far as the browser can tell: its transaction is complete.
 */
import Dexie, { type EntityTable } from 'dexie';
import { markKept } from '../device/kept-mark.ts';
import { isNoRoom } from '../device/no-room.ts';
import { setHeld } from './held.ts';
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

/** How long a database that does not open is waited for until that is said, in milliseconds. */
const OPEN_MS = 2500;
/** How long opened work may take, in milliseconds: a slow phone writes in less, a lost connection never answers. */
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
    const done = await answered(work(database), WORK_MS);
    // Before anybody reads what is there now: a list that is empty asks for the mark.
    if (written.has('less')) await answered(markWhatIsKept(database.backendDB()), WORK_MS).catch(() => undefined);
    else if (written.has('more')) markKept(true);
    return done;
  } finally {
    database.close();
    if (seen) sawLock(seen.key);
  }
}

/** Waits until the database is open: as long as it takes while another tab holds an older version of it, and says so. */
function opened(database: Dexie): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      setHeld(true);
      watch();
      reject(new NoAnswer('the database does not open'));
    }, OPEN_MS);
    database.on('blocked', () => {
      clearTimeout(timer);
      setHeld(true);
    });
    database.open().then(
      () => {
        clearTimeout(timer);
        setHeld(false);
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

/** Waits for a database that does not open, however long that takes; once it does, all that shows something of it reads again. */
function watch(): void {
  // While all is being deleted, this page opens nothing: then there is nothing to wait for.
  if (watching || Object.hasOwn(indexedDB, 'open')) return;
  watching = true;
  const request = indexedDB.open(DATABASE);
  const end = () => {
    watching = false;
    setHeld(false);
    tellAll();
  };
  // It is gone: to make it anew, with its tables, is not for a watch.
  request.onupgradeneeded = () => request.transaction?.abort();
  request.onsuccess = () => {
    request.result.close();
    end();
  };
  request.onerror = end;
}

function answered<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer('the database does not answer')), ms);
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
