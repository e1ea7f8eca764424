/** The one directory of this page's lifetime: what screens wait for, and what Settings says about it. */

import { afterFirstScreen } from '../device/first-screen.ts';
import { type Observable, observable } from '../device/observable.ts';
import type { Directory } from '../directory/directory.ts';
import type { LaterPackId } from '../directory/later-packs.ts';
import type { LaterPack, Manifest } from '../directory/pack.ts';
import type { StoredEdition } from '../directory/store.ts';
import { EditionError, errorText, type Trouble } from './errors.ts';
import { keepFirst } from './first.ts';
import { fetchLaterPacks, readLaterPack } from './later.ts';
import { keepEdition, type Loaded, loadEdition } from './load.ts';
import type { Trusted } from './manifest.ts';
import { forgetMeanwhile } from './meanwhile.ts';

export type DirectoryState =
  /** `total` is 0 until it is known that packs have to be fetched, and how many. */
  | { state: 'loading'; done: number; total: number }
  | {
      state: 'ready';
      directory: Directory;
      from: 'database' | 'packs';
      trouble: Trouble | undefined;
    }
  | { state: 'failed'; error: EditionError };

const state = observable<DirectoryState>({ state: 'loading', done: 0, total: 0 });
let loading: Promise<Directory> | undefined;
let reading: Trusted | undefined;
/** The edition whose packs are being fetched: a pack of the guidance need not wait until they have all come. */
let opening = signal<Manifest>();
let kept: Promise<void> = Promise.resolve();
const later = new Map<LaterPackId, Promise<unknown>>();

/** The state of the directory. Once it is ready, `directory` stays the same object until the page is closed. */
export const directoryStore: Observable<DirectoryState> = state;

/**
 * The directory: loaded once; after a failure, tried again when called again. Storing it for the next start goes on
 * behind the screens.
 * @throws EditionError when neither storage nor cache nor network has a whole edition
 */
export function loadDirectory(): Promise<Directory> {
  loading ??= load();
  return loading;
}

/**
 * A pack of the guidance, of the same edition as the directory: read once; after a failure, tried again when called again.
 * @throws EditionError when neither storage nor cache nor network has it
 */
export function loadPack<Id extends LaterPackId>(id: Id): Promise<LaterPack<Id>> {
  const known = later.get(id) as Promise<LaterPack<Id>> | undefined;
  if (known) return known;
  const pack = readBesides(id);
  later.set(id, pack);
  pack.catch(() => later.delete(id));
  return pack;
}

/**
 * A pack, asked for together with those of the directory: who opens a guide by its address on a slow network would
 * otherwise wait for the one after the other.
 */
async function readBesides<Id extends LaterPackId>(id: Id): Promise<LaterPack<Id>> {
  const loaded = loadDirectory();
  const manifest = await Promise.race([opening.promise, loaded.then(() => (reading as Trusted).manifest)]);
  const coming = readLaterPack(manifest, id);
  coming.catch(() => undefined); // looked at below
  await loaded;
  const { manifest: read } = reading as Trusted;
  // That edition may have turned out not to be whole: a pack of another would not fit the directory.
  return read === manifest ? coming : readLaterPack(read, id);
}

/** Resolves when the edition that is read has been put into the database, or could not be. Never throws. */
export async function whenKept(): Promise<void> {
  await loadDirectory().catch(() => undefined);
  await kept.catch(() => undefined);
}

/** The manifest of the edition that this page reads; undefined until the directory is there. */
export function trustedManifest(): Trusted | undefined {
  return reading;
}

/** A promise and what keeps it; given once more, it stays what it was. */
function signal<T>(): { promise: Promise<T>; give: (value: T) => void } {
  let give: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

async function load(): Promise<Directory> {
  state.set({ state: 'loading', done: 0, total: 0 });
  opening = signal();
  try {
    const loaded = await loadEdition(
      (done, total) => state.set({ state: 'loading', done, total }),
      undefined,
      opening.give,
    );
    const { directory, from, trouble } = loaded;
    reading = loaded.trusted;
    state.set({ state: 'ready', directory, from, trouble });
    kept = keep(loaded);
    return directory;
  } catch (cause) {
    loading = undefined;
    const error = cause instanceof EditionError ? cause : new EditionError('unfit', errorText(cause), { cause });
    state.set({ state: 'failed', error });
    throw error;
  }
}

/** Stores the edition with the guidance; without it when that cannot be had now: it is then fetched when needed. */
async function keep({ directory, from, trusted, trouble, toKeep, spoiled }: Loaded): Promise<void> {
  let left = trouble;
  if (toKeep) {
    left = await keepEdition(toKeep === 'next' ? toKeep : await withGuidance(trusted, toKeep), trouble);
    state.set({ state: 'ready', directory, from, trouble: left });
  }
  keepFirst(directory);
  if (spoiled.has('next')) {
    const { dropNext } = await import('../directory/store.ts');
    await dropNext().catch(() => undefined); // looked at again at the next start
  }
  const inDatabase = left === undefined || left.healed || left.kind === 'edition';
  if (inDatabase || spoiled.has('meanwhile')) await forgetMeanwhile();
}

async function withGuidance({ manifest }: Trusted, { published, packs }: StoredEdition): Promise<StoredEdition> {
  await afterFirstScreen();
  const guidance = await fetchLaterPacks(manifest).catch(() => new Map<string, string>());
  return { published, packs: new Map([...packs, ...guidance]) };
}
