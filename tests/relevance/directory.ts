/** The directory as it is published, built from the data folder. */
import { buildManifest, buildPacks } from '../../scripts/data/publish.ts';
import { readData } from '../../scripts/data/read.ts';
import { createDirectory, type Directory } from '../../src/directory/directory.ts';

export function publishedDirectory(): Directory {
  const data = readData('data');
  const files = buildPacks(data);
  return createDirectory(
    buildManifest(data, files),
    files.map(({ pack }) => pack),
  );
}
