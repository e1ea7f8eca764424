/** The inverted index: which documents contain a word, and where the word stands in them. */
import { REGIONS } from '../directory/schema.ts';
import { FIELDS, type SearchDocument } from './documents.ts';
import { eachWord } from './fold.ts';
import { Numbers } from './numbers.ts';
import { type PackedLists, packLists, unpackLists } from './tables.ts';
import type { HitType } from './types.ts';
import {
  listsOfVocabulary,
  VOCABULARY_LISTS,
  Vocabulary,
  VocabularyBuilder,
  type VocabularyTable,
  vocabularyOf,
} from './vocabulary.ts';

/** Fields in which a word says what the document is; in the others it is only mentioned. */
const TELLING = FIELDS.indexOf('coverage');

/** Kinds of hits in the order in which they are shown: responders first. */
export const TYPES: readonly HitType[] = [
  'responder',
  'country',
  'point',
  'legal',
  'guide',
  'term',
  'practice',
  'network',
  'screen',
];

/** Vocabularies in which silence means "perhaps": no page says whom the responder serves, when it answers, or in which language. */
export const GROUPS = ['sex', 'age', 'nationality', 'exploitation', 'hours', 'language'] as const;

/** Which words stand where: all of the index that depends on texts alone, and can be made beforehand. */
export interface IndexTable {
  /** Ids of the documents, in the order in which the postings count them. */
  ids: readonly string[];
  /** The documents sorted by id. */
  byId: Int32Array;
  vocabulary: VocabularyTable;
  /** Where a word's postings start; those in telling fields stand first, up to `tellingEnd`. */
  start: Int32Array;
  tellingEnd: Int32Array;
  /** Postings: document and the best field ({@link FIELDS}) in which the word stands. */
  document: Int32Array;
  field: Int32Array;
  /** The words of a document's names, name after name, each closed by -1. */
  names: Int32Array;
  namesStart: Int32Array;
  /** Concepts as `kind:code`, the documents that each holds for, and where those start. */
  concepts: readonly string[];
  conceptStart: Int32Array;
  conceptDocument: Int32Array;
}

/** Reads every text of the documents. */
export function buildIndexTable(documents: readonly SearchDocument[]): IndexTable {
  const builder = new VocabularyBuilder();
  const lastPosting: number[] = [];
  const postingWord: number[] = [];
  const postingDocument: number[] = [];
  const postingField: number[] = [];
  const names: number[] = [];
  const namesStart = new Int32Array(documents.length + 1);
  documents.forEach((document, d) => {
    for (const { name, text, language } of document.fields()) {
      const field = FIELDS.indexOf(name);
      eachWord(text, (word) => {
        const number = builder.number(word, language);
        if (name === 'name') names.push(number);
        const last = lastPosting[number];
        if (last !== undefined && postingDocument[last] === d) {
          if (field < (postingField[last] as number)) postingField[last] = field;
          return;
        }
        lastPosting[number] = postingWord.length;
        postingWord.push(number);
        postingDocument.push(d);
        postingField.push(field);
      });
      if (name === 'name') names.push(-1);
    }
    namesStart[d + 1] = names.length;
  });

  const size = builder.words.length;
  const telling = new Int32Array(size);
  const start = new Int32Array(size + 1);
  for (let p = 0; p < postingWord.length; p++) {
    const word = postingWord[p] as number;
    start[word + 1] = (start[word + 1] as number) + 1;
    if ((postingField[p] as number) <= TELLING) telling[word] = (telling[word] as number) + 1;
  }
  for (let w = 0; w < size; w++) start[w + 1] = (start[w + 1] as number) + (start[w] as number);
  const tellingEnd = telling.map((count, w) => count + (start[w] as number));
  const nextTelling = start.slice(0, size);
  const nextOther = tellingEnd.slice();
  const document = new Int32Array(postingWord.length);
  const fields = new Int32Array(postingWord.length);
  for (let p = 0; p < postingWord.length; p++) {
    const word = postingWord[p] as number;
    const next = (postingField[p] as number) <= TELLING ? nextTelling : nextOther;
    const place = next[word] as number;
    next[word] = place + 1;
    document[place] = postingDocument[p] as number;
    fields[place] = postingField[p] as number;
  }
  return {
    ids: documents.map(({ id }) => id),
    byId: sortedById(documents),
    vocabulary: builder.table(),
    start,
    tellingEnd,
    document,
    field: fields,
    names: Int32Array.from(names),
    namesStart,
    ...conceptTable(documents),
  };
}

/** The table with more concepts, each as `kind:code` with the documents it holds for. */
export function withConcepts(table: IndexTable, more: ReadonlyMap<string, ReadonlySet<number>>): IndexTable {
  const lists = [...more.values()].map((some) => [...some].sort((a, b) => a - b));
  let end = table.conceptDocument.length;
  const ends = lists.map(({ length }) => {
    end += length;
    return end;
  });
  return {
    ...table,
    concepts: [...table.concepts, ...more.keys()],
    conceptStart: Int32Array.from([...table.conceptStart, ...ends]),
    conceptDocument: Int32Array.from([...table.conceptDocument, ...lists.flat()]),
  };
}

