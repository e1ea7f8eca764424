/** Words that mean something: concepts of the taxonomy and names of places, in all languages; and their recognition in a query. */
import { VOCABULARIES } from '../directory/codes.ts';
import { COUNTRY_OF_LANGUAGE } from '../directory/country-of-language.ts';
import type { Directory } from '../directory/directory.ts';
import { agesIn } from './ages.ts';
import { eachWord, fold } from './fold.ts';
import { isFor, isFunctionWord, isIn, isSpeaking, isSpoken, plainLanguages } from './function-words.ts';
import type { Peoples } from './groups.ts';
import { ANY_FAMILY, familiesOf } from './inflection.ts';
import type { QueryPart, QueryWord } from './query.ts';
import { Sparse } from './sparse.ts';
import { flatten, type PackedLists, packLists, unpackLists } from './tables.ts';
import type { Understood } from './types.ts';
import {
  listsOfVocabulary,
  type Share,
  VOCABULARY_LISTS,
  Vocabulary,
  VocabularyBuilder,
  type VocabularyTable,
  vocabularyOf,
  wanted,
} from './vocabulary.ts';

/**
 * What a phrase stands for. `channels` ("phone", "e-mail") and `subject` (trafficking, which nearly everything here is about)
 * filter nothing: their words need not be matched as text. `people` is for whom somebody asks; it leaves nobody out.
 */
export interface Sense {
  kind: Exclude<Understood['kind'], 'happening'> | 'channels' | 'subject' | 'people' | 'represents';
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
  /** A country that somebody is only said to be from. */
  from?: boolean;
  /** The languages in which it is called so; only where that is sure. */
  languages?: readonly string[];
}

/** A kind of responder that gives a service by what it is: who asks for the one means the other, too. */
export const SERVICE_OF_KIND: Readonly<Record<string, string>> = {
  hotline: 'hotline',
  shelter: 'shelter',
  'legal-aid': 'legal',
  health: 'medical',
  'compensation-authority': 'compensation',
  'child-protection': 'child-care',
  'child-helpline': 'hotline',
  'missing-children': 'hotline',
  'social-services': 'social',
};

/** The same word says what somebody speaks and where something is from ("ein russisches Konsulat"): times what the country is worth then. */
const BY_LANGUAGE = 0.9;

/** Those of one country: only they tell where somebody may be. */
const LANGUAGES = Object.keys(COUNTRY_OF_LANGUAGE);
/** A word of another language may be one of any. */
const ANY_LANGUAGE = (1 << LANGUAGES.length) - 1;

/** A language as one of the bits; none for one of no country here. */
function bitOf(language: string): number {
  const at = LANGUAGES.indexOf(language);
  return at < 0 ? 0 : 1 << at;
}

function bitsOf(languages: Iterable<string>): number {
  let bits = 0;
  for (const language of languages) bits |= bitOf(language);
  return bits;
}

/** All vocabularies but the uses of emergency numbers, which are words for what responders do. */
const CONCEPTS = VOCABULARIES.filter((name) => !['emergency', 'purposes', 'coverage'].includes(name));

/** Words of so few letters are taken as they are; they may only be the beginning of others. */
const SHORT = 3;
/** Less than this is a guess. */
const SURE = 0.7;
/** How much less than the best another sense may fit to be meant as well. */
const CLOSELY = 0.05;
/** A guess at what was mistyped by one letter. */
const NEAR = 0.6;
/** Fewer words are no sentence. */
export const SENTENCE = 5;

/** Times what a phrase is worth of which only the first words stand there: less than any whole one, more than a loose form of another. */
const PHRASE_BEGUN = 0.9;
/** What is called by phrases that people begin: a need, who gives it, what happened to somebody, what is done, what the law says. */
const CALLED_BY: ReadonlySet<Sense['kind']> = new Set(['kinds', 'services', 'exploitation', 'measures', 'legal']);

/** What two words are worth that are written as one, or one that is written as two. */
const OTHERWISE_WRITTEN = 0.95;
/** Of two words that were written as one, each has so many letters at least. */
const LEAST_OF_TWO = 3;

