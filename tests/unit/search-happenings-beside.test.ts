/** Papers that are taken at work, and what else happened beside it: who acts against that comes before embassies. */
import { describe, expect, it } from 'vitest';
import type { CountryCode } from '../../src/directory/codes.ts';
import { createSearch } from '../../src/search/search.ts';
import { publishedEdition } from '../relevance/directory.ts';

const { directory, tables } = publishedEdition();
const search = createSearch(directory, new Date('2026-11-21'), undefined, tables);
const kinds = (text: string, country?: CountryCode) =>
  search
    .search(text, { country })
    .hits.flatMap(({ id }) => directory.responder(id) ?? [])
    .map(({ id, kind }) => ({ id, kind }));
const happening = (text: string) => search.search(text).happening?.code;

describe('papers taken beside a job', () => {
  it.each<[string, CountryCode]>([
    ['gartneriet har taget mit pas og jeg får ingen løn', 'dk'],
    ['they keep my passport at the farm', 'fi'],
    ['chefen har mit pas og jeg må ikke gå', 'dk'],
    ['arbeidsgiver har tatt passet mitt', 'no'],
    ['arbetsgivaren tog mitt pass', 'se'],
    ['der Chef hat meinen Pass und zahlt nicht', 'de'],
    ['szef ma nasze paszporty', 'pl'],
    ['начальник забрал документы на стройке', 'lv'],
    ['darbdavys atėmė pasą ir nemoka', 'lt'],
    ['patronul mi-a luat pașaportul', 'dk'],
    ['шефът ми взе паспорта', 'de'],
    ['tata lucrează în Suedia și șeful i-a luat actele', 'se'],
    ['vinnuveitandinn tók vegabréfið mitt', 'is'],
    ['ülemus võttis passi ja ei maksa palka', 'ee'],
  ])('%s, chosen %s', (text, country) => {
    const found = kinds(text, country).slice(0, 3);
    expect(found.map(({ kind }) => kind)).not.toContain('consular');
    const { contactPoint, antiTraffickingLine = [] } = directory.countries.get(country) ?? {};
    const helpers = found.filter(
      ({ id, kind }) =>
        id === contactPoint || antiTraffickingLine.includes(id) || kind === 'police' || kind === 'labour-inspectorate',
    );
    expect(helpers.length, JSON.stringify(found)).toBeGreaterThan(0);
  });

  it('the embassy that makes a new one stays, below', () => {
    expect(kinds('boss took my passport', 'dk').map(({ kind }) => kind)).toContain('consular');
  });
});

it('what happened is not what looks like it in another language', () => {
  expect(happening('meine Eltern wohnen hier')).toBeUndefined();
  expect(happening('nágranninn lætur au pair stúlkuna vinna')).toBe('forced-work');
});

it('of a long sentence the last words count', () => {
  const text = 'meine Eltern wollen mich in den Ferien verheiraten, ich bin 17 und wohne in Niedersachsen';
  const { understood } = search.search(text);
  expect(understood.map(({ kind, code }) => `${kind}:${code}`)).toEqual([
    'happening:forced-marriage',
    'age:child',
    'city:lower-saxony',
  ]);
});

it('beside a place that is sure, what only looks like another is none', () => {
  const places = (text: string) =>
    search.search(text).understood.flatMap(({ kind, code }) => (kind === 'country' || kind === 'city' ? [code] : []));
  expect(places('fata mea a plecat la muncă în Danemarca și nu mai răspunde')).toEqual(['dk']);
  expect(places('meine Tante hält mich in Hamburg in der Wohnung fest')).toEqual(['hamburg']);
});

it.each([
  'she does not dare to go home',
  'не смее да се прибере вкъщи',
  'hun tør ikke tage hjem',
  'sie traut sich nicht nach Hause',
  'ei julge koju minna',
  'ei uskalla mennä kotiin',
  'þorir ekki að fara heim',
  'bijo grįžti namo',
  'baidās atgriezties mājās',
  'hun tør ikke dra hjem',
  'boi się wrócić do domu',
  'îi e frică să se întoarcă acasă',
  'боится возвращаться домой',
  'hon vågar inte åka hem',
  'боїться повертатися додому',
])('who is afraid to go home does not want to: %s', (text) => {
  expect(search.search(text).happening?.code).toBe('threatened');
});

describe('two things that happened', () => {
  it.each<[string, CountryCode, string]>([
    ['poika on kadonnut ja passi viety eilen illalla', 'lv', 'child-missing'],
    ['passport taken and boy missing', 'lv', 'child-missing'],
    ['boy missing and passport taken', 'lv', 'child-missing'],
    ['no place to sleep and a child missing', 'pl', 'child-missing'],
  ])('%s, chosen %s: the more urgent counts, whichever was typed first', (text, country, code) => {
    expect(search.search(text, { country }).happening?.code).toBe(code);
  });

  it('puts who acts on the more urgent first of those who act on one', () => {
    const found = kinds('wages not paid and they threaten her', 'de');
    const [police, wages] = ['de-bka', 'de-faire-mobilitaet'].map((id) => found.findIndex((one) => one.id === id));
    expect(police).toBeGreaterThanOrEqual(0);
    expect(police).toBeLessThan(wages as number);
  });
});

