/** The ticks of a guide's checklist, for screens. They hold for the session where nothing can be kept. */
import { useEffect, useSyncExternalStore } from 'react';
import { type Observable, observable } from '../device/observable.ts';

export interface Ticks {
  done: ReadonlySet<string>;
  /** Whether they are there again after a reload. */
  kept: boolean;
}

interface List extends Observable<Ticks> {
  set(value: Ticks): void;
  read: boolean;
  /** Writing in order, so that the last tick is the one that stays. */
  last: Promise<unknown>;
}

const lists = new Map<string, List>();

function listOf(guide: string): List {
  let list = lists.get(guide);
  if (!list) {
    list = { ...observable<Ticks>({ done: new Set(), kept: true }), read: false, last: Promise.resolve() };
    lists.set(guide, list);
  }
  return list;
}

async function read(guide: string): Promise<void> {
  const list = listOf(guide);
  if (list.read) return;
  list.read = true;
  try {
    const { readTicks } = await import('./store.ts');
    const stored = await readTicks(guide);
    // What was ticked while the database was still opening counts as well.
    list.set({ done: new Set([...stored, ...list.getSnapshot().done]), kept: true });
  } catch (error) {
    console.warn('workspace:', error);
    list.set({ ...list.getSnapshot(), kept: false });
  }
}

function change(guide: string, done: ReadonlySet<string>): void {
  const list = listOf(guide);
  list.set({ ...list.getSnapshot(), done });
  list.last = list.last.then(async () => {
    try {
      const { putTicks } = await import('./store.ts');
      await putTicks({ guide, done: [...done] });
      if (!list.getSnapshot().kept) list.set({ ...list.getSnapshot(), kept: true });
    } catch (error) {
      console.warn('workspace:', error);
      list.set({ ...list.getSnapshot(), kept: false });
    }
  });
}

/** The ticks of a guide, how to set or take off one, and how to clear all. */
export function useTicks(guide: string) {
  const list = listOf(guide);
  const ticks = useSyncExternalStore(list.subscribe, list.getSnapshot);
  useEffect(() => void read(guide), [guide]);
  return {
    ...ticks,
    /** Puts `on` in and takes `off` out. */
    tick: (on: readonly string[], off: readonly string[] = []) => {
      const { done } = list.getSnapshot();
      change(guide, new Set([...done].filter((key) => !off.includes(key)).concat(on)));
    },
    clear: () => change(guide, new Set()),
  };
}
