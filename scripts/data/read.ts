/** Reads the curators' files. Everything that works on `data/` starts here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FirstWordsFile, FirstWordsLanguage } from '../../src/directory/first-words-schema.ts';
import type {
  GlossaryFile,
  GuidanceQuestions,
  Guide,
  LawFile,
  Point,
  PointsFile,
  PracticesFile,
} from '../../src/directory/guides-schema.ts';
import type { NetworkFile } from '../../src/directory/networks-schema.ts';
import {
  type Country,
  type Curators,
  type Happening,
  type HarmonisedNumber,
  type People,
  type Places,
  REGIONS,
  type Region,
  type Responder,
  type Screens,
  type Sources,
  type Taxonomy,
} from '../../src/directory/schema.ts';
import type { History } from '../edition/changes.ts';

/** One country (or the international bodies) as it lies in the folder. */
export interface RegionData {
  region: Region;
  country: Country;
  responders: Responder[];
  sources: Sources;
  network: NetworkFile;
}

/** The guidance as it lies in the folder; points and guides with the file they stand in. */
export interface Guidance {
  points: { file: string; points: Point[] }[];
  guides: { file: string; guide: Guide }[];
  questions: GuidanceQuestions['questions'];
  glossary: GlossaryFile;
  practices: PracticesFile;
  law: LawFile;
  /** Every page that guides, glossary, practices and law rest on. */
  sources: Sources;
}

export interface Data {
  edition: { edition: number; date: string; curators?: Curators };
  /** What earlier editions were, to tell what this one changes; absent before the second. */
  history?: History | undefined;
  taxonomy: Taxonomy;
  places: Places;
  happenings: Record<string, Happening>;
  peoples: Record<string, People>;
  screens: Screens;
  harmonised: HarmonisedNumber[];
  regions: RegionData[];
  guidance: Guidance;
  /** What guides are called in other languages: by language, by the fingerprint of the English. */
  guideTitles: Record<string, Record<string, string>>;
  firstWords: FirstWordsFile;
  /** The languages of the first words besides English, by code. */
  firstWordsIn: Record<string, FirstWordsLanguage>;
}

/** What lies at a file's place: its JSON, or why there is none. */
export type FileContent = { json: unknown } | { defect: string };

/** Written by `npm run edition:raise`, never by hand. */
export const HISTORY_FILE = 'history.json';

export const HARMONISED_FILE = 'international/harmonised.json';

/** A file of a region, relative to the data folder. */
export function fileOf(
  region: Region,
  name: 'country.json' | 'responders.json' | 'network.json' | 'sources.json',
): string {
  return `${region === 'eu' ? 'international' : `countries/${region}`}/${name}`;
}

export const GUIDANCE_SOURCES = 'guides/sources.json';
export const GUIDANCE_QUESTIONS = 'guides/open-questions.json';

/** The files of points and guides among those found: a new one needs no other place to be named in. */
export function guideFiles(found: Iterable<string>): string[] {
  const named: string[] = [GUIDANCE_SOURCES, GUIDANCE_QUESTIONS];
  return [...found].filter((file) => file.startsWith('guides/') && !named.includes(file)).sort();
}

/** Whether a file below `guides/` holds points; the others hold one guide each. */
export function isPointsFile(file: string): boolean {
  return file.startsWith('guides/points/');
}

/** The titles among the translations of the guides that were found. */
function guideTitles(files: Iterable<string>, read: <T>(file: string) => T): Data['guideTitles'] {
  return Object.fromEntries(
    [...files].flatMap((file) => {
      const language = /^translations\/([a-z]{2,3})\/guides\.json$/.exec(file)?.[1];
      if (language === undefined) return [];
      const { texts } = read<{ texts: Record<string, { of: string; text: string }> }>(file);
      const titles = Object.entries(texts).filter(([id]) => /^[^#]+\.title$/.test(id));
      return [[language, Object.fromEntries(titles.map(([, { of, text }]) => [of, text]))]];
    }),
  );
}

export const FIRST_WORDS = 'first-words.json';

/** The file of the first words in a language. */
export function firstWordsFile(language: string): string {
  return `first-words/${language}.json`;
}

/** The languages of the first words among the files found: one more needs no other place to be named in. */
export function firstWordsLanguages(found: Iterable<string>): string[] {
  return [...found].flatMap((file) => /^first-words\/([a-z]{2,3})\.json$/.exec(file)?.[1] ?? []).sort();
}

/** Every curator's file that has to be there, relative to the data folder. {@link guideFiles} and {@link firstWordsLanguages} come on top. */
export function dataFiles(): string[] {
  return [
    'edition.json',
    'taxonomy.json',
    'places.json',
    'happenings.json',
    'peoples.json',
    'screens.json',
    HARMONISED_FILE,
    GUIDANCE_SOURCES,
    GUIDANCE_QUESTIONS,
    'glossary.json',
    'practices.json',
    'law.json',
    FIRST_WORDS,
    ...REGIONS.flatMap((region) => [
      fileOf(region, 'country.json'),
      fileOf(region, 'responders.json'),
      fileOf(region, 'network.json'),
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
  const guides = guideFiles(files.keys());
  return {
    edition: read('edition.json'),
    history: files.has(HISTORY_FILE) ? read(HISTORY_FILE) : undefined,
    taxonomy: read('taxonomy.json'),
    places: read('places.json'),
    happenings: read<{ happenings: Record<string, Happening> }>('happenings.json').happenings,
    peoples: read<{ peoples: Record<string, People> }>('peoples.json').peoples,
    screens: read<{ screens: Screens }>('screens.json').screens,
    harmonised: read<{ numbers: HarmonisedNumber[] }>(HARMONISED_FILE).numbers,
    regions: REGIONS.map((region) => ({
      region,
      country: read(fileOf(region, 'country.json')),
      responders: read<{ responders: Responder[] }>(fileOf(region, 'responders.json')).responders,
      sources: read(fileOf(region, 'sources.json')),
      network: read(fileOf(region, 'network.json')),
    })),
    guidance: {
      points: guides.filter(isPointsFile).map((file) => ({ file, points: read<PointsFile>(file).points })),
      guides: guides.filter((file) => !isPointsFile(file)).map((file) => ({ file, guide: read(file) })),
      questions: read<GuidanceQuestions>(GUIDANCE_QUESTIONS).questions,
      glossary: read('glossary.json'),
      practices: read('practices.json'),
      law: read('law.json'),
      sources: read(GUIDANCE_SOURCES),
    },
    guideTitles: guideTitles(files.keys(), read),
    firstWords: read(FIRST_WORDS),
    firstWordsIn: Object.fromEntries(
      firstWordsLanguages(files.keys()).map((language) => [
        language,
        read<FirstWordsLanguage>(firstWordsFile(language)),
      ]),
    ),
  };
}

/** Reads a whole data folder that `npm run check:data` has passed. */
export function readData(root: string): Data {
  return dataOf(readFiles(root));
}
