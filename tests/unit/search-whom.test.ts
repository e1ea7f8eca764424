/** For whom, and in which language: who says so stands first, nobody is left out. */
import { describe, expect, it } from 'vitest';
import type { CountryCode } from '../../src/directory/codes.ts';
import { createSearch } from '../../src/search/search.ts';
import { publishedEdition } from '../relevance/directory.ts';

const { directory, tables } = publishedEdition();
const search = createSearch(directory, new Date('2026-11-21'), undefined, tables);
const responders = (text: string, country?: CountryCode) =>
  search.search(text, { country }).hits.flatMap(({ type, id }) => (type === 'responder' ? [id] : []));
const chips = (text: string) => search.search(text).understood.map(({ kind, code }) => `${kind}:${code}`);

it.each([
  ['женский приют', 'female'],
  ['мужской приют', 'male'],
  ['жіночий притулок', 'female'],
  ['женски приют', 'female'],
  ['damski hostel', 'female'],
  ['męski hostel', 'male'],
] as const)('%s: the adjective says for whom, too', (text, sex) => {
  expect(chips(text)).toContain(`sex:${sex}`);
});

describe('for a people', () => {
  it.each([
    ['hotline for Ukrainians Latvia', undefined, 'lv-ukraina-info-27380380'],
    ['лінія для українців литва', undefined, 'lt-1808-ukrainai'],
    ['linija ukrainiečiams', 'lt', 'lt-1808-ukrainai'],
    ['tālrunis ukraiņiem', 'lv', 'lv-ukraina-info-27380380'],
    ['psykolog for ukrainere', 'se', 'se-psychological-line-ukraine'],
    ['гореща линия за украинци', 'bg', 'bg-government-ukraine-hotline'],
    ['ajutor pentru ucraineni', 'ro', 'ro-dopomoha'],
    ['abi ukrainlastele', 'ee', 'ee-pagulasabi'],
    ['kriisipuhelin ukrainalaisille', 'fi', 'fi-mieli-kriisipuhelin'],
    ['pomoc dla wietnamczyków', 'pl', 'pl-ocalenie'],
    ['Hilfe für Bulgaren', 'de', 'de-faire-mobilitaet'],
    ['neyðarlína fyrir pólverja', 'is', 'is-112'],
  ] as const)('%s, chosen %s', (text, country, id) => {
    expect(responders(text, country).slice(0, 3)).toContain(id);
  });

  it('is shown by the language, and taken off as that', () => {
    expect(chips('телефон для українців рига')).toEqual(['language:uk', 'city:riga']);
    const { understood } = search.search('linija ukrainiečiams', { without: ['language:uk'] });
    expect(understood).toEqual([]);
  });

  it.each([
    ['поліцією румунії', 'country:ro'],
    ['iom polen', 'country:pl'],
    ['польська поліція', 'kinds:police'],
  ])('is no country that is called nearly so: %s', (text, chip) => {
    expect(chips(text)).toContain(chip);
    expect(chips(text)).not.toContain('nationality:eu');
  });
});

describe('for those from abroad', () => {
  it.each([
    ['juristas pabėgėliams', 'lt', 'lt-raudonasis-kryzius'],
    ['адвокат за бежанци', 'bg', 'bg-far-legal-aid'],
    ['юрист для мигрантов варшава', undefined, 'pl-sip'],
    ['pomoc dla obcokrajowców warszawa', undefined, 'pl-ocalenie'],
    ['atbalsts ukrainas bēgļiem tālrunis', 'lv', 'lv-ukraina-info-27380380'],
    ['телефон для українців рига', undefined, 'lv-ukraina-info-27380380'],
  ] as const)('%s, chosen %s: who is for them, and not for everybody', (text, country, id) => {
    expect(responders(text, country).slice(0, 4)).toContain(id);
  });
});

describe('who speaks a language', () => {
  it.each([
    ['who speaks Romanian in Iceland', ['language:ro', 'country:is'], 'is-asi'],
    ['кой говори български в Германия', ['language:bg', 'country:de'], undefined],
    ['kes räägib vene keelt Eestis', ['language:ru', 'country:ee'], undefined],
    ['kuka puhuu ukrainaa Suomessa', ['language:uk', 'country:fi'], 'fi-mieli-kriisipuhelin'],
    ['hver talar pólsku á Íslandi', ['language:pl', 'country:is'], 'is-112'],
    ['krīzes tālrunis krieviski', ['services:hotline', 'language:ru'], undefined],
  ])('%s', (text, understood, first) => {
    expect(chips(text)).toEqual(understood);
    const found = responders(text);
    if (first) expect(found[0]).toBe(first);
    // No embassy, where others speak it.
    expect(found[0]).not.toMatch(/embassy|consulate/);
  });
});

describe('a town in any form, and the region around it', () => {
  it.each([
    ['schronisko w Katowicach', 'pl-pomoc-katowice'],
    ['sosiaalipäivystys Kuopiossa', 'fi-pohjois-savo-sosiaalipaivystys'],
    ['sosiaalipäivystys Oulussa', 'fi-pohde-sosiaalipaivystys'],
    ['socialjouren i Karlstad', 'se-socialjour-karlstad'],
    ['Frauenhaus Lüneburg', 'de-ni-frauenhaus-lueneburg'],
    ['krisesenter Narvik', 'no-krisesenter-narvik'],
  ])('%s', (text, id) => {
    expect(responders(text).slice(0, 3)).toContain(id);
  });
});

describe('a word that only one country has in its names', () => {
  it.each([
    ['barnavernd', 'no', 'is'],
    ['lasteabi', 'fi', 'ee'],
    ['barnavernd', 'is', 'is'],
    // A word that names something everywhere, and a bed, are wanted here.
    ['police', 'lv', 'lv'],
    ['advokat', 'ee', 'ee'],
    ['krisesenter', 'dk', 'dk'],
    ['copenhaga', 'is', 'dk'],
  ] as const)('%s, chosen %s: first in %s', (text, country, first) => {
    expect(directory.responder(responders(text, country)[0] ?? '')?.country).toBe(first);
  });
});
