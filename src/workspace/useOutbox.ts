/** Corrections for screens. The database and Dexie with it are loaded when first asked for. */
import { useSyncExternalStore } from 'react';
import { observable } from '../device/observable.ts';
import { askToKeep } from '../device/storage.ts';
import type { Correction } from './rows.ts';
import { hear, tell } from './tabs.ts';

export type { Correction } from './rows.ts';

/** `unavailable`: this browser keeps nothing here. */
export type Outbox = { state: 'loading' | 'unavailable' | 'ready'; items: readonly Correction[] };

const outbox = observable<Outbox>({ state: 'loading', items: [] });
let watchers = 0;
let stopHearing: () => void = () => undefined;
let last: Promise<unknown> = Promise.resolve();

async function store() {
  if (!globalThis.indexedDB) throw new Error('this browser offers no IndexedDB here');
  return import('./outbox.ts');
}

/** Does something to the outbox, then shows what it holds: one after the other, so that the last one shows last. */
function after(work: (store: typeof import('./outbox.ts')) => Promise<void>): Promise<boolean> {
  const done = last.then(async () => {
    try {
      const opened = await store();
      await work(opened);
      outbox.set({ state: 'ready', items: await opened.readOutbox() });
      return true;
    } catch (error) {
      console.warn('workspace:', error);
      // What was read before stays on the screen: it is still true.
      if (outbox.getSnapshot().state !== 'ready') outbox.set({ state: 'unavailable', items: [] });
      return false;
    }
  });
  last = done;
  return done;
}

async function change(work: (store: typeof import('./outbox.ts')) => Promise<void>): Promise<boolean> {
  const done = await after(work);
  if (done) tell('outbox', outbox);
  return done;
}

const read = () => after(async () => undefined);

/** A new id: it goes out with the correction, and says nothing of who wrote it. */
export function newId(): string {
  return `p-${[...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** @returns whether it is kept */
export async function keepCorrection(correction: Correction): Promise<boolean> {
  const done = await change((opened) => opened.putCorrection(correction, newId()));
  // What somebody wrote must not be cleared away by the browser.
  if (done) void askToKeep({ installed: false, saved: true, readyOffline: false });
  return done;
}

/** @returns whether it is gone */
export function removeCorrection(id: string): Promise<boolean> {
  return change((opened) => opened.deleteCorrection(id));
}

/** @returns whether that is written */
export function noteSent(went: readonly Pick<Correction, 'id' | 'at'>[], day: string): Promise<boolean> {
  return change((opened) => opened.markSent(went, day));
}

function subscribe(listener: () => void): () => void {
  const off = outbox.subscribe(listener);
  if (watchers++ === 0) {
    void read();
    stopHearing = hear((part) => {
      if (part === undefined || part === 'outbox') void read();
    }, outbox);
  }
  return () => {
    off();
    if (--watchers === 0) stopHearing();
  };
}

/** What was written to the curators, the one changed last first. */
export function useOutbox(): Outbox {
  return useSyncExternalStore(subscribe, outbox.getSnapshot);
}
