/** The inverted index: which documents contain a word, and where the word stands in them. */
import { REGIONS } from '../directory/schema.ts';
import { FIELDS, type SearchDocument } from './documents.ts';
import { eachWord } from './fold.ts';
import { Numbers } from './numbers.ts';
import { romanise } from './scripts.ts';
import type { HitType } from './types.ts';
import { Vocabulary } from './vocabulary.ts';

/** Fields in which a word says what the document is; in the others it is only mentioned. */
const TELLING = FIELDS.indexOf('coverage');

/** Kinds of hits in the order in which they are shown: responders first. */
export const TYPES: readonly HitType[] = ['responder', 'country', 'point', 'legal', 'guide', 'term', 'practice'];

/** Vocabularies in which silence means "perhaps": no page says whom the responder serves. */
export const GROUPS = ['sex', 'age', 'nationality', 'exploitation'] as const;

export class Index {
  readonly documents: readonly SearchDocument[];
  readonly vocabulary: Vocabulary;
  readonly numbers: Numbers;
  /** Documents by `kind:code`. */
  readonly concepts = new Map<string, number[]>();
  /** Words by their number in the vocabulary. */
  readonly words: string[] = [];
  /** Where a word's postings start; those in telling fields stand first, up to `tellingEnd`. */
  readonly start: Int32Array;
  readonly tellingEnd: Int32Array;
  /** Postings: document and the best field ({@link FIELDS}) in which the word stands. */
  readonly document: Int32Array;
  readonly field: Uint8Array;
  /** By document: its type among {@link TYPES}, its country among {@link REGIONS}, and whether it answers for all of it. */
  readonly type: Uint8Array;
  readonly country: Uint8Array;
  readonly nationwide: Uint8Array;
  /** By document: of which {@link GROUPS} it says whom it serves, as bits. */
  readonly says: Uint8Array;
  readonly standing: Float32Array;
  /** By document: its place when all are sorted by standing, then by id. This breaks ties. */
  readonly order: Int32Array;
  /** The words of a document's names, name after name, each closed by -1. */
  readonly names: Int32Array;
  readonly namesStart: Int32Array;

  constructor(documents: readonly SearchDocument[]) {
    this.documents = documents;
    this.type = Uint8Array.from(documents, ({ type }) => TYPES.indexOf(type));
    this.country = Uint8Array.from(documents, ({ country }) => REGIONS.indexOf(country));
    this.nationwide = Uint8Array.from(documents, ({ nationwide }) => Number(nationwide));
    this.standing = Float32Array.from(documents, ({ standing }) => standing);
    this.says = Uint8Array.from(documents, ({ concepts }) =>
      GROUPS.reduce(
        (bits, group, g) => (concepts.some((key) => key.startsWith(`${group}:`)) ? bits | (1 << g) : bits),
        0,
      ),
    );
    this.order = orderOf(documents);
    const forms = new Map<string, number | number[]>();
    const numbers = new Map<string, number>();
    const lastPosting: number[] = [];
    const postingWord: number[] = [];
    const postingDocument: number[] = [];
    const postingField: number[] = [];
    const names: number[] = [];
    this.namesStart = new Int32Array(documents.length + 1);

    documents.forEach((document, d) => {
      for (const concept of [...document.concepts, `country:${document.country}`]) {
        const some = this.concepts.get(concept);
        if (some) some.push(d);
        else this.concepts.set(concept, [d]);
      }
      for (const { name, text, language } of document.fields) {
        const field = FIELDS.indexOf(name);
        eachWord(text, (word) => {
          let number = numbers.get(word);
          if (number === undefined) {
            number = this.words.push(word) - 1;
            numbers.set(word, number);
            lastPosting.push(-1);
            Vocabulary.add(forms, word, number);
            const key = romanise(word, language);
            if (key !== word && key !== '') Vocabulary.add(forms, key, number);
          }
          if (name === 'name') names.push(number);
          const last = lastPosting[number] as number;
          if (last >= 0 && postingDocument[last] === d) {
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
      this.namesStart[d + 1] = names.length;
    });

    const size = this.words.length;
    const telling = new Int32Array(size);
    this.start = new Int32Array(size + 1);
    for (let p = 0; p < postingWord.length; p++) {
      const word = postingWord[p] as number;
      this.start[word + 1] = (this.start[word + 1] as number) + 1;
      if ((postingField[p] as number) <= TELLING) telling[word] = (telling[word] as number) + 1;
    }
    for (let w = 0; w < size; w++) this.start[w + 1] = (this.start[w + 1] as number) + (this.start[w] as number);
    this.tellingEnd = telling.map((count, w) => count + (this.start[w] as number));
    const nextTelling = this.start.slice(0, size);
    const nextOther = this.tellingEnd.slice();
    this.document = new Int32Array(postingWord.length);
    this.field = new Uint8Array(postingWord.length);
    for (let p = 0; p < postingWord.length; p++) {
      const word = postingWord[p] as number;
      const next = (postingField[p] as number) <= TELLING ? nextTelling : nextOther;
      const place = next[word] as number;
      next[word] = place + 1;
      this.document[place] = postingDocument[p] as number;
      this.field[place] = postingField[p] as number;
    }
    this.names = Int32Array.from(names);
    this.vocabulary = new Vocabulary(this.words, forms);
    this.numbers = new Numbers(documents.map((document) => document.numbers));
  }
}

function orderOf(documents: readonly SearchDocument[]): Int32Array {
  const sorted = documents
    .map(({ id, standing }, d) => ({ id, standing, d }))
    .sort((a, b) => b.standing - a.standing || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const order = new Int32Array(documents.length);
  sorted.forEach(({ d }, place) => {
    order[d] = place;
  });
  return order;
}
