/** The published edition, from the service worker's cache or from the network: the page cannot tell, and need not. */
import { isLeaving } from '../device/leave.ts';
import type { Manifest, Pack } from '../directory/pack.ts';
import type { Published } from '../directory/store.ts';
import { EditionError, errorText } from './errors.ts';
import { MANIFEST_MAX } from './signature.ts';
import { verifyPack, verifyStoredPack } from './verify.ts';

/**
 * How long nothing may arrive before a file is asked for anew, in ms: longer each time, because a thin network is not a dead
 * one. After the last of them a file counts as out of reach.
 */
const SILENCES = [5_000, 10_000, 20_000, 40_000];

/** When anything last arrived, whatever file it was of: on a thin network they come one after the other. */
let heardAt = 0;
/** The requests under way. */
const waiting = new Set<AbortController>();

/** Asks anew, past the HTTP cache, for everything that is being waited for. */
export function askAgain(): void {
  for (const request of waiting) request.abort();
}

/** A host that answers, but not with the file. */
class Absent extends Error {}

/** The file of the manifest that this version of the app brings, as its page says. */
function ownManifest(): string {
  const file = globalThis.document?.getElementById('first')?.getAttribute('data-manifest');
  return file ?? PUBLISHED;
}

/** The manifest of whatever edition is published now. */
const PUBLISHED = 'edition.json';

/**
 * A manifest and its signature, as they came: nothing about them is known yet.
 * @param from `this version`: those that came with the app; `the host`: those that are published now, past every cache
 * @throws EditionError `unreachable`, or `endless` when a host does not stop sending
 */
export async function fetchPublished(from: 'this version' | 'the host' = 'this version'): Promise<Published> {
  const [file, cache] =
    from === 'this version' ? [ownManifest(), 'no-cache' as const] : [PUBLISHED, 'no-store' as const];
  const [text, signature] = await Promise.all([
    fetchText(file, cache, MANIFEST_MAX),
    fetchText(`${file}.minisig`, cache, MANIFEST_MAX).catch((error: unknown) => {
      // Without a signature it is an edition that nobody has signed, which is refused as such.
      if (error instanceof EditionError && error.cause instanceof Absent) return '';
      throw error;
    }),
  ]);
  return { text, signature };
}

/** Packs that are right, and their texts by file name. */
export interface Fetched {
  packs: Pack[];
  texts: Map<string, string>;
}

/**
 * Fetches and checks packs of an edition at once. What arrives wrong may have been kept wrong by the browser's HTTP cache,
 * which holds packs for a year: it is fetched once more, past that cache.
 * @param onDone called after each pack that is here and right, with the number of packs so far
 * @param known texts by file name that this phone has from another edition: what is in them and right is not fetched
 * @throws EditionError at the first pack that is missing or wrong: an edition is taken whole or not at all
 */
export async function fetchPacks(
  entries: Manifest['packs'],
  onDone: (done: number) => void = () => undefined,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Fetched> {
  const texts = new Map<string, string>();
  const packs = await Promise.all(
    entries.map(async (entry) => {
      const { text, pack } = await knownPack(entry, known.get(entry.file)).catch(() =>
        fetchPack(entry, 'default').catch((error: unknown) => {
          if (error instanceof EditionError && error.kind === 'unfit') throw error;
          return fetchPack(entry, 'reload');
        }),
      );
      texts.set(entry.file, text);
      onDone(texts.size);
      return pack;
    }),
  );
  return { packs, texts };
}

async function knownPack(entry: Manifest['packs'][number], text = ''): Promise<{ text: string; pack: Pack }> {
  return { text, pack: await verifyStoredPack(entry, text) };
}

async function fetchPack(entry: Manifest['packs'][number], cache: RequestCache): Promise<{ text: string; pack: Pack }> {
  const text = await fetchText(entry.file, cache, entry.bytes).catch((error: unknown) => {
    if (error instanceof EditionError && error.kind === 'endless') throw new EditionError('damaged', error.message);
    throw error;
  });
  return { text, pack: await verifyPack(entry, text) };
}

/**
 * The text of a file. Where nothing comes it is asked for anew, unless somebody has left.
 * @param most how many bytes it may have; what is longer is not read to its end
 * @throws EditionError `unreachable` or `endless`
 */
async function fetchText(file: string, cache: RequestCache, most: number): Promise<string> {
  let silences = SILENCES;
  while (true) {
    if (isLeaving()) throw new EditionError('unreachable', file);
    const request = new AbortController();
    waiting.add(request);
    heardAt = performance.now();
    let silent = false;
    const watch = setInterval(() => {
      silent = performance.now() - heardAt >= (silences[0] ?? 0);
      if (silent) request.abort();
    }, 500);
    try {
      return await readText(file, { cache, signal: request.signal }, most);
    } catch (cause) {
      if (cause instanceof EditionError) throw cause;
      if (silent) silences = silences.slice(1);
      if (!request.signal.aborted || silences.length === 0) {
        throw new EditionError('unreachable', `${file}: ${errorText(cause)}`, { cause });
      }
      if (cache !== 'no-store') cache = 'reload';
    } finally {
      clearInterval(watch);
      waiting.delete(request);
    }
  }
}

async function readText(file: string, init: RequestInit, most: number): Promise<string> {
  const response = await fetch(`${import.meta.env.BASE_URL}data/${file}`, init);
  if (!response.ok) throw new Absent(`HTTP ${response.status}`);
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    heardAt = performance.now();
    bytes += part.value.byteLength;
    if (bytes > most) {
      await reader?.cancel();
      throw new EditionError('endless', `${file} has more than ${most} bytes`);
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
