/** Sorted words and the four ways to find them: the same word, its other forms, its beginning, a misspelling of it. */
import { Forms } from './forms.ts';
import { ANY_FAMILY, goesOn, stems } from './inflection.ts';
import { romanisations, romanise } from './scripts.ts';
import type { Sparse } from './sparse.ts';
import { flatten, unflatten } from './tables.ts';
import { editsFor, NearWords } from './typos.ts';

/** How well a word matched, 0 to 1. */
export const QUALITY = {
  same: 1,
  sameSound: 0.94,
  inflected: 0.86,
  /** Only the beginning is shared, so that it may as well be another word misspelt. */
  inflectedLoosely: 0.68,
  begun: 0.62,
  mistyped: 0.66,
  mistyped2: 0.5,
} as const;

/** A word of a query in the spellings that it is looked up in. */
export interface Wanted {
  /** Folded, as typed. */
  text: string;
  /** Romanised; several where the system of transcription is open. */
  keys: readonly string[];
}

export function wanted(text: string): Wanted {
  return { text, keys: romanisations(text) };
}

/** Forms of words, folded and romanised, and whose they are. */
export interface VocabularyTable {
  forms: Forms;
  /** The word of each form; a form of several words has the place of their list in `several`, as -1, -2, … */
  owner: Int32Array;
  several: readonly (readonly number[])[];
  /** For each word the place of its own folded form. */
  own: Int32Array;
}

/** Collects words and their forms. */
export class VocabularyBuilder {
  readonly #forms = new Map<string, number | number[]>();
  readonly #words = new Map<string, number>();
  /** Words by their number. */
  readonly words: string[] = [];

  /** The number of a folded word; a new word gets its romanisation as a second form. */
  number(word: string, language?: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const number = this.words.push(word) - 1;
    this.#words.set(word, number);
    this.#add(word, number);
    const key = romanise(word, language);
    if (key !== word && key !== '') this.#add(key, number);
    return number;
  }

  #add(form: string, word: number): void {
    const known = this.#forms.get(form);
    if (known === undefined) this.#forms.set(form, word);
    else if (typeof known === 'number') this.#forms.set(form, [known, word]);
    else known.push(word);
  }

  table(): VocabularyTable {
    const forms = [...this.#forms.keys()].sort();
    const several: number[][] = [];
    const own = new Int32Array(this.words.length);
    const owner = Int32Array.from(forms, (form, place) => {
      const word = this.#words.get(form);
      if (word !== undefined) own[word] = place;
      const owners = this.#forms.get(form) as number | number[];
      return typeof owners === 'number' ? owners : -several.push(owners);
    });
    return { forms: new Forms(forms.join(' ')), owner, several, own };
  }
}

export class Vocabulary {
  readonly #table: VocabularyTable;
  readonly #sorted: Forms;
  readonly #owner: Int32Array;
  #near: NearWords | undefined;
  /** What the last few words may be misspellings of: at every key the words before it are asked for again. */
  readonly #guesses = new Map<string, ReadonlyMap<number, number>>();

  constructor(table: VocabularyTable) {
    this.#table = table;
    this.#sorted = table.forms;
    this.#owner = table.owner;
  }

  /** How many words there are. */
  get words(): number {
    return this.#table.own.length;
  }

  /** A word, folded, by its number. */
  word(number: number): string {
    return this.#sorted.at(this.#table.own[number] as number);
  }

  /** The same word, in any script or spelling that sounds alike. */
  same(word: Wanted, into: Sparse): Sparse {
    this.#noteSame(word.text, word.text, into);
    for (const key of word.keys) if (key !== word.text) this.#noteSame(key, word.text, into);
    return into;
  }

