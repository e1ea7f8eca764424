/** Everything between the page and its service worker: being ready offline, and letting a new version in. */
import type { messageSW as MessageWorker } from 'workbox-window';
import { afterFirstScreen } from './first-screen.ts';
import { installStore } from './install.ts';
import { noteLanguage } from './languages.ts';
import { type Observable, observable } from './observable.ts';
import { getSettings } from './settings.ts';
import { askToKeep } from './storage.ts';
import { trusted } from './trusted.ts';
import type { CacheReport, FromWorker, ToWorker } from './worker-messages.ts';

/** Whether the app would open without a network. */
export type Readiness =
  /** Not known yet. */
  | { state: 'checking' }
  /** This browser has no service worker here: the app needs a connection at every start. */
  | { state: 'unsupported' }
  /** Files are being stored. `total` is 0 until the first one is. */
  | { state: 'preparing'; done: number; total: number }
  /** Every file was found in the cache. */
  | { state: 'ready' }
  /** Files are missing, which the browser threw away or had no room for, and they cannot be had now. */
  | { state: 'incomplete'; missing: number; total: number; noRoom: boolean }
  /**
   * Storing failed, or with `begun: false` the worker was not even registered. It is tried again at the next start, when the
   * network comes back, or by {@link prepareAgain}.
   */
  | { state: 'failed'; detail: string; begun: boolean; noRoom: boolean };

/**
 * What there is to say about versions:
 * - `waiting`: a new version is stored and can be let in
 * - `completing`: the browser has thrown away parts of it, which are fetched again before it is let in
 * - `not-whole`: they cannot be had now, so this version goes on; with a network it can be tried again
 * - `elsewhere`: another tab has let it in; this one goes on as it is until reloaded
 * - `part-missing`: a part of this (older) version can no longer be had; only a reload helps
 */
export type Update = 'none' | 'waiting' | 'completing' | 'not-whole' | 'elsewhere' | 'part-missing';

export interface Offline {
  readiness: Readiness;
  update: Update;
  /** The languages besides English that open without a network; undefined until the worker has said it. */
  languages?: readonly string[];
}

const BASE = import.meta.env.BASE_URL;
/** How long the app may stay open before it asks for a new version when it comes to the front. */
const ASK_AGAIN_MS = 60 * 60 * 1000;

/** How long until a waiting version that was let in and does not come is let in again. */
const LET_IN_AGAIN_MS = 700;
/** Then the page is loaded anew all the same: whatever held the old worker goes with it. */
const LET_IN_ANYHOW_MS = 5000;

const state = observable<Offline>({ readiness: { state: 'checking' }, update: 'none' });
let registration: ServiceWorkerRegistration | undefined;
let messageSW: typeof MessageWorker | undefined;
let detail: string | undefined;
let askedAt = 0;
let applying = false;
let repairing = false;
let settled = false;
/** Everything is being deleted: nothing is registered or noted any more. */
let ended = false;
let preparing: Promise<void> = Promise.resolve();
const watched = new WeakSet<ServiceWorker>();

/** The state of being offline-ready and of updates. */
export const offlineStore: Observable<Offline> = state;

/** Registers the service worker once the first screen has been painted, and keeps watch. Never throws. */
export async function initOffline(): Promise<void> {
  window.addEventListener('vite:preloadError', () => change({ update: 'part-missing' }));
  const { serviceWorker } = navigator;
  if (!serviceWorker || import.meta.env.DEV) return change({ readiness: { state: 'unsupported' } });
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => hear(data));
  let controlled = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    // The first worker to take a page over brings nothing new; a later one does, and some other tab has asked for it.
    if (controlled && !applying) change({ update: 'elsewhere' });
    controlled = true;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void askForUpdate();
  });
  window.addEventListener('online', () => {
    // No network makes room: what would have to be thrown away again is not fetched.
    const { readiness } = state.getSnapshot();
    if (!('noRoom' in readiness && readiness.noRoom)) void prepareAgain();
  });
  await painted();
  if (!controlled) await afterFirstScreen();
  await prepare();
}

