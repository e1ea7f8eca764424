/**
 * A list of what is kept, as screens show it: read when somebody looks at it, and again whenever something changed in this
 * tab or in another.
 */
import { type Observable, observable } from '../device/observable.ts';
import { heldStore } from './held.ts';
import { isLocked, Locked, whenLocked } from './lock/state.ts';
import { hear, type Part, tell } from './tabs.ts';

/** `unavailable`: this browser does not let the app keep anything; reading works on. `locked`: not before somebody has unlocked. */
export type Listed<T> =
  | { state: 'loading' }
  | { state: 'unavailable' }
  | { state: 'locked' }
  | { state: 'ready'; value: T };

export interface List<T> extends Observable<Listed<T>> {
  /** Does something to the database, then shows what it holds and tells the other tabs. Returns whether it worked. */
  change(work: () => Promise<unknown>): Promise<boolean>;
}

/**
 * @param part what it belongs to
 * @param read what is stored
 */
export function list<T>(part: Part, read: () => Promise<T>): List<T> {
  const listed = observable<Listed<T>>({ state: 'loading' });
  let watchers = 0;
  let stopHearing: () => void = () => undefined;
  let last: Promise<unknown> = Promise.resolve();

  whenLocked(() => {
    if (listed.getSnapshot().state === 'ready') listed.set({ state: 'locked' });
  });

  async function show(): Promise<void> {
    const value = await read();
    // It may have been locked while this was on its way.
    listed.set(isLocked() ? { state: 'locked' } : { state: 'ready', value });
  }

  async function now(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      await show();
      return true;
    } catch (error) {
      if (error instanceof Locked) {
        listed.set({ state: 'locked' });
        return false;
      }
      console.warn('workspace:', error);
      // What was read before stays on the screen: it is still true. Neither a write that fails nor a database that something holds,
      // which is waited for, makes a browser one that keeps nothing.
      if (heldStore.getSnapshot()) return false;
      if (listed.getSnapshot().state !== 'ready')
        await show().catch(() => heldStore.getSnapshot() || listed.set({ state: 'unavailable' }));
      return false;
    }
  }

  /** One after the other, so that the last one shows last. */
  function inTurn(work: () => Promise<unknown> = async () => undefined): Promise<boolean> {
    const done = last.then(() => now(work));
    last = done;
    return done;
  }

  return {
    getSnapshot: listed.getSnapshot,
    subscribe(listener) {
      const off = listed.subscribe(listener);
      if (watchers++ === 0) {
        void inTurn();
        stopHearing = hear((changed) => {
          if (changed === undefined || changed === part) void inTurn();
        }, listed);
      }
      return () => {
        off();
        if (--watchers === 0) stopHearing();
      };
    },
    async change(work) {
      const done = await inTurn(work);
      if (done) tell(part, listed);
      return done;
    },
  };
}
