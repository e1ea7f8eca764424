/** The search as screens see it: built once, from the directory, when there is time or when it is asked for. */
import { whenIdle } from '../app/idle.ts';
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
  state.set({ state: 'ready', search: createSearch(directory), directory });
}
