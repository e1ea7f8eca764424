import { describe, expect, it } from 'vitest';
import { hoursDefect, publicHolidays, weekOf } from '../../scripts/data/hours.ts';
import type { Week } from '../../src/directory/pack.ts';

type Day = [number, number][];
const h = (hour: number, minutes = 0) => hour * 60 + minutes;
const days = (...all: Day[]): Day[] => [...all, ...Array<Day>(7 - all.length).fill([])];
const whole: Day = [[0, h(24)]];
const office: Day = [[h(9), h(17)]];

describe('weekOf', () => {
  it.each<[string, Week]>([
    ['24/7', { days: days(whole, whole, whole, whole, whole, whole, whole) }],
    ['Mo-Su 00:00-24:00', { days: days(whole, whole, whole, whole, whole, whole, whole) }],
    ['24/7; PH off', { days: days(whole, whole, whole, whole, whole, whole, whole), holiday: [] }],
    ['Mo-Fr 09:00-17:00', { days: days(office, office, office, office, office) }],
    ['Mo-Fr 9:00-17:00', { days: days(office, office, office, office, office) }],
    ['Mo-Fr 09:00-17:00; PH off', { days: days(office, office, office, office, office), holiday: [] }],
    ['PH closed; Mo 09:00-17:00', { days: days(office), holiday: [] }],
    ['PH 10:00-12:00', { days: days(), holiday: [[h(10), h(12)]] }],
    [
      'Mo 09:00-12:00,13:00-16:30',
      {
        days: days([
          [h(9), h(12)],
          [h(13), h(16, 30)],
        ]),
      },
    ],
    [
      'Mo-Tu 10:00-12:00, Mo 18:00-20:00',
      {
        days: days(
          [
            [h(10), h(12)],
            [h(18), h(20)],
          ],
          [[h(10), h(12)]],
        ),
      },
    ],
    ['Mo-We 09:00-17:00; Tu off', { days: days(office, [], office) }],
    ['Mo,We 09:00-17:00', { days: days(office, [], office) }],
    ['Sa-Mo 09:00-17:00', { days: days(office, [], [], [], [], office, office) }],
    [
      'Mo 09:00-17:00; Sa,Su,PH 10:00-12:00',
      { days: days(office, [], [], [], [], [[h(10), h(12)]], [[h(10), h(12)]]), holiday: [[h(10), h(12)]] },
    ],
    ['Mo 08:00-16:00, PH 10:00-12:00', { days: days([[h(8), h(16)]]), holiday: [[h(10), h(12)]] }],
    [
      'PH 09:00-10:00, PH 12:00-13:00',
      {
        days: days(),
        holiday: [
          [h(9), h(10)],
          [h(12), h(13)],
        ],
      },
    ],
    // Round the clock, and until midnight, as pages write them.
    ['Mo-Su 00:00-23:59', { days: days(whole, whole, whole, whole, whole, whole, whole) }],
    ['Mo-Su 23:00-22:59', { days: days(whole, whole, whole, whole, whole, whole, whole) }],
    ['Mo-Su,PH 00:00-23:59', { days: days(whole, whole, whole, whole, whole, whole, whole), holiday: whole }],
    ['Mo 18:00-23:59', { days: days([[h(18), h(24)]]) }],
    ['Mo 18:00-24:00', { days: days([[h(18), h(24)]]) }],
    ['Su 20:00-04:00', { days: days([], [], [], [], [], [], [[h(20), h(28)]]) }],
    ['Mo-Th 16:00-08:00', { days: days(...Array<Day>(4).fill([[h(16), h(32)]])) }],
    // A weekend that runs into a night is told day by day.
    ['Fr 16:00-24:00, Sa-Su 00:00-24:00', { days: days([], [], [], [], [[h(16), h(24)]], whole, whole) }],
  ])('%s', (hours, week) => {
    expect(hoursDefect(hours, 'lv')).toBeUndefined();
    expect(weekOf(hours, 'lv')).toEqual(week);
  });
});

describe('hoursDefect', () => {
  it.each([
    ['Mo-Fri 9-17', 'does not parse'],
    ['Mo-Fr 9-17', 'does not parse'],
    ['weekdays', 'does not parse'],
    ['Mo-Fr', 'does not parse'],
    ['round the clock', 'does not parse'],
    ['', 'does not parse'],
    ['Mo-Fr 09:00-17:00;;', 'parse'],
    ['10:00-18:00', 'no day is named'],
    ['9:00-12:00,13:00-17:00', 'no day is named'],
    ['Mo 18:00-20:00; Mo-Th 10:00-12:00', 'replaces'],
    ['Mo-Fr 09:00-15:00; Mo 17:00-19:00', 'replaces'],
    ['24/7; Mo-Fr 09:00-17:00', 'replaces'],
    ['PH 09:00-12:00; Sa,PH 10:00-13:00', 'replaces'],
    ['Fr 20:00-04:00; Sa 10:00-12:00', 'replaces'],
    ['Mo-Fr 09:00+', 'can be shown'],
    ['sunrise-sunset', 'can be shown'],
    ['Mar-Oct Mo-Fr 10:00-12:00', 'can be shown'],
    ['Mo[1] 10:00-12:00', 'can be shown'],
    ['week 1-53/2 Mo 10:00-12:00', 'can be shown'],
    ['Mo-Fr 09:00-17:00 "by appointment"', 'can be shown'],
    ['Mo-Fr 09:00-17:00 unknown', 'can be shown'],
    ['Mo-Fr 10:00-18:00 || "call"', 'can be shown'],
    ['Mo-Fr 09:00-25:00', 'can be shown'],
  ])('"%s" %s', (hours, reason) => {
    expect(hoursDefect(hours, 'lv')).toContain(reason);
    if (reason !== 'replaces') expect(() => weekOf(hours, 'lv')).toThrow(`hours "${hours}"`);
  });
});

describe('publicHolidays', () => {
  it.each([
    ['lv', '2026-11-18'],
    ['ee', '2026-02-24'],
    ['se', '2026-06-06'],
    ['no', '2026-05-17'],
    ['ua', '2026-08-24'],
  ])('of %s have %s', (country, day) => {
    expect(publicHolidays(country, [2026])).toContain(day);
  });

  it('come sorted, once each, for the years asked', () => {
    const dates = publicHolidays('de', [2026, 2027]);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(new Set(dates.map((date) => date.slice(0, 4)))).toEqual(new Set(['2026', '2027']));
  });
});
