/** The one directory of this page's lifetime: what screens wait for, and what Settings says about it. */

import { type Observable, observable } from '../device/observable.ts';
import type { Directory } from '../directory/directory.ts';
import type { LaterPackId } from '../directory/later-packs.ts';
import type { LaterPack, Manifest } from '../directory/pack.ts';
import { EditionError, errorText, type Trouble } from './errors.ts';
import { fetchLaterPacks, readLaterPack } from './later.ts';
import { keepEdition, loadEdition } from './load.ts';

export type DirectoryState =
  /** `total` is 0 until it is known that packs have to be fetched, and how many. */
  | { state: 'loading'; done: number; total: number }
  | {
      state: 'ready';
      directory: Directory;
      from: 'database' | 'packs';
      /** `schema` says that this browser could not compute hashes (an insecure context). */
      vouchedBy: 'hash' | 'schema';
      trouble: Trouble | undefined;
    }
  | { state: 'failed'; error: EditionError };

const state = observable<DirectoryState>({ state: 'loading', done: 0, total: 0 });
let loading: Promise<Directory> | undefined;
let edition: Manifest | undefined;
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
  const reading = loadDirectory().then(() => readLaterPack(edition as Manifest, id));
  later.set(id, reading);
  reading.catch(() => later.delete(id));
  return reading;
}

async function load(): Promise<Directory> {
  state.set({ state: 'loading', done: 0, total: 0 });
  try {
    const { toKeep, manifest, ...loaded } = await loadEdition((done, total) =>
      state.set({ state: 'loading', done, total }),
    );
    edition = manifest;
    state.set({ state: 'ready', ...loaded });
    if (toKeep) void keep(manifest, toKeep, loaded);
    return loaded.directory;
  } catch (cause) {
    loading = undefined;
    const error = cause instanceof EditionError ? cause : new EditionError('unfit', errorText(cause), { cause });
    state.set({ state: 'failed', error });
    throw error;
  }
}

/** Stores the edition with the guidance; without it when that cannot be had now: it is then fetched when needed. */
async function keep(
  manifest: Manifest,
  { manifest: text, packs }: Parameters<typeof keepEdition>[0],
  loaded: Omit<Extract<DirectoryState, { state: 'ready' }>, 'state'>,
): Promise<void> {
  const guidance = await fetchLaterPacks(manifest).catch(() => new Map<string, string>());
  const whole = { manifest: text, packs: new Map([...packs, ...guidance]) };
  state.set({ state: 'ready', ...loaded, trouble: await keepEdition(whole, loaded.trouble) });
}
