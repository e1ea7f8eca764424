import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { placesIn } from '../../src/directory/places.ts';
import { townsLike } from '../../src/search/towns.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();

describe('towns by what is typed', () => {
  test.each([
    ['Gdańsk', 'pl', 'gdansk'],
    ['gdansk', 'pl', 'gdansk'],
    ['Danzig', 'pl', 'gdansk'],
    ['Гданськ', 'pl', 'gdansk'],
    ['gdnask', 'pl', 'gdansk'],
    ['gda', 'pl', 'gdansk'],
    ['kobenhavn', 'dk', 'copenhagen'],
    ['Copenhague', 'dk', 'copenhagen'],
    ['Orhus', 'dk', 'aarhus'],
  ] as const)('%s in %s is %s', (typed, country, code) => {
    expect(townsLike(typed, country, directory)[0]).toBe(code);
  });

  test.each([
    ['', 'pl'],
    ['   ', 'pl'],
    ['Gdańsk', 'lv'],
    ['Gdańsk', undefined],
    ['qqqqqq', 'pl'],
  ] as const)('"%s" in %s is none', (typed, country) => {
    expect(townsLike(typed, country, directory)).toEqual([]);
  });

  test('every place is found first, or beside its namesakes, by each of its names', () => {
    for (const country of COUNTRIES) {
      for (const code of placesIn(country, directory)) {
        const { name, also = [] } = directory.places.cities[code] ?? { name: {} };
        for (const one of [...Object.values(name), ...also]) {
          expect(townsLike(one, country, directory), `${country} ${one}`).toContain(code);
        }
      }
    }
  });

  test('whatever is typed, only places of the country come, each once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.constantFrom(...COUNTRIES), (typed, country) => {
        const found = townsLike(typed, country, directory);
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeLessThanOrEqual(6);
        for (const code of found) expect(directory.places.cities[code]?.country).toBe(country);
      }),
    );
  });
});
