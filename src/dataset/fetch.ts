/** The published edition, from the service worker's cache or from the network: the page cannot tell, and need not. */
import type { Manifest, Pack } from '../directory/pack.ts';
import type { StoredEdition } from '../directory/store.ts';
import { EditionError, errorText } from './errors.ts';
import { verifyPack } from './verify.ts';

/** The text of `edition.json`. @throws EditionError `unreachable` */
export function fetchManifest(): Promise<string> {
  return fetchText('edition.json', 'no-cache');
}

/**
 * Fetches and checks packs of an edition at once.
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
      const text = await fetchText(entry.file, 'default');
      const pack = await verifyPack(entry, text);
      texts.set(entry.id, text);
      onDone(texts.size);
      return pack;
    }),
  );
  return { packs, texts };
}

async function fetchText(file: string, cache: RequestCache): Promise<string> {
  try {
    const response = await fetch(`${import.meta.env.BASE_URL}data/${file}`, { cache });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.text();
  } catch (cause) {
    throw new EditionError('unreachable', `${file}: ${errorText(cause)}`, { cause });
  }
}
