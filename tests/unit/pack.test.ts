import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { weekOf } from '../../scripts/data/hours.ts';
import { buildManifest, buildPacks } from '../../scripts/data/publish.ts';
import { dataOf, readData } from '../../scripts/data/read.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import { Manifest, Pack, Week } from '../../src/directory/pack.ts';
import { EmailChannel, PartialDate, REGIONS, type Region, type Responder } from '../../src/directory/schema.ts';
import { hiddenIn } from '../../src/directory/visible.ts';
import { filesOf, validFolder } from '../fixtures/data/valid.ts';

const text = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((some) => hiddenIn(some) === undefined)
  .map((some) => `a ${some} z`);
const language = fc.constantFrom('en', 'lv', 'uk', 'is', 'sma');
const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${min - 1},${max - 1}}$`));
const hours = fc.constantFrom(
  '24/7',
  'Mo-Fr 09:00-17:00',
  'Mo-Su 18:00-02:00; PH off',
  'Sa,PH 10:00-12:00,13:00-15:00',
);

/** A record with some of the optional parts, as JSON would have it: absent, never undefined. */
const some = <T extends object>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(parts, { requiredKeys: [] });

const reach = (sources: string[]) =>
  some({
    purpose: text,
    hours,
    hoursSources: fc.constant(sources),
    languages: fc.array(language),
    free: fc.boolean(),
    fromAbroad: fc.boolean(),
    disagreement: text.map((one) => ({ text: one, sources })),
  });

const channel = (sources: string[]) =>
  fc
    .tuple(
      fc.oneof(
        fc.record({ type: fc.constantFrom('phone', 'sms'), value: digits(7, 12).map((number) => `+${number}`) }),
        fc.record({ type: fc.constant('phone'), value: digits(2, 6), short: fc.constant(true) }),
        fc.record({
          type: fc.constant('email'),
          value: fc.emailAddress().filter((mailbox) => v.is(EmailChannel.entries.value, mailbox)),
        }),
        fc.record({
          type: fc.constantFrom('web', 'chat', 'form', 'telegram'),
          value: fc.webUrl({ validSchemes: ['https'] }),
        }),
      ),
      reach(sources),
    )
    .map(([way, rest]) => ({ ...way, ...rest, sources }));

const responder = (region: Region) => {
  const sources = [`${region}-page`];
  const required = {
    id: digits(1, 9).map((number) => `${region}-${number}`),
    name: fc.dictionary(language, text).chain((name) => text.map((en) => ({ ...name, en }))),
    kind: fc.constantFrom('hotline', 'shelter'),
    measures: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    services: fc.subarray(['shelter', 'legal']),
    channels: fc.array(channel(sources), { maxLength: 4 }),
    coverage: text,
    about: text,
    sources: fc.constant(sources),
  };
  const optional = some({
    serves: some({ sex: fc.constant(['female']), age: fc.constant(['child', 'adult']) }),
    addresses: fc.array(text.map((one) => ({ text: one, sources }))),
    disagreements: fc.array(text.map((one) => ({ text: one, sources }))),
    sameAs: fc.constant('eu-line'),
  });
  return fc.tuple(fc.record(required), optional).map(([must, may]) => ({ ...must, ...may }) as unknown as Responder);
};

const folders = fc
  .constantFrom(...REGIONS)
  .chain((region) => fc.tuple(fc.constant(region), fc.array(responder(region), { minLength: 1, maxLength: 3 })))
  .map(([region, responders]) => {
    const folder = validFolder();
    folder.regions[region].responders.responders.push(...responders);
    return { folder, region, responders };
  });

describe('a pack', () => {
  it('keeps every responder, passes the schema, and survives JSON', () => {
    fc.assert(
      fc.property(folders, ({ folder, region, responders }) => {
        const all = dataOf(filesOf(folder));
        // One country is enough, and much faster than fourteen.
        const data = { ...all, regions: all.regions.filter((one) => one.region === region || one.region === 'eu') };
        const files = buildPacks(data);
        const file = files.find(({ id }) => id === region);
        const parsed = v.parse(Pack, JSON.parse(file?.text ?? ''));
        expect(parsed).toEqual(file?.pack);
        expect(v.parse(Pack, JSON.parse(JSON.stringify(parsed)))).toEqual(parsed);
        if (parsed.kind !== 'country') throw new Error('not a country');
        expect(parsed.responders.slice(-responders.length)).toMatchObject(responders);
        expect(v.is(Manifest, buildManifest(data, files))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('of the shipped data passes the schema, and together they are a directory', () => {
    const data = readData('data');
    const files = buildPacks(data);
    const packs = files.map((file) => v.parse(Pack, JSON.parse(file.text)));
    const directory = createDirectory(v.parse(Manifest, buildManifest(data, files)), packs);
    expect([...directory.countries.keys()]).toEqual([...REGIONS]);
    const written = data.regions.reduce((sum, { responders }) => sum + responders.length, 0);
    expect(directory.responders.length).toBe(written);
  });

  it.each(['24/7', 'Mo-Su 18:00-02:00', 'Mo-Fr 16:00-08:00, Sa-Su 00:00-24:00; PH off'])(
    'takes the week of %s',
    (text) => {
      expect(v.is(Week, weekOf(text, 'lv'))).toBe(true);
    },
  );
});

describe('a date', () => {
  it.each([
    ['2019', true],
    ['2019-10', true],
    ['2019-10-31', true],
    ['2019-13', false],
    ['19', false],
    ['2019-1', false],
    ['31.10.2019', false],
  ])('%s: %s', (date, expected) => {
    expect(v.is(PartialDate, date)).toBe(expected);
  });
});
