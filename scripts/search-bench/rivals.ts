/** The rivals, each set up as its documentation recommends for fuzzy prefix search, over the same folded texts. */
import uFuzzy from '@leeoniya/ufuzzy';
import { create, insertMultiple, search } from '@orama/orama';
import { Charset, Document } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { CountryCode } from '../../src/directory/codes.ts';
import type { Directory } from '../../src/directory/directory.ts';
import type { SearchPack } from '../../src/directory/pack.ts';
import { documentsOf, FIELDS } from '../../src/search/documents.ts';
import { fold } from '../../src/search/fold.ts';
import { createSearch } from '../../src/search/search.ts';

/**
 * What every engine answers with: the ids of documents, best first.
 * @param country the chosen one; to the rivals its name is one more word of the query, for they have a field with the countries' names
 */
export type Answers = (query: string, country?: string) => string[];

export interface Engine {
  name: string;
  /** Builds the index; what it returns searches it. */
  build(directory: Directory, today: Date, tables: SearchPack): Answers;
  /** Grows with the records so fast that a sample of the queries must do at larger sizes. */
  slow?: boolean;
}

/** Harbour gives at most this many hits, so the others need not rank more where they can be told. */
const LIMIT = 50;

const KEYS = [...FIELDS, 'numbers', 'country'] as const;
type Folded = Record<(typeof KEYS)[number], string> & { id: string };

/** The texts of each document, folded as Harbour folds; telephone numbers in both forms; the country in fifteen languages. */
function foldedRecords(directory: Directory, today: Date): Folded[] {
  return documentsOf(directory, today).map((document) => {
    const texts = FIELDS.map((name) => [
      name,
      document
        .fields()
        .filter((field) => field.name === name)
        .map(({ text }) => fold(text))
        .join(' '),
    ]);
    const country = document.country === 'eu' ? undefined : directory.places.countries[document.country];
    return {
      ...Object.fromEntries(texts),
      id: document.id,
      numbers: document.numbers().join(' '),
      country: country ? [document.country, ...new Set(Object.values(country.name).map(fold))].join(' ') : '',
    } as Folded;
  });
}

/** A number is typed with spaces; as one word it can be found by engines that look for words. */
function foldedQuery(query: string, { places }: Directory, country?: string): string {
  if (/^[+\d\s()./-]+$/.test(query)) return query.replace(/\D/g, '');
  return [query, Object.entries(places.countries).find(([code]) => code === country)?.[1].name.en ?? '']
    .map(fold)
    .join(' ')
    .trim();
}

const ids = (records: readonly Folded[]) => records.map(({ id }) => id);

function fuse(name: string, options: object): Engine {
  return {
    name,
    slow: true,
    build(directory, today) {
      const engine = new Fuse(foldedRecords(directory, today), {
        keys: KEYS.map((key) => ({ name: key, weight: key === 'name' ? 3 : 1 })),
        ignoreLocation: true,
        threshold: 0.3,
        ...options,
      });
      return (query, country) =>
        ids(engine.search(foldedQuery(query, directory, country), { limit: LIMIT }).map(({ item }) => item));
    },
  };
}

function miniSearch(name: string, combineWith: 'AND' | 'OR'): Engine {
  return {
    name,
    build(directory, today) {
      const engine = new MiniSearch<Folded>({
        fields: [...KEYS],
        searchOptions: { prefix: true, fuzzy: 0.2, boost: { name: 3 }, combineWith },
      });
      engine.addAll(foldedRecords(directory, today));
      return (query, country) => engine.search(foldedQuery(query, directory, country)).map(({ id }) => id as string);
    },
  };
}

export const ENGINES: Engine[] = [
  {
    name: 'Harbour',
    build(directory, today, tables) {
      // Of an enlarged directory the index is made anew; what words mean is in the tables.
      const engine = createSearch(directory, today, undefined, tables);
      engine.prepare();
      return (query, country) => engine.search(query, { country: country as CountryCode }).hits.map(({ id }) => id);
    },
  },
  miniSearch('MiniSearch, any word', 'OR'),
  miniSearch('MiniSearch, all words', 'AND'),
  {
    name: 'FlexSearch',
    build(directory, today) {
      const engine = new Document<Folded>({
        document: { id: 'id', index: [...KEYS] },
        tokenize: 'forward',
        encoder: Charset.LatinBalance,
      });
      for (const record of foldedRecords(directory, today)) engine.add(record);
      return (query, country) => {
        const found = engine.search(foldedQuery(query, directory, country), {
          limit: LIMIT,
          suggest: true,
          merge: true,
        }) as {
          id: string;
        }[];
        return found.map(({ id }) => id);
      };
    },
  },
  {
    name: 'Orama',
    build(directory, today) {
      const db = create({
        schema: Object.fromEntries(['id', ...KEYS].map((key) => [key, 'string' as const])),
        // Its own tokenizers know one language each, and none keeps both scripts; the texts are folded already.
        components: {
          tokenizer: {
            language: 'english',
            normalizationCache: new Map(),
            tokenize: (text: string) => text.split(' '),
          },
        },
      });
      insertMultiple(db, foldedRecords(directory, today));
      return (query, country) => {
        const found = search(db, {
          term: foldedQuery(query, directory, country),
          properties: [...KEYS],
          boost: { name: 3 },
          tolerance: 1,
          threshold: 1,
          limit: LIMIT,
        }) as { hits: { id: string; document: { id: string } }[] };
        return found.hits.map(({ document }) => document.id);
      };
    },
  },
  {
    name: 'uFuzzy',
    slow: true,
    build(directory, today) {
      const records = foldedRecords(directory, today);
      const haystack = records.map((record) => KEYS.map((key) => record[key]).join(' '));
      // Recommended for other alphabets than Latin, with one error a word.
      const engine = new uFuzzy({
        unicode: true,
        interSplit: "[^\\p{L}\\d']+",
        intraSplit: '\\p{Ll}\\p{Lu}',
        intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
        intraChars: "[\\p{L}\\d']",
        intraContr: "'\\p{L}{1,2}\\b",
        intraMode: 1,
      });
      return (query, country) => {
        const [found, info, order] = engine.search(haystack, foldedQuery(query, directory, country), 4, 1000);
        if (!found) return [];
        const best = order && info ? order.map((place) => info.idx[place] as number) : found;
        return best.slice(0, LIMIT).map((i) => records[i]?.id ?? '');
      };
    },
  },
  fuse('Fuse.js', {}),
  fuse('Fuse.js, token search', { useTokenSearch: true }),
];
