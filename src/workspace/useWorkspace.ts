/** What the user keeps, for screens. The database and Dexie with it are loaded when first asked for. */
import { useSyncExternalStore } from 'react';
import { forgetCasesAtHand } from '../device/case-of-tab.ts';
import { observable } from '../device/observable.ts';
import { askToKeep } from '../device/storage.ts';
import type { PackResponder } from '../directory/pack.ts';
import type { Noted } from './rows.ts';
import type { Workspace } from './store.ts';
import { hear, tell } from './tabs.ts';
import { dropOpenPlans } from './usePlans.ts';
import { dropOpenTicks } from './useTicks.ts';

export type { Noted } from './rows.ts';

/** `unavailable`: this browser does not let the app keep anything; reading works on. */
export type WorkspaceState = { state: 'loading' } | { state: 'unavailable' } | ({ state: 'ready' } & Workspace);

/** One of the lists as screens see it. It is empty unless `ready`. */
export interface NotedList {
  state: WorkspaceState['state'];
  /** Newest first. */
  items: readonly Noted[];
}

const workspace = observable<WorkspaceState>({ state: 'loading' });
let watchers = 0;
let stopHearing: () => void = () => undefined;
let last: Promise<unknown> = Promise.resolve();

/** Does something to the database, then shows what it holds and tells the other tabs. Returns whether it worked. */
function change(work: (store: typeof import('./store.ts')) => Promise<void>): Promise<boolean> {
  const done = read(work);
  void done.then((worked) => worked && tell('noted', workspace));
  return done;
}

/** Shows what the database holds, after `work` where there is any. */
function read(work: (store: typeof import('./store.ts')) => Promise<void> = async () => undefined): Promise<boolean> {
  const done = last.then(() => changeNow(work));
  last = done; // one after the other, so that the last one shows last
  return done;
}

async function changeNow(work: (store: typeof import('./store.ts')) => Promise<void>): Promise<boolean> {
  try {
    await work(await theStore());
    await show();
    return true;
  } catch (error) {
    console.warn('workspace:', error);
    // What was read before stays on the screen: it is still true. A write that fails does not make a browser one that keeps nothing.
    if (workspace.getSnapshot().state !== 'ready') await show().catch(() => workspace.set({ state: 'unavailable' }));
    return false;
  }
}

async function show(): Promise<void> {
  workspace.set({ state: 'ready', ...(await (await theStore()).readWorkspace()) });
}

async function theStore(): Promise<typeof import('./store.ts')> {
  if (!globalThis.indexedDB) throw new Error('this browser offers no IndexedDB here');
  return import('./store.ts');
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

/**
 * Forgets all that belongs to cases, on the device and in open tabs: plans, ticks, what was opened and searched. Kept
 * responders, settings and the directory stay.
 * @returns false when what is stored could not be cleared
 */
export async function forgetCases(): Promise<boolean> {
  forgetCasesAtHand();
  dropOpenPlans();
  dropOpenTicks();
  const done = await change((store) => store.clearCases());
  if (done) {
    tell('plans');
    tell('ticks');
  }
  return done;
}

function noted({ id, name }: Pick<PackResponder, 'id' | 'name'>, number: string | undefined): Noted {
  return { id, at: Date.now(), name: { ...name }, ...(number !== undefined && { number }) };
}

function subscribe(listener: () => void): () => void {
  const off = workspace.subscribe(listener);
  if (watchers++ === 0) {
    void read();
    stopHearing = hear((part) => {
      if (part === undefined || part === 'noted') void read();
    }, workspace);
  }
  return () => {
    off();
    if (--watchers === 0) stopHearing();
  };
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
