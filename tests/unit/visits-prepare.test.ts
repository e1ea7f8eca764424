/** What a study visit is prepared with: who is who, and what to ask, from the directory alone. */
import { describe, expect, it } from 'vitest';
import { COUNTRIES, MEASURES } from '../../src/directory/codes.ts';
import { countryOf } from '../../src/directory/directory.ts';
import type { CountryPack, PackResponder } from '../../src/directory/pack.ts';
import { comparisonOf } from '../../src/guidance/compare.ts';
import { OFFERED_FIRST } from '../../src/workspace/visits/offered.ts';
import {
  type Ask,
  comparisonHref,
  differences,
  firstAsks,
  homeOf,
  notTheSame,
  type Role,
  whatToAsk,
  whoIsWho,
} from '../../src/workspace/visits/prepare.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const TODAY = new Date('2026-11-28T12:00:00Z');
const NEW = { url: 'https://example.org/new', publisher: 'example.org', date: '2026' };
const OLD = { url: 'https://example.org/old', publisher: 'example.org', date: '2012' };

function responder(id: string, kind: string, more: Partial<PackResponder> = {}): PackResponder {
  return {
    id,
    kind,
    name: { en: id },
    country: 'ro',
    measures: [],
    services: [],
    channels: [],
    ...more,
  } as unknown as PackResponder;
}

/** A country of which only what is given is known. */
function country(known: Partial<Omit<CountryPack, 'legal'>> & { legal?: object }): CountryPack {
  return {
    country: 'ro',
    checked: '2026-11',
    emergency: [],
    antiTraffickingLine: [],
    responders: [],
    openQuestions: [],
    measures: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] },
    legal: {},
    sources: { new: NEW, old: OLD },
    ...known,
  } as unknown as CountryPack;
}

const asksOf = (parts: ReturnType<typeof whatToAsk>): Ask[] => parts.flatMap(({ asks }) => asks);
const askedIn = (pack: CountryPack, home?: CountryPack) =>
  whatToAsk(pack, home, TODAY).map(({ measure, asks }) => [measure, asks.map(({ kind }) => kind)]);

describe('who is who', () => {
  it.each<[string, PackResponder, Role | undefined]>([
    ['the contact point, whatever it is', responder('ro-contact', 'hotline'), 'contact'],
    ['a line', responder('ro-line', 'hotline'), 'line'],
    ['the police unit', responder('ro-p', 'police'), 'police'],
    ['the prosecution', responder('ro-pr', 'prosecutor'), 'prosecution'],
    ['the agency', responder('ro-a', 'national-coordinator'), 'lead'],
    ['an NGO', responder('ro-n', 'ngo'), 'ngo'],
    ['a shelter', responder('ro-s', 'shelter'), 'ngo'],
    ['one’s own embassy', responder('ro-e', 'consular', { represents: 'lt' }), 'embassy'],
    ['another state’s embassy', responder('ro-e', 'consular', { represents: 'se' }), undefined],
    ['the country’s own consular service', responder('ro-c', 'consular'), 'papers'],
    ['a kind that this version does not know', responder('ro-x', 'new-kind'), 'international'],
  ])('%s', (_, one, role) => {
    const pack = country({ responders: [one], contactPoint: 'ro-contact', antiTraffickingLine: ['ro-line'] });
    expect(whoIsWho(pack, 'lt').map((group) => group.role)).toEqual(role ? [role] : []);
  });

  it('puts those that take part in most measures first', () => {
    const pack = country({
      responders: [responder('ro-1', 'ngo', { measures: [5] }), responder('ro-2', 'ngo', { measures: [1, 5, 7] })],
    });
    expect(whoIsWho(pack, undefined)[0]?.responders.map(({ id }) => id)).toEqual(['ro-2', 'ro-1']);
  });
});

