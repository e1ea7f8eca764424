/** The search as screens see it: built once, from the directory, when there is time or when it is asked for. */
import { whenIdle } from '../app/idle.ts';
import { preloadGuidance } from '../app/useGuidance.ts';
import { loadDirectory } from '../dataset/dataset.ts';
import type { Directory } from '../directory/directory.ts';
import { type Observable, observable } from '../observable.ts';
import type { Search } from '../search/types.ts';

export type SearchEngine =
  | { state: 'loading' }
  | { state: 'ready'; search: Search; directory: Directory }
  | { state: 'failed' };

const state = observable<SearchEngine>({ state: 'loading' });
let started = false;

/** Whether the search can be asked. */
export const searchEngine: Observable<SearchEngine> = state;

/** Opens the directory and builds the search of it, if nobody has yet; after a failure, tries again. Never throws. */
export function startSearch(): void {
  if (started) return;
  started = true;
  state.set({ state: 'loading' });
  build().catch((error: unknown) => {
    console.warn('search:', error);
    started = false;
    state.set({ state: 'failed' });
  });
}

async function build(): Promise<void> {
  const [directory, { createSearch }] = await Promise.all([loadDirectory(), import('../search/search.ts')]);
  await new Promise<void>((resolve) => {
    whenIdle(resolve);
  });
  const search = createSearch(directory);
  search.prepare();
  state.set({ state: 'ready', search, directory });
  // The guidance comes when nothing else is to be done; without it the search still finds whom to call.
  whenIdle(() => {
    addGuidance(search, directory).catch((error: unknown) => console.warn('search:', error));
  });
}

async function addGuidance(search: Search, directory: Directory): Promise<void> {
  const [guides, glossary, practices, law, { createSearch }, { guidanceDocuments, withGuidance }] = await Promise.all([
    preloadGuidance('guides'),
    preloadGuidance('glossary'),
    preloadGuidance('practices'),
    preloadGuidance('law'),
    import('../search/search.ts'),
    import('../search/guidance.ts'),
  ]);
  const documents = guidanceDocuments({ guides, glossary, practices, law });
  const guidance = createSearch(directory, undefined, documents);
  whenIdle(() => {
    guidance.prepare();
    state.set({ state: 'ready', search: withGuidance(search, guidance, documents), directory });
  });
}
