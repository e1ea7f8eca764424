/**
 * The last resort: published as `sw.js`, it takes a release off all phones that no newer one could mend. It needs no page's
 * help, stores nothing but the page with the numbers, and lets everything else through to the network. What people kept
 * is in a database that it does not touch. The next real `sw.js` takes its place like any other.
 */
const KEPT = 'harbour-numbers';
const PAGE = new URL('index.html', self.registration.scope).href;
const NEUTRAL = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Calendar</title>';

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(KEPT);
      await cache.add(new Request(PAGE, { cache: 'reload' })).catch(() => undefined); // then the caches stay as they are
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      await self.clients.claim();
      if (await caches.match(PAGE, { cacheName: KEPT })) {
        for (const name of await caches.keys()) {
          if (name.startsWith('harbour') && name !== KEPT) await caches.delete(name);
        }
      }
      for (const client of await self.clients.matchAll({ type: 'window' })) {
        // Not waited for: the page waits for this worker, which is in charge only when this here has ended.
        client.navigate(client.url).catch(() => undefined);
      }
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return;
  event.respondWith(fetch(event.request).catch(() => withoutNetwork(event.request)));
});

/** The numbers; after Leave nothing that anybody could ask about. */
async function withoutNetwork({ url }) {
  if (new URL(url).pathname.endsWith('/away.html')) {
    return new Response(NEUTRAL, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }
  return (await caches.match(PAGE, { ignoreSearch: true })) ?? Response.error();
}
