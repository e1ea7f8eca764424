/** Reads the curators' files. Everything that works on `data/` starts here. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  COUNTRIES,
  type Country,
  type HarmonisedNumber,
  REGIONS,
  type Region,
  type Responder,
  type Sources,
  type Taxonomy,
} from '../../src/directory/schema.ts';

/** One country (or the international bodies) as it lies in the folder. */
export interface RegionData {
  region: Region;
  country: Country;
  responders: Responder[];
  sources: Sources;
}

export interface Data {
  edition: { edition: number; date: string };
  taxonomy: Taxonomy;
  harmonised: HarmonisedNumber[];
  regions: RegionData[];
}

/** The folder of a region inside `data/`. */
export function regionFolder(region: Region): string {
  return region === 'eu' ? 'international' : join('countries', region);
}

/** Every curator's file of `data/`, relative to it, whether it is there or not. */
export function dataFiles(): string[] {
  return [
    'edition.json',
    'taxonomy.json',
    'international/harmonised.json',
    ...REGIONS.flatMap((region) =>
      ['country.json', 'responders.json', 'sources.json'].map((name) => join(regionFolder(region), name)),
    ),
  ];
}

/**
 * Reads and parses one file.
 * @throws Error naming the file when it is missing or no JSON
 */
export function readJson(root: string, file: string): unknown {
  const path = join(root, file);
  if (!existsSync(path)) throw new Error(`${file}: the file is missing`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: not valid JSON (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** Reads a whole data folder that `npm run check:data` has passed; shapes are not checked again. */
export function readData(root: string): Data {
  const read = <T>(file: string) => readJson(root, file) as T;
  return {
    edition: read('edition.json'),
    taxonomy: read('taxonomy.json'),
    harmonised: read<{ numbers: HarmonisedNumber[] }>('international/harmonised.json').numbers,
    regions: [...COUNTRIES, 'eu' as const].map((region) => ({
      region,
      country: read(join(regionFolder(region), 'country.json')),
      responders: read<{ responders: Responder[] }>(join(regionFolder(region), 'responders.json')).responders,
      sources: read(join(regionFolder(region), 'sources.json')),
    })),
  };
}
