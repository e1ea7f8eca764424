/**
 * One thing the user keeps, as a screen shows it: what is stored, with the changes that are on their way there.
 *
 * A change is a function of what stands there, never the whole of what this tab remembers. It is shown at once and
 * counts as written when its transaction is complete. What cannot be written stays on the screen and is tried again.
 */
import { type Observable, observable } from '../device/observable.ts';
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
   * changed could not be written, though other things could before.
   */
  state: 'loading' | 'ready' | 'refused' | 'unsaved';
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
  let last: Promise<boolean> = Promise.resolve(true);
  let asked: Promise<boolean> | undefined;
  let watchers = 0;
  let stopHearing: () => void = () => undefined;

  function show(): void {
    const value = pending.reduce<T | undefined>((before, edit) => edit(before), stored);
    const trouble = failed && (pending.length > 0 || !known);
    shown.set({ value, stored, state: trouble ? (known ? 'unsaved' : 'refused') : known ? 'ready' : 'loading' });
  }

  async function syncNow(): Promise<boolean> {
    const edits = pending;
    try {
      stored = edits.length > 0 ? await write(edits) : await read();
      pending = pending.slice(edits.length);
      known = true;
      failed = false;
    } catch (error) {
      console.warn('workspace:', error);
      failed = true;
    }
    show();
    if (edits.length > 0 && !failed) tell(part, shown);
    return !failed;
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
