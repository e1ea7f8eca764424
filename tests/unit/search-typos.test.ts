import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Forms } from '../../src/search/forms.ts';
import { createSearch } from '../../src/search/search.ts';
import { editsFor, NearWords } from '../../src/search/typos.ts';
import { publishedEdition } from '../relevance/directory.ts';

/** The distance from the textbook: every cell, no band. */
function plainly(word: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= word.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= other.length; j++) {
      const swapped = word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1] ? at(i - 2, j - 2) + 1 : 99;
      const same = word[i - 1] === other[j - 1] ? 0 : 1;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same, swapped));
    }
  }
  return at(word.length, other.length);
}

/** What is found among some words: how far each near one is, and which are begun. */
function nearAmong(words: Iterable<string>, word: string, most: number) {
  const sorted = [...new Set(words)].sort();
  const whole: Record<string, number> = {};
  const begun: string[] = [];
  new NearWords(new Forms(sorted.join(' '))).find(word, most, {
    whole(place, edits) {
      whole[sorted[place] as string] = edits;
    },
    begun: (low, high) => void begun.push(...sorted.slice(low, high)),
  });
  return { whole, begun };
}

const letters = (...some: string[]) => fc.string({ unit: fc.constantFrom(...some), minLength: 1, maxLength: 11 });
const word = letters('a', 'b', 'c', 'ж');

/** Words of many letters, some of which share a bit, and one that is some edits away from one of them. */
const nearOne = fc
  .tuple(
    fc.array(letters(...'abcdefghijklmnopжсук'), { minLength: 1, maxLength: 40 }),
    fc.nat(),
    fc.array(fc.tuple(fc.constantFrom('add', 'drop', 'change', 'swap'), fc.nat(), fc.constantFrom(...'abgmжс')), {
      maxLength: 3,
    }),
  )
  .map(([words, one, edits]) => {
    const typed = [...(words[one % words.length] as string)];
    for (const [edit, at, letter] of edits) {
      const i = at % (typed.length + 1);
      if (edit === 'add') typed.splice(i, 0, letter);
      else if (edit === 'drop') typed.splice(i, 1);
      else if (edit === 'change') typed.splice(i, 1, letter);
      else typed.splice(i, 2, ...typed.slice(i, i + 2).reverse());
    }
    return [typed.join(''), words] as const;
  });

describe('near words', () => {
  it.each([
    ['vilnus', 'vilnius', 1],
    ['hotlne', 'hotline', 1],
    ['patversem', 'patversme', 1],
    ['iga', 'riga', 1],
    ['tiga', 'riga', 1],
    ['mjaa', 'maja', 1],
    ['kwinofridslinjn', 'kvinofridslinjen', 2],
  ])('%s is %s within %d', (typed, meant, most) => {
    expect(nearAmong([meant, 'zzzz'], typed, 2).whole).toEqual({ [meant]: most });
  });

  it('are those of the textbook, however many words there are and whatever they share', () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 60 }), fc.integer({ min: 1, max: 2 }), (typed, others, most) => {
        const near = [...new Set(others)].map((other) => [other, plainly(typed, other)] as const);
        expect(nearAmong(others, typed, most).whole).toEqual(
          Object.fromEntries(near.filter(([, edits]) => edits <= most)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('are found by any word that is near one of them', () => {
    fc.assert(
      fc.property(nearOne, fc.integer({ min: 1, max: 2 }), ([typed, others], most) => {
        const near = [...new Set(others)].map((other) => [other, plainly(typed, other)] as const);
        expect(nearAmong(others, typed, most).whole).toEqual(
          Object.fromEntries(near.filter(([, edits]) => edits <= most)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('are begun when one of their beginnings is at most one edit away, each told once', () => {
    fc.assert(
      fc.property(letters('a', 'b', 'c'), fc.array(word, { maxLength: 60 }), (typed, others) => {
        fc.pre(typed.length > 1);
        const beginnings = (other: string) => Array.from({ length: other.length + 1 }, (_, n) => other.slice(0, n));
        const begun = [...new Set(others)].filter((other) =>
          beginnings(other).some((beginning) => plainly(typed, beginning) <= 1),
        );
        expect(nearAmong(others, typed, 2).begun).toEqual(begun.sort());
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['', 'a', 'a'.repeat(39), 'a'.repeat(40), 'a'.repeat(41), 'a'.repeat(500)])(
    'are found up to forty letters, and longer ones do no harm (%#)',
    (typed) => {
      const words = ['', 'a', 'a'.repeat(38), 'a'.repeat(39), 'a'.repeat(40), 'a'.repeat(41), 'a'.repeat(60)];
      const near = words
        .filter((other) => typed.length <= 40 && other.length <= 40)
        .map((other) => [other, plainly(typed, other)] as const);
      expect(nearAmong(words, typed, 2).whole).toEqual(Object.fromEntries(near.filter(([, edits]) => edits <= 2)));
      expect(nearAmong([], typed, 2)).toEqual({ whole: {}, begun: [] });
    },
  );

  it.each([
    [3, 0],
    [4, 1],
    [7, 1],
    [8, 2],
  ])('a word of %d letters may have %d', (length, most) => {
    expect(editsFor(length)).toBe(most);
  });
});

it.each(['lasteabi telefon', 'lasteaib telefon', 'lastebai telefon', 'Lasteabitelefon'])(
  'two words that are one are found parted, and parted and mistyped at once: %s',
  (text) => {
    const { directory, tables } = publishedEdition();
    const { hits } = createSearch(directory, new Date('2026-11-21'), undefined, tables).search(text);
    expect(hits.slice(0, 5).map(({ id }) => id)).toContain('ee-lasteabi-116111');
  },
);

it('what a word may be misspelt for is the same whatever was asked before', () => {
  const { directory, tables } = publishedEdition();
  const today = new Date('2026-11-21');
  const asking = createSearch(directory, today, undefined, tables);
  const answer = (search: typeof asking, text: string) =>
    search.search(text).hits.map(({ id, reasons }) => [id, reasons]);
  const texts = [
    'vilnus hotlne',
    'hotlne',
    'stödlinje hedersvåld',
    'hedersvåld',
    'midernachtsmission dortmund',
    'drosha',
  ];
  const alone = new Map(
    texts.map((text) => [text, answer(createSearch(directory, today, undefined, tables), text)] as const),
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...texts), letters(...'aehiklnorstvœжд')), { maxLength: 60 }),
      (asked) => {
        for (const text of asked) {
          const found = answer(asking, text);
          if (alone.has(text)) expect(found).toEqual(alone.get(text));
        }
      },
    ),
    { numRuns: 30 },
  );
});
