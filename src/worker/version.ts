/**
 * The files of one version of the app, in a cache that is its own.
 *
 * A cache is named `harbour:<scope>:<number>:<version>`. The number only grows from one installation to the next, and
 * the browser installs one version after the other: so all that has a smaller number than the version in charge is
 * older than it, and whatever waits or is being stored has a greater one.
 */

import { isNoRoom } from '../device/no-room.ts';
import { editionCache, languagesCache } from '../device/worker-caches.ts';
import { languageOf } from '../i18n/languages.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: Entry[] };

/** One file, as the build lists it. */
interface Entry {
  /** Relative to the scope. */
  url: string;
  /** `sha256-…`: only a file with this very content is ever stored. */
  integrity: string;
}

/** A file may pause for so long while it comes, in milliseconds; then it is asked for again. */
const STALLED_MS = 10_000;
/** How many files are asked for at once. */
const AT_ONCE = 6;

// The build's plugin names its web app manifest once more, without a hash.
const LIST: readonly Entry[] = self.__WB_MANIFEST.filter(({ integrity }) => integrity);
const SCOPE = self.registration.scope;
const PREFIX = `harbour:${new URL(SCOPE).pathname}:`;
/** How the releases before the first of these named the one cache that all their versions shared. */
const SHARED_BEFORE = `harbour-precache-v2-${SCOPE}`;
/** Files whose name carries the hash of their content, and so mean the same in every version. */
const HASHED = /^(assets\/.+|data\/[a-z0-9-]+\.[0-9a-f]{12}\.json(\.minisig)?)$/;

const byPath = new Map(LIST.map((entry) => [entry.url, entry]));
const identity: Promise<string> = digest(new TextEncoder().encode(JSON.stringify(LIST))).then((hash) =>
  hash
    .slice('sha256-'.length)
    .replace(/[^a-z0-9]/gi, '')
    .slice(0, 16),
);

/** Languages that every version stored before a page could say which ones this phone speaks. */
const SPOKEN_BEFORE = ['et', 'lv', 'lt'];

/**
 * The files that are to be stored, relative to the scope: all but those of languages that nobody here has chosen. English
 * always, because it is what remains when another language cannot be had.
 */
export async function wanted(): Promise<readonly string[]> {
  const name = languagesCache(new URL(SCOPE).pathname);
  const chosen = (await self.caches.has(name))
    ? (await (await self.caches.open(name)).keys()).map(({ url }) => url.slice(url.lastIndexOf('/') + 1))
    : SPOKEN_BEFORE;
  return [...byPath.keys()].filter((path) => {
    const language = languageOf(path);
    return language === undefined || chosen.includes(language);
  });
}

/** The languages of which every file is there; English goes without saying. */
export async function storedLanguages(): Promise<string[]> {
  const { missing } = await mostComplete([...byPath.keys()]);
  const of = (paths: readonly string[]) => new Set(paths.flatMap((path) => languageOf(path) ?? []));
  const lacking = of(missing);
  return [...of([...byPath.keys()])].filter((language) => !lacking.has(language)).sort();
}

/** Whether a path, relative to the scope, is a file of this version. */
export function isListed(path: string): boolean {
  return byPath.has(path);
}

/** The manifest of the edition that this version brings, relative to the scope. */
export const OWN_MANIFEST = [...byPath.keys()].find((path) => /^data\/edition\.[0-9a-f]{12}\.json$/.test(path));

/** Whether a path, relative to the scope, means the same file in every version. */
export function isHashed(path: string): boolean {
  return HASHED.test(path);
}

/** The name of the lock that each page of this version holds as long as it is open. */
export async function lockName(): Promise<string> {
  return PREFIX + (await identity);
}

/** Caches of any version, the newest first; that of the first releases last. */
async function allCaches(): Promise<string[]> {
  const names = await self.caches.keys();
  const numbered = names.filter((name) => name.startsWith(PREFIX)).sort((a, b) => numberOf(b) - numberOf(a));
  return [...numbered, ...names.filter((name) => name === SHARED_BEFORE)];
}

/** Caches of this very version, the newest first: more than one after it was published, withdrawn and published again. */
async function ownCaches(): Promise<string[]> {
  const own = `:${await identity}`;
  return (await allCaches()).filter((name) => name.endsWith(own));
}