/**
 * Everything is about to be deleted: from here on this page registers no worker and notes no language.
 * @returns when what was under way has ended, and what lets it again
 */
export function endOffline(): { ended: Promise<void>; again(): void } {
  ended = true;
  return {
    ended: preparing,
    again: () => {
      ended = false;
    },
  };
}

/** Tries again to become ready offline, if something is missing. Never throws. */
export async function prepareAgain(): Promise<void> {
  const { state: readiness } = state.getSnapshot().readiness;
  if (readiness === 'failed') await prepare();
  else if (readiness === 'incomplete' && registration?.active) await verify(registration.active, true);
}

/**
 * Has a language stored that was just chosen, with the progress of any storing; in the version that waits, too, or it
 * would speak English from its first start on. Never throws.
 */
export async function storeLanguage(language: string): Promise<void> {
  await noteLanguage(language);
  if (registration?.active) await verify(registration.active, true);
  if (registration?.waiting) await ask(registration.waiting, { type: 'repair' });
}

/**
 * Lets the waiting version in and reloads this page, once; other tabs are told and stay as they are. A version that is
 * not whole is made whole first, and not let in where that fails. Never throws.
 */
export async function applyUpdate(): Promise<void> {
  const waiting = registration?.waiting;
  if (!waiting) {
    location.reload();
    return;
  }
  if (applying) return;
  applying = true;
  // A worker that does not answer asks itself before it comes in.
  let report = await inTime(ask(waiting, { type: 'check' }), LET_IN_ANYHOW_MS);
  if (report && report.missing > 0) {
    change({ update: 'completing' });
    report = await ask(waiting, { type: 'repair' });
    if (report.missing > 0) {
      applying = false;
      change({ update: 'not-whole' });
      return;
    }
  }
  letIn(waiting);
}

function letIn(waiting: ServiceWorker): void {
  const send = () => {
    // The old worker goes only when it owes no page an answer any more, and one that hangs would keep it for minutes.
    window.stop();
    waiting.postMessage({ type: 'skip-waiting' } satisfies ToWorker);
  };
  const asking = setInterval(send, LET_IN_AGAIN_MS);
  const reload = () => {
    clearInterval(asking);
    location.reload();
  };
  setTimeout(reload, LET_IN_ANYHOW_MS);
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') reload();
  });
  send();
}

/** Asks for a new version now, e.g. because this one has failed. Never throws. */
export async function lookForUpdate(): Promise<void> {
  askedAt = Date.now();
  await registration?.update().catch(() => undefined); // no network: the next time will do
}

function prepare(): Promise<void> {
  preparing = begin();
  return preparing;
}

async function begin(): Promise<void> {
  if (ended) return;
  try {
    // Before the worker is there, or it would store languages that nobody here has chosen.
    await noteLanguage(getSettings().language);
    const workboxWindow = await import('workbox-window');
    if (ended) return;
    messageSW = workboxWindow.messageSW;
    const workbox = new workboxWindow.Workbox(trusted.createScriptURL(`${BASE}sw.js`), {
      scope: BASE,
      updateViaCache: 'none',
    });
    registration = await workbox.register({ immediate: true });
    if (ended) return void (await registration?.unregister());
    if (!registration) throw new Error('the browser gave no registration');
    askedAt = Date.now();
    registration.addEventListener('updatefound', () => look());
    look();
    if (registration.active) await verify(registration.active);
  } catch (error) {
    failed(String(error), false);
  }
}

