/** What happened, as people type it: the curators' table of `data/happenings.json`, and which row of it a query is. */
import type { Happening } from '../directory/schema.ts';
import { fold, words } from './fold.ts';
import { plainLanguages } from './function-words.ts';
import type { QueryPart } from './query.ts';
import { romanisations, romanise } from './scripts.ts';

/** The rows by their code. */
export type HappeningTable = Readonly<Record<string, Happening>>;

/** A row that a query is about, and the parts of the query that say so. */
export interface Recognised {
  code: string;
  happening: Happening;
  /** Numbers of the query's parts, in their order. */
  parts: readonly number[];
  /** The language in which it was recognised. */
  language: string;
  /** What else happened, said in other parts of the query. */
  also?: Pick<Recognised, 'happening' | 'parts'>;
}

/** One way to say it: a part of the query for each of its places. */
interface Pattern {
  code: string;
  language: string;
  places: number;
}

/** A pattern of which every place is filled, and the parts of the query that fill them. */
interface Said {
  pattern: Pattern;
  parts: readonly number[];
}

/** A place of a pattern that a word can fill. */
interface Use {
  pattern: number;
  place: number;
}

/** The shortest beginning that stands for words that go on. */
const SHORTEST_BEGINNING = 2;
const CYRILLIC = /\p{Script=Cyrillic}/u;

export class Happenings {
  readonly #table: HappeningTable;
  /** Where each row stands in the table. */
  readonly #order: ReadonlyMap<string, number>;
  readonly #patterns: Pattern[] = [];
  /** Whole words and beginnings of words; those in Cyrillic romanised, so that they may be typed in Latin letters. */
  readonly #whole = { latin: new Map<string, Use[]>(), cyrillic: new Map<string, Use[]>() };
  readonly #begun = { latin: new Map<string, Use[]>(), cyrillic: new Map<string, Use[]>() };

  constructor(table: HappeningTable) {
    this.#table = table;
    this.#order = new Map(Object.keys(table).map((code, at) => [code, at]));
    for (const [code, happening] of Object.entries(table)) {
      for (const [language, ways] of Object.entries(happening.words)) {
        for (const way of ways) this.#add(code, language, way);
      }
    }
  }

  #add(code: string, language: string, way: string): void {
    const places = way.split(' ');
    const pattern = this.#patterns.push({ code, language, places: places.length }) - 1;
    places.forEach((alternatives, place) => {
      for (const word of alternatives.split('/')) {
        const script = CYRILLIC.test(word) ? 'cyrillic' : 'latin';
        const folded = fold(word);
        const key = script === 'cyrillic' ? romanise(folded, language) : folded;
        const uses = (word.endsWith('*') ? this.#begun : this.#whole)[script];
        const some = uses.get(key);
        if (some) some.push({ pattern, place });
        else uses.set(key, [{ pattern, place }]);
      }
    });
  }

  /**
   * The row that says most of what was typed, in words that stand together. Where two things happened, each told in words of its own,
   * the one that stands first in the table, which is in the order of urgency; so of two rows that say as much.
   * @param without rows that were taken off, as `happening:code`
   */
  recognise(parts: readonly QueryPart[], without: ReadonlySet<string>): Recognised | undefined {
    const filled = new Map<number, Map<number, number[]>>();
    parts.forEach((part, i) => {
      if (part.kind !== 'word' || part.address !== undefined) return;
      this.#eachUse(part.text, ({ pattern, place }) => {
        let places = filled.get(pattern);
        if (!places) {
          places = new Map();
          filled.set(pattern, places);
        }
        const some = places.get(place);
        if (!some) places.set(place, [i]);
        else if (some.at(-1) !== i) some.push(i);
      });
    });
    // What only looks like a word of another language is not meant.
    const spoken = plainLanguages(parts.map((part) => (part.kind === 'word' ? part.text : '')));
    const found: Said[] = [];
    for (const [number, places] of filled) {
      const pattern = this.#patterns[number] as Pattern;
      if (places.size < pattern.places || without.has(`happening:${pattern.code}`)) continue;
      const said = [...new Set([...places.values()].flat())].sort((a, b) => a - b);
      if (said.length < pattern.places || (spoken && !spoken.has(pattern.language))) continue;
      found.push({ pattern, parts: said });
    }
    const most = this.#mostOf(found);
    if (!most) return undefined;
    const other = this.#mostOf(
      found.filter(
        ({ pattern, parts }) =>
          pattern.code !== most.pattern.code && pattern.places > 1 && !parts.some((i) => most.parts.includes(i)),
      ),
    );
    const [best, also] = other && this.#isBefore(other, most) ? [other, most] : [most, other];
    const { code, language } = best.pattern;
    return {
      code,
      language,
      happening: this.#table[code] as Happening,
      parts: best.parts,
      ...(also && { also: { happening: this.#table[also.pattern.code] as Happening, parts: also.parts } }),
    };
  }

  #mostOf(found: readonly Said[]): Said | undefined {
    let best: Said | undefined;
    for (const one of found) if (!best || this.#saysMore(one, best)) best = one;
    return best;
  }

  /** Of two ways to say something, the one with more words; then the one whose words stand nearer to each other; then the more urgent. */
  #saysMore({ pattern, parts }: Said, best: Said): boolean {
    return (
      (pattern.places - best.pattern.places ||
        parts.length - best.parts.length ||
        spreadOf(best.parts) - spreadOf(parts) ||
        this.#placeOf(best) - this.#placeOf({ pattern })) > 0
    );
  }

  #isBefore(one: Said, other: Said): boolean {
    return this.#placeOf(one) < this.#placeOf(other);
  }

  #placeOf({ pattern }: Pick<Said, 'pattern'>): number {
    return this.#order.get(pattern.code) as number;
  }

  #eachUse(text: string, visit: (use: Use) => void): void {
    const keys = [['latin', text] as const, ...romanisations(text).map((key) => ['cyrillic', key] as const)];
    for (const [script, key] of keys) {
      for (const use of this.#whole[script].get(key) ?? []) visit(use);
      for (let end = SHORTEST_BEGINNING; end <= key.length; end++) {
        for (const use of this.#begun[script].get(key.slice(0, end)) ?? []) visit(use);
      }
    }
  }
}

/** How far the parts are from each other. */
function spreadOf(parts: readonly number[]): number {
  return (parts.at(-1) as number) - (parts[0] as number);
}

/** What of a row cannot be understood: empty alternatives, more than one word where a place is one, too short a beginning. */
export function defectsOf(way: string): string[] {
  return way.split(' ').flatMap((alternatives) =>
    alternatives.split('/').flatMap((word) => {
      const letters = word.replace(/\*$/, '');
      if (words(letters).length !== 1) return [`"${word}" is not one word`];
      if (word.endsWith('*') && fold(letters).length < SHORTEST_BEGINNING) return [`"${word}" begins too many words`];
      return [];
    }),
  );
}