function numberOf(name: string): number {
  return name === SHARED_BEFORE ? -1 : Number(name.slice(PREFIX.length).split(':')[0]);
}

/**
 * A file of this version from its cache; a file whose name carries its hash from any version's.
 * @param path relative to the scope
 */
export async function stored(path: string): Promise<Response | undefined> {
  for (const name of await ownCaches()) {
    const found = await self.caches.match(SCOPE + path, { cacheName: name });
    if (found) return found;
  }
  return HASHED.test(path) ? storedAnywhere(path) : undefined;
}

/**
 * A file from the cache of the newest version that has one by that name; a pack also from an edition that is of no version.
 * @param path relative to the scope
 */
export async function storedAnywhere(path: string): Promise<Response | undefined> {
  const editions = HASHED.test(path) ? [editionCache(new URL(SCOPE).pathname)] : [];
  for (const name of [...(await allCaches()), ...editions]) {
    const found = await self.caches.match(SCOPE + path, { cacheName: name, ignoreSearch: true });
    if (found) return found;
  }
  return undefined;
}

/**
 * A file of this version from the network: only with the very content that this version lists, whatever a host,
 * a portal or the browser's own cache answers.
 * @param path relative to the scope
 * @throws Error naming the file and what came instead
 */
export async function fetched(path: string, signal?: AbortSignal): Promise<Response> {
  const entry = byPath.get(path);
  if (!entry) throw new Error(`${path} is no file of this version`);
  let fault = '';
  // What the page has just fetched is taken from the browser's cache; what is wrong there is asked for past it.
  for (const cache of [HASHED.test(path) ? 'default' : 'no-cache', 'reload', 'reload'] as const) {
    try {
      const { response, bytes } = await download(SCOPE + path, cache, signal);
      if (!response.ok) fault = `HTTP ${response.status}`;
      else if ((await digest(bytes)) !== entry.integrity) fault = 'not the file that this version lists';
      else return copyOf(response, bytes);
    } catch (error) {
      if (signal?.aborted) throw error;
      fault = String(error);
    }
  }
  throw new Error(`${path}: ${fault}`);
}

/** Those of the paths that are not in a cache. */
async function missingIn(name: string, paths: readonly string[]): Promise<string[]> {
  const cache = await self.caches.open(name);
  const there = new Set((await cache.keys()).map((request) => request.url));
  return paths.filter((path) => !there.has(SCOPE + path));
}

/** The fewest of the paths that are missing in one of this version's caches, and in which. */
async function mostComplete(paths: readonly string[]): Promise<{ name: string | undefined; missing: string[] }> {
  let best = { name: undefined as string | undefined, missing: [...paths] };
  for (const name of await ownCaches()) {
    const missing = await missingIn(name, paths);
    if (missing.length < best.missing.length) best = { name, missing };
    if (missing.length === 0) break;
  }
  return best;
}

/** How many files are to be stored, and how many of them are missing. */
export async function count(): Promise<{ missing: number; total: number }> {
  const paths = await wanted();
  return { missing: (await mostComplete(paths)).missing.length, total: paths.length };
}

/**
 * Stores this version in a cache of its own, before it may be called installed. What was stored in an earlier try is
 * kept; what an older version has with the same content is copied; the rest is fetched.
 * @throws Error when a file cannot be had, DOMException when there is no room; what is there stays for the next try,
 *   unless the room is needed
 */
export async function install(signal: AbortSignal, onStored: OnStored): Promise<void> {
  const paths = await wanted();
  const [newest] = await allCaches();
  const own = await identity;
  const name = newest?.endsWith(`:${own}`)
    ? newest
    : `${PREFIX}${Math.max(0, newest ? numberOf(newest) : 0) + 1}:${own}`;
  try {
    await fill(name, paths, signal, onStored);
  } catch (error) {
    if (isNoRoom(error)) await self.caches.delete(name);
    throw error;
  }
  const missing = await missingIn(name, paths);
  if (missing.length > 0) throw new Error(`${missing[0]} was not kept`);
}

/**
 * Fetches what is wanted and is not there, or no longer. Never throws: what cannot be had stays missing.
 * @returns whether it is for want of room that something is
 */