/** Reads off the registration what is going on, and looks again whenever a worker moves on, wherever on its way it was met. */
function look(): void {
  if (!registration) return;
  const { installing, waiting, active } = registration;
  for (const worker of [installing, waiting, active]) {
    if (!worker || watched.has(worker)) continue;
    watched.add(worker);
    worker.addEventListener('statechange', () => moved(worker));
    if (worker === installing && !active) void follow(worker);
  }
  if (!installing && !waiting && !active) {
    failed(detail ?? 'the browser gave no reason', true);
  }
  if (waiting && active && state.getSnapshot().update === 'none') change({ update: 'waiting' });
}

function moved(worker: ServiceWorker): void {
  if (worker.state === 'activated' && state.getSnapshot().readiness.state !== 'ready') void verify(worker);
  look();
}

/** Shows how far a first installation is, also one that began before this page was opened. */
async function follow(installing: ServiceWorker): Promise<void> {
  change({ readiness: { state: 'preparing', done: 0, total: 0 } });
  const { missing, total } = await ask(installing, { type: 'check' });
  const { readiness } = state.getSnapshot();
  if (readiness.state === 'preparing' && readiness.total === 0) {
    change({ readiness: { ...readiness, done: total - missing, total } });
  }
}

/**
 * Asks the worker whether all is really in the cache; if not, has it fetched again, and says what came of it.
 * @param asked somebody asks for it: it is fetched again also where there was no room a moment ago
 */
async function verify(worker: ServiceWorker, asked = false): Promise<void> {
  let { missing, total, lock, languages, noRoom = false } = await ask(worker, { type: 'check' });
  if (missing > 0 && (asked || !noRoom)) {
    change({ readiness: { state: 'preparing', done: total - missing, total } });
    repairing = true;
    ({ missing, total, languages, noRoom = false } = await ask(worker, { type: 'repair' }));
    repairing = false;
  }
  if (languages) change({ languages });
  change({ readiness: missing > 0 ? { state: 'incomplete', missing, total, noRoom } : { state: 'ready' } });
  if (missing === 0) {
    settle(worker, lock);
    await askToKeep({ installed: installStore.getSnapshot().installed, saved: false, readyOffline: true });
  }
}

/** Holds the lock that keeps this page's version on the phone, and tells the worker that it may clear up what is older. */
function settle(worker: ServiceWorker, lock: string | undefined): void {
  if (settled || lock === undefined) return;
  settled = true;
  const tell = () => worker.postMessage({ type: 'settled' } satisfies ToWorker);
  if (!navigator.locks) {
    tell();
    return;
  }
  navigator.locks
    .request(lock, { mode: 'shared' }, () => {
      tell();
      return new Promise(() => undefined); // held until the page is closed
    })
    .catch(() => undefined); // without it, older files stay a little longer
}

async function ask(worker: ServiceWorker, message: ToWorker): Promise<CacheReport> {
  return (await messageSW?.(worker, message)) as CacheReport;
}

function hear(message: FromWorker): void {
  if (message.type === 'failed') detail = message.detail;
  // Late news of an installation that has meanwhile ended must not bring the progress back.
  else if (!message.update && (repairing || (registration?.installing && !registration.active))) {
    change({ readiness: { state: 'preparing', done: message.done, total: message.total } });
  }
}

/** Asks whether there is a new version: at most once an hour, when the app comes to the front. */
async function askForUpdate(): Promise<void> {
  if (registration && Date.now() - askedAt >= ASK_AGAIN_MS) await lookForUpdate();
}

function inTime<T>(promise: Promise<T>, patience: number): Promise<T | undefined> {
  return Promise.race([promise, new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined))]);
}

function failed(detail: string, begun: boolean): void {
  change({ readiness: { state: 'failed', detail, begun, noRoom: detail.includes('QuotaExceededError') } });
}

function change(part: Partial<Offline>): void {
  state.set({ ...state.getSnapshot(), ...part });
}

/** Resolves when the page has loaded and a frame has been drawn: what makes ready for later must not slow down now. */
async function painted(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  }
  await new Promise<void>((resolve) => {
    if (document.visibilityState === 'hidden')
      resolve(); // no frame is drawn in the background
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}
