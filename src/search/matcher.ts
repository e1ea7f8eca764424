/** Which documents meet one part of a query, and how well. */
import { type Act, REGIONS } from '../directory/schema.ts';
import { FIELDS, FIRST_CONTACT } from './documents.ts';
import { GROUPS, type Index, TYPES } from './index.ts';
import type { Sense, Span } from './lexicon.ts';
import type { Places } from './places.ts';
import type { QueryNumber } from './query.ts';
import type { Sparse } from './sparse.ts';
import { wanted } from './vocabulary.ts';
import {
  ALSO_ACTS,
  ALWAYS_ACTS,
  BEGUN,
  FIELD_WEIGHT,
  FOR_THEM,
  HOLDS,
  HOLDS_IN_PART,
  LATER_ACT,
  MENTIONED,
  NAMED,
  NATIONWIDE,
  NOT_SAID,
} from './weights.ts';

const WEIGHTS = Float32Array.from(FIELDS, (name) => FIELD_WEIGHT[name]);
const CHANNEL = FIELDS.indexOf('channel');
/** One or two letters are looked for only where a document says what it is. */
const SHORT = 2;

export interface TextMatch {
  /** Words of the index that a word of the query matched, by their number, with the quality. */
  words: Sparse;
  /** Whether the word itself is in the index. */
  known: boolean;
  /** Whether it stands in a text, not only in an address. */
  written: boolean;
  /** Whether it is nothing, or no more than a loose form of another word: then it may be misspelt. */
  doubtful: boolean;
}

/**
 * The words of the index that a word of the query stands for.
 * @param plain it only joins others: then it stands for no other form and begins no other word
 */
export function matchText(index: Index, text: string, plain: boolean, words: Sparse): TextMatch {
  const word = wanted(text);
  index.vocabulary.same(word, words);
  const known = words.size > 0;
  let written = false;
  for (let i = 0; i < words.size; i++) written ||= standsInText(index, words.touched[i] as number);
  if (plain) return { words, known, written, doubtful: false };
  if (text.length > SHORT) index.vocabulary.inflected(word, words, 'close');
  index.vocabulary.begun(word, words);
  const doubtful = words.size === 0;
  if (text.length > SHORT) index.vocabulary.inflected(word, words);
  return { words, known, written, doubtful };
}

/** Addresses run words of any language together; they do not make a word one of the directory's. */
function standsInText({ table: { start, field } }: Index, word: number): boolean {
  for (let p = start[word] as number; p < (start[word + 1] as number); p++) if (field[p] !== CHANNEL) return true;
  return false;
}

/** The documents in which any of the words stands. */
export function textEvidence(index: Index, words: Sparse, tellingOnly: boolean, into: Sparse): Sparse {
  const { start, tellingEnd, document, field } = index.table;
  const weights = WEIGHTS;
  for (let i = 0; i < words.size; i++) {
    const word = words.touched[i] as number;
    const quality = words.values[word] as number;
    const end = (tellingOnly ? tellingEnd[word] : start[word + 1]) as number;
    for (let p = start[word] as number; p < end; p++) {
      into.raise(document[p] as number, quality * (weights[field[p] as number] as number));
    }
  }
  return into;
}

/** Vocabularies in which one word may name the same thing twice: who is both meant it more than who is one. */
const GIVEN: ReadonlySet<Sense['kind']> = new Set(['kinds', 'services', 'measures']);