export async function repair(signal: AbortSignal, onStored: OnStored): Promise<boolean> {
  const paths = await wanted();
  const { name: known } = await mostComplete(paths);
  // With the smallest number, a cache made anew is never taken for a successor of one that waits.
  const name = known ?? `${PREFIX}0:${await identity}`;
  try {
    await fill(name, paths, signal, onStored);
    return false;
  } catch (error) {
    const noRoom = isNoRoom(error);
    // A part that cannot become the whole leaves its room to what somebody keeps.
    if (noRoom && known === undefined) await self.caches.delete(name);
    return noRoom;
  }
}

/** Called after each file with the number of files that are there, of how many. */
type OnStored = (done: number, total: number) => Promise<void>;

async function fill(name: string, paths: readonly string[], signal: AbortSignal, onStored: OnStored): Promise<void> {
  const cache = await self.caches.open(name);
  const others = (await allCaches()).filter((other) => other !== name);
  const missing = await missingIn(name, paths);
  let done = paths.length - missing.length;
  const next = async (): Promise<void> => {
    for (let path = missing.shift(); path !== undefined; path = missing.shift()) {
      const response = (await copied(path, others)) ?? (await fetched(path, signal));
      signal.throwIfAborted();
      await cache.put(SCOPE + path, response);
      await onStored(++done, paths.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** A file that another version has with the very same content. */
async function copied(path: string, others: readonly string[]): Promise<Response | undefined> {
  for (const name of others) {
    const found = await self.caches.match(SCOPE + path, { cacheName: name, ignoreSearch: true }).catch(() => undefined);
    if (!found) continue;
    const bytes = await found.arrayBuffer();
    if ((await digest(bytes)) === byPath.get(path)?.integrity) return copyOf(found, bytes);
  }
  return undefined;
}

/**
 * Deletes the caches of older versions: only when this version is whole, nothing waits or is being stored, and no page
 * of an older version is open. Only a version in charge may be told to.
 */
export async function tidy(): Promise<void> {
  const { installing, waiting } = self.registration;
  if (installing || waiting) return;
  const { name: own, missing } = await mostComplete(await wanted());
  if (own === undefined || missing.length > 0) return;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const held = (await self.navigator.locks?.query())?.held?.flatMap((lock) => lock.name ?? []) ?? [];
  const ours = held.filter((name) => name.startsWith(PREFIX));
  // Pages of the first releases hold no lock, and without locks nobody knows of any page but the one that asks.
  if (pages.length - ours.length > (self.navigator.locks ? 0 : 1)) return;
  for (const name of await allCaches()) {
    const inUse = ours.some((lock) => name.endsWith(lock.slice(PREFIX.length)));
    if (numberOf(name) < numberOf(own) && !inUse) await self.caches.delete(name);
  }
}

/**
 * Where a page of another version is open, leads all but the one that asks to the calendar: they show, hold and write nothing any
 * more. Which page holds which lock no browser says alike. The first releases hold none, and are not known.
 */
export async function endOthers(asking: string | undefined): Promise<void> {
  const own = await lockName();
  const held = (await self.navigator.locks?.query())?.held ?? [];
  if (held.every(({ name = own }) => !name.startsWith(PREFIX) || name === own)) return;
  const pages = await self.clients.matchAll({ type: 'window' });
  const away = `${self.registration.scope}away.html`;
  await Promise.all(pages.map((page) => page.id !== asking && page.navigate(away).catch(() => null)));
}

/** Reads a whole answer. @throws when it fails, or pauses for longer than {@link STALLED_MS} */
async function download(
  address: string,
  cache: RequestCache,
  signal: AbortSignal | undefined,
): Promise<{ response: Response; bytes: ArrayBuffer }> {
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(new Error('no answer in time')), STALLED_MS);
  const stop = () => stalled.abort(signal?.reason);
  signal?.addEventListener('abort', stop);
  try {
    const response = await fetch(address, { cache, credentials: 'same-origin', signal: stalled.signal });
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      parts.push(part.value);
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(new Error('the answer stopped in the middle')), STALLED_MS);
    }
    return { response, bytes: await new Blob(parts).arrayBuffer() };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** The same answer from bytes that are no longer encoded, and without the mark of a redirection. */
function copyOf(response: Response, bytes: ArrayBuffer): Response {
  const headers = new Headers(response.headers);
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  return new Response(bytes, { headers });
}

async function digest(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${btoa(String.fromCharCode(...hash))}`;
}
