/** Deleting what the browser keeps: all of it, or what is the user's. */
import { isChromium } from './chromium.ts';
import { tellDeletion } from './deletion.ts';
import { markKept } from './kept-mark.ts';
import { endOffline } from './offline.ts';
import { unreadable } from './scrub.ts';
import { changeSettings, SETTINGS_KEY } from './settings.ts';
import type { ToWorker } from './worker-messages.ts';

/** The database of what the user wrote. */
const MINE = 'workspace';
/** The databases there may be; used where the browser cannot list them. */
const DATABASES = ['directory', MINE];
/** What says nothing of what anybody did here: the settings, the first numbers, how often it was opened, and the mark of cases, which other tabs look at. */
const NOT_MINE = [SETTINGS_KEY, 'harbour.first', 'harbour.visits', 'harbour.mark', 'tabs'];

/** Something that could not be deleted. `open-elsewhere`: another tab has to be closed first. */
export interface LeftOver {
  what: string;
  reason: 'open-elsewhere' | 'refused';
  detail: string;
}

class OpenElsewhere extends Error {}

/** How long the browser may take over deleting one thing. */
const ANSWER_MS = 10_000;
/** How long a worker that is just being registered is waited for. */
const ENDING_MS = 2000;

/**
 * Deletes all that the app has stored: service worker, caches, databases (also what the user wrote), settings.
 * A part that fails does not keep the others. Other tabs end first, so that they neither hold nor write anything. What has
 * been written meanwhile is deleted in a second round. Once all is gone, this page opens no database any more: what is
 * still under way, e.g. the edition being stored, would build it anew.
 * @returns what is still there; empty when everything is gone
 */
export async function deleteEverything(): Promise<LeftOver[]> {
  tellDeletion('begun');
  const reopen = closeDatabases();
  await endOthers();
  const offline = endOffline();
  // A host that hangs is not waited for; what it answers later finds that all has ended.
  await within(ENDING_MS, offline.ended).catch(() => undefined);
  // In a first round of its own: nothing else may write meanwhile.
  await deleteWritten();
  await deleteRound();
  const left = await deleteRound();
  if (left.length > 0) {
    reopen();
    offline.again();
  }
  return left;
}

/** Ends tabs of other versions, which may not hear what is told, as far as the worker of this one can. */
async function endOthers(): Promise<void> {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  const answered = new Promise((resolve) => {
    port1.onmessage = resolve;
  });
  worker.postMessage({ type: 'end-others' } satisfies ToWorker, [port2]);
  // A worker of another version may not know of it.
  await within(ENDING_MS, answered).catch(() => undefined);
  port1.close();
}

/** From here on this page opens no database, whoever asks for it. @returns what lets it again */
export function closeDatabases(): () => void {
  const factory = globalThis.indexedDB;
  if (!factory) return () => undefined;
  factory.open = () => {
    throw new DOMException('everything is being deleted', 'InvalidStateError');
  };
  // What the browser has for it lies on the prototype.
  return () => Reflect.deleteProperty(factory, 'open');
}

/**
 * Deletes what is the user's: the database of what they wrote, what is held for this tab, and what storage knows of them. The
 * directory, the app and how it is set up stay. Once it is gone, this page opens no database any more.
 * @returns what is still there; empty when all of it is gone
 */
export async function deleteMine(): Promise<LeftOver[]> {
  tellDeletion('begun');
  const reopen = closeDatabases();
  await endOthers();
  const { left, attempt } = attempts();
  left.push(...(await deleteWritten()));
  await attempt('settings', () => {
    changeSettings({ role: undefined });
    for (const key of Object.keys(localStorage)) if (!NOT_MINE.includes(key)) localStorage.removeItem(key);
  });
  await attempt('settings of this tab', () => sessionStorage.clear());
  if (left.length > 0) reopen();
  tellDeletion('over');
  return left;
}

/** Deletes the database of what the user wrote, on Chromium so that its files are rewritten. @returns what is still there */
async function deleteWritten(): Promise<LeftOver[]> {
  // First of all: whoever is cut short must not be told that the browser did it.
  markKept(false);
  if (!globalThis.indexedDB) return [];
  const { left, attempt } = attempts();
  const remove = () => attempt(`database ${MINE}`, () => deleteDatabase(MINE));
  await (isChromium() ? unreadable(MINE, remove) : remove());
  return left;
}

function within<T>(ms: number, work: T): Promise<unknown> {
  return Promise.race([work, new Promise((_, reject) => setTimeout(reject, ms, new Error('no answer')))]);
}

/** Things done one after the other, and what has failed of them. */
function attempts() {
  const left: LeftOver[] = [];
  const attempt = async (what: string, work: () => unknown) => {
    try {
      await within(ANSWER_MS, work());
    } catch (error) {
      left.push({ what, reason: error instanceof OpenElsewhere ? 'open-elsewhere' : 'refused', detail: String(error) });
    }
  };
  return { left, attempt };
}

async function deleteRound(): Promise<LeftOver[]> {
  const { left, attempt } = attempts();
  await attempt('service worker', unregister);
  await attempt('caches', async () => {
    for (const name of (await globalThis.caches?.keys()) ?? []) {
      await attempt(`cache ${name}`, () => caches.delete(name));
    }
  });
  await attempt('databases', async () => {
    if (!globalThis.indexedDB) return;
    const listed = (await indexedDB.databases?.().catch(() => undefined))?.flatMap(({ name }) => name ?? []);
    await Promise.all((listed ?? DATABASES).map((name) => attempt(`database ${name}`, () => deleteDatabase(name))));
  });
  await attempt('settings', () => localStorage.clear());
  await attempt('settings of this tab', () => sessionStorage.clear());
  return left;
}

async function unregister(): Promise<void> {
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    const { installing, waiting, active } = registration;
    for (const worker of [installing, waiting, active]) worker?.postMessage({ type: 'stop' } satisfies ToWorker);
    await registration.unregister();
  }
}

/** Deletions that wait for another tab. A second one would only queue up behind the first, and never say why. */
const waiting = new Set<string>();

/** @throws OpenElsewhere when another tab keeps the database open, DOMException when the browser refuses */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const blocked = () => {
      waiting.add(name);
      reject(new OpenElsewhere(`${name} is open in another tab`));
    };
    if (waiting.has(name)) return blocked();
    const request = indexedDB.deleteDatabase(name);
    request.onblocked = blocked;
    request.onsuccess = () => {
      waiting.delete(name);
      resolve();
    };
    request.onerror = () => {
      waiting.delete(name);
      reject(request.error ?? new Error('refused'));
    };
  });
}
