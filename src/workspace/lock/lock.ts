/** The lock: putting it on, opening it, changing it and taking it off. What the screens do, in verbs. */
import { forgetEnrolled } from '../../device/authenticator.ts';
import { isChromium } from '../../device/chromium.ts';
import { merged } from '../../device/scrub.ts';
import { readLock, withDatabase } from '../store.ts';
import { tellAll } from '../tabs.ts';
import { convert, LockChanged, sealPlain } from './convert.ts';
import { openByDevice, sealForDevice } from './device.ts';
import { createSealer, nameOf, newKey } from './sealer.ts';
import * as slots from './slots.ts';
import { LOCK, LOCK_TABLE, type LockRow, type Sealer, sawLock, setOpen } from './state.ts';
import { type Watch, watch } from './watch.ts';

export { LockChanged } from './convert.ts';
export { lockEverywhere } from './watch.ts';

/** What came of a passphrase. `end`: it is the one that deletes everything, which whoever asked has to do. */
export type Outcome = 'open' | 'wrong' | 'end';

/** What somebody chose. */
export interface Choice {
  passphrase: string;
  /** The passphrase that deletes everything, if there is to be one. */
  ending: string | undefined;
  minutes: number;
}

/** Long work: how it says how far it is, and how it is ended. */
export interface Task {
  onPercent: slots.OnPercent;
  signal: AbortSignal;
  /** For the tests alone, which cannot wait. */
  crypt?: slots.Crypt;
}

let watching: Watch | undefined;

/**
 * Puts the lock on, which seals all that is kept. This tab is open then.
 * @throws SealingError, the signal's reason, LockChanged, Unsayable, or whatever IndexedDB throws; then there is no lock
 */
export async function putOn({ passphrase, ending, minutes }: Choice, task: Task): Promise<void> {
  const { sealer, row } = await newLock(passphrase, ending, minutes, task);
  task.signal.throwIfAborted();
  await convert(undefined, sealer, row);
  begin(sealer, minutes);
  await smooth(row.key);
}

/**
 * Opens the lock in this tab.
 * @throws SealingError, the signal's reason, or whatever IndexedDB throws
 */
export async function unlock(typed: string, task: Task): Promise<Outcome> {
  const row = await readLock();
  if (!row) {
    // Another tab has taken it off.
    tellAll();
    return 'open';
  }
  const found = await keyFor(row, typed, task);
  if (typeof found === 'string') return found;
  task.signal.throwIfAborted();
  await opened(found);
  return 'open';
}

/** Opens the lock by what the device gives. @throws what the browser says when the user or the device does not want to */
export async function unlockByDevice(): Promise<void> {
  const row = await locked();
  if (!row.device) throw new LockChanged();
  const sealer = createSealer(await openByDevice(row.device, row.key));
  await opened(sealer);
}

async function opened(sealer: Sealer): Promise<void> {
  const row = await sealPlain(sealer);
  begin(sealer, row.minutes);
  if (row.rough) void smooth(row.key);
}

/** Lets the device open the lock from now on. @throws as {@link unlockByDevice}, and as {@link change}; then it may not */
export async function allowDevice(typed: string, task: Task): Promise<Outcome> {
  const row = await locked();
  const found = await slots.tryPassphrase(row.slots, typed, task.crypt ?? slots.crypt, task.onPercent, task.signal);
  if (!found) return 'wrong';
  if (found.is === 'end') return 'end';
  try {
    const device = await sealForDevice(found.key, row.key);
    task.signal.throwIfAborted();
    await changeRow((now) => {
      if (now.key !== row.key) throw new LockChanged();
      return { ...now, device };
    });
  } finally {
    found.key.fill(0);
  }
  return 'open';
}

/** The device opens it no more. @throws LockChanged, or whatever IndexedDB throws */
export async function forbidDevice(): Promise<void> {
  const { device } = await locked();
  await changeRow(({ device: _device, ...row }) => row);
  if (device) await forgetEnrolled(device);
}

/**
 * Changes passphrase and time. All is sealed anew: who has an old copy and the old passphrase comes to nothing that is
 * written later, nor does the device.
 * @throws as {@link putOn}; then everything is as it was
 */
export async function change(typed: string, { passphrase, ending, minutes }: Choice, task: Task): Promise<Outcome> {
  const row = await locked();
  const old = await keyFor(row, typed, { ...task, onPercent: (percent) => task.onPercent(percent / 2) });
  if (typeof old === 'string') return old;
  const { sealer, row: next } = await newLock(passphrase, ending, minutes, {
    ...task,
    onPercent: (percent) => task.onPercent(50 + percent / 2),
  });
  task.signal.throwIfAborted();
  await convert(old, sealer, next);
  old.destroy();
  if (row.device) void forgetEnrolled(row.device);
  begin(sealer, minutes);
  await smooth(next.key);
  return 'open';
}

/** Takes the lock off: all lies there in plain again. @throws as {@link change} */
export async function takeOff(typed: string, task: Task): Promise<Outcome> {
  const row = await locked();
  const found = await keyFor(row, typed, task);
  if (typeof found === 'string') return found;
  task.signal.throwIfAborted();
  await convert(found, undefined, undefined);
  found.destroy();
  if (row.device) void forgetEnrolled(row.device);
  sawLock(undefined);
  tellAll();
  return 'open';
}

/** Changes after how many minutes it locks by itself. @throws LockChanged, or whatever IndexedDB throws */
export async function setMinutes(minutes: number): Promise<void> {
  await changeRow((row) => ({ ...row, minutes }));
  watching?.setMinutes(minutes);
}

async function locked(): Promise<LockRow> {
  const row = await readLock();
  if (!row) throw new LockChanged();
  return row;
}

async function newLock(passphrase: string, ending: string | undefined, minutes: number, task: Task) {
  const key = newKey();
  try {
    const made = await slots.makeSlots(key, passphrase, ending, task.crypt ?? slots.crypt, task.onPercent, task.signal);
    const row: LockRow = { id: LOCK, key: nameOf(key), slots: made, minutes, rough: true };
    return { row, sealer: createSealer(key) };
  } finally {
    key.fill(0);
  }
}

async function keyFor(row: LockRow, typed: string, task: Task): Promise<Sealer | 'wrong' | 'end'> {
  const found = await slots.tryPassphrase(row.slots, typed, task.crypt ?? slots.crypt, task.onPercent, task.signal);
  if (!found) return 'wrong';
  return found.is === 'end' ? 'end' : createSealer(found.key);
}

function begin(sealer: Sealer, minutes: number): void {
  watching = watch(minutes);
  setOpen({ sealer, isOver: watching.isOver, end: watching.end });
  tellAll();
}

/** Has what lay here before merged away, and takes down that it is done: after a kill, or where it could not be, the next opening does it. */
async function smooth(key: string): Promise<void> {
  // Only there has a text been found again.
  if (globalThis.navigator && isChromium() && !(await merged())) return;
  await changeRow((row) => {
    if (row.key !== key) return row;
    const { rough: _rough, ...rest } = row;
    return rest;
  }).catch((error) => console.warn('lock:', error));
}

function changeRow(edit: (row: LockRow) => LockRow): Promise<void> {
  return withDatabase((database) =>
    database.transaction('rw', database.table(LOCK_TABLE), async () => {
      const row = (await database.table(LOCK_TABLE).get(LOCK)) as LockRow | undefined;
      if (!row) throw new LockChanged();
      await database.table(LOCK_TABLE).put(edit(row));
    }),
  );
}
