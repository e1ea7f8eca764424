/** The directory and the search's tables as they are published, built from the data folder. */
import { besideGuidance, buildManifest, buildPacks } from '../../scripts/data/publish.ts';
import { readData } from '../../scripts/data/read.ts';
import { createDirectory, type Directory } from '../../src/directory/directory.ts';
import type { Pack, SearchPack } from '../../src/directory/pack.ts';
import type { Beside, Guidance } from '../../src/search/guidance.ts';

export function publishedEdition(): {
  directory: Directory;
  tables: SearchPack;
  guidance: Guidance;
  beside: Beside;
} {
  const data = readData('data');
  const files = buildPacks(data);
  const packs = files.map(({ pack }) => pack);
  const packOf = <Kind extends Pack['kind']>(kind: Kind) => {
    const found = packs.find((pack): pack is Extract<Pack, { kind: Kind }> => pack.kind === kind);
    if (!found) throw new Error(`no pack ${kind}`);
    return found;
  };
  return {
    directory: createDirectory(buildManifest(data, files), packs),
    tables: packOf('search'),
    beside: besideGuidance(data),
    guidance: {
      guides: packOf('guides'),
      glossary: packOf('glossary'),
      practices: packOf('practices'),
      law: packOf('law'),
      networks: packOf('networks'),
    },
  };
}

export function publishedDirectory(): Directory {
  return publishedEdition().directory;
}
