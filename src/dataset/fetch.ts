/** The published edition, from the service worker's cache or from the network: the page cannot tell, and need not. */
import type { Manifest, Pack } from '../directory/pack.ts';
import type { StoredEdition } from '../directory/store.ts';
import { EditionError, errorText } from './errors.ts';
import { verifyPack } from './verify.ts';

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

/** The text of `edition.json`. @throws EditionError `unreachable` */
export function fetchManifest(): Promise<string> {
  return fetchText('edition.json', 'no-cache');
}

/**
 * Fetches and checks packs of an edition at once. What arrives wrong may have been kept wrong by the browser's HTTP cache,
 * which holds packs for a year: it is fetched once more, past that cache.
 * @param onDone called after each pack that is here and right, with the number of packs so far
 * @throws EditionError at the first pack that is missing or wrong: an edition is taken whole or not at all
 */
export async function fetchPacks(
  entries: Manifest['packs'],
  onDone: (done: number) => void = () => undefined,
): Promise<{ packs: Pack[]; texts: StoredEdition['packs'] }> {
  const texts = new Map<string, string>();
  const packs = await Promise.all(
    entries.map(async (entry) => {
      const { text, pack } = await fetchPack(entry, 'default').catch((error: unknown) => {
        if (error instanceof EditionError && error.kind === 'unfit') throw error;
        return fetchPack(entry, 'reload');
      });
      texts.set(entry.id, text);
      onDone(texts.size);
      return pack;
    }),
  );
  return { packs, texts };
}

async function fetchPack(entry: Manifest['packs'][number], cache: RequestCache): Promise<{ text: string; pack: Pack }> {
  const text = await fetchText(entry.file, cache);
  return { text, pack: await verifyPack(entry, text) };
}

/** The text of a file. Where nothing comes it is asked for anew. @throws EditionError `unreachable` */
async function fetchText(file: string, cache: RequestCache): Promise<string> {
  let silences = SILENCES;
  while (true) {
    const request = new AbortController();
    waiting.add(request);
    heardAt = performance.now();
    let silent = false;
    const watch = setInterval(() => {
      silent = performance.now() - heardAt >= (silences[0] ?? 0);
      if (silent) request.abort();
    }, 500);
    try {
      return await readText(file, { cache, signal: request.signal });
    } catch (cause) {
      if (silent) silences = silences.slice(1);
      if (!request.signal.aborted || silences.length === 0) {
        throw new EditionError('unreachable', `${file}: ${errorText(cause)}`, { cause });
      }
      cache = 'reload';
    } finally {
      clearInterval(watch);
      waiting.delete(request);
    }
  }
}

async function readText(file: string, init: RequestInit): Promise<string> {
  const response = await fetch(`${import.meta.env.BASE_URL}data/${file}`, init);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    heardAt = performance.now();
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
