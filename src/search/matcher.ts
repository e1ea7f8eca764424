/** Which documents meet one part of a query, and how well. */
import { FIELDS, type SearchDocument } from './documents.ts';
import type { Index } from './index.ts';
import type { Sense, Span } from './lexicon.ts';
import type { QueryPart } from './query.ts';
import { FIELD_WEIGHT, HOLDS, HOLDS_IN_PART, NATIONWIDE, NOT_SAID } from './rank.ts';
import { wanted } from './vocabulary.ts';

/** A value of 0 to 1 for each document that meets a part. */
export class Evidence {
  readonly values: Float32Array;
  readonly touched: number[] = [];

  constructor(size: number) {
    this.values = new Float32Array(size);
  }

  /** Keeps the best value of a document. */
  raise(document: number, value: number): void {
    const known = this.values[document] as number;
    if (known === 0) this.touched.push(document);
    if (known < value) this.values[document] = value;
  }

  clear(): void {
    for (const document of this.touched) this.values[document] = 0;
    this.touched.length = 0;
  }
}

const WEIGHTS = Float32Array.from(FIELDS, (name) => FIELD_WEIGHT[name]);
/** One or two letters are looked for only where a document says what it is. */
const SHORT = 2;

/** Words of the index that a word of the query matched, by their number, with the quality. */
export type Matched = Map<number, number>;

export interface TextMatch {
  words: Matched;
  /** Whether the word itself, or another form of it, is in the index. */
  known: boolean;
}

/** The words of the index that a word of the query stands for. */
export function matchText(index: Index, text: string, mistyped: boolean): TextMatch {
  const word = wanted(text);
  const words = index.vocabulary.same(word);
  if (text.length > SHORT) index.vocabulary.inflected(word, words);
  const known = words.size > 0;
  index.vocabulary.begun(word, words);
  if (mistyped) index.vocabulary.mistyped(word, words);
  return { words, known };
}

/** The documents in which any of the words stands. */
export function textEvidence(index: Index, words: Matched, tellingOnly: boolean, into: Evidence): Evidence {
  const { start, tellingEnd, document, field } = index;
  for (const [word, quality] of words) {
    const end = (tellingOnly ? tellingEnd[word] : start[word + 1]) as number;
    for (let p = start[word] as number; p < end; p++) {
      into.raise(document[p] as number, quality * (WEIGHTS[field[p] as number] as number));
    }
  }
  return into;
}

/** Vocabularies in which silence means "perhaps": no page says whom the responder serves. */
const OF_WHOM_IT_SERVES = new Set<Sense['kind']>(['sex', 'age', 'nationality', 'exploitation']);

/** The documents that a recognised span holds for. */
export function conceptEvidence(
  index: Index,
  span: Span,
  documentsOfCity: (code: string) => ReadonlyMap<number, number>,
  into: Evidence,
): Evidence {
  const concepts = span.senses.filter(({ kind }) => kind === 'kinds' || kind === 'services');
  for (const sense of span.senses) {
    if (sense.kind === 'city') {
      for (const [document, value] of documentsOfCity(sense.code)) into.raise(document, value * sense.quality);
      continue;
    }
    const inPart = concepts.length > 1 && concepts.includes(sense);
    for (const document of index.concepts.get(`${sense.kind}:${sense.code}`) ?? []) {
      const known = into.values[document] as number;
      const value = (inPart ? HOLDS_IN_PART : HOLDS) * sense.quality;
      into.raise(
        document,
        inPart && known > 0 ? Math.max(known, value) + (HOLDS - HOLDS_IN_PART) * sense.quality : value,
      );
    }
  }
  return into;
}

/** What a document is worth for a span that it does not meet outright. */
export function fallback(
  document: SearchDocument,
  span: Span,
  countryOfCity: (code: string) => string | undefined,
): number {
  if (document.type !== 'responder') return 0;
  let best = 0;
  for (const { kind, code, quality } of span.senses) {
    if (kind === 'city') {
      if (document.nationwide && document.country === countryOfCity(code)) best = Math.max(best, NATIONWIDE * quality);
    } else if (OF_WHOM_IT_SERVES.has(kind) && !document.concepts.some((concept) => concept.startsWith(`${kind}:`))) {
      best = Math.max(best, NOT_SAID * quality);
    }
  }
  return best;
}

/** The documents of each number that contains the digits. */
export function numberEvidence(index: Index, part: Extract<QueryPart, { kind: 'number' }>, into: Evidence): Evidence {
  for (const [document, quality] of index.numbers.find(part.digits, part.international)) into.raise(document, quality);
  return into;
}
