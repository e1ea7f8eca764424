/** The directory and the search's tables as they are published, built from the data folder. */
import { buildManifest, buildPacks } from '../../scripts/data/publish.ts';
import { readData } from '../../scripts/data/read.ts';
import { createDirectory, type Directory } from '../../src/directory/directory.ts';
import type { SearchPack } from '../../src/directory/pack.ts';

export function publishedEdition(): { directory: Directory; tables: SearchPack } {
  const data = readData('data');
  const files = buildPacks(data);
  const packs = files.map(({ pack }) => pack);
  const tables = packs.find((pack) => pack.kind === 'search');
  if (!tables) throw new Error('no search pack');
  return { directory: createDirectory(buildManifest(data, files), packs), tables };
}

export function publishedDirectory(): Directory {
  return publishedEdition().directory;
}
