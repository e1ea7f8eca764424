/**
 * The service worker: keeps the whole app and all packs on the phone and answers from there.
 *
 * Each version is stored whole in a cache of its own, waits until a page lets it in, and clears away what is older only
 * when no page needs it any more (`worker/version.ts`). What is asked for is answered in `worker/answers.ts`.
 */
import { isNoRoom } from './device/no-room.ts';
import type { CacheReport, FromWorker, ToWorker } from './device/worker-messages.ts';
import { answer } from './worker/answers.ts';
import { fetchEdition } from './worker/edition.ts';
import { SHARE_PATH, takeShared } from './worker/shared.ts';
import { count, endOthers, install, lockName, repair, storedLanguages, tidy } from './worker/version.ts';

declare const self: ServiceWorkerGlobalScope;

/** Ends all storing, because everything is about to be deleted. */
const stopping = new AbortController();
let repairing: Promise<void> | undefined;
/** What is missing could not be stored for want of room. */
let noRoom = false;

self.addEventListener('install', (event) => {
  const update = self.registration.active !== null && self.registration.active.state !== 'redundant';
  event.waitUntil(
    install(stopping.signal, (done, total) => tell({ type: 'progress', done, total, update })).catch(async (error) => {
      await tell({ type: 'failed', detail: String(error), update });
      // On a full phone the worker comes alone: it has the numbers in itself, and without it nothing would open offline.
      noRoom = isNoRoom(error);
      if (noRoom && !update) return;
      throw error;
    }),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { scope } = self.registration;
  if (request.method === 'POST' && request.url === scope + SHARE_PATH) return event.respondWith(takeShared(request));
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  const response = answer(request);
  if (response) event.respondWith(response);
});

// Where the browser offers it, for an installed app (dataset/watch.ts).
self.addEventListener('periodicsync', (event) => {
  (event as ExtendableEvent).waitUntil(fetchEdition());
});

self.addEventListener('message', (event) => {
  const message = event.data as ToWorker;
  const reply = async () => event.ports[0]?.postMessage(await report());
  switch (message.type) {
    case 'skip-waiting':
      event.waitUntil(makeWhole().then(letIn).then(reply));
      break;
    case 'check':
      event.waitUntil(reply());
      break;
    case 'repair':
      event.waitUntil(makeWhole().then(reply));
      break;
    case 'settled':
      event.waitUntil(tidy());
      break;
    case 'end-others':
      event.waitUntil(endOthers((event.source as Client | null)?.id).then(reply));
      break;
    case 'stop':
      stopping.abort();
      break;
  }
});

/** Tells all pages, also those that no worker controls yet. */
async function tell(message: FromWorker): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window', includeUncontrolled: true })) {
    client.postMessage(message);
  }
}

async function report(): Promise<CacheReport> {
  return { ...(await count()), lock: await lockName(), languages: await storedLanguages(), noRoom };
}

/** Fetches what is missing, if anything is; asked again meanwhile, it is the same work. */
async function makeWhole(): Promise<void> {
  if ((await count()).missing === 0) return;
  repairing ??= repair(stopping.signal, (done, total) => tell({ type: 'progress', done, total, update: false }))
    .then((lacking) => {
      noRoom = lacking;
    })
    .finally(() => {
      repairing = undefined;
    });
  await repairing;
}

/** A version that is not whole is not let in, whoever asks: the one in charge is. */
async function letIn(): Promise<void> {
  if ((await count()).missing === 0) await self.skipWaiting();
}
