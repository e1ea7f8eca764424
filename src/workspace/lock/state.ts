/**
 * Whether what is kept is locked, and the one place where an open lock's keys are: this page's memory. Nothing here knows how
 * anything is sealed, so that screens which only ask whether there is a lock need not load that.
 */
import { type Observable, observable } from '../../device/observable.ts';

/** The table of the lock, which holds one row at most. */
export const LOCK_TABLE = 'lock';
/** The key of that row. */
export const LOCK = 'lock';

/** What stands in the database of a lock that is on. None of it is secret. */
export interface LockRow {
  id: typeof LOCK;
  /** Which data key the rows are sealed with. */
  key: string;
  /** The data key and what looks like one, each sealed by a passphrase, in random order. */
  slots: string[];
  /** After how many minutes without a touch it locks by itself. */
  minutes: number;
  /** The data key once more, sealed by what this device gives whom it knows; only where the user wanted that. */
  device?: { credential: Uint8Array<ArrayBuffer>; salt: Uint8Array<ArrayBuffer>; sealed: Uint8Array };
  /** What lay here before is not merged away yet, and may stand in the browser's files. */
  rough?: true;
}

/** Seals and opens the rows of one data key. */
export interface Sealer {
  /** Of its data key. */
  readonly id: string;
  /** The key a row stands under: nobody reads from it what it was. Binary keys are such keys already. */
  keyOf(table: string, key: IDBValidKey): IDBValidKey;
  /** @param keyPath the field that names a row @throws when the row holds what cannot be said in bytes */
  seal(table: string, keyPath: string, row: object): object;
  /** @returns the row; undefined where it is damaged, or no sealed row */
  open(table: string, keyPath: string, row: unknown): object | undefined;
  /** Forgets the keys: it seals and opens nothing any more. */
  destroy(): void;
}

/** It is locked: nothing can be read or written before somebody has unlocked it. */
export class Locked extends Error {
  override name = 'Locked';
}

/** `unknown`: nobody has looked yet. */
export type LockState = 'unknown' | 'off' | 'locked' | 'open';

const state = observable<LockState>('unknown');

/** For screens. */
export const lockStore: Observable<LockState> = { getSnapshot: state.getSnapshot, subscribe: state.subscribe };

interface Open {
  sealer: Sealer;
  /** Whether the time is up. */
  isOver(): boolean;
  /** Ends the watch over the time. */
  end(): void;
}

let open: Open | undefined;
const onLock = new Set<() => void>();
let waiting = new Set<() => unknown>();

/** Calls the listener at the moment of locking, before anything else is drawn: what it has of what is sealed, it drops. @returns what takes it off again */
export function whenLocked(listener: () => void): () => void {
  onLock.add(listener);
  return () => void onLock.delete(listener);
}

/** Does something once it is open: what could not be written is written then. */
export function onceOpen(work: () => unknown): void {
  waiting.add(work);
}

/** For the lock alone: from here on rows are sealed and opened with this. */
export function setOpen(next: Open): void {
  drop();
  open = next;
  state.set('open');
  const work = waiting;
  waiting = new Set();
  for (const each of work) each();
}

/** Locks at once: the keys go, and whatever shows something that is sealed drops it. */
export function lockNow(): void {
  if (!open) return;
  drop();
  state.set('locked');
}

function drop(): void {
  if (!open) return;
  const { sealer, end } = open;
  open = undefined;
  end();
  sealer.destroy();
  for (const listener of onLock) listener();
}

/** Locks if the time is up. */
export function lockIfOver(): void {
  if (open?.isOver()) lockNow();
}

/**
 * For the store alone: what rows are to be opened and sealed with, inside the transaction in which the lock's row was read.
 * @param row undefined: there is no lock
 * @throws Locked
 */
export function admit(row: Pick<LockRow, 'key'> | undefined): Sealer | undefined {
  lockIfOver();
  if (!row) return undefined;
  if (open?.sealer.id !== row.key) throw new Locked('what is kept here is locked');
  return open.sealer;
}

/** For the store alone: what it saw of the lock, once that transaction is over. */
export function sawLock(key: string | undefined): void {
  if (open && open.sealer.id !== key) drop();
  const seen = key === undefined ? 'off' : open ? 'open' : 'locked';
  if (seen !== state.getSnapshot()) state.set(seen);
}

/** What seals now; undefined where there is no lock, or it is locked. */
export function currentSealer(): Sealer | undefined {
  lockIfOver();
  return open?.sealer;
}

/** Whether it is known that somebody has to unlock first. */
export function isLocked(): boolean {
  return state.getSnapshot() === 'locked';
}
