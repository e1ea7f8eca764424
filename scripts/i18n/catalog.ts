/**
 * All that a language says: the messages of the interface and the texts of the data, side by side with their English.
 * What checks, exports and imports translations starts here.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from '../../src/i18n/fingerprint.ts';
import type { Data } from '../data/read.ts';
import { sourceTexts, TRANSLATION_FILES } from './source-texts.ts';

/** Where things lie, so that tests can have folders of their own. */
export interface Folders {
  messages: string;
  translations: string;
}

export const FOLDERS: Folders = {
  messages: 'src/i18n/messages',
  translations: 'data/translations',
};

/** One thing that is said. A message with a number in it has a text for each plural form. */
export interface Entry {
  /** `ui:plan.title`, `points:g-act-1`: stays when the text changes. */
  id: string;
  /** The file in which the language says it. */
  file: string;
  /** By plural form; `other` alone where there is no number. */
  english: Record<string, string>;
  /** As `english`, with the forms of the language; empty where it says nothing yet. */
  text: Record<string, string>;
  plural: boolean;
  /** Of a text of the data: made from an English that has changed since. */
  outOfDate: boolean;
  /** Who reviewed exactly this text of exactly this English; absent for a draft. */
  reviewed?: { by: string; date: string };
}

/** `translations/<language>/<file>.json`. */
export interface TranslationsFile {
  texts: Record<string, { of: string; text: string }>;
}

/** `translations/<language>/reviews.json`: which office said on which day that these texts are right. */
export interface ReviewsFile {
  reviews: { by: string; date: string; texts: Record<string, string> }[];
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/** The plural forms of a language, in the order of CLDR. */
export function formsOf(language: string): readonly string[] {
  const order = ['zero', 'one', 'two', 'few', 'many', 'other'];
  const own = new Intl.PluralRules(language).resolvedOptions().pluralCategories as string[];
  return order.filter((form) => own.includes(form));
}

/**
 * Everything of one language.
 * @param data the curators' files; their English is the source
 */
export function catalogOf(language: string, data: Data, folders = FOLDERS): Entry[] {
  const reviews = readReviews(language, folders);
  return [...messagesOf(language, folders), ...textsOf(language, data, folders)].map((entry) => {
    const proof = proofOf(entry);
    const review = reviews.find(({ texts }) => texts[entry.id] === proof);
    return review ? { ...entry, reviewed: { by: review.by, date: review.date } } : entry;
  });
}

/** What a review vouches for: these words for this English. Where either changes, nobody has reviewed it. */
export function proofOf({ english, text }: Pick<Entry, 'english' | 'text'>): string {
  return createHash('sha256')
    .update(JSON.stringify([english, text]))
    .digest('hex')
    .slice(0, 12);
}

function messagesOf(language: string, folders: Folders): Entry[] {
  const source = join(folders.messages, 'en');
  return readdirSync(source)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const file = join(folders.messages, language, name);
      const own = new Map(existsSync(file) ? textsIn(readJson(file)) : []);
      const english = new Map(textsIn(readJson(join(source, name))));
      const keys = [...new Set([...english.keys()].map((key) => key.replace(PLURAL, '')))];
      return keys.map((key): Entry => {
        const plural = !english.has(key);
        const take = (from: ReadonlyMap<string, string>, forms: readonly string[]) =>
          plural ? pick(forms, (form) => from.get(`${key}_${form}`)) : pick(['other'], () => from.get(key));
        return {
          id: `ui:${key}`,
          file,
          english: take(english, formsOf('en')),
          text: take(own, formsOf(language)),
          plural,
          outOfDate: false,
        };
      });
    });
}

function textsOf(language: string, data: Data, folders: Folders): Entry[] {
  const files = new Map(
    TRANSLATION_FILES.map((name) => {
      const file = join(folders.translations, language, `${name}.json`);
      return [name, { file, texts: existsSync(file) ? (readJson(file) as TranslationsFile).texts : {} }];
    }),
  );
  return sourceTexts(data, language).map(({ id, file: name, english }): Entry => {
    const { file, texts } = files.get(name) as { file: string; texts: TranslationsFile['texts'] };
    const own = texts[id];
    return {
      id: `${name}:${id}`,
      file,
      english: { other: english },
      text: own ? { other: own.text } : {},
      plural: false,
      outOfDate: own !== undefined && own.of !== fingerprint(english),
    };
  });
}

