/** Whose embassy is asked for, and where: never the other state's. */
import { describe, expect, it } from 'vitest';
import { COUNTRIES, type CountryCode } from '../../src/directory/codes.ts';
import { createSearch } from '../../src/search/search.ts';
import { publishedEdition } from '../relevance/directory.ts';

const { directory, tables } = publishedEdition();
const search = createSearch(directory, new Date('2026-11-21'), undefined, tables);
const found = (text: string, country?: CountryCode) => search.search(text, { country }).hits.map(({ id }) => id);

it.each<[string, CountryCode | undefined, string]>([
  ['Bulgarian consul in Germany', undefined, 'de-embassy-bulgaria'],
  ['български консул в германия', undefined, 'de-embassy-bulgaria'],
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

it.each<[string, CountryCode | undefined]>([
  ['Bulgarian consul', 'de'],
  ['Bulgarian consul in Germany', undefined],
  ['bulgarischer Konsul in Deutschland', 'pl'],
])('%s, chosen %s: then come the lines of its ministry at home, and nobody of another state', (text, country) => {
  const ids = found(text, country);
  expect(ids.slice(0, 3)).toContain('bg-mfa-situation-centre');
  const states = ids.map((id) => directory.responder(id)).flatMap((one) => one?.represents ?? one?.country ?? []);
  expect(new Set(states)).toEqual(new Set(['bg']));
});

it.each<[string, CountryCode | undefined, string]>([
  ['български консул германия спешно', undefined, 'bg-mfa-situation-centre'],
  ['consulat român urgență germania', undefined, 'ro-mae-consular-contact-centre'],
  ['konsulāts steidzami igaunijā latvijas pilsonim', undefined, 'lv-arlietu-ministrija-konsularais'],
  ['терміново український консул', 'ee', 'ua-mfa-consular-hotline'],
])('%s, chosen %s: who cannot wait finds the line of the ministry first', (text, country, id) => {
  expect(found(text, country)[0]).toBe(id);
});

it('who a Pole in Norway calls is Polish', () => {
  expect(found('jaki jest numer do konsula w Norwegii dla Polaka').slice(0, 2)).toEqual([
    'no-embassy-poland',
    'pl-msz',
  ]);
});

it('of every two countries of which one has a mission in the other, that mission is first', () => {
  const name = (code: string) => directory.places.countries[code as CountryCode]?.name.en;
  const pairs = directory.responders.flatMap(({ kind, represents, country }) =>
    kind === 'consular' && represents && name(represents) && country !== 'eu' ? [[represents, country] as const] : [],
  );
  expect(pairs.length).toBeGreaterThan(40);
  const wrong = pairs.filter(([state, place]) => {
    const first = directory.responder(found(`embassy of ${name(state)} in ${name(place)}`)[0] ?? '');
    return first?.represents !== state || first.country !== place;
  });
  expect(wrong).toEqual([]);
});

/** "The embassy in", as a citizen of each state writes it; the Danish, Norwegian and Swedish word is one. */
const EMBASSY_IN: Partial<Record<CountryCode, readonly [word: string, joins: string, language: string]>> = {
  bg: ['посолството', 'във', 'bg'],
  de: ['Botschaft', 'in', 'de'],
  ee: ['saatkonna telefon', '', 'et'],
  fi: ['suurlähetystö', '', 'fi'],
  is: ['sendiráðið', 'í', 'is'],
  lt: ['ambasados telefonas', '', 'lt'],
  lv: ['vēstniecība', '', 'lv'],
  pl: ['ambasada', 'w', 'pl'],
  ro: ['ambasada din', '', 'ro'],
  ua: ['де посольство', '', 'uk'],
};

it('who does not say whose embassy means that of the state whose language it is, in every town where it has one', () => {
  const asked = directory.responders.flatMap(({ id, kind, represents, country, addresses }) => {
    const words = EMBASSY_IN[represents as CountryCode];
    const city = addresses?.[0]?.city;
    const town = Object.values(directory.places.cities).find(({ name }) => Object.values(name).includes(city ?? ''));
    if (kind !== 'consular' || !words || !town || country === represents) return [];
    const [word, joins, language] = words;
    return [[`${word} ${joins} ${town.name[language as 'en'] ?? town.name.en}`, id, represents] as const];
  });
  expect(asked.length).toBeGreaterThan(30);
  const wrong = asked.filter(([text, , state]) => directory.responder(found(text)[0] ?? '')?.represents !== state);
  expect(wrong.map(([text, id]) => `${text}: ${found(text)[0]}, not ${id}`)).toEqual([]);
});

it.each<[string, CountryCode, string]>([
  ['ambassaden i Kyiv', 'no', 'ua-embassy-norway'],
  ['ambassaden i Kyiv', 'dk', 'ua-embassy-denmark'],
  ['ambassaden i Kyiv', 'se', 'ua-embassy-sweden'],
  ['embassy Oslo', 'pl', 'no-embassy-poland'],
  ['посольство Варшава', 'ua', 'pl-embassy-ukraine'],
])('where the language leaves it open it is that of the chosen state: %s, chosen %s', (text, country, id) => {
  expect(found(text, country)[0]).toBe(id);
});

it('a country alone is where it stands, as long as none is chosen', () => {
  expect(found('посолство германия')[0]).toMatch(/^de-/);
});

it.each(['Latvijas vēstniecība Z', 'Latvijas vēstniecība Zvi', 'Latvijas vēstniecība Zviedrijā'])(
  'while the place is being typed, the state stays the one that was named: %s',
  (text) => {
    expect(found(text)).toContain('se-embassy-latvia');
  },
);

it('what was understood names both', () => {
  const { understood } = search.search('Bulgarian consul in Germany');
  expect(understood.map(({ kind, code }) => `${kind}:${code}`)).toEqual(['country:bg', 'kinds:consular', 'country:de']);
});

it.each<[string, CountryCode | undefined, RegExp]>([
  ['help in Chernivtsi', 'ro', /^ua-/],
  ['azil în Varșovia', 'ro', /^pl-/],
  ['хлопчика в Одесі змушують красти', undefined, /^ua-/],
  ['допомога Одеса', 'bg', /^ua-/],
])('who asks for no embassy finds none first: %s, chosen %s', (text, country, id) => {
  const [first = ''] = found(text, country);
  expect(first).toMatch(id);
  expect(directory.responder(first)?.kind).not.toBe('consular');
});

const named = new Intl.DisplayNames('en', { type: 'region' });
const everyone = [...directory.countries.values()].flatMap(({ responders }) => responders);

describe.each(COUNTRIES)('the embassy of %s', (state) => {
  it.each(COUNTRIES.filter((where) => where !== state))(
    'in %s: that, or else it is said that none is known, and its ministry comes first',
    (where) => {
      const missions = everyone.filter((one) => one.represents === state && one.country === where);
      const ministry = everyone.filter((one) => one.kind === 'consular' && one.country === state && !one.represents);
      const text = `embassy of ${named.of(state.toUpperCase())} in ${named.of(where.toUpperCase())}`;
      for (const country of [undefined, where, state]) {
        const { hits, nearest } = search.search(text, { country });
        const first = [missions, ministry].find(({ length }) => length > 0) ?? [];
        expect(nearest, `${text}, chosen ${country}`).toBe(missions.length === 0);
        if (first.length > 0)
          expect(
            first.map(({ id }) => id),
            `${text}, chosen ${country}`,
          ).toContain(hits[0]?.id);
      }
    },
  );
});

it.each<[string, CountryCode]>([
  ['Lithuanian embassy in Reykjavik', 'lt'],
  ['ukrainian consul', 'dk'],
  ['ambasada polska', 'is'],
  ['посольство України в Софії', 'bg'],
])(
  '%s, chosen %s: none is known there, and nobody of another state stands before those of this one',
  (text, country) => {
    const { hits, nearest } = search.search(text, { country });
    expect(nearest).toBe(true);
    const states = hits.flatMap(({ id }) => directory.responder(id) ?? []).map((one) => one.represents ?? one.country);
    expect(new Set(states.slice(0, 3)).size).toBe(1);
  },
);
