import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/home/highlight.ts';

const shown = (text: string, ranges: [number, number][], length = 1000) =>
  excerpt(text, ranges, length)
    .map(({ text: part, marked }) => (marked ? `[${part}]` : part))
    .join('');

describe('what is marked', () => {
  test.each<[string, string, [number, number][], string]>([
    ['one range', 'Drošā māja', [[0, 5]], '[Drošā] māja'],
    [
      'ranges in any order',
      'Drošā māja',
      [
        [6, 10],
        [0, 5],
      ],
      '[Drošā] [māja]',
    ],
    [
      'overlapping ranges as one',
      'abcdef',
      [
        [1, 4],
        [2, 5],
      ],
      'a[bcde]f',
    ],
    [
      'touching ranges as one',
      'abcdef',
      [
        [1, 3],
        [3, 5],
      ],
      'a[bcde]f',
    ],
    ['nothing', 'abc', [], 'abc'],
    [
      'ranges outside the text are passed over',
      'abc',
      [
        [2, 9],
        [-1, 2],
        [2, 1],
      ],
      'abc',
    ],
  ])('%s', (_, text, ranges, expected) => {
    expect(shown(text, ranges)).toBe(expected);
  });
});

describe('what is cut', () => {
  const long = `${'before '.repeat(20)}needle ${'after '.repeat(40)}`.trim();
  const at = long.indexOf('needle');

  test('around the first mark, at the edges of words, and says so', () => {
    const text = shown(long, [[at, at + 6]], 80);
    expect(text).toMatch(/^… (before )+\[needle\]( after)+ …$/);
    expect(text.length).toBeLessThan(110);
  });

  test('from the beginning when nothing is marked', () => {
    expect(shown(long, [], 20)).toBe('before before before …');
  });

  test('nothing when it is short enough', () => {
    expect(shown('a short text', [[2, 7]], 40)).toBe('a [short] text');
  });
});

test('whatever the text and the ranges: what is shown stands in the text, and what is marked was asked for', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 300 }),
      fc.array(fc.tuple(fc.integer({ min: -5, max: 310 }), fc.integer({ min: -5, max: 310 })), { maxLength: 8 }),
      fc.integer({ min: 1, max: 400 }),
      (text, ranges, length) => {
        const parts = excerpt(text, ranges, length).filter(({ text: part }) => part !== '… ' && part !== ' …');
        expect(text).toContain(parts.map(({ text: part }) => part).join(''));
        for (const { text: part, marked } of parts) {
          if (marked) expect(ranges.some(([start, end]) => start >= 0 && end <= text.length && end > start)).toBe(true);
          expect(part).not.toBe('');
        }
      },
    ),
  );
});
