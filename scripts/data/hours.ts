/** Opening hours and public holidays, worked out at build with the opening_hours library so that no phone has to. */
import Holidays from 'date-holidays';
import OpeningHours from 'opening_hours';
import type { Week } from '../../src/directory/pack.ts';

const DAY = 24 * 60;

/** What the library needs to know of a place to find its public holidays. `state` picks a region where that matters. */
function place(country: string) {
  return { lat: 0, lon: 0, address: { country_code: country, state: '' } };
}

function parse(hours: string, country: string): OpeningHours {
  return new OpeningHours(hours, place(country));
}

/** Why the library does not accept these hours, or undefined when it does. */
export function hoursDefect(hours: string, country: string): string | undefined {
  try {
    const warnings = parse(hours, country).getWarnings();
    return warnings.length > 0 ? warnings.join(' ') : undefined;
  } catch (error) {
    return String(error);
  }
}

/** Public holidays of a country in the given years, as sorted `YYYY-MM-DD`: nationwide ones, from the date-holidays library. */
export function publicHolidays(country: string, years: readonly number[]): string[] {
  const calendar = new Holidays(country.toUpperCase());
  const dates = years.flatMap((year) => calendar.getHolidays(year).filter((holiday) => holiday.type === 'public'));
  return [...new Set(dates.map((holiday) => holiday.date.slice(0, 10)))].sort();
}

/**
 * The week that OpenStreetMap opening hours describe, as minutes per weekday, and the hours on public holidays where
 * they are named. Which days are holidays is another question: see {@link publicHolidays}.
 * @throws when the hours do not parse
 */
export function weekOf(hours: string, country: string): Week {
  const rules = hours.split(';').map((rule) => rule.trim());
  const plain = rules.filter((rule) => !/^PH\b(?!,)/.test(rule)).map((rule) => rule.replace(/,PH\b|\bPH,/g, ''));
  const onHolidays = rules.findLast((rule) => /\bPH\b/.test(rule));
  const week = { days: daysOf(plain.join('; '), country) };
  if (onHolidays === undefined) return week;
  const times = onHolidays.replace(/^[A-Z][A-Za-z,-]*\s+/, '');
  return { ...week, holiday: daysOf(`Mo ${times}`, country)[0] ?? [] };
}

/** A Monday in June, when no clock changes, to read a plain week from. */
const MONDAY = new Date(2026, 5, 1);

function daysOf(hours: string, country: string): [number, number][][] {
  const opening = parse(hours, country);
  const days: [number, number][][] = [[], [], [], [], [], [], []];
  // One day more on both sides, so that an interval over Sunday midnight keeps its whole length.
  for (const [start, end] of opening.getOpenIntervals(addDays(MONDAY, -1), addDays(MONDAY, 8))) {
    for (const [from, to] of splitLong(start, end)) {
      if (from < MONDAY || from >= addDays(MONDAY, 7)) continue;
      const minutes = from.getHours() * 60 + from.getMinutes();
      days[(from.getDay() + 6) % 7]?.push([minutes, minutes + Math.round((to.getTime() - from.getTime()) / 60_000)]);
    }
  }
  return days;
}

function addDays(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

/** An interval longer than a day (round the clock, a whole weekend) is told day by day. */
function splitLong(start: Date, end: Date): [Date, Date][] {
  if (end.getTime() - start.getTime() < DAY * 60_000) return [[start, end]];
  const parts: [Date, Date][] = [];
  for (let from = start; from < end; ) {
    const midnight = addDays(from, 1);
    const to = midnight < end ? midnight : end;
    parts.push([from, to]);
    from = to;
  }
  return parts;
}