describe('somebody threatened with the police does not look for the police', () => {
  it.each<[string, CountryCode]>([
    ['boss threatens me with the police and does not pay', 'de'],
    ['der chef droht mit der polizei und zahlt nicht', 'de'],
    ['saimnieks nemaksā algu un draud ar policiju', 'lv'],
    ['начальник угрожает полицией и не платит', 'pl'],
    ['szef nie płaci i grozi mi policją', 'pl'],
    ['chefen hotar med polisen', 'se'],
    ['sjefen truer med politiet', 'no'],
    ['chefen truer med politiet', 'dk'],
    ['pomo uhkaa poliisilla', 'fi'],
    ['ülemus ähvardab politseiga', 'ee'],
    ['șeful amenință cu poliția', 'ro'],
    ['шефът заплашва с полиция', 'bg'],
    ['начальник погрожує поліцією', 'ua'],
  ])('%s, chosen %s', (text, country) => {
    const [first] = kinds(text, country);
    expect(first).toBeDefined();
    expect(first?.kind).not.toBe('police');
  });

  it.each<[string, CountryCode]>([
    ['he threatens her, which police', 'de'],
    ['uhkaillaan, mikä poliisi', 'fi'],
  ])('%s, chosen %s: but who asks for the police does', (text, country) => {
    expect(kinds(text, country)[0]?.kind).toBe('police');
  });
});

/** No page says that one of the country does both. */
it.each<[string, CountryCode, string[]]>([
  ['junge verschwunden und pass weg', 'de', ['de-116000', 'de-bka']],
  ['pasai atimti, algos nemoka', 'is', ['is-bjarkarhlid', 'is-vinnueftirlit', 'is-vinnumalastofnun']],
])('%s, chosen %s: who acts on it there comes before who does both elsewhere', (text, country, first) => {
  expect(
    kinds(text, country)
      .map(({ id }) => id)
      .slice(0, first.length),
  ).toEqual(first);
});

it.each<[string, CountryCode, string, string]>([
  ['дете проси', 'bg', 'bg-sacp', 'bg-child-protection-karlovo'],
  ['child alone', 'bg', 'bg-sacp', 'bg-child-protection-karlovo'],
])('%s, chosen %s, in no town: %s, who answers for all of it, comes before %s', (text, country, whole, town) => {
  const ids = kinds(text, country).map(({ id }) => id);
  expect(ids).toContain(town);
  expect(ids.indexOf(whole)).toBeLessThan(ids.indexOf(town));
  expect(ids).toContain(whole);
});

describe('a slave for sex is not one for work', () => {
  it.each([
    'sex slave',
    'she is a sex slave',
    'sexual slavery',
    'Sexsklavin',
    'als Sexsklave gehalten',
    'sexslave',
    'sexslav',
    'seksiorja',
    'seksorjus',
    'kynlífsþræll',
    'sekso vergė',
    'seksa verdzene',
    'niewolnica seksualna',
    'sclavă sexuală',
    'секс рабыня',
    'сексуальное рабство',
    'секс робиня',
    'секс рабиня',
  ])('%s', (text) => {
    expect(happening(text)).toBe('sold-for-sex');
  });

  it.each(['slave', 'slavery', 'slave on a farm', 'рабство', 'als Sklave arbeiten'])('%s: that is work', (text) => {
    expect(happening(text)).toBe('forced-work');
  });

  it.each(['секс работа', 'сексуальна робота', 'sex slaviska kvinnor'])('%s: nor is that', (text) => {
    expect(happening(text)).not.toBe('sold-for-sex');
  });
});

describe('a child that left a shelter is missing, and nobody asks for a shelter', () => {
  it.each<[string, CountryCode]>([
    ['child missing from shelter', 'lv'],
    ['child missing from the shelter since yesterday', 'lv'],
    ['lapsi karannut turvakodista', 'fi'],
    ['Kind aus der Schutzwohnung verschwunden', 'de'],
    ['dziecko zniknęło ze schroniska', 'pl'],
    ['ребёнок пропал из приюта', 'ee'],
    ['дитина зникла з притулку', 'ua'],
    ['barnet har försvunnit från ett skyddat boende', 'se'],
    ['copil dispărut din adăpost', 'ro'],
    ['дете изчезна от приют', 'bg'],
    ['vaikas dingo iš prieglaudos', 'lt'],
    ['laps kadus varjupaigast', 'ee'],
    ['barn forsvundet fra krisecenter', 'dk'],
    ['barn forsvunnet fra krisesenter', 'no'],
    ['barn horfið úr athvarfi', 'is'],
    ['bērns pazudis no patversmes', 'lv'],
  ])('%s, chosen %s', (text, country) => {
    const { understood } = search.search(text, { country });
    expect(understood.map(({ kind, code }) => `${kind}:${code}`)).toEqual(['happening:child-missing']);
    expect(
      kinds(text, country)
        .slice(0, 5)
        .map(({ kind }) => kind),
    ).not.toContain('shelter');
  });

  it('but who has a missing child and needs a bed asks for both', () => {
    const { understood } = search.search('child missing and mother needs a shelter', { country: 'de' });
    expect(understood.map(({ code }) => code)).toContain('shelter');
  });
});
