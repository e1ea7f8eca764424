import { describe, expect, it } from 'vitest';
import { NUMBERS_THAT_EXIST } from '../../scripts/data/check-exceptions.ts';
import { COUNTRIES } from '../../src/directory/codes.ts';
import {
  channelsFrom,
  type Dialling,
  dialling,
  emergencyWorks,
  isCall,
  isEmergency,
  isReachable,
  mayRefuse,
  type NumberHome,
  type Standing,
  standingOn,
} from '../../src/directory/dialling.ts';
import { countryOf } from '../../src/directory/directory.ts';
import type { PackChannel } from '../../src/directory/pack.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const ESTONIA: NumberHome = {
  country: 'ee',
  emergency: [
    { number: '112', for: ['police', 'ambulance', 'fire'] },
    { number: '+3726000112', for: ['police', 'ambulance', 'fire'] },
    { number: '1220', for: ['health-advice'] },
  ],
};
const phone = (extra: Partial<PackChannel>): PackChannel => ({ type: 'phone', value: '', sources: ['a'], ...extra });
const short = phone({ value: '116006', short: true, tel: '116006', national: '116 006' });
const full = phone({
  value: '+3726147393',
  tel: '+3726147393',
  national: '614 7393',
  international: '+372 614 7393',
});
const known = phone({ ...full, value: '+3725555555', tel: '+3725555555', international: '+372 555', fromAbroad: true });
const free = phone({
  value: '+3728001234',
  tel: '+3728001234',
  national: '800 1234',
  international: '+372 800 1234',
  freephone: true,
});
const danger = phone({ value: '112', short: true, tel: '112', national: '112' });

describe('how a number is dialled', () => {
  it.each<[string, PackChannel, Standing, PackChannel[], Dialling]>([
    ['a short number in its country', short, 'ee', [], { how: 'as-is', tel: '116006', shown: '116 006' }],
    ['a short number from elsewhere', short, 'lv', [], { how: 'unreachable', shown: '116 006', country: 'ee' }],
    [
      'a short number from nobody knows where',
      short,
      undefined,
      [],
      { how: 'unreachable', shown: '116 006', country: 'ee' },
    ],
    [
      'a short number beside one that works from abroad',
      short,
      'lv',
      [short, full, known],
      {
        how: 'inside',
        shown: '116 006',
        country: 'ee',
        instead: { tel: '+3725555555', shown: '+372 555', channel: known },
      },
    ],
    ['a full number at home', full, 'ee', [], { how: 'as-is', tel: '+3726147393', shown: '+372 614 7393' }],
    [
      'a full number from elsewhere, of which no page speaks',
      full,
      'lv',
      [],
      { how: 'abroad', tel: '+3726147393', shown: '+372 614 7393', sure: false },
    ],
    [
      'a number that works from abroad',
      known,
      undefined,
      [],
      { how: 'abroad', tel: '+3725555555', shown: '+372 555', sure: true },
    ],
    ['freephone at home', free, 'ee', [], { how: 'as-is', tel: '+3728001234', shown: '800 1234' }],
    ['freephone from elsewhere', free, 'lv', [], { how: 'unreachable', shown: '800 1234', country: 'ee' }],
    [
      'freephone that a page gives for callers abroad too',
      free,
      'lv',
      [free, { ...free, fromAbroad: true }],
      { how: 'abroad', tel: '+3728001234', shown: '+372 800 1234', sure: true },
    ],
    [
      'a full number that does not work from abroad',
      { ...full, fromAbroad: false },
      'lv',
      [],
      { how: 'unreachable', shown: '614 7393', country: 'ee' },
    ],
    [
      'the emergency number from elsewhere, where the country has one for callers abroad',
      danger,
      'lv',
      [danger, known],
      { how: 'inside', shown: '112', country: 'ee', instead: { tel: '+3726000112', shown: '+3726000112' } },
    ],
    [
      'a text message is not answered by a call',
      { ...short, type: 'sms' },
      'lv',
      [known],
      { how: 'unreachable', shown: '116 006', country: 'ee' },
    ],
  ])('%s', (_, channel, standing, others, expected) => {
    expect(dialling(channel, ESTONIA, standing, others)).toEqual(expected);
  });
});

it('takes the numbers for danger apart from advice', () => {
  expect(isEmergency(danger, ESTONIA)).toBe(true);
  expect(isEmergency(phone({ value: '1220' }), ESTONIA)).toBe(false);
  expect(isEmergency(short, ESTONIA)).toBe(false);
  expect(isEmergency({ type: 'web', value: '112' }, ESTONIA)).toBe(false);
});

