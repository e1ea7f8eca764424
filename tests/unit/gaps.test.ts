import { describe, expect, it } from 'vitest';
import type { CountryPack, PackResponder } from '../../src/directory/pack.ts';
import { gapsOf, sameBody, sameNumber } from '../../src/responders/gaps.ts';
import { mapLink } from '../../src/responders/mapLink.ts';

const country = {
  country: 'lv',
  emergency: [{ number: '112', for: ['police', 'ambulance', 'fire'] }],
  sources: {
    new: { url: 'https://example.org/new', date: '2025', publisher: 'example.org' },
    undated: { url: 'https://example.org/undated', publisher: 'example.org' },
  },
} as unknown as CountryPack;

const week = { days: Array.from({ length: 7 }, (): [number, number][] => [[0, 1440]]) };
const phone = { type: 'phone', value: '+37167898343', week, fromAbroad: true, languages: ['lv'], sources: ['new'] };

function responder(parts: Record<string, unknown>): PackResponder {
  return {
    id: 'lv-a',
    country: 'lv',
    channels: [phone],
    serves: { sex: ['female'] },
    sources: ['new'],
    ...parts,
  } as unknown as PackResponder;
}

describe('what no page says', () => {
  it.each([
    ['nothing', {}, []],
    ['hours of one number', { channels: [phone, { ...phone, week: undefined }] }, ['hours']],
    ['from abroad', { channels: [{ ...phone, fromAbroad: undefined }] }, ['abroad']],
    ['hours, which a number for danger does not have', { channels: [{ ...phone, value: '112', week: undefined }] }, []],
    ['from abroad for all but one', { channels: [phone, { ...phone, fromAbroad: undefined }] }, []],
    ['when', { sources: ['undated'], channels: [{ ...phone, sources: ['undated'] }] }, ['undated']],
    ['a number', { channels: [] }, ['phone']],
  ])('%s', (_, parts, gaps) => {
    expect(gapsOf(responder(parts), country, 'ee')).toEqual(gaps);
  });

  it('from abroad matters only to who is there', () => {
    const one = responder({ channels: [{ ...phone, fromAbroad: undefined }] });
    expect(gapsOf(one, country, 'lv')).toEqual([]);
    expect(gapsOf(one, country, undefined)).toEqual(['abroad']);
  });
});

describe('who else stands behind the same number', () => {
  const short = { ...phone, value: '116006' };
  const one = responder({ channels: [phone, short] });
  const all = [
    one,
    responder({ id: 'lv-b' }),
    responder({ id: 'lv-c', channels: [short] }),
    responder({ id: 'ee-a', country: 'ee', channels: [short] }),
    responder({ id: 'eu-a', country: 'eu', sameAs: 'lv-a' }),
    responder({ id: 'lv-d', channels: [{ ...phone, type: 'web' }] }),
  ];

  it('counts a short number within its country only', () => {
    expect(sameNumber(one, all).map(({ id }) => id)).toEqual(['lv-b', 'lv-c', 'eu-a']);
  });

  it('knows one body under two ids, from either side', () => {
    expect(sameBody(one, all).map(({ id }) => id)).toEqual(['eu-a']);
    expect(sameBody(all[4] as PackResponder, all).map(({ id }) => id)).toEqual(['lv-a']);
  });
});

describe('the map', () => {
  it.each([
    ['Android', 'Mozilla/5.0 (Linux; Android 14; Pixel 7)', 'geo:0,0?q=Lielā%20iela%201%2C%20Rīga%2C%20Latvia'],
    [
      'iOS',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)',
      'https://maps.apple.com/?q=Lielā%20iela%201%2C%20Rīga%2C%20Latvia',
    ],
    [
      'any other',
      'Mozilla/5.0 (X11; Linux x86_64)',
      'https://www.openstreetmap.org/search?query=Lielā%20iela%201%2C%20Rīga%2C%20Latvia',
    ],
  ])('of %s opens', (_, userAgent, link) => {
    expect(decodeURIComponent(mapLink('Lielā iela 1, Rīga (office)', 'Latvia', userAgent))).toBe(
      decodeURIComponent(link),
    );
  });
});
