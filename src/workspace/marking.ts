/** Keeps the mark true that tells whether something is kept: looked at whenever something of it was written. */
import type { DBCore, Middleware } from 'dexie';
import { markKept } from '../device/kept-mark.ts';
import { answer } from './lock/raw.ts';

/** What somebody would miss. What was opened last and the ticks of a guide are no loss. */
const MISSED = ['kept', 'plans', 'contacts', 'notes', 'visits', 'outbox'];

/** Whether there is more of it than before, or there may be less. */
export type Written = 'more' | 'less';

/**
 * The layer, for `Dexie.use`.
 * @param wrote is told when something that would be missed is written or deleted
 */
export function writingLayer(wrote: (what: Written) => void): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'writing',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        if (!MISSED.includes(name)) return table;
        return {
          ...table,
          mutate: (request) => {
            wrote(request.type === 'add' || request.type === 'put' ? 'more' : 'less');
            return table.mutate(request);
          },
        };
      },
    }),
  };
}

/** Whether there is a row of it, readable or not, sealed or not. @throws whatever IndexedDB throws */
export async function isAnythingKept(database: IDBDatabase): Promise<boolean> {
  const names = MISSED.filter((name) => database.objectStoreNames.contains(name));
  const transaction = database.transaction(names, 'readonly');
  const counts = await Promise.all(names.map((name) => answer(transaction.objectStore(name).count())));
  return counts.some((count) => count > 0);
}

/** Sets the mark where something is kept, and takes it off where nothing is. Never throws. */
export async function markWhatIsKept(database: IDBDatabase): Promise<void> {
  try {
    markKept(await isAnythingKept(database));
  } catch (error) {
    console.warn('workspace:', error);
  }
}
