/**
 * The service worker: keeps the whole app and all packs on the phone and answers from there.
 *
 * A new version stores itself beside the old one, waits until a page lets it in, and only then tidies up.
 */
import { cacheNames, setCacheNameDetails } from 'workbox-core';
import { cleanupOutdatedCaches, PrecacheController, type PrecacheEntry } from 'workbox-precaching';
import type { CacheReport, FromWorker, ToWorker } from './device/worker-messages.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: (PrecacheEntry | string)[] };

/** Ends all storing, because everything is about to be deleted. */
const stopping = new AbortController();
let stored = 0;
let firstInstall = false;

setCacheNameDetails({ prefix: 'harbour' });
const precache = new PrecacheController({
  plugins: [
    {
      requestWillFetch: async ({ request }) => new Request(request, { signal: stopping.signal }),
      cacheWillUpdate: async ({ response }) => (response.status === 200 && !stopping.signal.aborted ? response : null),
      handlerDidComplete: async ({ event, request, error }) => {
        if (event?.type !== 'install') return;
        if (error) await tell({ type: 'failed', detail: `${request.url}: ${error.message}`, update: isUpdate() });
        else
          await tell({ type: 'progress', done: ++stored, total: precache.getCachedURLs().length, update: isUpdate() });
      },
    },
  ],
});
precache.addToCacheList(self.__WB_MANIFEST);

const INDEX = new URL('index.html', self.registration.scope).href;
/** Files whose name carries the hash of their content, and so mean the same in every version. */
const HASHED = /\/assets\/|\/data\/[a-z0-9-]+\.[0-9a-f]{12}\.json$/;

cleanupOutdatedCaches();

self.addEventListener('install', (event) => {
  firstInstall = !isUpdate();
  precache.install(event);
});

self.addEventListener('activate', (event) => {
  if (firstInstall) event.waitUntil(self.clients.claim());
  event.waitUntil(tidy(event));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(self.registration.scope)) return;
  const key = precache.getCacheKeyForURL(url.origin + url.pathname);
  if (key) event.respondWith(fromCache(key, request));
  else if (request.mode === 'navigate' && !/\.[a-z0-9]+$|\/hsds\//.test(url.pathname)) {
    event.respondWith(fromCache(precache.getCacheKeyForURL(INDEX) ?? INDEX, request));
  } else if (HASHED.test(url.pathname)) {
    // A page of the version before may still ask for its parts.
    event.respondWith(fromCache(url.href, request));
  }
});

self.addEventListener('message', (event) => {
  const message = event.data as ToWorker;
  switch (message.type) {
    case 'skip-waiting':
      event.waitUntil(self.skipWaiting());
      break;
    case 'stop':
      stopping.abort();
      break;
    case 'check':
      event.waitUntil(
        (async () => {
          event.ports[0]?.postMessage(await report());
          if (message.starting) await tidy(event);
        })(),
      );
      break;
    case 'repair':
      event.waitUntil(repair().then((result) => event.ports[0]?.postMessage(result)));
      break;
  }
});

/** Whether this worker is stored for a version that will have to wait for another one. */
function isUpdate(): boolean {
  return self.registration.active !== null && self.registration.active.state !== 'redundant';
}

/** Tells all pages, also those that no worker controls yet. */
async function tell(message: FromWorker): Promise<void> {
  for (const client of await self.clients.matchAll({ type: 'window', includeUncontrolled: true })) {
    client.postMessage(message);
  }
}

/** From the cache; from the network when it is not there or the cache itself fails. */
async function fromCache(key: string, request: Request): Promise<Response> {
  // Not by `open`, which would bring a cache back that has just been deleted.
  const cached = await self.caches.match(key, { cacheName: cacheNames.precache }).catch(() => undefined);
  return cached ?? fetch(request);
}

/** The files that ought to be in the cache and are not, as [address, cache key]. */
async function missing(): Promise<[string, string][]> {
  const cache = await self.caches.open(cacheNames.precache);
  const there = new Set((await cache.keys()).map((request) => request.url));
  return [...precache.getURLsToCacheKeys()].filter(([, key]) => !there.has(key));
}

async function report(): Promise<CacheReport> {
  return { missing: (await missing()).length, total: precache.getURLsToCacheKeys().size };
}

/** Fetches again what the browser has thrown away. Only files with the very content of this version are taken. */
async function repair(): Promise<CacheReport> {
  const total = precache.getURLsToCacheKeys().size;
  const lost = await missing();
  const cache = await self.caches.open(cacheNames.precache);
  let done = total - lost.length;
  for (const [url, key] of lost) {
    try {
      const integrity = precache.getIntegrityForCacheKey(key) ?? '';
      const { signal } = stopping;
      const response = await fetch(url, { integrity, cache: 'reload', credentials: 'same-origin', signal });
      if (!response.ok) break;
      await cache.put(key, response);
      await tell({ type: 'progress', done: ++done, total, update: false });
    } catch {
      break; // No network, no room, or another version published by now: what is there stays, the rest stays missing.
    }
  }
  return report();
}

/** Deletes the files of older versions, unless another page is open that may still need them. */
async function tidy(event: ExtendableEvent): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length <= 1) await precache.activate(event);
}
