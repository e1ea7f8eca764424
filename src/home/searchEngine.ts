/** The search as screens see it: built once, from the directory, when there is time or when it is asked for. */

import { loadDirectory, loadPack } from '../dataset/dataset.ts';
import { retryDirectory } from '../dataset/useDirectory.ts';
import { preloadGuidance, retryGuidance } from '../dataset/useGuidance.ts';
import { whenIdle } from '../device/idle.ts';
import { type Observable, observable } from '../device/observable.ts';
import type { Directory } from '../directory/directory.ts';
import type { SearchPack } from '../directory/pack.ts';
import type { Search } from '../search/types.ts';

export type SearchEngine =
  | { state: 'loading' }
  | { state: 'ready'; search: Search; directory: Directory }
  | { state: 'failed' };

const PATIENCE_MS = 2000;
/** How long one step may be put off by what is more urgent: who already types waits for all of them, one after the other. */
const STEP_MS = 300;
/**
 * Of every kind, before anyone asks: the first question of a kind makes what only that kind needs, and a browser runs what it
 * has not run before several times slower. Misspelt, half typed, in other letters, a sentence, a number, a mission.
 */
const REHEARSAL = [
  'shletre rigga',
  's',
  '116',
  'sh',
  'she',
  'лікар львів',
  'wo kann sie heute schlafen',
  'лі',
  'lækar',
  'krisetlf bergen',
  'ambasada niemcy',
  'passport taken tallinn',
  'lawyer for ukrainians',
  'p',
  'ohvria',
  'begging child s',
] as const;
/** The first of them make what the others use, too. */
const NEEDED_AT_ONCE = 3;

const state = observable<SearchEngine>({ state: 'loading' });
let started = false;
type Step = () => Promise<void>;
/** What the search still does without, since it could not be had. */
let missing: readonly Step[] = [];

/** Whether the search can be asked. */
export const searchEngine: Observable<SearchEngine> = state;

/** Opens the directory and builds the search of it, if nobody has yet; after a failure, tries again. Never throws. */
export function startSearch(): void {
  if (started) {
    completeAgain();
    return;
  }
  started = true;
  if (state.getSnapshot().state === 'failed') {
    // What waits beside the results for the same files would show the failure of before, instead of all that is found.
    retryDirectory();
    retryGuidance();
  }
  state.set({ state: 'loading' });
  build().catch((error: unknown) => {
    console.warn('search:', error);
    started = false;
    state.set({ state: 'failed' });
  });
}

async function build(): Promise<void> {
  const [directory, { createSearch }, atHand] = await Promise.all([
    loadDirectory(),
    import('../search/search.ts'),
    madeBeforehand(),
  ]);
  await idle();
  const search = createSearch(directory, undefined, undefined, atHand);
  search.prepare();
  state.set({ state: 'ready', search, directory });
  // The guidance comes when nothing else is to be done; without it the search still finds whom to call.
  await rehearse(REHEARSAL.slice(0, NEEDED_AT_ONCE), (question) => search.search(question));
  void complete([() => addGuidance(search, directory, atHand), ...(atHand ? [] : [() => againWithTables(directory)])]);
}

/**
 * Does what the search does without at first, one after the other: what is begun without the tables could take the place of
 * what is built of them. Where something cannot be had, the rest is tried again when the search is opened again.
 */
async function complete(steps: readonly Step[]): Promise<void> {
  for (const [at, step] of steps.entries()) {
    try {
      await step();
    } catch (error) {
      console.warn('search:', error);
      missing = steps.slice(at);
      return;
    }
  }
}

function completeAgain(): void {
  if (missing.length === 0) return;
  const steps = missing;
  missing = [];
  retryGuidance();
  void complete(steps);
}

/** What happened is only understood with the tables: once they have come after all, everything is built of them. */
async function againWithTables(directory: Directory): Promise<void> {
  const [tables, { createSearch }] = await Promise.all([loadPack('search'), import('../search/search.ts')]);
  await idle();
  const search = createSearch(directory, undefined, undefined, tables);
  search.prepare();
  await addGuidance(search, directory, tables);
}

async function rehearse(questions: readonly string[], ask: (question: string) => void): Promise<void> {
  for (const question of questions) {
    await idle();
    ask(question);
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    whenIdle(resolve, STEP_MS);
  });
}

/** The search's tables, when they are at hand; making them anew takes less time than a network that hangs. */
function madeBeforehand(): Promise<SearchPack | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  // After the directory: whom to call must not share a thin network with the tables.
  const tables = loadDirectory().then(() => loadPack('search'));
  return Promise.race([tables.catch(() => undefined), late]);
}

async function addGuidance(search: Search, directory: Directory, tables: SearchPack | undefined): Promise<void> {
  const [guides, glossary, practices, law, networks, { createSearch }, { guidanceDocuments, withGuidance }] =
    await Promise.all([
      preloadGuidance('guides'),
      preloadGuidance('glossary'),
      preloadGuidance('practices'),
      preloadGuidance('law'),
      preloadGuidance('networks'),
      import('../search/search.ts'),
      import('../search/guidance.ts'),
    ]);
  const documents = guidanceDocuments({ guides, glossary, practices, law, networks });
  const guidance = createSearch(directory, undefined, documents, tables && { ...tables, index: tables.guidance });
  await idle();
  const both = withGuidance(search, guidance);
  both.search(REHEARSAL[0]).guidance();
  state.set({ state: 'ready', search: both, directory });
  await rehearse(REHEARSAL, (question) => both.search(question).guidance());
}
