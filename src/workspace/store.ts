/**
 * The database `workspace`: what the user keeps. It is never dropped, and a data update never touches it.
 *
 * Each function opens the database and closes it again: no connection is there to be lost while the phone sleeps.
 */
import Dexie, { type EntityTable } from 'dexie';

export const DATABASE = 'workspace';

/** How many responders "recently opened" remembers. */
export const RECENT = 10;

/** How long a database that does not answer is waited for, in milliseconds. */
const PATIENCE_MS = 3000;

/** A responder the user kept or opened, with what still helps when a later edition no longer has it. */
export interface Noted {
  /** The responder's id. */
  id: string;
  /** When, in milliseconds since 1970. */
  at: number;
  /** Its names by language, as they were then. */
  name: Record<string, string>;
  /** The number or address one would have tapped first, as shown then. */
  number?: string | undefined;
}

/** Both lists, newest first. */
export interface Workspace {
  kept: Noted[];
  recent: Noted[];
}

/** What was ticked in one guide: the keys of its items. */
export interface Ticks {
  /** The guide's slug. */
  guide: string;
  done: string[];
}

/** A referral plan the user works with. It holds codes, ticks and days, and nothing that names a person. */
export interface KeptPlan {
  /** The situation as its address has it. */
  key: string;
  /** When it was last changed, in milliseconds since 1970. */
  at: number;
  /** Ids of the steps that are done. */
  ticks: string[];
  /** Days from which limits count, `YYYY-MM-DD`, by what happened on them. */
  days: Record<string, string>;
  /** What was added to the handover note, coded. */
  note?: unknown;
}

type WorkspaceDatabase = Dexie & {
  kept: EntityTable<Noted, 'id'>;
  recent: EntityTable<Noted, 'id'>;
  ticks: EntityTable<Ticks, 'guide'>;
  plans: EntityTable<KeptPlan, 'key'>;
};

/** Opens the database, does something with it and closes it again. @throws whatever IndexedDB throws */
export async function withDatabase<T>(work: (database: WorkspaceDatabase) => Promise<T>): Promise<T> {
  const database = new Dexie(DATABASE) as WorkspaceDatabase;
  database.version(1).stores({ kept: 'id, at', recent: 'id, at' });
  database.version(2).stores({ ticks: 'guide' });
  database.version(3).stores({ plans: 'key, at' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const hanging = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('IndexedDB does not answer')), PATIENCE_MS);
    });
    await Promise.race([database.open(), hanging]);
    return await work(database);
  } finally {
    clearTimeout(timer);
    database.close();
  }
}

/** Reads both lists. @throws whatever IndexedDB throws */
export function readWorkspace(): Promise<Workspace> {
  return withDatabase(async (database) => ({
    kept: await database.kept.orderBy('at').reverse().toArray(),
    recent: await database.recent.orderBy('at').reverse().toArray(),
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
      await database.recent.orderBy('at').reverse().offset(RECENT).delete();
    }),
  );
}

/** Forgets what was opened. @throws whatever IndexedDB throws */
export async function clearRecent(): Promise<void> {
  await withDatabase((database) => database.recent.clear());
}

/** What was ticked in a guide. @throws whatever IndexedDB throws */
export async function readTicks(guide: string): Promise<string[]> {
  return (await withDatabase((database) => database.ticks.get(guide)))?.done ?? [];
}

/** Keeps what was ticked in a guide; nothing ticked leaves nothing behind. @throws whatever IndexedDB throws */
export async function putTicks({ guide, done }: Ticks): Promise<void> {
  await withDatabase(async (database) => {
    if (done.length > 0) await database.ticks.put({ guide, done });
    else await database.ticks.delete(guide);
  });
}
