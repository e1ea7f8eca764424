/**
 * A newer edition: looked for where this app is published, or taken from a file; verified to its last letter, then stored
 * beside the one that is read, and read from the next start on. Nothing of it is stored before, and nothing moves under
 * anybody's hands.
 */
import { type Observable, observable } from '../device/observable.ts';
import type { Directory } from '../directory/directory.ts';
import { isFirstPack } from '../directory/later-packs.ts';
import type { Pack } from '../directory/pack.ts';
import type { Published } from '../directory/store.ts';
import { trustedManifest, whenKept } from './dataset.ts';
import { EditionError, type EditionFault, errorText, storageTrouble } from './errors.ts';
import { type Fetched, fetchPacks, fetchPublished } from './fetch.ts';
import { FILE_MAX, openEditionFile } from './file.ts';
import { keepFirst } from './first.ts';
import { assemble } from './load.ts';
import { mayFollow, newness, openManifest, type Trusted } from './manifest.ts';
import { verifyPack, verifyStoredPack } from './verify.ts';

/**
 * What there is to say about a newer edition:
 * - `unknown`: nobody has looked yet, or it could not be found out by itself
 * - `none`: there is none
 * - `waiting`: one is stored, and is read from the next start on
 * - `refused`: one was offered and is not taken; `from` says which way it came
 * - `unreachable`: somebody wanted to know, and there is no connection
 * - `not-stored`: it is right, but this browser cannot keep it
 */
export type Newer =
  | { state: 'unknown' }
  | { state: 'looking'; at: Way }
  | { state: 'fetching'; done: number; total: number }
  | { state: 'none' }
  | { state: 'waiting'; directory: Directory; from: Way }
  | { state: 'refused'; fault: EditionFault; detail: string; from: Way }
  | { state: 'unreachable' }
  | { state: 'not-stored'; detail: string };

/** Which way an edition comes to this phone. */
export type Way = 'host' | 'file';

const state = observable<Newer>({ state: 'unknown' });
/** One after the other: what a file brings must not run into what the network brings. */
let work: Promise<unknown> = Promise.resolve();

/** Whether a newer edition is here, and what became of those that were offered. */
export const newerStore: Observable<Newer> = state;

/**
 * Asks the host for a newer edition, and fetches of it what this phone lacks. Never throws.
 * @param asked whether somebody has asked and waits for an answer; else only good news changes what is said
 */
export function lookForEdition(asked: boolean): Promise<void> {
  return inTurn(async () => {
    const before = state.getSnapshot();
    if (asked) state.set({ state: 'looking', at: 'host' });
    await take('host', async () => {
      const published = await settled();
      return { published, packs: (trusted) => fetchMissing(trusted) };
    }).catch((error: unknown) => {
      // What nobody has asked for takes the place of nothing that is waiting.
      const quiet = !asked && (before.state === 'waiting' || isPassing(error));
      state.set(quiet ? before : outcomeOf(error, 'host'));
    });
  });
}

/** Takes an edition from a file that another phone gave. Never throws. */
export function takeEditionFile(file: Blob): Promise<void> {
  return inTurn(async () => {
    state.set({ state: 'looking', at: 'file' });
    await take('file', async () => {
      const { published, texts } = await openEditionFile(await textOf(file));
      return { published, packs: (trusted) => packsIn(texts, trusted) };
    }).catch((error: unknown) => state.set(outcomeOf(error, 'file')));
  });
}

function inTurn(task: () => Promise<void>): Promise<void> {
  const next = work.then(task);
  work = next.catch(() => undefined);
  return next;
}

interface Offer {
  published: Published;
  /** All packs of the edition, each verified. */
  packs: (trusted: Trusted) => Promise<Fetched>;
}

async function take(from: Way, offered: () => Promise<Offer>): Promise<void> {
  await whenKept();
  const { published, packs } = await offered();
  const trusted = await openManifest(published);
  const read = trustedManifest();
  const next = await storedNext();
  const waits = next !== undefined && (read === undefined || newness(next, read) > 0);
  const here = waits ? next : read;
  const follows = here === undefined || mayFollow(trusted, here);
  if (!follows && !waits) {
    state.set({ state: 'none' });
    return;
  }
  const { packs: all, texts } = await packs(trusted);
  const directory = assemble(trusted.manifest, firstOf(trusted, all));
  // The very one that waits has been stored before, maybe by another tab.
  if (follows) await store(published, texts);
  keepFirst(directory);
  state.set({ state: 'waiting', directory, from });
}

