/** An edition that the service worker fetched while the app was closed (`worker/edition.ts`): its manifest and signature; its packs are fetched as any others. */
import { editionCache } from '../device/worker-caches.ts';
import type { Published } from '../directory/store.ts';

/** Never throws: what cannot be read is not there. */
export async function fetchedMeanwhile(): Promise<Published | undefined> {
  try {
    const base = import.meta.env.BASE_URL;
    if (!globalThis.caches || !(await caches.has(editionCache(base)))) return undefined;
    const cache = await caches.open(editionCache(base));
    const read = async (file: string) => (await cache.match(`${base}data/${file}`))?.text();
    const [text, signature] = await Promise.all([read('edition.json'), read('edition.json.minisig')]);
    return text !== undefined && signature !== undefined ? { text, signature } : undefined;
  } catch {
    return undefined;
  }
}

/** Takes it away, once it is kept elsewhere or not fit to be read. */
export async function forgetMeanwhile(): Promise<void> {
  await globalThis.caches?.delete(editionCache(import.meta.env.BASE_URL)).catch(() => undefined);
}
