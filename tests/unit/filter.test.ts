import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildManifest, buildPacks } from '../../scripts/data/publish.ts';
import { dataOf, readData } from '../../scripts/data/read.ts';
import { firstChannelFrom, isCall, openingOf, standingOn } from '../../src/directory/dialling.ts';
import { createDirectory, type Directory } from '../../src/directory/directory.ts';
import { answerOrder } from '../../src/directory/opening.ts';
import type { Responder } from '../../src/directory/schema.ts';
import {
  byCountry,
  FILTERS,
  type Filters,
  filterOptions,
  filterResponders,
  NO_FILTERS,
  parseFilters,
  printFilters,
  relaxations,
  TICKED,
  toggleFilter,
  valuesOf,
} from '../../src/responders/filter.ts';
import { filesOf, validFolder } from '../fixtures/data/valid.ts';

const published = directoryOf(readData('data'));
const publishedOptions = filterOptions(published);

function directoryOf(data: ReturnType<typeof readData>): Directory {
  const files = buildPacks(data);
  return createDirectory(
    buildManifest(data, files),
    files.map(({ pack }) => pack),
  );
}

type Parts = Partial<Pick<Responder, 'kind' | 'services' | 'serves' | 'sources'>> & {
  phones?: Partial<Extract<Responder['channels'][number], { type: 'phone' | 'sms' }>>[];
};

/** A directory in which Latvia has just these responders, named by the last part of their id. */
function latvia(responders: Record<string, Parts>): Directory {
  const folder = validFolder();
  const [template] = folder.regions.lv.responders.responders;
  if (!template) throw new Error('the fixture has no responder');
  const phone = template.channels[0]?.value ?? '';
  for (const region of Object.values(folder.regions)) region.responders.responders = [];
  folder.regions.lv.sources.old = { url: 'https://example.org/old', date: '2010' };
  folder.regions.lv.sources.second = { url: 'https://example.net/lv', date: '2025' };
  folder.regions.lv.responders.responders = Object.entries(responders).map(
    ([name, { phones = [{}], ...parts }], index) => ({
      ...template,
      id: `lv-${name}`,
      ...parts,
      channels: phones.map((part) => ({
        type: 'phone',
        // A number of its own, so that no source of another one speaks for it.
        value: `${phone.slice(0, -2)}${10 + index}`,
        sources: parts.sources ?? template.sources,
        ...part,
      })),
    }),
  );
  return directoryOf(dataOf(filesOf(folder)));
}

/** Saturday, 14:00 in Riga. */
const SATURDAY = new Date('2026-11-21T12:00:00Z');
/** Wednesday, 14:00 in Riga. */
const WEDNESDAY = new Date('2026-11-25T12:00:00Z');
/** Friday, 14:00 in Riga, and Christmas Day. */
const CHRISTMAS = new Date('2026-12-25T12:00:00Z');

function filtered(directory: Directory, query: string, now = SATURDAY) {
  const found = filterResponders(directory, parseFilters(query, filterOptions(directory)), now);
  const names = (list: typeof found.matching) => list.map(({ id }) => id.slice(3));
  return { matching: names(found.matching), unstated: names(found.unstated), unsaid: found.unsaid };
}

describe('whom it serves', () => {
  const directory = latvia({
    women: { serves: { sex: ['female'] } },
    men: { serves: { sex: ['male'] } },
    both: { serves: { sex: ['female', 'male'] } },
    children: { serves: { age: ['child'] } },
    boys: { serves: { sex: ['male'], age: ['child'] } },
    silent: {},
  });

  it.each([
    ['sex=male', ['men', 'both', 'boys'], ['children', 'silent']],
    ['sex=female', ['women', 'both'], ['children', 'silent']],
    ['sex=female,male', ['both'], ['children', 'silent']],
    ['sex=male&age=child', ['boys'], ['men', 'both', 'children', 'silent']],
    ['sex=female&age=child', [], ['women', 'both', 'children', 'silent']],
    ['', ['women', 'men', 'both', 'children', 'boys', 'silent'], []],
  ])('%s', (query, matching, unstated) => {
    expect(filtered(directory, query)).toEqual({
      matching,
      unstated,
      unsaid: unstated.length > 0 ? ['serves'] : [],
    });
  });
});

