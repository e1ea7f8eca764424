/** From what is stored, cached or published to one whole, checked directory in memory. */
import { createDirectory, type Directory } from '../directory/directory.ts';
import { isFirstPack } from '../directory/later-packs.ts';
import type { Manifest } from '../directory/pack.ts';
import type { StoredEdition } from '../directory/store.ts';
import { EditionError, errorText, StorageError, storageTrouble, type Trouble } from './errors.ts';
import { fetchManifest, fetchPacks } from './fetch.ts';
import { parse, verifyManifest, verifyStoredPack, vouchedBy } from './verify.ts';

export interface Loaded {
  directory: Directory;
  /** Names the packs that are still to be read when they are needed. */
  manifest: Manifest;
  from: 'database' | 'packs';
  /** `schema` says that this browser could not compute hashes (an insecure context). */
  vouchedBy: 'hash' | 'schema';
  trouble: Trouble | undefined;
  /** What should still be put into the database; undefined when it holds just this. */
  toKeep: StoredEdition | undefined;
}

/** How long a database that does not answer, or a manifest on a dying network, may hold up reading. */
export const PATIENCE_MS = 2000;

/**
 * Loads an edition. It comes from the database when that holds the very edition that the app offers, from the
 * packs otherwise. Trouble with either is overcome with the other where that is possible.
 *
 * @param onProgress packs that are ready, of all; called only when packs are fetched
 * @param patience a promise that ends the wait for storage that hangs
 * @throws EditionError when neither side has a whole edition
 */
export async function loadEdition(
  onProgress: (done: number, total: number) => void,
  patience: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
): Promise<Loaded> {
  const offer = fetchManifest();
  offer.catch(() => undefined); // handled below; without this line a late failure would count as unhandled
  const stored = await readStored(patience);
  let trouble = stored.trouble;

  let offered: string | undefined;
  let fault: unknown;
  try {
    offered = stored.edition ? await Promise.race([offer, patience().then(() => undefined)]) : await offer;
  } catch (error) {
    fault = error;
  }

  if (stored.edition && (offered === undefined || offered === stored.edition.manifest)) {
    try {
      return fromDatabase(await openStored(stored.edition), undefined);
    } catch (error) {
      trouble = { kind: 'nonsense', detail: errorText(error), healed: false };
      offered ??= await offer;
    }
  }
  if (offered === undefined) throw fault;

  try {
    const manifest = await verifyManifest(offered);
    const first = manifest.packs.filter(isFirstPack);
    onProgress(0, first.length);
    const { packs, texts } = await fetchPacks(first, (done) => onProgress(done, first.length));
    const toKeep = { manifest: offered, packs: texts };
    return { directory: assemble(manifest, packs), manifest, from: 'packs', vouchedBy, trouble, toKeep };
  } catch (error) {
    if (!stored.edition || trouble) throw error;
    // The new edition is torn or out of reach: the one that is here is whole, so it goes on being read.
    const opened = await openStored(stored.edition).catch(() => {
      throw error;
    });
    return fromDatabase(opened, { kind: 'edition', detail: errorText(error), healed: false });
  }
}

/**
 * Puts an edition into the database, building that anew where it is broken.
 * @param trouble what was met when reading
 * @returns the trouble that is left, or that is healed
 */
export async function keepEdition(edition: StoredEdition, trouble: Trouble | undefined): Promise<Trouble | undefined> {
  if (trouble?.kind === 'missing') return trouble;
  const { dropEdition, replaceEdition } = await import('../directory/store.ts');
  try {
    if (trouble === undefined || trouble.kind === 'hanging') {
      try {
        await replaceEdition(edition);
        return trouble && { ...trouble, healed: true };
      } catch (error) {
        trouble = { kind: storageTrouble(error), detail: errorText(error), healed: false };
      }
    }
    await dropEdition();
    await replaceEdition(edition);
    return { ...trouble, healed: true };
  } catch (error) {
    return { kind: storageTrouble(error), detail: errorText(error), healed: false };
  }
}

/** What the database holds, unchecked, or why it cannot be read. Never throws and never waits longer than `patience`. */
async function readStored(
  patience: () => Promise<void>,
): Promise<{ edition?: StoredEdition | undefined; trouble?: Trouble | undefined }> {
  try {
    if (!globalThis.indexedDB) throw new StorageError('missing', 'this browser offers no IndexedDB here');
    const { readEdition } = await import('../directory/store.ts');
    const hanging = patience().then((): never => {
      throw new StorageError('hanging', 'IndexedDB does not answer');
    });
    const reading = readEdition();
    reading.catch(() => undefined); // it may fail long after we have stopped waiting
    hanging.catch(() => undefined);
    return { edition: await Promise.race([reading, hanging]) };
  } catch (error) {
    return { trouble: { kind: storageTrouble(error), detail: errorText(error), healed: false } };
  }
}

async function openStored({ manifest: text, packs }: StoredEdition): Promise<Pick<Loaded, 'directory' | 'manifest'>> {
  // It passed the schema when it was stored; its packs' hashes vouch for the rest.
  const manifest = vouchedBy === 'hash' ? (parse('edition.json', text) as Manifest) : await verifyManifest(text);
  const first = manifest.packs.filter(isFirstPack);
  const read = await Promise.all(first.map((entry) => verifyStoredPack(entry, packs.get(entry.id) ?? '')));
  return { manifest, directory: assemble(manifest, read) };
}

function assemble(...parts: Parameters<typeof createDirectory>): Directory {
  try {
    return createDirectory(...parts);
  } catch (cause) {
    throw new EditionError('unfit', errorText(cause), { cause });
  }
}

function fromDatabase(opened: Pick<Loaded, 'directory' | 'manifest'>, trouble: Trouble | undefined): Loaded {
  return { ...opened, from: 'database', vouchedBy, trouble, toKeep: undefined };
}