  #noteSame(form: string, text: string, into: Sparse): void {
    const place = this.#lowerBound(form);
    if (place === this.#sorted.length || this.#sorted.at(place) !== form) return;
    const owner = this.#owner[place] as number;
    const owners = owner >= 0 ? [owner] : (this.#table.several[-1 - owner] ?? []);
    for (const one of owners) into.raise(one, this.word(one) === text ? QUALITY.same : QUALITY.sameSound);
  }

  /**
   * Other forms of the word: declined, in the plural.
   * @param share how much of the word the forms must share
   * @param spoken the families of the languages in which it may be declined, as bits
   */
  inflected(word: Wanted, into: Sparse, share: Share = 'beginning', spoken = ANY_FAMILY): Sparse {
    for (const key of word.keys) {
      for (const { text, families } of stems(key)) {
        const stem = { text, families: families & spoken };
        for (let i = this.#lowerBound(text); i < this.#sorted.length; i++) {
          const form = this.#sorted.at(i);
          if (!form.startsWith(text)) break;
          if (!goesOn(stem, form)) continue;
          const part = text.length / Math.max(key.length, form.length);
          const loosely = part < CLOSE;
          if (share === 'close' ? loosely : share === 'most' && !isMost(text.length, part)) continue;
          if (share === 'name' && text.length / form.length < CLOSE) continue;
          const quality = loosely ? QUALITY.inflectedLoosely : QUALITY.inflected;
          this.#noteAt(i, quality * (0.8 + (0.2 * text.length) / key.length), into);
        }
      }
    }
    return into;
  }

  /** Words that begin with it, better the less is missing. */
  begun(word: Wanted, into: Sparse): Sparse {
    for (const begin of new Set([word.text, ...word.keys])) {
      const least = QUALITY.begun - (begin === word.text ? 0 : 0.03);
      for (let i = this.#lowerBound(begin); i < this.#sorted.length; i++) {
        const form = this.#sorted.at(i);
        if (!form.startsWith(begin)) break;
        this.#noteAt(i, least + (0.32 * begin.length) / form.length, into);
      }
    }
    return into;
  }

  /** Words that it may be a misspelling of; within one edit also words of whose beginning it may be one. */
  mistyped(word: Wanted, into: Sparse): Sparse {
    let guesses = this.#guesses.get(word.text);
    if (!guesses) {
      guesses = this.#guessesAt(word);
      if (this.#guesses.size >= MOST_GUESSES) this.#guesses.clear();
      this.#guesses.set(word.text, guesses);
    }
    for (const [number, quality] of guesses) into.raise(number, quality);
    return into;
  }

  #guessesAt(word: Wanted): ReadonlyMap<number, number> {
    // Made when it is first needed: to most who type, it never is.
    this.#near ??= new NearWords(this.#sorted);
    const found = new Map<number, number>();
    const into = {
      raise: (number: number, quality: number) => {
        if (quality > (found.get(number) ?? 0)) found.set(number, quality);
      },
    };
    for (const key of new Set([word.text, ...word.keys])) {
      const most = editsFor(key.length);
      if (most === 0) continue;
      const as = key === word.text ? 1 : 0.97;
      this.#near.find(key, most, {
        whole: (place, edits) => this.#noteAt(place, as * (edits <= 1 ? QUALITY.mistyped : QUALITY.mistyped2), into),
        begun: (low, high) => {
          if (key.length >= SHORTEST_BEGUN) this.#begunMistyped(key, most, as, low, high, into);
        },
      });
    }
    return found;
  }

  /** Much longer words only with the same first letter: there are too many others while a word is only begun. */
  #begunMistyped(key: string, most: number, as: number, low: number, high: number, into: Pick<Sparse, 'raise'>): void {
    const first = key.charCodeAt(0);
    for (let place = low; place < high; place++) {
      const form = this.#sorted.at(place);
      if (form.length > key.length + most && form.charCodeAt(0) !== first) continue;
      this.#noteAt(place, as * QUALITY.mistyped * (0.5 + (0.4 * key.length) / form.length), into);
    }
  }

  #noteAt(place: number, quality: number, into: Pick<Sparse, 'raise'>): void {
    const owner = this.#owner[place] as number;
    if (owner >= 0) into.raise(owner, quality);
    else for (const one of this.#table.several[-1 - owner] ?? []) into.raise(one, quality);
  }

  /** The first form that is not before `text`. */
  #lowerBound(text: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#sorted.at(middle) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Twice the words of the longest text. */
const MOST_GUESSES = 36;

/** Fewer letters begin too many words to be misspelt, too. */
const SHORTEST_BEGUN = 5;

/** Less of the longer of two words than this is its beginning only. */
const CLOSE = 0.7;

/** How much of a word another form of it must share; of a name most of the name, whatever case it stands in. */
export type Share = 'beginning' | 'close' | 'most' | 'name';

/** Whether a stem is most of a word: four letters of five, or a little less the longer it is ("Lietuvoje"). */
function isMost(letters: number, part: number): boolean {
  return part >= 0.8 || (letters >= 5 && part >= CLOSE) || (letters >= 6 && part >= 0.65);
}

/** The lists of numbers in a vocabulary, for the pack. */
export const VOCABULARY_LISTS = ['owner', 'several', 'own'] as const;

export function listsOfVocabulary({ owner, several, own }: VocabularyTable) {
  return { owner, several: flatten(several), own };
}

export function vocabularyOf(
  forms: string,
  { owner, several, own }: Record<(typeof VOCABULARY_LISTS)[number], Int32Array>,
): VocabularyTable {
  return { forms: new Forms(forms), owner, several: unflatten(several), own };
}
