/** Whose embassy is asked for, and where: never the other state's. */
import { expect, it } from 'vitest';
import type { CountryCode } from '../../src/directory/codes.ts';
import { createSearch } from '../../src/search/search.ts';
import { publishedEdition } from '../relevance/directory.ts';

const { directory, tables } = publishedEdition();
const search = createSearch(directory, new Date('2026-11-21'), undefined, tables);
const found = (text: string, country?: CountryCode) => search.search(text, { country }).hits.map(({ id }) => id);

it.each<[string, CountryCode | undefined, string]>([
  ['Bulgarian consul in Germany', undefined, 'de-embassy-bulgaria'],
  ['български консул германия спешно', undefined, 'de-embassy-bulgaria'],
  ['Bulgarian consul', 'de', 'de-embassy-bulgaria'],
  ['igaunijas vēstniecība', 'lv', 'lv-embassy-estonia'],
  ['ambassad polen', 'se', 'se-embassy-poland'],
  ['посольство латвии берлин', undefined, 'de-embassy-latvia'],
  ['румунський консул чернівці', undefined, 'ua-embassy-romania'],
  ['ambasada romana oslo', undefined, 'no-embassy-romania'],
  ['kaip naktį prisiskambinti Lietuvos ambasadai Norvegijoje', undefined, 'no-embassy-lithuania'],
  ['gdzie jest polski konsul, jestem w Kolonii bez pieniędzy', undefined, 'de-embassy-poland'],
  ['viron lähetystö helsingissä', undefined, 'fi-embassy-estonia'],
])('%s, chosen %s', (text, country, id) => {
  expect(found(text, country)[0]).toBe(id);
});

it('then come the lines of its ministry at home, long before a mission of the other state there', () => {
  const ids = found('Bulgarian consul', 'de');
  expect(ids.slice(0, 5)).toContain('bg-mfa-situation-centre');
  expect(ids.slice(0, 10)).not.toContain('bg-embassy-germany');
});

it('a country alone is where it stands, as long as none is chosen', () => {
  expect(found('посолство германия')[0]).toMatch(/^de-/);
});

it('what was understood names both', () => {
  const { understood } = search.search('Bulgarian consul in Germany');
  expect(understood.map(({ kind, code }) => `${kind}:${code}`)).toEqual(['country:bg', 'kinds:consular', 'country:de']);
});