it.each<[Standing, Standing]>([
  [undefined, 'ee'],
  ['lv', 'lv'],
  ['ee', 'ee'],
])("on Estonia's page, with %s chosen, one dials from %s", (chosen, expected) => {
  expect(standingOn('ee', chosen)).toBe(expected);
});

it('nobody stands in the international folder', () => {
  expect(standingOn('eu', undefined)).toBeUndefined();
  expect(standingOn('eu', 'lv')).toBe('lv');
});

it('puts first what rings from there', () => {
  const mail: PackChannel = { type: 'email', value: 'a@b.ee', sources: ['a'] };
  const all = [short, mail, full, known];
  expect(channelsFrom(all, ESTONIA, 'ee')).toEqual([short, full, known, mail]);
  expect(channelsFrom(all, ESTONIA, 'lv')).toEqual([known, full, mail, short]);
});

describe('a telephone of another country, used in Estonia', () => {
  it.each<[string, PackChannel, Standing, boolean]>([
    ['freephone', free, 'lv', true],
    ['freephone', free, 'ee', false],
    ['freephone', free, undefined, false],
    ['a short number', short, 'lv', true],
    ['a full number', full, 'lv', false],
    ['the number for danger', danger, 'lv', false],
  ])('%s may refuse it: %j from %s: %s', (_, channel, telephone, refuses) => {
    expect(mayRefuse(channel, ESTONIA, telephone)).toBe(refuses);
  });

  it('finds first what it gets through to, after 112', () => {
    const mail: PackChannel = { type: 'email', value: 'a@b.ee', sources: ['a'] };
    const all = [danger, free, full, short, mail];
    expect(channelsFrom(all, ESTONIA, 'ee', 'lv')).toEqual([danger, full, free, short, mail]);
    expect(channelsFrom(all, ESTONIA, 'ee', 'ee')).toEqual([danger, free, full, short, mail]);
  });
});

describe('over everything that is published', () => {
  const directory = publishedDirectory();
  const rows = directory.responders.flatMap((responder) =>
    responder.channels.filter(isCall).map((channel) => ({ responder, channel })),
  );
  const places: Standing[] = [...COUNTRIES, undefined];

  it('no link dials a number that rings elsewhere, and each is written as a telephone takes it', () => {
    expect(rows.length).toBeGreaterThan(300);
    const wrong: string[] = [];
    for (const { responder, channel } of rows) {
      const home = countryOf(directory, responder.country);
      for (const standing of places) {
        const way = dialling(channel, home, standing, responder.channels);
        const tel = 'tel' in way ? way.tel : way.how === 'inside' ? way.instead.tel : undefined;
        if (tel === undefined) continue;
        const isHere = standing === responder.country;
        const numbers = [...responder.channels, ...home.emergency.map(({ number }) => ({ value: number }))];
        const rings = numbers.some(({ value }) => value === tel) && (tel.startsWith('+') || isHere);
        const takes = /^tel:(\+[1-9]\d{6,14}|\d{2,6})$/.test(`tel:${tel}`) || Object.hasOwn(NUMBERS_THAT_EXIST, tel);
        if (!rings || !takes) {
          wrong.push(`${responder.id} ${channel.value} from ${standing}: ${tel}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('every number is live in its own country, and from elsewhere what is made for callers inside is not', () => {
    for (const { responder, channel } of rows) {
      const home = countryOf(directory, responder.country);
      if (responder.country !== 'eu') {
        expect(isReachable(channel, home, responder.country, responder.channels)).toBe(true);
      }
      const saysSo = responder.channels.some(({ value, fromAbroad }) => value === channel.value && fromAbroad);
      const insideOnly = channel.short || ((channel.freephone || channel.fromAbroad === false) && !saysSo);
      for (const standing of places.filter((place) => place !== responder.country)) {
        expect([responder.id, standing, isReachable(channel, home, standing, responder.channels)]).toEqual([
          responder.id,
          standing,
          !insideOnly,
        ]);
      }
    }
  });

  it("a country's emergency number is dialled there, and from elsewhere only in full", () => {
    for (const country of COUNTRIES) {
      for (const entry of countryOf(directory, country).emergency) {
        for (const standing of places) {
          expect(emergencyWorks(entry, country, standing)).toBe(
            standing === country || /^\+[1-9]\d{6,14}$/.test(entry.number),
          );
        }
      }
    }
  });
});