/** The very word, in whatever script. */
const SAME = 0.9;
/** Shorter words are other forms of too many peoples. */
const LONG = 7;
/** Times what it says of a people that somebody speaks its language, or takes foreigners. */
const OF_A_PEOPLE: Partial<Record<Sense['kind'], number>> = { language: 0.8, nationality: 0.5 };

/** Codes that are words, too: taken for a country only in capitals or alone. */
const WORDS_OF_THEIR_OWN = new Set(['no', 'is', 'de', 'se', 'fi', 'ee', 'ro']);

interface WordMatch {
  quality: number;
  complete: boolean;
  /** Nothing but a guess at what was mistyped. */
  guessed: boolean;
}
type WordMatches = ReadonlyMap<number, WordMatch>;

/** The phrases and what they stand for: made from the taxonomy and the places alone, so that it can be made beforehand. */
export interface LexiconTable {
  /** As `kind:code`; behind a people stand how its citizens count elsewhere, and its languages: `people:ua:third-country:uk`. */
  senses: readonly string[];
  vocabulary: VocabularyTable;
  /** For each phrase the number of its words, the words, the number of its senses, the senses; ordered by the first word. */
  phrases: Int32Array;
  /** By word: where the phrases that begin with it start. */
  start: Int32Array;
  /** By word: the languages in which something is called so, as bits in the order of `LANGUAGES`. */
  spoken: Int32Array;
}

export function buildLexiconTable(
  { taxonomy, places }: Pick<Directory, 'taxonomy' | 'places'>,
  peoples: Peoples = {},
): LexiconTable {
  const builder = new VocabularyBuilder();
  const senses: string[] = [];
  const phrases = new Map<string, { words: number[]; senses: number[] }>();
  const byFirst: { words: number[]; senses: number[] }[][] = [];
  const spoken: number[] = [];
  const add = (text: string, sense: number, language?: string) => {
    const words: number[] = [];
    eachWord(text, (word) => words.push(builder.number(word, language)));
    const bits = bitOf(language ?? '') || ANY_LANGUAGE;
    for (const word of words) spoken[word] = (spoken[word] ?? 0) | bits;
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
    const some = byFirst[first];
    if (some) some.push(phrase);
    else byFirst[first] = [phrase];
  };

  for (const kind of CONCEPTS) {
    for (const [code, term] of Object.entries(taxonomy[kind])) {
      if (code === 'other') continue;
      const sense = senses.push(`${kind}:${code}`) - 1;
      for (const [language, label] of Object.entries(term.label)) add(label, sense, language);
      for (const [language, some] of Object.entries(term.words ?? {})) {
        for (const word of some) add(word, sense, language);
      }
    }
  }
  for (const [code, { name }] of Object.entries(places.countries)) {
    const sense = senses.push(`country:${code}`) - 1;
    for (const [language, text] of Object.entries(name)) add(text, sense, language);
  }
  const countryNames = new Set(
    Object.values(places.countries).flatMap(({ name }) =>
      Object.entries(name).map(([language, text]) => `${language} ${fold(text)}`),
    ),
  );
  for (const [code, name] of Object.entries(places.languages)) {
    const sense = senses.push(`language:${code}`) - 1;
    for (const [language, text] of Object.entries(name)) {
      // Finnish calls a language as its country: then the country is meant, but in the form for "in it" and for its speakers.
      if (!countryNames.has(`${language} ${fold(text)}`)) add(text, sense, language);
      if (language === 'fi') for (const form of finnishForms(text)) add(form, sense, language);
    }
  }
  for (const [code, { name, also }] of Object.entries(places.cities)) {
    const sense = senses.push(`city:${code}`) - 1;
    for (const [language, text] of Object.entries(name)) add(text, sense, language);
    for (const text of also ?? []) add(text, sense);
  }

  for (const [code, { words, languages, nationality }] of Object.entries(peoples)) {
    const sense = senses.push([`people:${code}`, nationality, ...languages].join(':')) - 1;
    for (const [language, some] of Object.entries(words)) for (const text of some) add(text, sense, language);
  }

  const flat: number[] = [];
  const start = new Int32Array(builder.words.length + 1);
  for (let word = 0; word < builder.words.length; word++) {
    for (const phrase of byFirst[word] ?? []) flat.push(...flatten([phrase.words, phrase.senses]));
    start[word + 1] = flat.length;
  }
  return {
    senses,
    vocabulary: builder.table(),
    phrases: Int32Array.from(flat),
    start,
    spoken: Int32Array.from(spoken),
  };
}