/** The documents that a recognised span holds for. */
export function conceptEvidence(index: Index, span: Span, places: Places, into: Sparse): Sparse {
  const sure = span.sure ? 1 : BEGUN;
  const forPeople = span.senses.some(({ kind }) => kind === 'people');
  const inParts = span.senses.filter(({ kind }) => GIVEN.has(kind)).length > 1;
  for (const { kind, code, quality } of span.senses) {
    if (kind === 'city') {
      for (const [document, value] of places.documentsOf(code)) into.raise(document, value * quality * sure);
      continue;
    }
    for (const document of index.concepts.get(`named:${kind}:${code}`) ?? []) {
      into.raise(document, NAMED * quality * sure);
    }
    const part = inParts && GIVEN.has(kind);
    const value = (part ? HOLDS_IN_PART : kind === 'people' ? MENTIONED : HOLDS) * quality * sure;
    const both = part ? HOLDS * quality * sure : value;
    const everybody = kind === 'nationality' && !forPeople ? index.concepts.get('nationality:national') : undefined;
    for (const document of index.concepts.get(`${kind}:${code}`) ?? []) {
      // Who is for foreigners, and not for everybody, is meant more.
      const own = everybody && code !== 'national' && !isAmong(everybody, document) ? FOR_THEM * quality * sure : 0;
      into.raise(document, (into.get(document) > 0 ? both : value) + own);
    }
  }
  return into;
}

/** The concepts of an act: who is all of this acts. */
export function conceptsOf({ kind, service, exploitation, number, first }: Act): string[] {
  return [
    ...(kind === undefined ? [] : [`kinds:${kind}`]),
    ...(service === undefined ? [] : [`services:${service}`]),
    ...(exploitation === undefined ? [] : [`exploitation:${exploitation}`]),
    ...(number === undefined ? [] : [`number:${number}`]),
    ...(first === undefined ? [] : [FIRST_CONTACT]),
  ];
}

const NOBODY = new Int32Array();

/** Whether a number stands in an ascending list. */
export function isAmong(sorted: Int32Array, number: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < number) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === number;
}

/**
 * The documents that act on what happened: the first act counts most, each further one that holds as well a little more.
 * Who is called first in the country always comes into it.
 */
export function actEvidence(index: Index, acts: readonly Act[], into: Sparse, counted: Sparse): Sparse {
  acts.forEach((act, rank) => {
    const [first, ...others] = conceptsOf(act).map((concept) => index.concepts.get(concept) ?? NOBODY);
    for (const document of first ?? []) {
      if (!others.every((some) => isAmong(some, document))) continue;
      const more = counted.get(document);
      counted.raise(document, more + ALSO_ACTS);
      into.raise(document, (more > 0 ? into.get(document) : HOLDS - rank * LATER_ACT) + (more > 0 ? ALSO_ACTS : 0));
    }
  });
  for (const document of index.concepts.get(FIRST_CONTACT) ?? []) into.raise(document, ALWAYS_ACTS);
  return into;
}

/** What a responder or a law is worth for a span that it does not meet outright: it answers for the country, or no page says. */
export type Fallback =
  | { when: 'nationwide'; country: number; value: number }
  | { when: 'silent'; group: number; value: number };

export function fallbacksOf(span: Span, places: Places): Fallback[] {
  return span.senses.flatMap(({ kind, code, quality }): Fallback[] => {
    if (kind === 'city') {
      const country = (REGIONS as readonly (string | undefined)[]).indexOf(places.countryOf(code));
      return [{ when: 'nationwide', country, value: NATIONWIDE * quality }];
    }
    const group = (GROUPS as readonly Sense['kind'][]).indexOf(kind);
    return group < 0 ? [] : [{ when: 'silent', group, value: NOT_SAID * quality }];
  });
}

/** Kinds of hits that may answer for more than they name: a law holds in every town, for women and for men. */
const ANSWERING = TYPES.map((type) => type === 'responder' || type === 'legal');

export function fallbackValue(index: Index, fallbacks: readonly Fallback[], document: number): number {
  if (!ANSWERING[index.type[document] as number]) return 0;
  let best = 0;
  for (const fallback of fallbacks) {
    const holds =
      fallback.when === 'nationwide'
        ? index.nationwide[document] === 1 && index.country[document] === fallback.country
        : ((index.says[document] as number) & (1 << fallback.group)) === 0;
    if (holds && fallback.value > best) best = fallback.value;
  }
  return best;
}

/** The documents of each number that contains the digits. */
export function numberEvidence(index: Index, part: QueryNumber, into: Sparse): Sparse {
  for (const [document, quality] of index.numbers.find(part.digits, part.international)) into.raise(document, quality);
  return into;
}
