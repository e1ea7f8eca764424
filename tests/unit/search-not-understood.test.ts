/** What a sentence says may always be misunderstood: whom to call first in the country is never far, and nobody elsewhere comes before. */
import { describe, expect, it } from 'vitest';
import { COUNTRIES, type CountryCode } from '../../src/directory/codes.ts';
import { createSearch } from '../../src/search/search.ts';
import { publishedEdition } from '../relevance/directory.ts';

const { directory, tables } = publishedEdition();
const search = createSearch(directory, new Date('2026-11-21'), undefined, tables);
const found = (text: string, country?: CountryCode) =>
  search.search(text, { country }).hits.flatMap(({ type, id }) => (type === 'responder' ? [id] : []));
const countryOf = (id: string) => directory.responder(id)?.country;
const contactsOf = (country: CountryCode) => {
  const { contactPoint, antiTraffickingLine } = directory.countries.get(country) ?? {};
  return [...(contactPoint ? [contactPoint] : []), ...(antiTraffickingLine ?? [])];
};

const SENTENCES = [
  ['en', 'she keeps looking at the man before she answers'],
  ['de', 'bin Freier und mach mir Sorgen um die Frau'],
  ['da', 'hun kigger altid på ham før hun svarer'],
  ['sv', 'rumänska barn tigger utanför ICA varje dag'],
  ['is', 'vantar túlk strax fyrir rúmenska konu hjá lögreglunni'],
  ['fi', 'puolalainen metsuri loukkasi jalkansa, pomo kieltää vakuutuksen'],
  ['et', 'opetaja märkas et õpilasel on vanem poiss kes kingib asju'],
  ['lv', 'saimnieks sit un neļauj aiziet no fermas'],
  ['lt', 'statybose dirba uzbekai, miega konteineriuose'],
  ['pl', 'dziennikarka pyta o statystyki handlu ludźmi, kto odpowie'],
  ['ro', 'iubitul îmi ia toți banii și mă duce la clienți'],
  ['bg', 'циганче проси пред църквата, кой се грижи за него'],
  ['ru', 'сын уехал на кирпичный завод и пропал'],
  ['uk', 'хлопець змушує мене зніматися перед вебкамерою'],
] as const;

// Of Russia no first contact is known.
describe.each(COUNTRIES.filter((country) => contactsOf(country).length > 0))('with %s chosen', (country) => {
  it.each(SENTENCES)('%s: %s', (_, text) => {
    const [first, ...others] = found(text, country);
    const five = [first, ...others.slice(0, 4)].filter((id) => id !== undefined);
    expect(five.filter((id) => contactsOf(country).includes(id))).not.toHaveLength(0);
    expect(countryOf(five[0] ?? '')).toBe(country);
  });
});

it('a sentence in a language of one country finds whom to call there, although none is chosen', () => {
  expect(found('viesnīcā viena sieviete pieņem daudz vīriešu')).toEqual(expect.arrayContaining([...contactsOf('lv')]));
  expect(found('hän katsoo aina miestä ennen kuin vastaa minulle').slice(0, 5)).toEqual(
    expect.arrayContaining([...contactsOf('fi')]),
  );
});

it.each(['he keeps looking at the woman before she answers', 'the man always answers instead of her'])(
  '%s: who is all that it says, so nobody fits better than they',
  (text) => {
    expect(contactsOf('dk')).toContain(found(text, 'dk')[0]);
  },
);

it.each([
  ['wie ist bitte die Nummer von Solwodi', 'de', /solwodi/],
  ['jaki jest numer telefonu do Itaka', 'pl', /itaka/],
  ['what is the phone number of hopenow please', 'dk', /hopenow/],
] as const)('%s: who is asked for by name stands above them', (text, country, name) => {
  expect(found(text, country)[0]).toMatch(name);
});

it.each([
  ['who can I contact in Riga tonight please', undefined],
  ['how can I reach the Polish embassy in Oslo', undefined],
  ['ei saa palka kätte juba kaks kuud', 'wages-unpaid'],
  ['my sister went to Denmark and does not answer', 'lost-contact'],
  ['Tochter ist in Polen und meldet sich nicht mehr', 'lost-contact'],
  ['dcera, nie mam z nią kontaktu od tygodnia', 'lost-contact'],
] as const)('%s: somebody cannot be reached, or asks how to reach', (text, happening) => {
  expect(search.search(text).happening?.code).toBe(happening);
});

it('who fits best stands above them, and they above those who fit elsewhere', () => {
  const ids = found('gdzie dzisiaj może spać kobieta z dzieckiem w Gdańsku', 'pl');
  expect(countryOf(ids[0] ?? '')).toBe('pl');
  const last = Math.max(...contactsOf('pl').map((id) => ids.indexOf(id)));
  expect(ids.slice(0, last).every((id) => countryOf(id) === 'pl')).toBe(true);
});

it.each([
  ['забрали паспорт на складі і не платять', 'pl', 'ua'],
  ['pasi atņēma priekšnieks un neatdod atpakaļ', 'de', 'lv'],
  ['chefen har taget mit pas og papirer fra mig', 'dk', undefined],
] as const)('%s: the missions of other states stand behind those who help', (text, country, own) => {
  const others = found(text, country)
    .slice(0, 5)
    .map((id) => directory.responder(id))
    .filter((one) => one?.kind === 'consular' && one.represents !== undefined && one.represents !== own);
  expect(others.map((one) => one?.id)).toEqual([]);
});

it.each([
  ['lakimies turvapaikanhakijalle', 'fi'],
  ['patvērums sievietēm', 'lv'],
  ['advokaadi abi', 'ee'],
  ['przemoc schronisko', 'pl'],
  ['adăpost pentru femei', 'ro'],
] as const)('%s: the words for what is needed say as well in which language, so %s', (text, country) => {
  expect(countryOf(found(text)[0] ?? '')).toBe(country);
});

it('who asks for a mission gets no other first', () => {
  expect(found('który polski konsulat jest w Norwegii, nie mam pieniędzy')[0]).toBe('no-embassy-poland');
});

it.each([
  ['pólsk kona sem talar ekki íslensku', 'is'],
  ['polsk mand arbejder på fabrikken hver dag', 'dk'],
  ['Pflegekraft aus Polen kann nicht mehr weg', 'de'],
  ['ukrainsk kvinna vill inte prata med någon', 'se'],
] as const)('%s: somebody of another country is in %s', (text, country) => {
  const { understood, hits } = search.search(text, { country });
  expect(understood.filter(({ kind }) => kind === 'country')).toEqual([]);
  expect(hits[0]?.country).toBe(country);
});

it.each([
  ['hun skylder en madam mange penge for rejsen', 'mannheim'],
  ['puolalainen metsuri ja pomo riitelevät vakuutuksesta', 'pomorskie'],
] as const)('%s: no word of one language is a form of a name in another', (text, city) => {
  expect(search.search(text).understood.map(({ code }) => code)).not.toContain(city);
});

it.each<[string, CountryCode]>([
  ['братовчедка ми е във Варна, държат я в един апартамент и я карат да се среща с мъже', 'bg'],
  ['iubitul imi ia toti banii si ma duce la clienti', 'ro'],
  ['filippinsk chauffør bor i lastbilen og får næsten intet', 'dk'],
])(
  'where nobody fits all of it and no need is understood, the first contacts come before who is elsewhere in the country: %s',
  (text, country) => {
    expect(
      found(text, country)
        .slice(0, 3)
        .some((id) => contactsOf(country).includes(id)),
    ).toBe(true);
  },
);