/** "Venäjäksi", "englanniksi", "suomenkielinen": in a language, and who speaks it. */
function finnishForms(language: string): string[] {
  const stem = language.replace(/nti$/, 'nni').replace(/^suomi$/, 'suome');
  const genitive = language === 'ruotsi' ? 'ruotsin' : `${stem}n`;
  return [`${stem}ksi`, `${genitive}kielinen`, `${genitive}kielistä`, `${genitive}kieliset`];
}

/** A lexicon table as text, for the pack. The phrases are apart: they are most of it, and nothing needs them before the first question. */
export type PackedLexicon = PackedLists & Record<'senses' | 'forms' | 'phraseLists' | 'phraseNumbers', string>;

export function packLexicon({ senses, vocabulary, phrases, start, spoken }: LexiconTable): PackedLexicon {
  const { lists, numbers } = packLists({ phrases, start, spoken });
  return {
    senses: senses.join(' '),
    forms: String(vocabulary.forms),
    ...packLists(listsOfVocabulary(vocabulary)),
    phraseLists: lists,
    phraseNumbers: numbers,
  };
}

export function unpackLexicon(packed: PackedLexicon): LexiconTable {
  let known: Pick<LexiconTable, 'phrases' | 'start' | 'spoken'> | undefined;
  const ofPhrases = () => {
    known ??= unpackLists({ lists: packed.phraseLists, numbers: packed.phraseNumbers }, ['phrases', 'start', 'spoken']);
    return known;
  };
  return {
    senses: packed.senses.split(' '),
    vocabulary: vocabularyOf(packed.forms, unpackLists(packed, VOCABULARY_LISTS)),
    get phrases() {
      return ofPhrases().phrases;
    },
    get start() {
      return ofPhrases().start;
    },
    get spoken() {
      return ofPhrases().spoken;
    },
  };
}

export class Lexicon {
  readonly #table: LexiconTable;
  readonly #vocabulary: Vocabulary;
  /** Used again for every word. */
  readonly #found: Sparse;
  readonly #senses: Sense[];
  readonly #serviceOf: (number | undefined)[];
  readonly #countryOf: (number | undefined)[];
  /** By a people its languages and how its citizens count, by a language its people. */
  readonly #implied: number[][];
  /** Senses by country code and by calling code. */
  readonly #codes = new Map<string, number>();

