/** What the browser keeps for the app: asking it to hold on, saying how much there is, deleting all of it. */
import type { ToWorker } from './worker-messages.ts';

/** The databases there may be; used where the browser cannot list them. */
const DATABASES = ['directory', 'workspace'];
const VISITS = 'harbour.visits';
const VISIT_COUNTED = 'harbour.visit-counted';

/** Counts this visit (once a tab), so that a second one can be told from a first. */
export function countVisit(): void {
  try {
    if (sessionStorage.getItem(VISIT_COUNTED)) return;
    sessionStorage.setItem(VISIT_COUNTED, '1');
    localStorage.setItem(VISITS, String(visits() + 1));
  } catch {
    // Storage is blocked: then there is nothing that could be kept either.
  }
}

function visits(): number {
  return Number(localStorage.getItem(VISITS)) || 0;
}

/**
 * Whether it is fair to ask the browser to keep our storage: somebody who installed the app, wrote something down,
 * or came back to an app that is ready offline would miss it. Some browsers put the question to the user.
 */
export function worthKeeping(reasons: {
  installed: boolean;
  saved: boolean;
  readyOffline: boolean;
  visits: number;
}): boolean {
  return reasons.installed || reasons.saved || (reasons.readyOffline && reasons.visits >= 2);
}

/**
 * Asks the browser for storage that it does not clear by itself, if that is worth it.
 * @returns whether it is granted; undefined when it was not asked or the browser cannot say
 */
export async function askToKeep(reasons: {
  installed: boolean;
  saved: boolean;
  readyOffline: boolean;
}): Promise<boolean | undefined> {
  try {
    if (!worthKeeping({ ...reasons, visits: visits() })) return undefined;
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return undefined;
  }
}

export interface StorageUse {
  /** Bytes used and allowed; undefined where the browser does not say. */
  usage: number | undefined;
  quota: number | undefined;
  /** Whether the browser promised not to clear it by itself. */
  kept: boolean | undefined;
}

/** How much is stored. Never throws. */
export async function storageUse(): Promise<StorageUse> {
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
  const kept = await navigator.storage?.persisted?.().catch(() => undefined);
  return { usage: estimate?.usage, quota: estimate?.quota, kept };
}

/** Something that could not be deleted. `open-elsewhere`: another tab has to be closed first. */
export interface LeftOver {
  what: string;
  reason: 'open-elsewhere' | 'refused';
  detail: string;
}

class OpenElsewhere extends Error {}

/** How long the browser may take over deleting one thing. */
const ANSWER_MS = 10_000;

/**
 * Deletes all that the app has stored: service worker, caches, databases (also what the user wrote), settings.
 * A part that fails does not keep the others. What has been written meanwhile is deleted in a second round. Once all is
 * gone, this page opens no database any more: what is still under way, e.g. the edition being stored, would build it anew.
 * @returns what is still there; empty when everything is gone
 */
export async function deleteEverything(): Promise<LeftOver[]> {
  const reopen = closeDatabases();
  await deleteRound();
  const left = await deleteRound();
  if (left.length > 0) reopen();
  return left;
}

/** From here on this page opens no database, whoever asks for it. @returns what lets it again */
function closeDatabases(): () => void {
  const factory = globalThis.indexedDB;
  if (!factory) return () => undefined;
  factory.open = () => {
    throw new DOMException('everything is being deleted', 'InvalidStateError');
  };
  // What the browser has for it lies on the prototype.
  return () => Reflect.deleteProperty(factory, 'open');
}

async function deleteRound(): Promise<LeftOver[]> {
  const left: LeftOver[] = [];
  const attempt = async (what: string, work: () => unknown) => {
    try {
      await Promise.race([work(), new Promise((_, reject) => setTimeout(reject, ANSWER_MS, new Error('no answer')))]);
    } catch (error) {
      left.push({ what, reason: error instanceof OpenElsewhere ? 'open-elsewhere' : 'refused', detail: String(error) });
    }
  };
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