describe('open', () => {
  const directory = latvia({
    weekdays: { phones: [{ hours: 'Mo-Fr 09:00-17:00' }] },
    weekdaysOnly: { phones: [{ hours: 'Mo-Fr 09:00-17:00; PH off' }] },
    always: { phones: [{ hours: '24/7' }] },
    silent: {},
    oneOfTwo: { phones: [{ hours: 'Mo-Fr 09:00-17:00' }, {}] },
    noPhone: { phones: [] },
  });

  it.each([
    ['Saturday', SATURDAY, 'open=now', ['always'], ['silent', 'oneOfTwo']],
    ['Wednesday', WEDNESDAY, 'open=now', ['always', 'weekdays', 'weekdaysOnly', 'oneOfTwo'], ['silent']],
    ['a public holiday', CHRISTMAS, 'open=now', ['always'], ['weekdays', 'silent', 'oneOfTwo']],
    ['any day', WEDNESDAY, 'open=always', ['always'], ['oneOfTwo', 'silent']],
  ])('on %s, %s', (_, now, query, matching, unstated) => {
    expect(filtered(directory, query, now)).toEqual({ matching, unstated, unsaid: ['open'] });
  });
});

describe('numbers, languages, services', () => {
  const directory = latvia({
    abroad: { phones: [{ fromAbroad: true, languages: ['lv', 'ru'] }] },
    inside: { phones: [{ fromAbroad: false, languages: ['lv'] }] },
    mixed: { phones: [{ fromAbroad: false }, { fromAbroad: true, languages: ['uk'] }], services: ['shelter', 'legal'] },
    silent: { services: ['shelter'], kind: 'shelter' },
    noPhone: { phones: [] },
  });

  it.each([
    ['abroad=yes', ['abroad', 'mixed'], ['silent'], ['abroad']],
    ['language=ru', ['abroad'], ['silent', 'noPhone'], ['language']],
    ['language=ru,uk', ['abroad', 'mixed'], ['silent', 'noPhone'], ['language']],
    ['abroad=yes&language=uk', ['mixed'], ['silent'], ['abroad', 'language']],
    ['service=shelter', ['mixed', 'silent'], [], []],
    ['service=shelter,legal', ['mixed'], [], []],
    ['kind=shelter', ['silent'], [], []],
    ['country=ee', [], [], []],
    ['country=ee,lv&kind=shelter', ['silent'], [], []],
  ])('%s', (query, matching, unstated, unsaid) => {
    expect(filtered(directory, query)).toEqual({ matching, unstated, unsaid });
  });

  it('tells which filter stands in the way', () => {
    const filters = parseFilters('kind=shelter&language=uk', filterOptions(directory));
    expect(relaxations(directory, filters, SATURDAY)).toEqual([
      { name: 'kind', value: 'shelter', count: 1 },
      { name: 'language', value: 'uk', count: 1 },
    ]);
  });
});

describe('how sure, and in which order', () => {
  const directory = latvia({
    old: { sources: ['old'] },
    one: {},
    two: { sources: ['lv-page', 'second'] },
    oldAlways: { sources: ['old'], phones: [{ hours: '24/7' }] },
    twoAlways: { sources: ['lv-page', 'second'], phones: [{ hours: '24/7' }] },
  });

  it.each([
    ['', ['twoAlways', 'oldAlways', 'two', 'one', 'old']],
    ['confidence=confirmed', ['twoAlways', 'two']],
    ['confidence=dated,single', ['oldAlways', 'one', 'old']],
  ])('"%s" gives %s', (query, matching) => {
    expect(filtered(directory, query).matching).toEqual(matching);
  });

  it('puts the chosen country before all others, and leaves the order of the rest', () => {
    const { matching } = filterResponders(published, NO_FILTERS, SATURDAY);
    expect(byCountry(matching, 'lv').map(({ region }) => region)).toEqual([
      'lv',
      ...[...published.countries.keys()].filter((region) => region !== 'lv'),
    ]);
    expect(byCountry(matching, undefined).flatMap(({ responders }) => responders)).toEqual(matching);
    expect(matching).toHaveLength(published.responders.length);
  });
});

