/** Reads the curators' files. Everything that works on `data/` starts here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Country,
  type HarmonisedNumber,
  type Places,
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
  places: Places;
  harmonised: HarmonisedNumber[];
  regions: RegionData[];
}

/** What lies at a file's place: its JSON, or why there is none. */
export type FileContent = { json: unknown } | { defect: string };

export const HARMONISED_FILE = 'international/harmonised.json';

/** A file of a region, relative to the data folder. */
export function fileOf(region: Region, name: 'country.json' | 'responders.json' | 'sources.json'): string {
  return `${region === 'eu' ? 'international' : `countries/${region}`}/${name}`;
}

/** Every curator's file, relative to the data folder, whether it is there or not. */
export function dataFiles(): string[] {
  return [
    'edition.json',
    'taxonomy.json',
    'places.json',
    HARMONISED_FILE,
    ...REGIONS.flatMap((region) => [
      fileOf(region, 'country.json'),
      fileOf(region, 'responders.json'),
      fileOf(region, 'sources.json'),
    ]),
  ];
}

/** Reads every JSON file of a data folder, by its path relative to it. What is no JSON says why. */
export function readFiles(root: string): Map<string, FileContent> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return new Map(
    paths
      .filter((path) => path.endsWith('.json'))
      .map((path): [string, FileContent] => {
        try {
          return [path, { json: JSON.parse(readFileSync(join(root, path), 'utf8')) }];
        } catch (error) {
          return [path, { defect: error instanceof Error ? error.message : String(error) }];
        }
      }),
  );
}

/** Puts files together that the check has passed; shapes are not looked at again. */
export function dataOf(files: ReadonlyMap<string, FileContent>): Data {
  const read = <T>(file: string): T => {
    const content = files.get(file);
    if (!content || 'defect' in content) throw new Error(`${file}: ${content?.defect ?? 'the file is missing'}`);
    return content.json as T;
  };
  return {
    edition: read('edition.json'),
    taxonomy: read('taxonomy.json'),
    places: read('places.json'),
    harmonised: read<{ numbers: HarmonisedNumber[] }>(HARMONISED_FILE).numbers,
    regions: REGIONS.map((region) => ({
      region,
      country: read(fileOf(region, 'country.json')),
      responders: read<{ responders: Responder[] }>(fileOf(region, 'responders.json')).responders,
      sources: read(fileOf(region, 'sources.json')),
    })),
  };
}

/** Reads a whole data folder that `npm run check:data` has passed. */
export function readData(root: string): Data {
  return dataOf(readFiles(root));
}
