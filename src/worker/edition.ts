/**
 * A newer edition, fetched while the app is closed: kept in a cache of its own once its signature and every hash are right. The
 * app reads it at its next start, and verifies it anew.
 */
import { KEYS } from '../dataset/keys.ts';
import { byBrowser, MANIFEST_MAX, verifySignature } from '../dataset/signature.ts';
import { editionCache } from '../device/worker-caches.ts';
import type { Manifest } from '../directory/pack.ts';
import { OWN_MANIFEST, stored, storedAnywhere } from './version.ts';

declare const self: ServiceWorkerGlobalScope;

const MANIFEST = 'data/edition.json';
const SIGNATURE = `${MANIFEST}.minisig`;

/** Where what was fetched is kept. */
const cacheName = () => editionCache(new URL(self.registration.scope).pathname);

/** Looks for one. Throws nothing: what could not be had is looked for the next time. */
export async function fetchEdition(): Promise<void> {
  try {
    const [manifest, signature] = await Promise.all([ask(MANIFEST, MANIFEST_MAX), ask(SIGNATURE, MANIFEST_MAX)]);
    const own = OWN_MANIFEST && (await stored(OWN_MANIFEST));
    if (own && (await own.text()) === (await manifest.clone().text())) return;
    const bytes = new Uint8Array(await manifest.clone().arrayBuffer());
    const verdict = await verifySignature(bytes, await signature.clone().text(), KEYS, byBrowser);
    if ('refused' in verdict) return;
    const { packs } = (await manifest.clone().json()) as Manifest;
    const lacking = [];
    for (const pack of packs) if (!(await storedAnywhere(`data/${pack.file}`))) lacking.push(pack);
    const fetched = await Promise.all(
      lacking.map(async ({ file, sha256, bytes }) => {
        const response = await ask(`data/${file}`, bytes);
        if ((await hex(await response.clone().arrayBuffer())) !== sha256) throw new Error(file);
        return [`data/${file}`, response] as const;
      }),
    );
    const cache = await self.caches.open(cacheName());
    const address = (path: string) => self.registration.scope + path;
    // The manifest last: with it, all is there. What an edition of before has fetched may be part of this one.
    for (const [path, response] of [...fetched, [SIGNATURE, signature], [MANIFEST, manifest]] as const) {
      await cache.put(address(path), response);
    }
    const named = new Set([MANIFEST, SIGNATURE, ...packs.map(({ file }) => `data/${file}`)].map(address));
    for (const { url } of await cache.keys()) if (!named.has(url)) await cache.delete(url);
  } catch {
    // No network, no room, or not what it should be.
  }
}

/** @param most how many bytes it may have; what is longer is not read to its end */
async function ask(path: string, most: number): Promise<Response> {
  const response = await fetch(self.registration.scope + path, { cache: 'no-store' });
  if (!response.ok || !response.body) throw new Error(`${path}: HTTP ${response.status}`);
  const reader = response.body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length > most) {
      await reader.cancel();
      throw new Error(`${path} has more than ${most} bytes`);
    }
    parts.push(part.value);
  }
  return new Response(new Blob(parts), { headers: { 'Content-Type': response.headers.get('Content-Type') ?? '' } });
}

async function hex(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