it.each([
  ['Saturday', SATURDAY],
  ['Wednesday', WEDNESDAY],
  ['Christmas Day', CHRISTMAS],
])(
  'on a %s, gives in each country who answers now, of whom nobody knows, who is closed; in each the line for trafficking, then the contact point',
  (_, now) => {
    const { matching } = filterResponders(published, NO_FILTERS, now);
    for (const [region, country] of published.countries) {
      const first = [...country.antiTraffickingLine, country.contactPoint];
      const places = matching
        .filter((responder) => responder.country === region)
        .map((responder) => {
          const channel = firstChannelFrom(responder.channels, country, standingOn(region, undefined));
          const answers = channel && isCall(channel) ? answerOrder(openingOf(channel, country, now)) : 1;
          const place = first.indexOf(responder.id);
          return answers * 10 + (place < 0 ? first.length : place);
        });
      expect(places, region).toEqual([...places].sort((a, b) => a - b));
    }
  },
);

describe('the address', () => {
  it.each([
    ['country=ee,lv&service=shelter&sex=male&open=now', 'country=ee,lv&service=shelter&sex=male&open=now'],
    ['open=now&sex=male&service=shelter&country=lv,ee', 'country=ee,lv&service=shelter&sex=male&open=now'],
    ['country=lv&country=ee', 'country=ee,lv'],
    ['country=lv,atlantis,,lv&kind=&nonsense=1', 'country=lv'],
    ['open=later&abroad=maybe', ''],
    ['country=%', ''],
    ['', ''],
  ])('"%s" means "%s"', (query, printed) => {
    expect(printFilters(parseFilters(query, publishedOptions))).toBe(printed);
  });

  const filters = fc.record({
    ...(Object.fromEntries(TICKED.map((name) => [name, fc.subarray([...publishedOptions[name]])])) as {
      [name in (typeof TICKED)[number]]: fc.Arbitrary<string[]>;
    }),
    open: fc.constantFrom(undefined, 'now' as const, 'always' as const),
    abroad: fc.boolean(),
  });

  it('carries every view there and back', () => {
    fc.assert(
      fc.property(filters, (wanted) => {
        expect(parseFilters(printFilters(wanted), publishedOptions)).toEqual(wanted);
      }),
    );
  });

  it('reads anything without breaking, and prints it the same for ever after', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webQueryParameters()), (query) => {
        const printed = printFilters(parseFilters(query, publishedOptions));
        expect(printFilters(parseFilters(printed, publishedOptions))).toBe(printed);
      }),
    );
  });

  it('ticks and unticks', () => {
    fc.assert(
      fc.property(filters, fc.constantFrom(...FILTERS), fc.nat(), (wanted, name, pick) => {
        const values = name === 'open' ? ['now', 'always'] : name === 'abroad' ? ['yes'] : publishedOptions[name];
        const value = values[pick % values.length] ?? '';
        const ticked = toggleFilter(wanted, name, value, publishedOptions);
        expect(valuesOf(ticked, name).includes(value)).toBe(!valuesOf(wanted, name).includes(value));
        if (name !== 'open') expect(toggleFilter(ticked, name, value, publishedOptions)).toEqual(wanted);
      }),
    );
  });

  it('never hides anybody but for what a source says', () => {
    const all = ({ matching, unstated }: ReturnType<typeof filterResponders>) => [...matching, ...unstated];
    fc.assert(
      fc.property(filters, fc.constantFrom(...FILTERS), (wanted: Filters, name) => {
        const found = filterResponders(published, wanted, SATURDAY);
        expect(new Set(all(found)).size).toBe(all(found).length);
        for (const { serves } of found.matching) {
          for (const sex of wanted.sex) expect(serves?.sex).toContain(sex);
        }
        // Fewer filters never lose a responder.
        const fewer = filterResponders(published, { ...wanted, [name]: NO_FILTERS[name] }, SATURDAY);
        expect(new Set(fewer.matching)).toEqual(new Set([...fewer.matching, ...found.matching]));
        expect(new Set(all(fewer))).toEqual(new Set([...all(fewer), ...all(found)]));
      }),
    );
  });
});
