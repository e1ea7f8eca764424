/** Words that mean something: concepts of the taxonomy and names of places, in all languages; and their recognition in a query. */
import type { Directory } from '../directory/directory.ts';
import { eachWord } from './fold.ts';
import { isFunctionWord } from './function-words.ts';
import type { QueryPart, QueryWord } from './query.ts';
import { romanise } from './scripts.ts';
import { Sparse } from './sparse.ts';
import type { Understood } from './types.ts';
import { Vocabulary, wanted } from './vocabulary.ts';

/** What a phrase stands for. `channels` ("phone", "e-mail") filters nothing; it only need not be matched as text. */
export interface Sense {
  kind: Understood['kind'] | 'channels';
  code: string;
}

/** A run of the query's parts that was recognised. */
export interface Span {
  /** Index of the first part, and how many. */
  first: number;
  length: number;
  /** Each with how well the words fit, 0 to 1. A document that meets one of them meets the span. */
  senses: (Sense & { quality: number })[];
  /** Whether the words are complete: a chip is shown only for those. */
  complete: boolean;
  /** Complete, and not a guess at what was mistyped. */
  sure: boolean;
}

/** A kind of responder that gives a service by what it is: who asks for the one means the other, too. */
const SERVICE_OF_KIND: Record<string, string> = {
  hotline: 'hotline',
  shelter: 'shelter',
  'legal-aid': 'legal',
  health: 'medical',
  'compensation-authority': 'compensation',
  'child-protection': 'child-care',
  'social-services': 'social',
};

const CONCEPTS = ['kinds', 'services', 'sex', 'age', 'nationality', 'exploitation', 'measures', 'channels'] as const;

/** Words of so few letters are taken as they are; they may only be the beginning of others. */
const SHORT = 3;
/** The part of a word that must stay when it is inflected, for words that are names. */
const MOST_OF_IT = 0.8;
/** Less than this is a guess. */
const SURE = 0.7;

/** Codes that are words, too: taken for a country only in capitals or alone. */
const WORDS_OF_THEIR_OWN = new Set(['no', 'is', 'de', 'se', 'fi', 'ee', 'ro']);

type WordMatches = ReadonlyMap<number, { quality: number; complete: boolean }>;

interface Phrase {
  words: number[];
  senses: number[];
}

export class Lexicon {
  readonly #vocabulary: Vocabulary;
  /** Used again for every word. */
  readonly #found: Sparse;
  readonly #senses: Sense[] = [];
  /** By the number of their first word. */
  readonly #phrases: Phrase[][] = [];
  readonly #serviceOf: number[] = [];
  readonly #codes = new Map<string, number>();

  constructor({ taxonomy, places }: Pick<Directory, 'taxonomy' | 'places'>) {
    const forms = new Map<string, number | number[]>();
    const numbers = new Map<string, number>();
    const phrases = new Map<string, Phrase>();
    const wordNumber = (word: string, language: string | undefined) => {
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
        Vocabulary.add(forms, word, number);
        const key = romanise(word, language);
        if (key !== word && key !== '') Vocabulary.add(forms, key, number);
      }
      return number;
    };
    const add = (text: string, sense: number, language?: string) => {
      const words: number[] = [];
      eachWord(text, (word) => words.push(wordNumber(word, language)));
      const [first] = words;
      if (first === undefined) return;
      const name = words.join(' ');
      const known = phrases.get(name);
      if (known) {
        if (!known.senses.includes(sense)) known.senses.push(sense);
        return;
      }
      const phrase = { words, senses: [sense] };
      phrases.set(name, phrase);
      const some = this.#phrases[first];
      if (some) some.push(phrase);
      else this.#phrases[first] = [phrase];
    };

