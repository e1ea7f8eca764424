/** Runs in the browser for `npm run bench`: opening the search with the tables made at build, by code never run before. */
import { createDirectory } from '../../src/directory/directory.ts';
import { isFirstPack } from '../../src/directory/later-packs.ts';
import type { Manifest, Pack, SearchPack } from '../../src/directory/pack.ts';
import { createSearch } from '../../src/search/search.ts';

declare global {
  interface Window {
    /** Milliseconds from the text of the tables to a search that can be asked, to its first answer, and without tables. */
    openSearch: () => Promise<{ open: number; answer: number; make: number }>;
  }
}

window.openSearch = async () => {
  const manifest = (await (await fetch('/data/edition.json')).json()) as Manifest;
  const textOf = async ({ file }: { file: string }) => (await fetch(`/data/${file}`)).text();
  const first = await Promise.all(manifest.packs.filter(isFirstPack).map(textOf));
  const directory = createDirectory(
    manifest,
    first.map((text) => JSON.parse(text) as Pack),
  );
  const search = manifest.packs.find(({ id }) => id === 'search');
  if (!search) throw new Error('no search pack');
  const tables = await textOf(search);
  const start = performance.now();
  const opened = createSearch(directory, undefined, undefined, JSON.parse(tables) as SearchPack);
  opened.prepare();
  const ready = performance.now();
  opened.search('vilnus hotlne');
  const answered = performance.now();
  createSearch({ ...directory, taxonomy: { ...directory.taxonomy } }).prepare();
  return { open: ready - start, answer: answered - ready, make: performance.now() - answered };
};
