/** The ticks of a guide's checklist, for screens. They hold for the session where nothing can be kept. */
import { useMemo, useSyncExternalStore } from 'react';
import { type Draft, draft, type Shown } from './draft.ts';

export interface Ticks {
  /** What is ticked, written or not. */
  done: ReadonlySet<string>;
  /** How many of the ticks are written: they are there again after a reload, a crash or an empty battery. */
  written: number;
  state: Shown<unknown>['state'];
  /** How far the last change of one item has come; undefined when it is written. */
  saving(key: string): Saving | undefined;
  /** Puts `on` in and takes `off` out. */
  tick(on: readonly string[], off?: readonly string[]): void;
  clear(): void;
  retry(): void;
}

/** A change that is not written: on its way, or it could not be written. */
export type Saving = 'writing' | 'failed';

const lists = new Map<string, Draft<string[]>>();

function listOf(guide: string): Draft<string[]> {
  let list = lists.get(guide);
  if (!list) {
    list = draft<string[]>(
      'ticks',
      async () => (await store()).readTicks(guide),
      async (edits) => (await store()).editTicks(guide, edits),
    );
    lists.set(guide, list);
  }
  return list;
}

/** Forgets what this page knows of ticks, also what could not be written. */
export function dropOpenTicks(): void {
  lists.clear();
}

/** The database and Dexie with it are loaded when first asked for. */
const store = () => import('./ticks.ts');

/** The ticks of a guide, how to set or take off some, and how to clear all. */
export function useTicks(guide: string): Ticks {
  const list = listOf(guide);
  const shown = useSyncExternalStore(list.subscribe, list.getSnapshot);
  return useMemo(() => {
    const done = new Set(shown.value);
    const stored = new Set(shown.stored);
    return {
      done,
      written: [...done].filter((key) => stored.has(key)).length,
      state: shown.state,
      saving: (key) => savingOf(done.has(key) === stored.has(key), shown.state),
      tick: (on, off = []) =>
        void list.edit((value = []) => [...new Set([...value.filter((key) => !off.includes(key)), ...on])]),
      clear: () => void list.edit(() => undefined),
      retry: () => void list.retry(),
    };
  }, [list, shown]);
}

/** How far a change has come. */
export function savingOf(written: boolean, state: Shown<unknown>['state']): Saving | undefined {
  if (written) return undefined;
  return state === 'refused' || state === 'unsaved' || state === 'locked' ? 'failed' : 'writing';
}