    for (const kind of CONCEPTS) {
      for (const [code, term] of Object.entries(taxonomy[kind])) {
        if (code === 'other') continue;
        const sense = this.#senses.push({ kind, code }) - 1;
        for (const [language, label] of Object.entries(term.label)) add(label, sense, language);
        for (const [language, some] of Object.entries(term.words ?? {})) {
          for (const word of some) add(word, sense, language);
        }
      }
    }
    this.#senses.forEach(({ kind, code }, sense) => {
      if (kind !== 'kinds' || SERVICE_OF_KIND[code] === undefined) return;
      const service = this.#senses.findIndex((one) => one.kind === 'services' && one.code === SERVICE_OF_KIND[code]);
      if (service >= 0) this.#serviceOf[sense] = service;
    });
    for (const [code, { name, calling }] of Object.entries(places.countries)) {
      const sense = this.#senses.push({ kind: 'country', code }) - 1;
      for (const [language, text] of Object.entries(name)) add(text, sense, language);
      this.#codes.set(code, sense);
      this.#codes.set(`+${calling}`, sense);
    }
    for (const [code, { name, also }] of Object.entries(places.cities)) {
      const sense = this.#senses.push({ kind: 'city', code }) - 1;
      for (const [language, text] of Object.entries(name)) add(text, sense, language);
      for (const text of also ?? []) add(text, sense);
    }
    this.#vocabulary = new Vocabulary([...numbers.keys()], forms);
    this.#found = new Sparse(numbers.size);
  }

  /**
   * What the query means: the longest runs first, none overlapping.
   * @param known numbers of the parts that are words of the index: these are no beginnings of other words
   * @param named numbers of the parts that are words of a name: these are other forms only of what is very like them
   * @param mistyped numbers of the parts that may be misspelt
   * @param without senses that were taken off, as `kind:code`
   */
  recognise(
    parts: readonly QueryPart[],
    known: ReadonlySet<number>,
    named: ReadonlySet<number>,
    mistyped: ReadonlySet<number>,
    without: ReadonlySet<string>,
  ): Span[] {
    const matches = parts.map((part, i) =>
      part.kind === 'word' && part.address === undefined
        ? this.#match(part, known.has(i), named.has(i), mistyped.has(i))
        : undefined,
    );
    const spans: Span[] = [];
    for (let first = 0; first < parts.length; first++) {
      const code = this.#codeAt(parts, first);
      if (code !== undefined)
        spans.push({ first, length: 1, senses: [{ ...code, quality: 1 }], complete: true, sure: true });
      const begin = matches[first];
      const part = parts[first];
      const joins = part?.kind === 'word' && isFunctionWord(part.text);
      if (!begin) continue;
      const bySize: { sense: number; quality: number; complete: boolean }[][] = [];
      for (const [word, { quality, complete }] of begin) {
        for (const phrase of this.#phrases[word] ?? []) {
          if (joins && phrase.words.length === 1) continue;
          const fit = fitOf(phrase, matches, first, quality, complete);
          if (!fit) continue;
          for (const sense of phrase.senses) {
            if (fit.quality < SURE && this.#senses[sense]?.kind === 'channels') continue;
            bySize[phrase.words.length] ??= [];
            bySize[phrase.words.length]?.push({ sense, ...fit });
          }
        }
      }
      bySize.forEach((fits, length) => {
        if (fits.length === 0) return;
        const best = Math.max(...fits.map(({ quality }) => quality));
        const senses = new Map<number, number>();
        for (const { sense, quality } of fits) {
          if (quality < best - 0.05) continue;
          senses.set(sense, Math.max(quality, senses.get(sense) ?? 0));
          const service = this.#serviceOf[sense];
          if (service !== undefined) senses.set(service, Math.max(quality, senses.get(service) ?? 0));
        }
        spans.push({
          first,
          length,
          senses: [...senses].map(([sense, quality]) => ({ ...(this.#senses[sense] as Sense), quality })),
          complete: fits.some((fit) => fit.complete && fit.quality === best),
          sure: best > SURE && fits.some((fit) => fit.complete && fit.quality === best),
        });
      });
    }
    // A chip stands for all senses of its words: taken off, they are words again.
    const allowed = spans.filter(({ senses }) => !senses.some(({ kind, code }) => without.has(`${kind}:${code}`)));
    return longestFirst(allowed);
  }

  /** Whether a word of the lexicon is this one, in some form or begun. */
  knows(part: QueryWord): boolean {
    return this.#match(part, false, false, false).size > 0;
  }

  #match({ text }: QueryWord, known: boolean, named: boolean, mistyped: boolean): WordMatches {
    const word = wanted(text);
    const found = this.#found;
    this.#vocabulary.same(word, found);
    if (text.length > SHORT) this.#vocabulary.inflected(word, found, named ? MOST_OF_IT : 0);
    let complete = true;
    if (found.size === 0 && text.length >= SHORT && !known) {
      this.#vocabulary.begun(word, found);
      complete = found.size === 0;
      if (mistyped && complete) this.#vocabulary.mistyped(word, found);
    }
    const matches = new Map<number, { quality: number; complete: boolean }>();
    for (let i = 0; i < found.size; i++) {
      const number = found.touched[i] as number;
      matches.set(number, { quality: found.get(number), complete });
    }
    found.clear();
    return matches;
  }

  #codeAt(parts: readonly QueryPart[], i: number): Sense | undefined {
    const part = parts[i];
    if (part?.kind === 'number') {
      const sense = part.international ? this.#codes.get(`+${part.digits}`) : undefined;
      return sense === undefined ? undefined : this.#senses[sense];
    }
    if (!part || part.address !== undefined || part.text.length !== 2) return undefined;
    const sense = this.#codes.get(part.text);
    if (sense === undefined || !(part.capitals || parts.length === 1 || !WORDS_OF_THEIR_OWN.has(part.text)))
      return undefined;
    return this.#senses[sense];
  }
}

/** Whether the rest of a phrase follows, and how well the whole fits. */
function fitOf(
  phrase: Phrase,
  matches: readonly (WordMatches | undefined)[],
  first: number,
  quality: number,
  complete: boolean,
): { quality: number; complete: boolean } | undefined {
  let least = quality;
  let whole = complete;
  for (let k = 1; k < phrase.words.length; k++) {
    const fit = matches[first + k]?.get(phrase.words[k] as number);
    if (!fit) return undefined;
    least = Math.min(least, fit.quality);
    whole &&= fit.complete;
  }
  return { quality: least, complete: whole };
}

function longestFirst(spans: readonly Span[]): Span[] {
  const best = (span: Span) => Math.max(...span.senses.map(({ quality }) => quality));
  const taken = new Set<number>();
  const chosen: Span[] = [];
  for (const span of [...spans].sort((a, b) => b.length - a.length || best(b) - best(a) || a.first - b.first)) {
    const places = Array.from({ length: span.length }, (_, k) => span.first + k);
    if (places.some((place) => taken.has(place))) continue;
    for (const place of places) taken.add(place);
    chosen.push(span);
  }
  return chosen.sort((a, b) => a.first - b.first);
}
