import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, edits, editsFor, found, lettersOf } from '../../src/search/typos.ts';

/** The same distance from the textbook: every cell, no band. */
function plainly(word: string, other: string): { whole: number; beginning: number } {
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
  return { whole: at(word.length, other.length), beginning: Math.min(...(rows[word.length] ?? [])) };
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ж'), minLength: 1, maxLength: 11 });

describe('edits', () => {
  it.each([
    ['vilnus', 'vilnius', 1],
    ['hotlne', 'hotline', 1],
    ['patversem', 'patversme', 1],
    ['iga', 'riga', 1],
    ['tiga', 'riga', 1],
    ['mjaa', 'maja', 1],
    ['kwinofridslinjn', 'kvinofridslinjen', 2],
  ])('%s is %s within %d', (typed, meant, most) => {
    edits(typed, meant, most);
    expect(found.whole).toBe(most);
  });

  it('are those of the textbook up to the most that is asked for', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (one, other, most) => {
        edits(one, other, most);
        const plain = plainly(one, other);
        expect(found).toEqual({
          whole: Math.min(plain.whole, most + 1),
          beginning: Math.min(plain.beginning, most + 1),
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('never take away more letters than there are edits, so that the letters may be compared first', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const missing = count(lettersOf(one) & ~lettersOf(other));
        expect(missing).toBeLessThanOrEqual(plainly(one, other).beginning);
      }),
    );
  });

  it.each([
    [3, 0],
    [4, 1],
    [7, 1],
    [8, 2],
  ])('a word of %d letters may have %d', (length, most) => {
    expect(editsFor(length)).toBe(most);
  });
});
