/** Sorted words and the four ways to find them: the same word, its other forms, its beginning, a misspelling of it. */
import { goesOn, stems } from './inflection.ts';
import { romanisations } from './scripts.ts';
import type { Sparse } from './sparse.ts';
import { count, edits, editsFor, found, lettersOf } from './typos.ts';

/** How well a word matched, 0 to 1. */
export const QUALITY = {
  same: 1,
  sameSound: 0.94,
  inflected: 0.86,
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

export class Vocabulary {
  readonly #sorted: string[];
  /** Words of the vocabulary that a form stands for. */
  readonly #owners: Map<string, number | number[]>;
  /** The word of each sorted form; -1 where a form stands for several. */
  readonly #single: Int32Array;
  #masks: Int32Array | undefined;
  #lengths: Uint8Array | undefined;

  readonly #words: readonly string[];

  /**
   * @param words the folded words by their number
   * @param forms each form (folded or romanised) with the numbers of the words it stands for
   */
  constructor(words: readonly string[], forms: Map<string, number | number[]>) {
    this.#words = words;
    this.#owners = forms;
    this.#sorted = [...forms.keys()].sort();
    this.#single = Int32Array.from(this.#sorted, (form) => {
      const owners = forms.get(form);
      return typeof owners === 'number' ? owners : -1;
    });
  }

  /** Adds a form of a word to what a vocabulary is built from. */
  static add(forms: Map<string, number | number[]>, form: string, word: number): void {
    const known = forms.get(form);
    if (known === undefined) forms.set(form, word);
    else if (typeof known === 'number') {
      if (known !== word) forms.set(form, [known, word]);
    } else if (!known.includes(word)) known.push(word);
  }

  /** The number of forms. */
  get size(): number {
    return this.#sorted.length;
  }

  /** The same word, in any script or spelling that sounds alike. */
  same(word: Wanted, into: Sparse): Sparse {
    this.#noteSame(word.text, word.text, into);
    for (const key of word.keys) if (key !== word.text) this.#noteSame(key, word.text, into);
    return into;
  }

  #noteSame(form: string, text: string, into: Sparse): void {
    const owners = this.#owners.get(form);
    if (owners === undefined) return;
    for (const owner of typeof owners === 'number' ? [owners] : owners) {
      into.raise(owner, this.#words[owner] === text ? QUALITY.same : QUALITY.sameSound);
    }
  }

  /**
   * Other forms of the word: declined, in the plural.
   * @param shortest the part of the word that the forms must share at least
   */
  inflected(word: Wanted, into: Sparse, shortest = 0): Sparse {
    for (const key of word.keys) {
      for (const stem of stems(key)) {
        const { text } = stem;
        if (text.length < shortest * key.length) break;
        const quality = QUALITY.inflected * (0.8 + (0.2 * text.length) / key.length);
        for (let i = this.#lowerBound(text); i < this.#sorted.length; i++) {
          const form = this.#sorted[i] as string;
          if (!form.startsWith(text)) break;
          if (goesOn(stem, form)) this.#noteAt(i, quality, into);
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
        const form = this.#sorted[i] as string;
        if (!form.startsWith(begin)) break;
        this.#noteAt(i, least + (0.32 * begin.length) / form.length, into);
      }
    }
    return into;
  }

  /** Words that it may be a misspelling of; within one edit also words of whose beginning it may be one. */
  mistyped(word: Wanted, into: Sparse): Sparse {
    this.#masks ??= Int32Array.from(this.#sorted, lettersOf);
    this.#lengths ??= Uint8Array.from(this.#sorted, (form) => Math.min(form.length, 255));
    const masks = this.#masks;
    const lengths = this.#lengths;
    const bits = count;
    for (const key of new Set([word.text, ...word.keys])) {
      const most = editsFor(key.length);
      if (most === 0) continue;
      const mask = lettersOf(key);
      const shortest = Math.max(3, key.length - most);
      const longest = key.length + most;
      const beginnings = key.length >= 5;
      for (let i = 0; i < masks.length; i++) {
        const length = lengths[i] as number;
        if (length < shortest) continue;
        // An edit takes one letter away at most, and brings one at most.
        const missing = bits(mask & ~(masks[i] as number));
        const mayBegin = beginnings && missing <= 1;
        if (!mayBegin && !(length <= longest && missing <= most && bits((masks[i] as number) & ~mask) <= most))
          continue;
        const form = this.#sorted[i] as string;
        const limit = length <= longest ? most : 1;
        edits(key, form, limit);
        const as = key === word.text ? 1 : 0.97;
        if (found.whole <= limit) {
          this.#noteAt(i, as * (found.whole <= 1 ? QUALITY.mistyped : QUALITY.mistyped2), into);
        } else if (mayBegin && found.beginning <= 1) {
          this.#noteAt(i, as * QUALITY.mistyped * (0.5 + (0.4 * key.length) / form.length), into);
        }
      }
    }
    return into;
  }

  #note(form: string, quality: number, into: Sparse): void {
    const owners = this.#owners.get(form);
    if (owners === undefined) return;
    if (typeof owners === 'number') into.raise(owners, quality);
    else for (const owner of owners) into.raise(owner, quality);
  }

  /** The same by the form's place among the sorted ones, which spares the look-up. */
  #noteAt(place: number, quality: number, into: Sparse): void {
    const owner = this.#single[place] as number;
    if (owner >= 0) into.raise(owner, quality);
    else this.#note(this.#sorted[place] as string, quality, into);
  }

  /** The first form that is not before `text`. */
  #lowerBound(text: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] as string) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
