/**
 * Opening hours as HSDS can say them: every week the same, at one distance from UTC, never past midnight. Where a clock
 * changes, and where other hours hold on public holidays, one schedule ends and another begins, so that whoever reads
 * them as they stand is right on those days too.
 */
import { isRoundTheClock, localClock } from '../../src/directory/opening.ts';
import type { Week } from '../../src/directory/pack.ts';
import type { Row } from './schema.ts';

/** What a schedule says, without whose it is. */
export type Hours = Pick<
  Row<'schedules'>,
  'valid_from' | 'valid_to' | 'timezone' | 'freq' | 'byday' | 'opens_at' | 'closes_at'
>;

/** The days for which schedules are worked out, both included: `YYYY-MM-DD`. */
export interface Span {
  from: string;
  to: string;
}

const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * 60_000;
const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** At every hour, which is so in every time zone. 23:59 stands for midnight, as is the custom with this standard. */
export const ALWAYS: Hours = {
  timezone: 0,
  freq: 'WEEKLY',
  byday: BYDAY.join(','),
  opens_at: '00:00Z',
  closes_at: '23:59Z',
};

/**
 * The schedules of a week.
 * @param timeZone IANA name of the clock by which the hours are meant
 * @param holidays public holidays as `YYYY-MM-DD`; they count only where the week names hours for them
 * @param span the days for which they must be right. Those of a zone whose clock never changes have no end.
 */
export function schedulesOf(week: Week, timeZone: string, holidays: readonly string[], span: Span): Hours[] {
  if (isRoundTheClock(week)) return [ALWAYS];
  const calendar = calendarOf(timeZone, span);
  const special = new Set(week.holiday === undefined ? [] : holidays);
  const openOn = ({ date, weekday }: Pick<Day, 'date' | 'weekday'>) =>
    (special.has(date) ? week.holiday : week.days[weekday]) ?? [];
  const runs = new Map<string, Run[]>();
  let before = openOn({ date: plusDays(span.from, -1), weekday: ((calendar[0]?.weekday ?? 0) + 6) % 7 });
  for (const [at, day] of calendar.entries()) {
    const open = openOn(day);
    for (const part of partsOf(open, before, day.clock)) {
      const key = `${part.offset} ${part.start} ${part.end} ${day.weekday}`;
      const known = runs.get(key) ?? [];
      const last = known.at(-1);
      if (last && last.last + 7 === at) last.last = at;
      else known.push({ ...part, weekdays: [day.weekday], first: at, last: at });
      runs.set(key, known);
    }
    before = open;
  }
  const together = joined([...runs.values()].flat());
  const isForEver =
    new Set(calendar.flatMap(({ clock }) => clock.map(({ offset }) => offset))).size === 1 &&
    together.every((run) => run.first < 7 && run.last >= calendar.length - 7);
  return together.map((run) => ({
    ...(!isForEver && { valid_from: calendar[run.first]?.date, valid_to: calendar[run.last]?.date }),
    timezone: run.offset / 60,
    freq: 'WEEKLY',
    byday: run.weekdays
      .sort((a, b) => a - b)
      .map((day) => BYDAY[day])
      .join(','),
    opens_at: timeOf(run.start, run.offset),
    closes_at: timeOf(run.end, run.offset),
  }));
}

/** Minutes of the wall clock of one day, at one distance from UTC in minutes. */
interface Part {
  offset: number;
  start: number;
  end: number;
}

/** The same part of a day on weekdays, week after week, from the first of these days to the last, counted from the span's first. */
interface Run extends Part {
  weekdays: number[];
  first: number;
  last: number;
}