function conceptTable(documents: readonly SearchDocument[]) {
  const holds = new Map<string, number[]>();
  documents.forEach((document, d) => {
    for (const concept of new Set([`country:${document.country}`, ...document.concepts()])) {
      const some = holds.get(concept);
      if (some) some.push(d);
      else holds.set(concept, [d]);
    }
  });
  const conceptStart = new Int32Array(holds.size + 1);
  [...holds.values()].forEach((some, c) => {
    conceptStart[c + 1] = (conceptStart[c] as number) + some.length;
  });
  return { concepts: [...holds.keys()], conceptStart, conceptDocument: Int32Array.from([...holds.values()].flat()) };
}

const LISTS = [
  'byId',
  'start',
  'tellingEnd',
  'document',
  'field',
  'names',
  'namesStart',
  'conceptStart',
  'conceptDocument',
] as const satisfies readonly (keyof IndexTable)[];

/** An index table as text, for the pack. */
export type PackedIndex = PackedLists & Record<'ids' | 'forms' | 'concepts', string>;

export function packIndex({ ids, vocabulary, concepts, ...lists }: IndexTable): PackedIndex {
  return {
    ids: ids.join(' '),
    forms: String(vocabulary.forms),
    concepts: concepts.join(' '),
    ...packLists({ ...listsOfVocabulary(vocabulary), ...lists }),
  };
}

export function unpackIndex(packed: PackedIndex): IndexTable {
  const { owner, several, own, ...lists } = unpackLists(packed, [...VOCABULARY_LISTS, ...LISTS]);
  return {
    ids: packed.ids.split(' '),
    vocabulary: vocabularyOf(packed.forms, { owner, several, own }),
    concepts: packed.concepts.split(' '),
    ...lists,
  };
}

/** Whether a table is one of these documents. */
export function fits(table: IndexTable, documents: readonly SearchDocument[]): boolean {
  return table.ids.length === documents.length && documents.every(({ id }, d) => id === table.ids[d]);
}

export class Index {
  readonly documents: readonly SearchDocument[];
  readonly table: IndexTable;
  readonly vocabulary: Vocabulary;
  /** Documents by `kind:code`. */
  readonly concepts = new Map<string, Int32Array>();
  /** By document: its type among {@link TYPES}, its country among {@link REGIONS}, and whether it answers for all of it. */
  readonly type: Uint8Array;
  readonly country: Uint8Array;
  readonly nationwide: Uint8Array;
  /** By document: of which {@link GROUPS} it says whom it serves, as bits. */
  readonly says: Uint8Array;
  #standing: Float32Array | undefined;
  #order: Int32Array | undefined;
  #numbers: Numbers | undefined;

  /** @param table what {@link buildIndexTable} makes of the same documents */
  constructor(documents: readonly SearchDocument[], table: IndexTable) {
    this.documents = documents;
    this.table = table;
    this.vocabulary = new Vocabulary(table.vocabulary);
    this.type = new Uint8Array(documents.length);
    this.country = new Uint8Array(documents.length);
    this.nationwide = new Uint8Array(documents.length);
    documents.forEach(({ type, country, nationwide }, d) => {
      this.type[d] = TYPES.indexOf(type);
      this.country[d] = REGIONS.indexOf(country);
      this.nationwide[d] = Number(nationwide);
    });
    this.says = new Uint8Array(documents.length);
    table.concepts.forEach((concept, c) => {
      const some = table.conceptDocument.subarray(table.conceptStart[c], table.conceptStart[c + 1]);
      this.concepts.set(concept, some);
      const group = GROUPS.findIndex((one) => concept.startsWith(one));
      if (group >= 0) for (const d of some) this.says[d] = (this.says[d] as number) | (1 << group);
    });
  }

  /** By document its standing, reckoned when the first answer is ranked. */
  get standing(): Float32Array {
    this.#standing ??= Float32Array.from(this.documents, (document) => document.standing());
    return this.#standing;
  }

  /** By document: its place when all are sorted by standing, then by id. This breaks ties. */
  get order(): Int32Array {
    this.#order ??= orderOf(this.standing, this.table.byId);
    return this.#order;
  }

  /** Telephone numbers, made ready when the first one is asked for. */
  get numbers(): Numbers {
    this.#numbers ??= new Numbers(this.documents.map((document) => document.numbers()));
    return this.#numbers;
  }
}

function sortedById(documents: readonly SearchDocument[]): Int32Array {
  // Plain texts are sorted fastest; the number behind tells apart what has the same id.
  const byId = documents.map(({ id }, d) => `${id} ${d}`).sort();
  return Int32Array.from(byId, (text) => Number(text.slice(text.lastIndexOf(' ') + 1)));
}

/** More documents than there will ever be, so that a place fits below a standing in one number. */
const MANY = 2 ** 32;

function orderOf(standing: Float32Array, byId: Int32Array): Int32Array {
  // Numbers are sorted without a function to compare them: the best standing first, of the same the first id.
  const keys = Float64Array.from(byId, (d, place) => Math.round((1 - (standing[d] as number)) * 1000) * MANY + place);
  keys.sort();
  const order = new Int32Array(byId.length);
  keys.forEach((key, place) => {
    order[byId[key % MANY] as number] = place;
  });
  return order;
}