function firstOf({ manifest }: Trusted, packs: readonly Pack[]): Pack[] {
  return packs.filter((_, place) => isFirstPack(manifest.packs[place] as { id: string }));
}

class StoreError extends Error {}

async function store(published: Published, packs: ReadonlyMap<string, string>): Promise<void> {
  try {
    const { putEdition } = await import('../directory/store.ts');
    await putEdition('next', { published, packs });
  } catch (error) {
    throw new StoreError(`${storageTrouble(error)}: ${errorText(error)}`);
  }
}

/** The edition that waits, whichever tab has put it there. */
async function storedNext(): Promise<Trusted | undefined> {
  try {
    const { readEditions } = await import('../directory/store.ts');
    const { next } = await readEditions();
    return next && (await openManifest(next, true));
  } catch {
    return undefined; // what cannot be read is not what is read next
  }
}

/** While an edition is being put up, the old signature may stand beside the new manifest for a moment: asked for once more. */
async function settled(): Promise<Published> {
  const published = await fetchPublished('the host');
  try {
    await openManifest(published);
    return published;
  } catch (error) {
    if (error instanceof EditionError && error.kind === 'forged') return fetchPublished('the host');
    throw error;
  }
}

async function fetchMissing({ manifest }: Trusted): Promise<Fetched> {
  const known = await stored(manifest.packs.map(({ file }) => file));
  const lacking = manifest.packs.filter(({ file }) => !known.has(file)).length;
  state.set({ state: 'fetching', done: 0, total: lacking });
  const there = manifest.packs.length - lacking;
  return fetchPacks(
    manifest.packs,
    (done) => state.set({ state: 'fetching', done: Math.max(0, done - there), total: lacking }),
    known,
  );
}

/** @throws EditionError `endless` before anything of a file that is too large is read, `damaged` when it cannot be read */
async function textOf(file: Blob): Promise<string> {
  if (file.size > FILE_MAX) throw new EditionError('endless', `${file.size} bytes`);
  try {
    return await file.text();
  } catch (cause) {
    throw new EditionError('damaged', errorText(cause), { cause });
  }
}

/** A file brings all packs; one that this phone has need not be in it. */
async function packsIn(texts: ReadonlyMap<string, string>, { manifest }: Trusted): Promise<Fetched> {
  const known = await stored(manifest.packs.map(({ file }) => file));
  const packs: Pack[] = [];
  const all = new Map<string, string>();
  for (const entry of manifest.packs) {
    const mine = known.get(entry.file);
    const kept = mine === undefined ? undefined : await verifyStoredPack(entry, mine).catch(() => undefined);
    const text = kept ? (mine as string) : texts.get(entry.file);
    if (text === undefined) throw new EditionError('damaged', `the file has no ${entry.file}`);
    packs.push(kept ?? (await verifyPack(entry, text)));
    all.set(entry.file, text);
  }
  return { packs, texts: all };
}

async function stored(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  try {
    const { readPacks } = await import('../directory/store.ts');
    return await readPacks(files);
  } catch {
    return new Map(); // then all of them are fetched
  }
}

/** What comes of itself, when one next looks, and is nothing that anybody can do something about. */
function isPassing(error: unknown): boolean {
  return error instanceof EditionError && ['unreachable', 'older', 'unsigned'].includes(error.kind);
}

function outcomeOf(error: unknown, from: Way): Newer {
  if (error instanceof StoreError) return { state: 'not-stored', detail: error.message };
  if (!(error instanceof EditionError)) return { state: 'refused', fault: 'unfit', detail: errorText(error), from };
  if (error.kind === 'unreachable' && from === 'host') return { state: 'unreachable' };
  return { state: 'refused', fault: error.kind, detail: error.message, from };
}