/** All texts below a value, by their path: `about.what.text.0`. */
export function textsIn(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, below]) => textsIn(below, path ? `${path}.${key}` : key));
}

/** Messages that a language has and English has not, as `file  key`. */
export function unknownMessages(language: string, folders = FOLDERS): string[] {
  const known = new Set(messagesOf('en', folders).map(({ id }) => id));
  const folder = join(folders.messages, language);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) =>
      textsIn(readJson(join(folder, name)))
        .filter(([key]) => !known.has(`ui:${key}`) && !known.has(`ui:${key.replace(PLURAL, '')}`))
        .map(([key]) => `${join(folder, name)}  ${key}`),
    );
}

/** Texts that are translated and no longer stand in the data, as `file  id`. */
export function unknownTexts(language: string, data: Data, folders = FOLDERS): string[] {
  const known = new Set(sourceTexts(data, language).map(({ id, file }) => `${file}:${id}`));
  return TRANSLATION_FILES.flatMap((name) => {
    const file = join(folders.translations, language, `${name}.json`);
    if (!existsSync(file)) return [];
    return Object.keys((readJson(file) as TranslationsFile).texts)
      .filter((id) => !known.has(`${name}:${id}`))
      .map((id) => `${file}  ${id}`);
  });
}

/**
 * Writes what a language says into its files and changes nothing else in them.
 * @param said new texts by the entry's id and plural form; entries that are not named stay as they are
 */
export function writeEntries(
  language: string,
  entries: readonly Entry[],
  said: ReadonlyMap<string, Record<string, string>>,
  folders = FOLDERS,
): void {
  const files = new Map<string, unknown>();
  const open = (file: string) => {
    if (!files.has(file)) files.set(file, existsSync(file) ? readJson(file) : {});
    return files.get(file) as Record<string, unknown>;
  };
  for (const entry of entries) {
    const text = said.get(entry.id);
    if (!text) continue;
    const key = entry.id.slice(entry.id.indexOf(':') + 1);
    const json = open(entry.file);
    if (entry.file.startsWith(folders.translations)) {
      json.texts = {
        ...(json.texts as object),
        [key]: { of: fingerprint(entry.english.other ?? ''), text: text.other ?? '' },
      };
    } else if (entry.plural) {
      for (const form of formsOf(language)) if (text[form] !== undefined) put(json, `${key}_${form}`, text[form]);
    } else put(json, key, text.other ?? '');
  }
  for (const [file, json] of files) writeJson(file, json);
}

function put(json: Record<string, unknown>, path: string, text: string): void {
  const keys = path.split('.');
  const last = keys.pop() as string;
  let at = json;
  for (const key of keys) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  at[last] = text;
}

export function readReviews(language: string, folders = FOLDERS): ReviewsFile['reviews'] {
  const file = reviewsFile(language, folders);
  return existsSync(file) ? (readJson(file) as ReviewsFile).reviews : [];
}

/** Notes that an office has reviewed these entries as they stand now. */
export function writeReview(
  language: string,
  by: string,
  date: string,
  entries: readonly Entry[],
  folders = FOLDERS,
): void {
  const texts = Object.fromEntries(entries.map((entry) => [entry.id, proofOf(entry)]));
  const kept = readReviews(language, folders).filter((review) => review.by !== by || review.date !== date);
  const same = readReviews(language, folders).find((review) => review.by === by && review.date === date);
  writeJson(reviewsFile(language, folders), { reviews: [...kept, { by, date, texts: { ...same?.texts, ...texts } }] });
}

function reviewsFile(language: string, folders: Folders): string {
  return join(folders.translations, language, 'reviews.json');
}

function pick(forms: readonly string[], of: (form: string) => string | undefined): Record<string, string> {
  return Object.fromEntries(
    forms.flatMap((form) => {
      const text = of(form);
      return text === undefined ? [] : [[form, text]];
    }),
  );
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function writeJson(file: string, json: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(json, null, 2)}\n`);
}
