/** What the user keeps, for screens. The database and Dexie with it are loaded when first asked for. */
import { useSyncExternalStore } from 'react';
import { observable } from '../device/observable.ts';
import { askToKeep } from '../device/storage.ts';
import type { PackResponder } from '../directory/pack.ts';
import type { Noted, Workspace } from './store.ts';

export type { Noted } from './store.ts';

/** `unavailable`: this browser does not let the app keep anything; reading works on. */
export type WorkspaceState = { state: 'loading' } | { state: 'unavailable' } | ({ state: 'ready' } & Workspace);

/** One of the lists as screens see it. It is empty unless `ready`. */
export interface NotedList {
  state: WorkspaceState['state'];
  /** Newest first. */
  items: readonly Noted[];
}

const workspace = observable<WorkspaceState>({ state: 'loading' });
let asked = false;
let last: Promise<unknown> = Promise.resolve();

/** Does something to the database, then shows what it holds. One after the other, so that the last one shows last. */
function change(work: (store: typeof import('./store.ts')) => Promise<void>): Promise<boolean> {
  const done = last.then(() => changeNow(work));
  last = done;
  return done;
}

/** Returns whether it worked. */
async function changeNow(work: (store: typeof import('./store.ts')) => Promise<void>): Promise<boolean> {
  try {
    if (!globalThis.indexedDB) throw new Error('this browser offers no IndexedDB here');
    const store = await import('./store.ts');
    await work(store);
    workspace.set({ state: 'ready', ...(await store.readWorkspace()) });
    return true;
  } catch (error) {
    console.warn('workspace:', error);
    // What was read before stays on the screen: it is still true.
    if (workspace.getSnapshot().state !== 'ready') workspace.set({ state: 'unavailable' });
    return false;
  }
}

/** Reads the database again, e.g. after another tab may have changed it or after everything was deleted. */
export async function refreshWorkspace(): Promise<void> {
  await change(async () => undefined);
}

/**
 * Keeps a responder.
 * @param number what one would tap first, as shown: it is kept for the day the responder leaves the directory
 * @returns false when this browser does not let the app keep anything
 */
export async function keep(
  responder: Pick<PackResponder, 'id' | 'name'>,
  number: string | undefined,
): Promise<boolean> {
  const kept = await change((store) => store.putKept(noted(responder, number)));
  // What somebody kept must not be cleared away by the browser.
  if (kept) void askToKeep({ installed: false, saved: true, readyOffline: false });
  return kept;
}

/** Takes a responder off the kept ones. @returns false when that did not work */
export function unkeep(id: string): Promise<boolean> {
  return change((store) => store.deleteKept(id));
}

/** Notes that a responder was opened. Silent where nothing can be kept. */
export async function remember(
  responder: Pick<PackResponder, 'id' | 'name'>,
  number: string | undefined,
): Promise<void> {
  await change((store) => store.putRecent(noted(responder, number)));
}

/** Forgets which responders were opened. @returns false when that did not work */
export function forgetRecent(): Promise<boolean> {
  return change((store) => store.clearRecent());
}

function noted({ id, name }: Pick<PackResponder, 'id' | 'name'>, number: string | undefined): Noted {
  return { id, at: Date.now(), name: { ...name }, ...(number !== undefined && { number }) };
}

function subscribe(listener: () => void): () => void {
  if (!asked) {
    asked = true;
    void refreshWorkspace();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void refreshWorkspace();
    });
  }
  return workspace.subscribe(listener);
}

function useWorkspace(): WorkspaceState {
  return useSyncExternalStore(subscribe, workspace.getSnapshot);
}

/** The kept responders. */
export function useKept(): NotedList {
  const now = useWorkspace();
  return { state: now.state, items: now.state === 'ready' ? now.kept : [] };
}

/** The responders opened last, ten at most. */
export function useRecent(): NotedList {
  const now = useWorkspace();
  return { state: now.state, items: now.state === 'ready' ? now.recent : [] };
}
