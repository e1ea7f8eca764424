/** Whether a responder answers now, in the responder's own time. */
import type { Week } from './pack.ts';

/** A moment of the responder's local week: `inDays` from today, `weekday` 0 = Monday, minutes after midnight. */
export interface LocalMoment {
  inDays: number;
  weekday: number;
  minutes: number;
}

export type Opening =
  | { state: 'always' }
  | { state: 'open'; until: LocalMoment; holiday: boolean }
  | { state: 'closed'; opens: LocalMoment | undefined; holiday: boolean }
  | { state: 'unknown' };

const DAY = 24 * 60;

/** The order of lines by whether they answer: open now, then those of which nobody knows, then closed. */
export function answerOrder(opening: Opening): number {
  if (opening.state === 'always') return 0;
  if (opening.state === 'open') return opening.holiday ? 1 : 0;
  return opening.state === 'unknown' ? 1 : 2;
}

/** Far enough for a line of one day a week to find its next day past Christmas and New Year, both holidays. */
const DAYS_AHEAD = 22;

/** The local clock of a time zone at `now`. */
export interface LocalClock {
  /** `YYYY-MM-DD` */
  date: string;
  /** 0 = Monday */
  weekday: number;
  minutes: number;
}

// Making a formatter takes longer than everything else about a line, and a screen asks about many lines.
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/**
 * Reads the wall clock of an IANA time zone.
 * @throws RangeError when the browser does not know the zone.
 */
export function localClock(timeZone: string, now: Date): LocalClock {
  const parts = clockOf(timeZone).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '0';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return {
    date,
    weekday: (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7,
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/** Whether offices are shut there: from nine in the evening to seven. */
export function isNight(timeZone: string, now: Date): boolean {
  const { minutes } = localClock(timeZone, now);
  return minutes < 7 * 60 || minutes >= 21 * 60;
}

/** Whether the week has no closed minute, public holidays included. */
export function isRoundTheClock(week: Week | undefined): boolean {
  return week?.days.every(isWholeDay) === true && (week.holiday === undefined || isWholeDay(week.holiday));
}

function isWholeDay(day: readonly (readonly [number, number])[]): boolean {
  return day.length === 1 && day[0]?.[0] === 0 && day[0][1] >= DAY;
}

/**
 * Whether a channel is open at `now`.
 *
 * `holiday: true` warns that today is a public holiday for which the page names no hours: it may be closed.
 * @param week the channel's hours; undefined when no page gives them
 * @param holidays public holidays of the country as `YYYY-MM-DD`
 */
export function openingAt(week: Week | undefined, timeZone: string, holidays: readonly string[], now: Date): Opening {
  if (week === undefined) return { state: 'unknown' };
  if (isRoundTheClock(week)) return { state: 'always' };
  const clock = localClock(timeZone, now);
  const dayOffset = (inDays: number) =>
    new Date(Date.parse(`${clock.date}T00:00:00Z`) + inDays * 86_400_000).toISOString().slice(0, 10);
  const intervals = (inDays: number): readonly (readonly [number, number])[] =>
    (week.holiday !== undefined && holidays.includes(dayOffset(inDays)) && week.holiday) ||
    (week.days[(((clock.weekday + inDays) % 7) + 7) % 7] ?? []);
  const holiday = week.holiday === undefined && holidays.includes(clock.date);

  // Yesterday's interval may run past midnight.
  const timeline: [number, number][] = [];
  for (let day = -1; day <= DAYS_AHEAD; day++) {
    for (const [start, end] of intervals(day)) {
      const previous = timeline.at(-1);
      if (previous && day * DAY + start <= previous[1]) previous[1] = Math.max(previous[1], day * DAY + end);
      else timeline.push([day * DAY + start, day * DAY + end]);
    }
  }
  const moment = (at: number): LocalMoment => {
    const inDays = Math.floor(at / DAY);
    return { inDays, weekday: (((clock.weekday + inDays) % 7) + 7) % 7, minutes: at - inDays * DAY };
  };
  const current = timeline.find(([start, end]) => start <= clock.minutes && clock.minutes < end);
  // Open round the clock but on holidays, and none is near: the end of the look ahead is no closing time.
  if (current && current[1] >= (DAYS_AHEAD + 1) * DAY) return { state: 'always' };
  if (current) return { state: 'open', until: moment(current[1]), holiday };
  const next = timeline.find(([start]) => start > clock.minutes);
  return { state: 'closed', opens: next ? moment(next[0]) : undefined, holiday };
}