/** What is open of one day: its own hours and what runs over from the day before, cut where the clock changes. */
function partsOf(own: Intervals, before: Intervals, clock: readonly Part[]): Part[] {
  const open: [number, number][] = [];
  const all = [...before.map(([start, end]) => [start - DAY_MINUTES, end - DAY_MINUTES] as const), ...own];
  for (const [start, end] of all.sort((a, b) => a[0] - b[0])) {
    const [from, to] = [Math.max(start, 0), Math.min(end, DAY_MINUTES)];
    const last = open.at(-1);
    if (from >= to) continue;
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else open.push([from, to]);
  }
  return open.flatMap(([from, to]) =>
    clock.flatMap(({ offset, start, end }) => {
      const part = { offset, start: Math.max(from, start), end: Math.min(to, end) };
      return part.start < part.end ? [part] : [];
    }),
  );
}

type Intervals = readonly (readonly [number, number])[];

/** Runs of several weekdays that one schedule can say. */
function joined(runs: readonly Run[]): Run[] {
  const groups: { run: Run; members: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.first - b.first)) {
    const fitting = groups.find(({ run: one, members }) => {
      if (one.offset !== run.offset || one.start !== run.start || one.end !== run.end) return false;
      const [first, last] = [one.first, Math.max(one.last, run.last)];
      // Between the first day and the last there may be no such weekday on which other hours hold.
      return [...members, run].every((member) => member.first - 7 < first && member.last + 7 > last);
    });
    if (fitting) {
      fitting.members.push(run);
      fitting.run.weekdays.push(...run.weekdays);
      fitting.run.last = Math.max(fitting.run.last, run.last);
    } else groups.push({ run: { ...run, weekdays: [...run.weekdays] }, members: [run] });
  }
  return groups.map(({ run }) => run);
}

/** A day, and its wall clock's minutes by their distance from UTC: one part, or two when the clock changes. */
interface Day {
  date: string;
  weekday: number;
  clock: Part[];
}

const calendars = new Map<string, Day[]>();

function calendarOf(timeZone: string, span: Span): Day[] {
  const key = `${timeZone} ${span.from} ${span.to}`;
  const known = calendars.get(key);
  if (known) return known;
  const days = daysOf({ from: span.from, to: plusDays(span.to, 1) });
  const midnights = days.map((date) => {
    let at = Date.parse(date);
    for (let round = 0; round < 2; round++) at = Date.parse(date) - offsetAt(timeZone, at) * 60_000;
    return at;
  });
  const calendar = days.slice(0, -1).map((date, day) => ({
    date,
    weekday: weekdayOf(date),
    clock: clockBetween(timeZone, midnights[day] ?? 0, midnights[day + 1] ?? 0),
  }));
  calendars.set(key, calendar);
  return calendar;
}

/** The wall clock from one midnight to the next. */
function clockBetween(timeZone: string, midnight: number, next: number): Part[] {
  const [before, after] = [offsetAt(timeZone, midnight), offsetAt(timeZone, next)];
  if (before === after) return [{ offset: before, start: 0, end: DAY_MINUTES }];
  let [low, high] = [midnight, next];
  while (high - low > 60_000) {
    const middle = low + Math.round((high - low) / 120_000) * 60_000;
    if (offsetAt(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  const change = (high - midnight) / 60_000;
  return [
    { offset: before, start: 0, end: change },
    { offset: after, start: change + after - before, end: DAY_MINUTES },
  ];
}

/** How many minutes a zone's wall clock is before UTC at an instant. */
function offsetAt(timeZone: string, at: number): number {
  const { date, minutes } = localClock(timeZone, new Date(at));
  return Math.round((Date.parse(date) - at) / 60_000) + minutes;
}

function timeOf(minutes: number, offset: number): string {
  const clock = (value: number) =>
    `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
  const zone = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${clock(Math.abs(offset))}`;
  return (minutes === DAY_MINUTES ? '23:59' : clock(minutes)) + zone;
}

function daysOf({ from, to }: Span): string[] {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  return Array.from({ length: count }, (_, day) => plusDays(from, day));
}

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 = Monday */
function weekdayOf(date: string): number {
  return (new Date(date).getUTCDay() + 6) % 7;
}
