import { describe, expect, it } from 'vitest';
import { bytes, number, percent } from '../../src/i18n/amounts.ts';
import {
  clockTime,
  countryName,
  languageName,
  localMoment,
  partialDate,
  timeThere,
  weekdayName,
} from '../../src/i18n/format.ts';
import type { Language } from '../../src/i18n/languages.ts';

/** Numbers keep their parts together by spaces that do not break; which of them is the browser's business. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('partialDate', () => {
  it.each<[Language, string, string]>([
    ['en', '2019', '2019'],
    ['en', '2019-10', 'October 2019'],
    ['en', '2019-10-01', '1 October 2019'],
    ['en', '2019-10-31', '31 October 2019'],
    ['et', '2019', '2019'],
    ['et', '2019-10', 'oktoober 2019'],
    ['et', '2019-10-31', '31. oktoober 2019'],
    ['lv', '2019', '2019'],
    ['lv', '2019-10', '2019. g. oktobris'],
    ['lv', '2019-10-31', '2019. gada 31. oktobris'],
    ['lt', '2019', '2019'],
    ['lt', '2019-10', '2019 m. spalis'],
    ['lt', '2019-10-31', '2019 m. spalio 31 d.'],
  ])('%s %s → %s', (language, date, said) => {
    expect(plain(partialDate(date, language))).toBe(said);
  });
});

describe('weekdayName', () => {
  it.each<[Language, string, string]>([
    ['en', 'Monday', 'Sunday'],
    ['et', 'esmaspäev', 'pühapäev'],
    ['lv', 'Pirmdiena', 'Svētdiena'],
    ['lt', 'pirmadienis', 'sekmadienis'],
  ])('%s: the week goes from %s to %s', (language, first, last) => {
    expect([weekdayName(0, language), weekdayName(6, language)]).toEqual([first, last]);
  });
});

describe('localMoment', () => {
  it.each<[Language, string]>([
    ['en', 'Mon 09:00'],
    ['et', 'E 09:00'],
    ['lv', 'pirmd. 09:00'],
    ['lt', 'pr 09:00'],
  ])('%s: names the day of a later moment, as within a line: %s', (language, said) => {
    expect(localMoment({ inDays: 3, weekday: 0, minutes: 540 }, language)).toBe(said);
    expect(localMoment({ inDays: 0, weekday: 0, minutes: 540 }, language)).toBe('09:00');
  });
});

describe('clockTime', () => {
  it.each([
    [0, '00:00'],
    [540, '09:00'],
    [1439, '23:59'],
    [1440, '24:00'],
    [1560, '02:00'],
  ])('%i minutes → %s', (minutes, said) => {
    expect(clockTime(minutes)).toBe(said);
  });
});

describe('timeThere', () => {
  it.each([
    ['Europe/Riga', '2026-01-15T12:00Z', '14:00'],
    ['Europe/Riga', '2026-07-15T12:00Z', '15:00'],
    ['Atlantic/Reykjavik', '2026-07-15T12:00Z', '12:00'],
    ['Europe/Kyiv', '2026-12-31T22:30Z', '00:30'],
  ])('%s at %s → %s', (zone, now, said) => {
    expect(timeThere(zone, new Date(now))).toBe(said);
  });
});

describe('bytes', () => {
  it.each<[Language, number, string]>([
    ['en', 0, '0 kB'],
    ['en', 511_600, '512 kB'],
    ['en', 999_999, '1,000 kB'],
    ['en', 1_000_000, '1 MB'],
    ['en', 1_240_000, '1.2 MB'],
    ['et', 1_240_000, '1,2 MB'],
    ['lv', 1_240_000, '1,2 MB'],
    ['lt', 1_240_000, '1,2 MB'],
    ['lt', 511_600, '512 kB'],
  ])('%s %i → %s', (language, value, said) => {
    expect(plain(bytes(value, language))).toBe(said);
  });
});

describe('numbers and names', () => {
  it.each<[Language, string, string, string, string]>([
    ['en', '12,345', '125%', 'Latvia', 'Lithuanian'],
    ['et', '12 345', '125%', 'Läti', 'leedu'],
    ['lv', '12 345', '125%', 'Latvija', 'lietuviešu'],
    ['lt', '12 345', '125 %', 'Latvija', 'lietuvių'],
  ])('%s: %s, %s, %s, %s', (language, thousands, share, country, own) => {
    expect(plain(number(12_345, language))).toBe(thousands);
    expect(plain(percent(1.25, language))).toBe(share);
    expect(countryName('lv', language)).toBe(country);
    expect(languageName('lt', language)).toBe(own);
  });
});
