/** Which documents are in a town: by its address, name or coverage, in whatever language and form the data names it. */
import type { Directory } from '../directory/directory.ts';
import { FIELDS } from './documents.ts';
import { words } from './fold.ts';
import type { Index } from './index.ts';
import { Sparse } from './sparse.ts';
import { wanted } from './vocabulary.ts';

/** Times what it is worth that somebody is for the region around a town. */
const REGION = 0.6;

/** Looks a town up when it is first asked for, and remembers it. */
export class Places {
  readonly #index: Index;
  readonly #cities: Directory['places']['cities'];
  readonly #words: Sparse;
  readonly #documents = new Map<string, ReadonlyMap<number, number>>();

  constructor(index: Index, { cities }: Directory['places']) {
    this.#index = index;
    this.#words = new Sparse(index.vocabulary.words);
    this.#cities = cities;
  }

  countryOf(code: string): string | undefined {
    return this.#cities[code]?.country;
  }

  /** The documents that name the town, with 1 for an address or name, less for a coverage, least for the region around it. */
  documentsOf(code: string): ReadonlyMap<number, number> {
    let found = this.#documents.get(code);
    if (!found) {
      found = this.#find(code);
      this.#documents.set(code, found);
    }
    return found;
  }

  #find(code: string): ReadonlyMap<number, number> {
    const city = this.#cities[code];
    const found = new Map<number, number>();
    if (!city) return found;
    for (const name of new Set([...Object.values(city.name), ...(city.also ?? [])])) {
      const all = words(name).map(({ text }) => this.#mentions(this.#wordsFor(text)));
      const [first, ...others] = all;
      first?.forEach((value, document) => {
        const { country } = this.#index.documents[document] ?? {};
        if (country !== city.country && country !== 'eu') return;
        if (others.every((mentions) => mentions.has(document)))
          found.set(document, Math.max(country === city.country ? value : value * 0.9, found.get(document) ?? 0));
      });
    }
    const around = city.in === undefined || city.in === code ? [] : this.documentsOf(city.in);
    for (const [document, value] of around) if (!found.has(document)) found.set(document, REGION * value);
    return found;
  }

  #wordsFor(text: string): Sparse {
    const word = wanted(text);
    this.#words.clear();
    const found = this.#index.vocabulary.same(word, this.#words);
    if (text.length >= 4) this.#index.vocabulary.inflected(word, found);
    return found;
  }

  #mentions(matched: Sparse): Map<number, number> {
    const { start, tellingEnd, document, field } = this.#index.table;
    const found = new Map<number, number>();
    for (let i = 0; i < matched.size; i++) {
      const word = matched.touched[i] as number;
      for (let p = start[word] as number; p < (tellingEnd[word] as number); p++) {
        const name = FIELDS[field[p] as number];
        if (name === 'channel' || name === 'topic') continue;
        const value = name === 'coverage' ? 0.92 : 1;
        const at = document[p] as number;
        if ((found.get(at) ?? 0) < value) found.set(at, value);
      }
    }
    return found;
  }
}
