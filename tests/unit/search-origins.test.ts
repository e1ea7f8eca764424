/** Where somebody is from is not where help is wanted: who helps here stands first, and a place that may be either stays one. */
import { describe, expect, it } from 'vitest';
import type { CountryCode } from '../../src/directory/codes.ts';
import { createSearch } from '../../src/search/search.ts';
import { publishedEdition } from '../relevance/directory.ts';

const { directory, tables } = publishedEdition();
const search = createSearch(directory, new Date('2026-11-21'), undefined, tables);
const ask = (text: string, country?: CountryCode) => {
  const { understood, hits } = search.search(text, { country });
  const places = understood.flatMap(({ kind, code }) => (kind === 'country' ? [code] : []));
  return { places, first: hits[0]?.country };
};

describe('a country that somebody is from', () => {
  it.each<[string, CountryCode]>([
    ['I am from Ukraine and they threaten me', 'no'],
    ['a girl from Lithuania is locked in a flat', 'no'],
    ['jestem z Ukrainy i szef nie płaci', 'pl'],
    ['я из Украины, хозяин не платит зарплату', 'lv'],
    ['я з України, роботодавець не платить', 'lt'],
    ['Frau aus Bulgarien wird geschlagen', 'de'],
    ['iš Ukrainos, darbdavys nemoka algos', 'lt'],
    ['esmu no Ukrainas, darba devējs nemaksā algu', 'lv'],
    ['jeg er fra Ukraina og blir truet', 'no'],
    ['jeg er fra Rumænien og får ikke løn', 'dk'],
    ['kvinna från Ukraina behöver skyddat boende', 'se'],
    ['ég er frá Póllandi og fæ ekki laun', 'is'],
    ['olen Ukrainasta ja pomo ei maksa palkkaa', 'fi'],
    ['tööandja ei maksa palka, olen Ukrainast', 'ee'],
    ['sunt din România, patronul nu plătește', 'de'],
    ['жена от Румъния е заключена', 'bg'],
    ['kobieta z Niemiec szuka schronienia', 'pl'],
    ['pojke från Bulgarien tigger', 'se'],
    ['atbalsts Ukrainas bēgļiem', 'lv'],
  ])('%s, chosen %s: help is there', (text, country) => {
    expect(ask(text, country)).toEqual({ places: [], first: country });
  });

  it('is beside another place, which is where help is', () => {
    expect(ask('women from Romania in Germany forced into prostitution')).toEqual({ places: ['de'], first: 'de' });
  });
});

describe('a country that stays a place', () => {
  it.each<[string, CountryCode | undefined, CountryCode]>([
    // The only one that is named, while none is chosen.
    ['woman from Lithuania needs a shelter', undefined, 'lt'],
    ['жена от Румъния', undefined, 'ro'],
    // The chosen one.
    ['kobieta z Litwy szuka schronienia', 'lt', 'lt'],
    // Who calls from a country is in it.
    ['I am calling from Germany, what is the number of the police', 'pl', 'de'],
    ['обаждам се от Германия полиция', 'bg', 'de'],
    ['helpline din Germania', 'ro', 'de'],
    ['ucraineni din Germania', 'ro', 'de'],
    ['löydänkö apua Virosta', 'fi', 'ee'],
  ])('%s, chosen %s', (text, country, place) => {
    expect(ask(text, country)).toEqual({ places: [place], first: place });
  });
});

it.each<[string, CountryCode | undefined, CountryCode]>([
  ['подруга з херсона зараз в гданську її змушують працювати', undefined, 'pl'],
  ['kobieta z Kijowa w Gdańsku', undefined, 'pl'],
  ['tulin Tallinnast Helsinkiin, töö ei makstud', undefined, 'fi'],
  ['Frau aus Warschau wird geschlagen', 'de', 'de'],
])('a town may be where somebody is from as well: %s, chosen %s', (text, country, first) => {
  expect(ask(text, country).first).toBe(first);
});

it('a town that nothing else is named beside is where help is', () => {
  expect(ask('kobieta z Krakowa szuka schronienia').first).toBe('pl');
});
