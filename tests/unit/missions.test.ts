import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { missionsAbroad, missionsFor, missionsIn, representedIn } from '../../src/responders/missions.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();
const pairs = COUNTRIES.flatMap((origin) =>
  COUNTRIES.filter((place) => place !== origin).map((place) => [origin, place] as const),
);

describe.each(pairs)('somebody from %s in %s', (origin, place) => {
  const { there, near, home, counterpart, back } = missionsFor(directory, origin, place);

  it("is led to missions of the own state alone, and to the neighbours' only where there is none", () => {
    expect([...there, ...near].filter(({ represents }) => represents !== origin)).toEqual([]);
    expect(there.filter(({ country }) => country !== place)).toEqual([]);
    expect(there.length > 0 && near.length > 0).toBe(false);
    expect(home.filter(({ country, represents }) => country !== origin || represents)).toEqual([]);
  });

  it('has somebody on the other side', () => {
    expect(back.filter(({ represents, country }) => (represents ?? country) !== place)).toEqual([]);
    expect(counterpart.every(({ country }) => country === origin)).toBe(true);
    expect([...there, ...near, ...home, ...counterpart]).not.toEqual([]);
  });

  it('names nobody twice', () => {
    const ids = [...there, ...near, ...home, ...counterpart].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('every mission of the data is listed for the country it is for, and among those abroad of its state', () => {
  const all = [...directory.responders].filter(({ represents }) => represents !== undefined);
  expect(all).not.toEqual([]);
  const listed = COUNTRIES.flatMap((place) =>
    representedIn(directory, place).flatMap((state) => missionsIn(directory, state, place)),
  );
  const ids = (responders: typeof listed) => responders.map(({ id }) => id).sort();
  expect(ids(listed)).toEqual(ids(all));
  expect(ids(COUNTRIES.flatMap((state) => missionsAbroad(directory, state)))).toEqual(ids(all));
});
