/** Corrections for screens. The database and Dexie with it are loaded when first asked for. */
import { useSyncExternalStore } from 'react';
import { askToKeep } from '../device/storage.ts';
import { type Listed, list } from './list.ts';
import type { Correction } from './rows.ts';

export type { Correction } from './rows.ts';

export interface Outbox {
  state: Listed<unknown>['state'];
  /** The one changed last first; empty unless `ready`. */
  items: readonly Correction[];
}

const store = () => import('./outbox.ts');
const outbox = list('outbox', async () => (await store()).readOutbox());

/** A new id: it goes out with the correction, and says nothing of who wrote it. */
export function newId(): string {
  return `p-${[...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** @returns whether it is kept */
export async function keepCorrection(correction: Correction): Promise<boolean> {
  const done = await outbox.change(async () => (await store()).putCorrection(correction, newId()));
  // What somebody wrote must not be cleared away by the browser.
  if (done) void askToKeep({ installed: false, saved: true, readyOffline: false });
  return done;
}

/** @returns whether it is gone */
export function removeCorrection(id: string): Promise<boolean> {
  return outbox.change(async () => (await store()).deleteCorrection(id));
}

/** @returns whether that is written */
export function noteSent(went: readonly Pick<Correction, 'id' | 'at'>[], day: string): Promise<boolean> {
  return outbox.change(async () => (await store()).markSent(went, day));
}

/** What was written to the curators. */
export function useOutbox(): Outbox {
  const now = useSyncExternalStore(outbox.subscribe, outbox.getSnapshot);
  return { state: now.state, items: now.state === 'ready' ? now.value : [] };
}