describe('what to ask', () => {
  const law = { text: 'So it is.', sources: ['new'] };
  const settled = {
    offence: law,
    municipalRole: law,
    dataProtection: law,
    formalIdentifiers: { who: ['the police'], sources: ['new'] },
    nonPunishment: law,
    reflectionPeriodDays: { min: 30, max: 30, sources: ['new'] },
    residencePermit: law,
    assistanceConditionalOnCooperation: { value: false, sources: ['new'] },
    assistanceByNationality: { sources: ['new'] },
    children: law,
    return: law,
    assistanceDurationDays: { days: 90, sources: ['new'] },
    compensation: law,
  };

  it('asks nothing where all is known and new', () => {
    expect(askedIn(country({ legal: settled }), country({ country: 'lt', legal: settled }))).toEqual([]);
  });

  it.each<[string, object, unknown]>([
    ['nothing found on compensation', { compensation: undefined }, [['7', ['gap']]]],
    ['another reflection period', { reflectionPeriodDays: { max: 90, sources: ['new'] } }, [['4', ['differs']]]],
    ['nobody identifies', { formalIdentifiers: { who: [], sources: ['new'] } }, [['3', ['differs']]]],
    [
      'help depends on the police',
      { assistanceConditionalOnCooperation: { value: true, sources: ['new'] } },
      [['5', ['differs']]],
    ],
    ['an old page on return', { return: { text: 'So it was.', sources: ['old'] } }, [['6', ['old']]]],
  ])('%s', (_, change, asked) => {
    expect(askedIn(country({ legal: { ...settled, ...change } }), country({ country: 'lt', legal: settled }))).toEqual(
      asked,
    );
  });

  it.each<[string, string, string[] | undefined, unknown]>([
    ['of a responder', 'Its hours are unknown.', ['ro-n'], [['5', ['open']]]],
    ['of one in the first referral', 'Its hours are unknown.', ['ro-h'], [['2', ['open']]]],
    [
      'of the law, which is then not asked twice',
      'Not found in our sources: a data protection rule.',
      undefined,
      [['2', ['open']]],
    ],
    ['of shelters', 'No direct contact of any government shelter was found.', undefined, [['5', ['open']]]],
    ['of no one measure', 'The figures differ.', undefined, [[undefined, ['open']]]],
    ['of another state’s embassy', 'Is the number still right?', ['ro-se'], []],
    ['what the curators did', 'We left out the names of officials.', undefined, []],
    [
      'what is left out but is a question all the same',
      'Whether it still works was not found; it is left out.',
      undefined,
      [[undefined, ['open']]],
    ],
  ])('an open question %s', (_, text, responders, asked) => {
    const pack = country({
      legal: { ...settled, ...(text.includes('data protection') && { dataProtection: undefined }) },
      responders: [
        responder('ro-n', 'ngo', { measures: [5, 7] }),
        responder('ro-h', 'hotline', { measures: [1, 2] }),
        responder('ro-se', 'consular', { represents: 'se', measures: [2] }),
      ],
      openQuestions: [{ text, ...(responders && { responders }) }],
    });
    expect(askedIn(pack, country({ country: 'lt', legal: settled }))).toEqual(asked);
  });

  it('asks whether a number of old pages is still right, and what pages contradict each other on', () => {
    const phone = (sources: string[], more = {}) => ({
      type: 'phone',
      value: '+40213133100',
      tel: '+40213133100',
      national: '',
      sources,
      ...more,
    });
    const disagreement = { text: 'Two pages, two numbers.', sources: ['old'] };
    const pack = country({
      legal: settled,
      responders: [
        responder('ro-1', 'ngo', { measures: [5], channels: [phone(['old'])] as never }),
        responder('ro-2', 'police', {
          measures: [3],
          channels: [{ ...phone(['new'], { disagreement }), value: '+40213133101' }] as never,
        }),
      ],
    });
    expect(askedIn(pack)).toEqual([
      ['3', ['disputed']],
      ['5', ['dated']],
    ]);
  });

  it('asks of what our page says where only old pages do, and else nothing that our page is sure of', () => {
    const pack = country({
      legal: settled,
      measures: {
        ...country({}).measures,
        6: [
          { id: 'ro-m6-1', text: 'IOM organises it.', sources: ['old'] },
          { id: 'ro-m6-2', text: 'The agency is told.', sources: ['new'] },
        ],
      },
    });
    expect(asksOf(whatToAsk(pack, undefined, TODAY)).map(({ id }) => id)).toEqual(['ro-m6-1']);
  });
});

describe('with the published directory', () => {
  const directory = publishedDirectory();
  const home = countryOf(directory, 'ee');

  it.each(COUNTRIES)(
    '%s: something to ask on each of the seven measures, each once and by a name of its own',
    (code) => {
      const parts = whatToAsk(countryOf(directory, code), home, TODAY);
      expect(parts.flatMap(({ measure }) => measure ?? [])).toEqual([...MEASURES]);
      const ids = asksOf(parts).map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
      const first = firstAsks(parts);
      expect(first.length).toBeGreaterThanOrEqual(MEASURES.length);
      expect(first.length).toBeLessThan(20);
    },
  );

  it.each(OFFERED_FIRST)('%s: contact point, police, prosecution and NGOs are named, everybody once', (code) => {
    const groups = whoIsWho(countryOf(directory, code), 'ee');
    const roles = groups.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['contact', 'line', 'lead', 'police', 'prosecution', 'ngo']));
    const ids = groups.flatMap(({ responders }) => responders.map(({ id }) => id));
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).not.toContain('ro-embassy-sweden');
  });

  it('compares with home, and with nothing where that is the same country or not known', () => {
    const ro = countryOf(directory, 'ro');
    expect(differences(ro, countryOf(directory, 'lv'))).toContain('reflectionPeriodDays');
    expect(differences(ro, ro)).toEqual([]);
    expect(differences(ro, undefined)).toEqual([]);
  });

  it('does not call the same what was found in one of both countries only', () => {
    const [ee, ua] = [countryOf(directory, 'ee'), countryOf(directory, 'ua')];
    expect(ua.legal.reflectionPeriodDays).toBeUndefined();
    expect(notTheSame(ua, ee)).toContain('reflectionPeriodDays');
    expect(notTheSame(ee, ua)).toContain('reflectionPeriodDays');
    expect(differences(ua, ee)).not.toContain('reflectionPeriodDays');
    expect(notTheSame(ua, ua)).toEqual([]);
    expect(notTheSame(ua, undefined)).toEqual([]);
  });
});

it('leads to a comparison that names nothing it does not know', () => {
  const { countries, questions } = comparisonOf(comparisonHref('ro', 'ee').split('?')[1] ?? '');
  expect(countries).toEqual(['ee', 'ro']);
  expect(comparisonHref('ro', 'ee')).toContain(questions.join(','));
  expect(comparisonHref('ro', undefined)).toContain('c=ro&');
  expect(comparisonHref('ro', 'ro')).toContain('c=ro&');
});

it.each([
  ['lt', undefined, 'en', 'lt'],
  ['ro', 'ee', 'en', 'ee'],
  ['ro', 'ro', 'lv', 'lv'],
  [undefined, undefined, 'lt', 'lt'],
  ['ro', undefined, 'en', undefined],
] as const)('home of a visit to Romania, chosen %s, telephone of %s, in %s: %s', (chosen, phone, language, home) => {
  expect(homeOf('ro', { chosen, phone, language })).toBe(home);
});