  constructor(table: LexiconTable, { countries }: Directory['places']) {
    this.#table = table;
    this.#vocabulary = new Vocabulary(table.vocabulary);
    this.#found = new Sparse(this.#vocabulary.words);
    this.#senses = table.senses.map((sense) => {
      const [kind, code] = sense.split(':');
      return { kind, code } as Sense;
    });
    this.#serviceOf = this.#senses.map(({ kind, code }) => {
      const service = kind === 'kinds' ? table.senses.indexOf(`services:${SERVICE_OF_KIND[code]}`) : -1;
      return service < 0 ? undefined : service;
    });
    this.#countryOf = this.#senses.map(({ kind, code }) => {
      const country = kind === 'language' ? table.senses.indexOf(`country:${COUNTRY_OF_LANGUAGE[code]}`) : -1;
      return country < 0 ? undefined : country;
    });
    this.#implied = this.#senses.map(() => []);
    table.senses.forEach((text, sense) => {
      const [kind, , nationality, ...languages] = text.split(':');
      if (kind !== 'people') return;
      const spoken = languages.map((one) => table.senses.indexOf(`language:${one}`)).filter((one) => one >= 0);
      this.#implied[sense] = [...spoken, table.senses.indexOf(`nationality:${nationality}`)];
      const [first] = spoken;
      if (first !== undefined && this.#implied[first]?.length === 0) this.#implied[first] = [sense];
    });
    for (const [code, { calling }] of Object.entries(countries)) {
      const sense = table.senses.indexOf(`country:${code}`);
      if (sense < 0) continue;
      this.#codes.set(code, sense);
      this.#codes.set(`+${calling}`, sense);
    }
  }

  /**
   * What the query means: the longest runs first, none overlapping.
   * @param known numbers of the parts that are words of the index: these are no beginnings of other words
   * @param written numbers of the parts that stand in texts: these are other forms only of what is very like them
   * @param mistyped numbers of the parts that may be misspelt
   * @param without senses that were taken off, as `kind:code`
   */
  recognise(
    parts: readonly QueryPart[],
    known: ReadonlySet<number>,
    written: ReadonlySet<number>,
    mistyped: ReadonlySet<number>,
    without: ReadonlySet<string>,
  ): Span[] {
    // What a word of a sentence looks like in a language of other endings it is not.
    const languages = plainLanguages(parts.map((part) => (part.kind === 'word' ? part.text : '')));
    const spoken = languages ? familiesOf(languages) : ANY_FAMILY;
    const mayBe = languages ? bitsOf(languages) : ANY_LANGUAGE;
    const sentence = parts.length >= SENTENCE;
    const matches = parts.map((part, i) => {
      if (part.kind !== 'word' || part.address !== undefined) return undefined;
      // What joins words or makes a sentence of them is no other form of a concept, whatever it looks like.
      return i < parts.length - 1 && (isFunctionWord(part.text) || isSpeaking(part.text))
        ? this.#matchSame(part.text)
        : this.#match(
            part,
            known.has(i),
            written.has(i) ? 'most' : sentence ? 'name' : 'beginning',
            mistyped.has(i),
            spoken,
          );
    });
    const speaking = positionsOfSpeaking(parts);
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
      const { phrases, start } = this.#table;
      const isLast = first === parts.length - 1;
      for (const [word, { quality, complete, guessed }] of begin) {
        // What is only like a word of another language is none in a sentence of this one.
        if (quality < SAME && ((this.#table.spoken[word] as number) & mayBe) === 0) continue;
        for (let p = start[word] as number; p < (start[word + 1] as number); ) {
          const length = phrases[p] as number;
          const firstSense = p + length + 2;
          const next = firstSense + (phrases[firstSense - 1] as number);
          // All that was typed may be the beginning of a phrase; amid other words a beginning says too little.
          const begun = first === 0 && length > parts.length;
          const size = begun ? parts.length : length;
          const isPeople = this.#senses[phrases[firstSense] as number]?.kind === 'people';
          const fit =
            (joins && size === 1) || (isPeople && part?.kind === 'word' && quality < leastOfPeople(part.text))
              ? undefined
              : fitOf(phrases.subarray(p + 1, p + 1 + size), matches, first, quality, complete);
          for (let s = firstSense; fit && s < next; s++) {
            const sense = phrases[s] as number;
            const { kind } = this.#senses[sense] as Sense;
            if ((fit.quality < SURE && kind === 'channels') || (begun && !CALLED_BY.has(kind))) continue;
            // Of the many words of a sentence one always looks like something else, or begins as it does.
            if (sentence && ((!complete && !isLast) || (guessed && (PLACES.has(kind) || quality < NEAR)))) continue;
            bySize[size] ??= [];
            bySize[size]?.push({ sense, ...(begun ? { quality: fit.quality * PHRASE_BEGUN, complete: false } : fit) });
          }
          p = next;
        }
      }
      for (const [length, sense] of this.#otherwiseWritten(parts, first, begin)) {
        bySize[length] ??= [];
        bySize[length]?.push({ sense, quality: OTHERWISE_WRITTEN, complete: true });
      }
      bySize.forEach((fits, length) => {
        if (fits.length === 0) return;
        const best = Math.max(...fits.map(({ quality }) => quality));
        const senses = new Map<number, number>();
        // The very word for a people or its language is no form of its country's name.
        const isPeople =
          sentence &&
          fits.some(({ sense, quality }) => {
            const kind = this.#senses[sense]?.kind;
            return quality === 1 && (kind === 'people' || kind === 'language');
          });
        const near = fits
          .filter(({ sense, quality }) => quality >= best - (isPeople ? CLOSELY : this.#nearness(sense)))
          .flatMap((fit) => [fit, ...(this.#implied[fit.sense] ?? []).map((sense) => ({ ...fit, sense }))]);
        const kinds = new Set(near.map(({ sense }) => this.#senses[sense]?.kind));
        const spoken = isSaidIn(parts, first, length);
        const before = parts[first - 1];
        const other =
          speaking.length > 0 ? NOTHING : notMeant(kinds, spoken, before?.kind === 'word' && isFor(before.text));
        for (const { sense, quality } of near) {
          const { kind } = this.#senses[sense] as Sense;
          if (other.has(kind)) continue;
          // Who is meant is meant as much in any form of the word.
          const sureOf = kinds.has('people') && quality > SURE ? 1 : quality;
          const worth =
            kinds.has('people') && !spoken && speaking.length === 0 ? sureOf * (OF_A_PEOPLE[kind] ?? 1) : sureOf;
          senses.set(sense, Math.max(worth, senses.get(sense) ?? 0));
          const country =
            spoken || isPeople || speaking.length > 0 || other.has('country') ? undefined : this.#countryOf[sense];
          if (country !== undefined) senses.set(country, Math.max(quality * BY_LANGUAGE, senses.get(country) ?? 0));
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
    const some = longestFirst(allowed);
    // Beside a place that is sure, what only looks like another is a word of the sentence.
    const namesPlace = ({ senses }: Span) => senses.every(({ kind }) => PLACES.has(kind));
    // Who asks for a mission names two countries.
    const isMission = some.some(({ senses }) => senses.some(({ code }) => code === 'consular'));
    const isPlaced = parts.length >= SENTENCE && !isMission && some.some((span) => span.sure && namesPlace(span));
    const chosen = isPlaced
      ? some.filter((span) => span.sure || !span.senses.some(({ kind }) => PLACES.has(kind)))
      : some;
    for (const span of chosen) if (span.sure) span.languages = this.#languagesOf(matches, span);
    const said = speaking.length > 0 ? chosen.map(spokenAmong(parts, chosen, speaking)) : chosen;
    const ages = without.has('age:child') ? [] : agesIn(parts, said);
    // "15-letnia" is fifteen years old, and no Latvia.
    const inAge = ({ first }: Span) => ages.some((age) => first >= age.first && first < age.first + age.length);
    return ages.length > 0 ? [...said.filter((span) => !inAge(span)), ...ages].sort((a, b) => a.first - b.first) : said;
  }

  /** What is called by this word and the next as one, or by two words of which this one is made; with how many parts it takes. */
  *#otherwiseWritten(
    parts: readonly QueryPart[],
    first: number,
    matches: WordMatches,
  ): Generator<[length: number, sense: number]> {
    const [part, next] = [parts[first], parts[first + 1]];
    if (part?.kind !== 'word' || part.text.length < SHORT) return;
    if (
      next?.kind === 'word' &&
      next.text.length >= SHORT &&
      !isFunctionWord(part.text) &&
      !isFunctionWord(next.text)
    ) {
      for (const [word] of this.#matchSame(part.text + next.text))
        for (const sense of this.#sensesOf([word])) yield [2, sense];
    }
    if (part.text.length < 2 * LEAST_OF_TWO || [...matches.values()].some(({ quality }) => quality >= SAME)) return;
    for (let cut = LEAST_OF_TWO; cut <= part.text.length - LEAST_OF_TWO; cut++) {
      const begin = this.#matchSame(part.text.slice(0, cut));
      if (begin.size === 0) continue;
      const rest = this.#matchSame(part.text.slice(cut));
      for (const [word] of begin)
        for (const [other] of rest) for (const sense of this.#sensesOf([word, other])) yield [1, sense];
    }
  }

  /** What just these words stand for. */
  #sensesOf(words: readonly number[]): number[] {
    const { phrases, start } = this.#table;
    const senses: number[] = [];
    const [first = 0] = words;
    for (let p = start[first] as number; p < (start[first + 1] as number); ) {
      const length = phrases[p] as number;
      const next = p + length + 2 + (phrases[p + length + 1] as number);
      if (length === words.length && words.every((word, at) => phrases[p + 1 + at] === word))
        senses.push(...phrases.subarray(p + length + 2, next));
      p = next;
    }
    return senses.filter((sense) => CALLED_BY.has((this.#senses[sense] as Sense).kind));
  }

  /** The languages in which the words of a span, as they fit best, stand together. */
  #languagesOf(matches: readonly (WordMatches | undefined)[], { first, length }: Span): readonly string[] {
    let all = -1;
    for (const match of matches.slice(first, first + length)) {
      let best = 0;
      let some = 0;
      for (const [word, { quality }] of match ?? []) {
        if (quality < best) continue;
        some = (quality > best ? 0 : some) | (this.#table.spoken[word] as number);
        best = quality;
      }
      all &= some;
    }
    return LANGUAGES.filter((_, bit) => (all & (1 << bit)) !== 0);
  }

  /** How much less than the best another sense may fit to be meant as well: a people is called nearly as its country. */
  #nearness(sense: number): number {
    return this.#senses[sense]?.kind === 'country' ? 0.15 : CLOSELY;
  }

  /** Whether a word of the lexicon is this one, begun or in a form that is very like it. */
  knows(part: QueryWord): boolean {
    return this.#match(part, false, 'close', false, ANY_FAMILY).size > 0;
  }

  #matchSame(text: string): WordMatches {
    return this.#taken(this.#vocabulary.same(wanted(text), this.#found), true);
  }

  #match({ text }: QueryWord, known: boolean, share: Share, mistyped: boolean, spoken: number): WordMatches {
    const word = wanted(text);
    const found = this.#found;
    this.#vocabulary.same(word, found);
    if (text.length > SHORT) this.#vocabulary.inflected(word, found, share, spoken);
    let complete = true;
    if (found.size === 0 && text.length >= SHORT && !known) {
      this.#vocabulary.begun(word, found);
      complete = found.size === 0;
    }
    const sureOf = found.size;
    if (mistyped && complete && !known && text.length >= SHORT) this.#vocabulary.mistyped(word, found);
    return this.#taken(found, complete, sureOf);
  }

  /** @param sure how many of them, the first, are no guesses at what was mistyped */
  #taken(found: Sparse, complete: boolean, sure = found.size): WordMatches {
    const matches = new Map<number, WordMatch>();
    for (let i = 0; i < found.size; i++) {
      const number = found.touched[i] as number;
      matches.set(number, { quality: found.get(number), complete, guessed: i >= sure });
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

const PLACES: ReadonlySet<Sense['kind']> = new Set(['country', 'city']);

/** How like the name of a people a word must be: a short one is another form of too many, the shortest begin most. */
function leastOfPeople(text: string): number {
  return text.length <= SHORT ? 1 : text.length < LONG ? SAME : SURE;
}
const NOTHING: ReadonlySet<Sense['kind']> = new Set();
const NOT_SPOKEN: ReadonlySet<Sense['kind']> = new Set(['country', 'people', 'nationality']);
const A_PEOPLE: ReadonlySet<Sense['kind']> = new Set(['people', 'language', 'nationality']);

/** Of what one word may name, that which is not meant: a country and its language, a country and its people. */
function notMeant(
  kinds: ReadonlySet<Sense['kind'] | undefined>,
  spoken: boolean,
  forWhom: boolean,
): ReadonlySet<Sense['kind']> {
  if (spoken && kinds.has('language')) return NOT_SPOKEN;
  // "Für Polen" is for Poles, "Polen" alone is the country; of the adjective only the language is left.
  if (kinds.has('people') && forWhom) return new Set(['country']);
  if (kinds.has('people') && kinds.has('country')) return A_PEOPLE;
  // "Ukrainian" is near to "in Ukraine" in most languages: then the country is meant, unless somebody shall speak it.
  if (kinds.has('country') && kinds.has('language')) return new Set(['language']);
  return kinds.has('people') && kinds.has('nationality') ? new Set(['country']) : NOTHING;
}

function positionsOfSpeaking(parts: readonly QueryPart[]): number[] {
  return parts.flatMap((part, i) => (part.kind === 'word' && isSpeaking(part.text) ? [i] : []));
}

/** Whether a language is named as the one in which somebody answers: "auf Ukrainisch", "krieviski". */
function isSaidIn(parts: readonly QueryPart[], first: number, length: number): boolean {
  const before = parts[first - 1];
  const last = parts[first + length - 1];
  return last?.kind === 'word' && isSpoken(before?.kind === 'word' ? before.text : '', last.text);
}

/**
 * Where somebody shall speak a language, the span nearest to that is the language, unless "in" makes a place of it; what
 * else may be a country is one. In some languages a country and its language are called the same.
 */
function spokenAmong(
  parts: readonly QueryPart[],
  spans: readonly Span[],
  speaking: readonly number[],
): (span: Span) => Span {
  const qualityOf = ({ senses }: Span, wanted: Sense['kind']) =>
    Math.max(0, ...senses.flatMap(({ kind, quality }) => (kind === wanted ? [quality] : [])));
  const inPlace = ({ first }: Span) => {
    const before = parts[first - 1];
    return before?.kind === 'word' && isIn(before.text);
  };
  const far = (span: Span) =>
    (inPlace(span) ? parts.length : 0) + Math.min(...speaking.map((i) => Math.abs(span.first - i)));
  const may = spans.filter((span) => qualityOf(span, 'language') > 0 || qualityOf(span, 'country') > 0);
  const [language] = may.sort((a, b) => far(a) - far(b) || qualityOf(b, 'language') - qualityOf(a, 'language'));
  const same = language !== undefined && may.length > 1 && qualityOf(language, 'language') === 0;
  return (span) => {
    if (!may.includes(span)) return span;
    const only = (wanted: Sense['kind'], senses = span.senses) => {
      const some = senses.filter(({ kind }) => kind === wanted);
      return some.length > 0 ? { ...span, senses: some } : span;
    };
    if (span === language) return only('language', same ? span.senses.map(languageOf) : span.senses);
    if (qualityOf(span, 'country') > 0) return only('country');
    return same || inPlace(span) ? only('country', span.senses.map(countryOf)) : only('language');
  };
}

type Meant = Span['senses'][number];

function languageOf(sense: Meant): Meant {
  const [language] = Object.entries(COUNTRY_OF_LANGUAGE).find(([, country]) => country === sense.code) ?? [];
  return sense.kind === 'country' && language !== undefined ? { ...sense, kind: 'language', code: language } : sense;
}

function countryOf(sense: Meant): Meant {
  const country = COUNTRY_OF_LANGUAGE[sense.code];
  return sense.kind === 'language' && country !== undefined ? { ...sense, kind: 'country', code: country } : sense;
}

/** Whether the rest of a phrase follows, and how well the whole fits. */
function fitOf(
  words: Int32Array,
  matches: readonly (WordMatches | undefined)[],
  first: number,
  quality: number,
  complete: boolean,
): { quality: number; complete: boolean } | undefined {
  let least = quality;
  let whole = complete;
  for (let k = 1; k < words.length; k++) {
    const fit = matches[first + k]?.get(words[k] as number);
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
