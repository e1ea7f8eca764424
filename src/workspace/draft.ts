/**
 * One thing the user keeps, as a screen shows it: what is stored, with the changes that are on their way there.
 *
 * A change is a function of what stands there, never the whole of what this tab remembers. It is shown at once and
 * counts as written when its transaction is complete. What cannot be written stays on the screen and is tried again.
 */
import { type Observable, observable } from '../device/observable.ts';
import { heldStore } from './held.ts';
import { isLocked, Locked, onceOpen, whenLocked } from './lock/state.ts';
import { hear, type Part, tell } from './tabs.ts';

/**
 * A change to something that may not be there; undefined takes it away. It says what is to hold afterwards (this is
 * ticked), not a step (the other way round), because it may be made more than once.
 */
export type Edit<T> = (value: T | undefined) => T | undefined;

export interface Shown<T> {
  /** With all changes; undefined: nothing there. */
  value: T | undefined;
  /** Without those that are not written yet. Where it agrees with `value`, it is written. */
  stored: T | undefined;
  /**
   * `refused`: this browser keeps nothing here, and what is shown holds until the page is closed; `unsaved`: what was
   * changed could not be written, though other things could before; `locked`: it is written once somebody has unlocked.
   */
  state: 'loading' | 'ready' | 'refused' | 'unsaved' | 'locked';
}

export interface Draft<T> extends Observable<Shown<T>> {
  /** @returns whether it is written */
  edit(edit: Edit<T>): Promise<boolean>;
  /** Writes what could not be written. */
  retry(): Promise<boolean>;
}

/**
 * While somebody watches it, it follows what other tabs do.
 * @param part what it belongs to
 * @param read what is stored
 * @param write makes the changes, in one transaction, and gives what is stored then
 */
export function draft<T>(
  part: Part,
  read: () => Promise<T | undefined>,
  write: (edits: readonly Edit<T>[]) => Promise<T | undefined>,
): Draft<T> {
  const shown = observable<Shown<T>>({ value: undefined, stored: undefined, state: 'loading' });
  let stored: T | undefined;
  let pending: readonly Edit<T>[] = [];
  let known = false;
  let failed = false;
  let locked = false;
  let last: Promise<boolean> = Promise.resolve(true);
  let asked: Promise<boolean> | undefined;
  let watchers = 0;
  let stopHearing: () => void = () => undefined;

  function show(): void {
    const value = pending.reduce<T | undefined>((before, edit) => edit(before), stored);
    // A database that something holds is waited for: it is none that refuses.
    const held = heldStore.getSnapshot() && !locked;
    const trouble = failed && (pending.length > 0 || !(known || held));
    const fault = locked ? 'locked' : known || held ? 'unsaved' : 'refused';
    shown.set({ value, stored, state: trouble ? fault : known ? 'ready' : 'loading' });
  }

  /** The plans and guides at hand go on; of the rest nothing stays. */
  const staysOpen = part === 'plans' || part === 'ticks';

  function forget(): void {
    if (staysOpen) return;
    stored = undefined;
    known = false;
    failed = true;
    locked = true;
    onceOpen(sync);
  }
  whenLocked(() => {
    forget();
    show();
  });

  async function syncNow(): Promise<boolean> {
    const edits = pending;
    let done = false;
    try {
      stored = edits.length > 0 ? await write(edits) : await read();
      pending = pending.slice(edits.length);
      known = true;
      done = true;
      failed = false;
      locked = false;
      // It was locked while this was on its way.
      if (isLocked()) forget();
    } catch (error) {
      failed = true;
      locked = error instanceof Locked;
      if (locked) onceOpen(sync);
      else console.warn('workspace:', error);
    }
    show();
    if (edits.length > 0 && done) tell(part, shown);
    return done;
  }

  /** Writes what is to be written, or reads: one after the other, and all that comes while one is at work in one go. */
  function sync(): Promise<boolean> {
    asked ??= last.then(() => {
      asked = undefined;
      return syncNow();
    });
    last = asked;
    return last;
  }

  return {
    getSnapshot: shown.getSnapshot,
    subscribe(listener) {
      const off = shown.subscribe(listener);
      if (watchers++ === 0) {
        stopHearing = hear((changed) => {
          if (changed === undefined || changed === part) void sync();
        }, shown);
        void sync();
      }
      return () => {
        off();
        if (--watchers === 0) stopHearing();
      };
    },
    edit(edit) {
      pending = [...pending, edit];
      show();
      return sync();
    },
    retry: sync,
  };
}
