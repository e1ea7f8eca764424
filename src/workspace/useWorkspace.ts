/** What the user keeps, for screens. The database and Dexie with it are loaded when first asked for. */
import { useSyncExternalStore } from 'react';
import { forgetCasesAtHand } from '../device/case-of-tab.ts';
import { askToKeep } from '../device/storage.ts';
import type { PackResponder } from '../directory/pack.ts';
import { type Listed, list } from './list.ts';
import type { Noted } from './rows.ts';
import type { Workspace } from './store.ts';
import { tell } from './tabs.ts';
import { dropOpenPlans } from './usePlans.ts';
import { dropOpenTicks } from './useTicks.ts';

export type { Noted } from './rows.ts';

/** One of the lists as screens see it. It is empty unless `ready`. */
export interface NotedList {
  state: Listed<unknown>['state'];
  /** Newest first. */
  items: readonly Noted[];
}

const store = () => import('./store.ts');
const workspace = list<Workspace>('noted', async () => (await store()).readWorkspace());

function change(work: (opened: typeof import('./store.ts')) => Promise<void>): Promise<boolean> {
  return workspace.change(async () => work(await store()));
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

/** The kept responders. */
export function useKept(): NotedList {
  return useNoted(({ kept }) => kept);
}

/** The responders opened last, ten at most. */
export function useRecent(): NotedList {
  return useNoted(({ recent }) => recent);
}

function useNoted(items: (workspace: Workspace) => readonly Noted[]): NotedList {
  const now = useSyncExternalStore(workspace.subscribe, workspace.getSnapshot);
  return { state: now.state, items: now.state === 'ready' ? items(now.value) : [] };
}
