import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicHolidays, weekOf } from '../../scripts/data/hours.ts';
import { readData } from '../../scripts/data/read.ts';
import { type Hours, type Span, schedulesOf } from '../../scripts/hsds/schedules.ts';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { openingAt } from '../../src/directory/opening.ts';
import type { Week } from '../../src/directory/pack.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SPAN: Span = { from: '2026-11-27', to: '2027-12-31' };
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const { regions } = readData('data');
const zoneOf = Object.fromEntries(regions.map(({ region, country }) => [region, country.timeZone]));
const holidaysOf = Object.fromEntries(COUNTRIES.map((country) => [country, publicHolidays(country, [2026, 2027])]));

/** Whether schedules say that somebody answers, read as the standard has them: each in its own distance from UTC, knowing no zones. */
function saysOpen(schedules: readonly Hours[], at: number): boolean {
  return schedules.some(({ opens_at, closes_at, byday, valid_from, valid_to, timezone }) => {
    const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
    const local = new Date(at + timezone * HOUR);
    const date = local.toISOString().slice(0, 10);
    if (date < (valid_from ?? date) || date > (valid_to ?? date)) return false;
    if (!byday.split(',').includes(WEEKDAYS[local.getUTCDay()] ?? '')) return false;
    const now = local.getUTCHours() * 60 + local.getUTCMinutes();
    return minutes(opens_at) <= now && (closes_at.startsWith('23:59') || now < minutes(closes_at));
  });
}

function isOpen(week: Week, timeZone: string, holidays: readonly string[], at: number): boolean {
  return ['open', 'always'].includes(openingAt(week, timeZone, holidays, new Date(at)).state);
}

/** The hours at which some clock of these zones is put forward or back. */
const CHANGES = (() => {
  const found = new Set<number>();
  for (const timeZone of new Set(Object.values(zoneOf))) {
    const hour = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' });
    for (let at = Date.parse(SPAN.from); at < Date.parse(SPAN.to); at += HOUR) {
      const [before, after] = [at, at + HOUR].map((one) => Number(hour.format(one)));
      if (((after ?? 0) - (before ?? 0) + 24) % 24 !== 1) found.add(at + HOUR);
    }
  }
  return [...found];
})();

/** Minutes within the weeks around the clock changes. */
const aroundChanges = fc
  .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: (-4 * DAY) / MINUTE, max: (4 * DAY) / MINUTE }))
  .map(([change, minutes]) => change + minutes * MINUTE);
const anyTime = fc
  .integer({ min: Date.parse(SPAN.from) / MINUTE + 24 * 60, max: Date.parse(SPAN.to) / MINUTE })
  .map((minutes) => minutes * MINUTE);

/** The hours of a day, in their order: morning and evening, and the last of them perhaps past midnight. */
const day = fc
  .uniqueArray(fc.integer({ min: 0, max: 47 }), { maxLength: 4 })
  .chain((cuts) => fc.record({ cuts: fc.constant(cuts.sort((a, b) => a - b)), night: fc.integer({ min: 0, max: 47 }) }))
  .map(({ cuts, night }) =>
    cuts.flatMap((from, i): [number, number][] =>
      i % 2 === 0 ? [[from * 30, (cuts[i + 1] ?? Math.max(from + 1, night + 24)) * 30]] : [],
    ),
  );
const anyWeek = fc.record(
  { days: fc.array(day, { minLength: 7, maxLength: 7 }), holiday: day },
  { requiredKeys: ['days'] },
) as fc.Arbitrary<Week>;

describe('schedules', () => {
  it('there are clock changes to test with, in spring and in autumn', () => {
    expect(CHANGES.length).toBeGreaterThanOrEqual(2);
  });

  it.each(COUNTRIES)(
    '%s: read literally, they say what the app says, in the weeks of both clock changes and at any time',
    (country) => {
      const [timeZone, holidays] = [zoneOf[country] ?? '', holidaysOf[country] ?? []];
      fc.assert(
        fc.property(
          anyWeek,
          fc.array(fc.oneof(aroundChanges, anyTime), { minLength: 40, maxLength: 40 }),
          (week, times) => {
            const schedules = schedulesOf(week, timeZone, holidays, SPAN);
            for (const at of times) {
              expect([new Date(at).toISOString(), saysOpen(schedules, at)]).toEqual([
                new Date(at).toISOString(),
                isOpen(week, timeZone, holidays, at),
              ]);
            }
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it('for every line of the directory with hours, at every quarter of an hour of these weeks', () => {
    const seen = new Set<string>();
    for (const { region, country, responders } of regions) {
      for (const { hours } of responders.flatMap(({ channels }) => channels)) {
        if (hours === undefined || seen.has(`${country.timeZone} ${hours}`)) continue;
        seen.add(`${country.timeZone} ${hours}`);
        const [week, holidays] = [weekOf(hours, region), holidaysOf[region] ?? []];
        const schedules = schedulesOf(week, country.timeZone, holidays, SPAN);
        const wrong = CHANGES.flatMap((change) =>
          Array.from({ length: 5 * 96 }, (_, quarter) => change - 2.5 * DAY + quarter * 15 * MINUTE).filter(
            (at) => saysOpen(schedules, at) !== isOpen(week, country.timeZone, holidays, at),
          ),
        );
        expect({ region, hours, wrong }).toEqual({ region, hours, wrong: [] });
      }
    }
  });

  it('a night is split at midnight', () => {
    const week: Week = { days: [[[20 * 60, 32 * 60]], [], [], [], [], [], []] };
    expect(schedulesOf(week, 'UTC', [], SPAN)).toEqual([
      { timezone: 0, freq: 'WEEKLY', byday: 'MO', opens_at: '20:00Z', closes_at: '23:59Z' },
      { timezone: 0, freq: 'WEEKLY', byday: 'TU', opens_at: '00:00Z', closes_at: '08:00Z' },
    ]);
  });

  it('one schedule holds for all weekdays with the same hours, and ends when the clock changes', () => {
    const day: [number, number][] = [[9 * 60, 17 * 60]];
    const schedules = schedulesOf({ days: [day, day, day, day, day, [], []] }, 'Europe/Riga', [], SPAN);
    expect(schedules.map(({ byday, opens_at }) => [byday, opens_at])).toEqual([
      ['MO,TU,WE,TH,FR', '09:00+02:00'],
      ['MO,TU,WE,TH,FR', '09:00+03:00'],
      ['MO,TU,WE,TH,FR', '09:00+02:00'],
    ]);
    for (const { valid_from, valid_to } of schedules) expect((valid_from ?? '') <= (valid_to ?? '')).toBe(true);
  });

  it('where the clock never changes it has no end', () => {
    const day: [number, number][] = [[9 * 60, 17 * 60]];
    const [schedule, ...more] = schedulesOf(
      { days: [day, day, day, day, day, [], []] },
      'Atlantic/Reykjavik',
      [],
      SPAN,
    );
    expect(more).toEqual([]);
    expect(schedule).not.toHaveProperty('valid_to');
  });

  it('round the clock is one schedule, in whatever zone', () => {
    const week = weekOf('24/7', 'lv');
    expect(schedulesOf(week, 'Europe/Riga', [], SPAN)).toEqual(schedulesOf(week, 'Europe/Moscow', [], SPAN));
    fc.assert(fc.property(aroundChanges, (at) => saysOpen(schedulesOf(week, 'Europe/Riga', [], SPAN), at)));
  });
});
