/** The packs of the guidance: kept with the edition, read when a screen first needs them. */
import { isFirstPack, type LaterPackId } from '../directory/later-packs.ts';
import type { LaterPack, Manifest } from '../directory/pack.ts';
import { EditionError } from './errors.ts';
import { fetchPacks } from './fetch.ts';
import { PATIENCE_MS } from './load.ts';
import { verifyStoredPack } from './verify.ts';

/**
 * Reads a pack of the edition that the directory is from: out of the database when it is there and right,
 * fetched otherwise.
 *
 * @param patience a promise that ends the wait for storage that hangs
 * @throws EditionError when neither side has it
 */
export async function readLaterPack<Id extends LaterPackId>(
  manifest: Manifest,
  id: Id,
  patience: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
): Promise<LaterPack<Id>> {
  const entry = manifest.packs.find((pack) => pack.id === id);
  if (!entry) throw new EditionError('unfit', `the edition has no pack ${id}`);
  const stored = await readStoredPack(entry.file, patience);
  // What is stored may be torn: then its hash is wrong, and it is fetched.
  const kept = stored === undefined ? undefined : await verifyStoredPack(entry, stored).catch(() => undefined);
  const pack = kept ?? (await fetchPacks([entry])).packs[0];
  return pack as LaterPack<Id>;
}

/**
 * The texts by file name of all packs that the first screen did not need, checked, to be stored with the others.
 * @throws EditionError at the first one that is missing or wrong
 */
export async function fetchLaterPacks(manifest: Manifest): Promise<ReadonlyMap<string, string>> {
  return (await fetchPacks(manifest.packs.filter((entry) => !isFirstPack(entry)))).texts;
}

async function readStoredPack(file: string, patience: () => Promise<void>): Promise<string | undefined> {
  if (!globalThis.indexedDB) return undefined;
  try {
    const { readPacks } = await import('../directory/store.ts');
    const reading = readPacks([file]).then((packs) => packs.get(file));
    reading.catch(() => undefined); // it may fail long after we have stopped waiting
    return await Promise.race([reading, patience().then(() => undefined)]);
  } catch {
    return undefined;
  }
}
