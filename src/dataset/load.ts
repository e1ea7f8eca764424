/** From what is stored, cached or published to one whole, trusted directory in memory. */
import { createDirectory, type Directory } from '../directory/directory.ts';
import { isFirstPack } from '../directory/later-packs.ts';
import type { Manifest, Pack } from '../directory/pack.ts';
import type { Published, StoredEdition, StoredEditions } from '../directory/store.ts';
import { EditionError, errorText, StorageError, storageTrouble, type Trouble } from './errors.ts';
import { fetchPacks, fetchPublished } from './fetch.ts';
import { newness, openManifest, type Trusted } from './manifest.ts';
import { fetchedMeanwhile } from './meanwhile.ts';
import { expectUnseen, verifyStoredPack } from './verify.ts';

export interface Loaded {
  directory: Directory;
  /** Names the packs that are still to be read when they are needed, and who has signed them. */
  trusted: Trusted;
  from: 'database' | 'packs';
  trouble: Trouble | undefined;
  /** What should still be put into the database; `next`: make current what waited in it; undefined when it holds just this. */
  toKeep: StoredEdition | 'next' | undefined;
  /** What is not fit to be read at the next start either. */
  spoiled: ReadonlySet<Place>;
}

/** How long a database that does not answer, or a manifest on a dying network, may hold up reading. */
export const PATIENCE_MS = 2000;

/**
 * Where an edition may lie: waiting in the database, read from it until now, fetched while the app was closed, with the app,
 * or, on a first visit, only with the host.
 */
export type Place = 'next' | 'current' | 'meanwhile' | 'app' | 'host';
type Candidate = Trusted & { place: Place };

/**
 * Loads the newest edition of those that are signed and whole: the one that waits in the database, the one that was read
 * last, one that was fetched meanwhile, and the one that came with the app. Each signature is verified anew. Trouble with one is
 * overcome with another where that is possible.
 *
 * @param onProgress packs that are ready, of all; called only when packs are fetched
 * @param patience a promise that ends the wait for storage that hangs
 * @param onOpening told which edition is about to be read, before its packs are fetched; again where that one is not whole
 * @throws EditionError when there is no whole edition anywhere
 */
export async function loadEdition(
  onProgress: (done: number, total: number) => void,
  patience: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  onOpening: (manifest: Manifest) => void = () => undefined,
): Promise<Loaded> {
  const withApp = fetchPublished();
  const published = isFirstVisit() ? fetchPublished('the host') : undefined;
  if (published) expectUnseen();
  // Looked at below; without this line a late failure would count as unhandled.
  for (const coming of [withApp, published]) coming?.catch(() => undefined);
  const [{ editions, trouble: met }, meanwhile] = await Promise.all([readStored(patience), fetchedMeanwhile()]);
  let trouble = met;
  let fault: unknown;
  const spoiled = new Set<Place>();
  const refuse = (place: Place, error: unknown) => {
    fault = error;
    spoiled.add(place);
    trouble ??= editionTrouble(place, error);
  };
  const candidates: Candidate[] = [];
  const look = async (place: Place, published: Published | undefined, seen: boolean) => {
    if (published === undefined) return;
    try {
      candidates.push({ ...(await openManifest(published, seen)), place });
    } catch (error) {
      refuse(place, error);
    }
  };
  const late = patience().then(() => undefined);
  await look('next', editions.next, true);
  await look('current', editions.current, true);
  await look('meanwhile', meanwhile, false);
  try {
    // With something else to read, the app's own is waited for only so long.
    const other = candidates.length > 0 ? late : published && Promise.all([published, late]).then(() => undefined);
    const own = await (other ? Promise.race([withApp, other.catch(() => withApp)]) : withApp);
    const known = candidates.find(({ published }) => published.text === own?.text);
    // What is stored may be spoiled: then the very same edition comes from the app's packs.
    if (known) candidates.push({ ...known, place: 'app' });
    else await look('app', own, false);
  } catch (error) {
    // Out of reach is what the network is most of the time; with something here to read it is no trouble.
    if (error instanceof EditionError && error.kind === 'unreachable') fault = error;
    else refuse('app', error);
  }
  // Who comes for the first time gets the newest at once, and not first what the app was built with.
  const newest = await Promise.race([published, late]).catch(() => undefined);
  const known = candidates.some((candidate) => candidate.published.text === newest?.text);
  if (newest && !known) await look('host', newest, false);
  candidates.sort((a, b) => newness(b, a) || Number(isRebuilt(b, candidates)) - Number(isRebuilt(a, candidates)));

  for (const candidate of candidates) {
    try {
      onOpening(candidate.manifest);
      const opened = await open(candidate, editions.packs, onProgress);
      return { ...opened, trusted: candidate, trouble, spoiled };
    } catch (error) {
      refuse(candidate.place, error);
    }
  }
  throw fault;
}

/** Of two of the same number the app's own counts: it was built anew, and nobody else could say so. */
function isRebuilt({ place, published }: Candidate, all: readonly Candidate[]): boolean {
  return place === 'app' && !all.some((other) => other.place !== 'app' && other.published.text === published.text);
}

function editionTrouble(place: Place, error: unknown): Trouble {
  const fault = error instanceof EditionError ? error.kind : 'unfit';
  if (place === 'current') return { kind: 'nonsense', detail: errorText(error), healed: false };
  return { kind: 'edition', fault, detail: errorText(error), healed: false };
}

/** Nothing of the app is on this phone yet, so a network is there, or there would be no page. */
function isFirstVisit(): boolean {
  return !globalThis.navigator?.serviceWorker?.controller;
}

async function open(
  { manifest, published, place }: Candidate,
  stored: ReadonlyMap<string, string>,
  onProgress: (done: number, total: number) => void,
): Promise<Pick<Loaded, 'directory' | 'from' | 'toKeep'>> {
  const first = manifest.packs.filter(isFirstPack);
  if (place === 'current' || place === 'next') {
    const packs = await Promise.all(first.map((entry) => verifyStoredPack(entry, stored.get(entry.file) ?? '')));
    const toKeep = place === 'next' ? place : undefined;
    return { directory: assemble(manifest, packs), from: 'database', toKeep };
  }
  onProgress(0, first.length);
  const { packs, texts } = await fetchPacks(first, (done) => onProgress(done, first.length), stored);
  return { directory: assemble(manifest, packs), from: 'packs', toKeep: { published, packs: texts } };
}

/**
 * Puts an edition into the database, building that anew where it is broken. Where it could not be read at start but can be
 * now, and holds a newer one, that stays: it may have come from another phone, and nobody could fetch it again.
 * @param trouble what was met when reading
 * @returns the trouble that is left, or that is healed
 */
export async function keepEdition(
  edition: StoredEdition | 'next',
  trouble: Trouble | undefined,
): Promise<Trouble | undefined> {
  if (trouble?.kind === 'missing') return trouble;
  const { dropEditions, promoteNext, putEdition } = await import('../directory/store.ts');
  try {
    if (edition === 'next') {
      await promoteNext();
      return trouble;
    }
    if (trouble && UNREAD.has(trouble.kind) && (await holdsNewer(edition.published))) return trouble;
    if (trouble === undefined || trouble.kind === 'hanging' || trouble.kind === 'edition') {
      try {
        await putEdition('current', edition);
        return trouble && { ...trouble, healed: trouble.kind === 'hanging' };
      } catch (error) {
        trouble = { kind: storageTrouble(error), detail: errorText(error), healed: false };
      }
    }
    await dropEditions();
    await putEdition('current', edition);
    return { ...trouble, healed: true };
  } catch (error) {
    return { kind: storageTrouble(error), detail: errorText(error), healed: false };
  }
}

/** What is said of a database that nobody has looked into. */
const UNREAD: ReadonlySet<Trouble['kind']> = new Set(['refused', 'hanging', 'died']);

/** Never throws: what still cannot be read holds nothing. */
async function holdsNewer(published: Published): Promise<boolean> {
  try {
    const { readEditions } = await import('../directory/store.ts');
    const { current, next } = await readEditions();
    const mine = await openManifest(published, true);
    for (const stored of [current, next]) {
      if (stored && newness(await openManifest(stored, true), mine) > 0) return true;
    }
  } catch {
    // Then it is built anew.
  }
  return false;
}

const NOTHING: StoredEditions = { packs: new Map() };

/** What the database holds, unchecked, or why it cannot be read. Never throws and never waits longer than `patience`. */
async function readStored(
  patience: () => Promise<void>,
): Promise<{ editions: StoredEditions; trouble: Trouble | undefined }> {
  try {
    if (!globalThis.indexedDB) throw new StorageError('missing', 'this browser offers no IndexedDB here');
    const { readEditions } = await import('../directory/store.ts');
    const hanging = patience().then((): never => {
      throw new StorageError('hanging', 'IndexedDB does not answer');
    });
    // A browser that has lost its connection, e.g. in the background, mostly has one again when it is asked anew.
    const reading = readEditions().catch(() => readEditions());
    reading.catch(() => undefined); // it may fail long after we have stopped waiting
    hanging.catch(() => undefined);
    return { editions: await Promise.race([reading, hanging]), trouble: undefined };
  } catch (error) {
    return { editions: NOTHING, trouble: { kind: storageTrouble(error), detail: errorText(error), healed: false } };
  }
}

/** @throws EditionError `unfit` when the packs make no directory */
export function assemble(manifest: Manifest, packs: readonly Pack[]): Directory {
  try {
    return createDirectory(manifest, packs);
  } catch (cause) {
    throw new EditionError('unfit', errorText(cause), { cause });
  }
}
