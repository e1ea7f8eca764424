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

/** One rule of opening hours, e.g. `Mo-Fr 09:00-17:00`, and what joins it to the rule before: `;` replaces, `,` adds. */
interface Rule {
  joiner: ';' | ',';
  /** Weekdays as written, without public holidays; empty when the rule is for those alone. */
  days: string;
  holiday: boolean;
  /** `09:00-12:00,13:00-17:00`, or `off` */
  times: string;
}

const DAY_NAMES = '(?:Mo|Tu|We|Th|Fr|Sa|Su)';
const DAYS = `(?:${DAY_NAMES}(?:-${DAY_NAMES})?|PH)`;
const CLOCK = '(?:[01]?\\d|2[0-4]):[0-5]\\d';
const TIMES = `${CLOCK}-${CLOCK}`;
const RULE = new RegExp(`(${DAYS}(?:,\\s*${DAYS})*)\\s+(${TIMES}(?:,\\s*${TIMES})*|off|closed)\\s*(;|,|$)\\s*`, 'y');

/**
 * The rules of hours that are the same every week, which is the part of the OpenStreetMap syntax that a phone
 * can show; undefined for anything else (months, nth weekdays, sunset, comments, open ends).
 */
function plainRules(hours: string): Rule[] | undefined {
  const text = hours.trim().replace(/^24\/7/, 'Mo-Su 00:00-24:00');
  const rules: Rule[] = [];
  let joiner = ';';
  for (RULE.lastIndex = 0; RULE.lastIndex < text.length; ) {
    const [, allDays, times, next] = RULE.exec(text) ?? [];
    if (allDays === undefined || times === undefined) return undefined;
    const days = allDays.split(/,\s*/);
    rules.push({
      joiner: joiner === ',' ? ',' : ';',
      days: days.filter((day) => day !== 'PH').join(','),
      holiday: days.includes('PH'),
      times: times === 'closed' ? 'off' : wholeMinutes(times, days.includes('Mo-Su')),
    });
    joiner = next ?? '';
  }
  return rules.length > 0 && joiner === '' ? rules : undefined;
}

/** The minute before midnight, or before the hour at which an unbroken day begins anew, is no minute at which anybody closes. */
function wholeMinutes(times: string, everyDay: boolean): string {
  const minutes = (clock: string) => Number(clock.slice(0, -3)) * 60 + Number(clock.slice(-2));
  return times.replace(new RegExp(`(${CLOCK})-(${CLOCK})`, 'g'), (_, from: string, to: string) => {
    if (everyDay && (minutes(to) + 1) % DAY === minutes(from)) return '00:00-24:00';
    return `${from}-${to === '23:59' ? '24:00' : to}`;
  });
}

/** Why these hours cannot be shown, in words for a curator, or undefined when they can. */
export function hoursDefect(hours: string, country: string): string | undefined {
  const rules = plainRules(hours);
  if (rules) {
    return rulesOverwrite(rules, country)
      ? 'a rule after ";" replaces the hours that an earlier rule gives for the same day. ' +
          'Join them with "," if both hold, else name each day once.'
      : undefined;
  }
  if (new RegExp(`^${TIMES}`).test(hours.trim())) {
    return `no day is named. Write the days that the page names, e.g. "Mo-Fr ${hours.trim()}".`;
  }
  try {
    const warnings = parse(hours, country).getWarnings();
    if (warnings.length > 0) return `does not parse: ${warnings.join(' ')}`;
  } catch (error) {
    return `does not parse: ${String(error)}`;
  }
  return 'only weekdays, PH and times such as "Mo-Fr 09:00-17:00; PH off" can be shown. Put the rest into "purpose".';
}

/** Whether anything would be lost that a curator wrote: the hours would be others if every rule added to the one before. */
function rulesOverwrite(rules: readonly Rule[], country: string): boolean {
  const added = rules.map((rule): Rule => (rule.times === 'off' ? rule : { ...rule, joiner: ',' }));
  return JSON.stringify(weekOfRules(rules, country)) !== JSON.stringify(weekOfRules(added, country));
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
 * @throws Error when {@link hoursDefect} finds that they cannot be shown
 */
export function weekOf(hours: string, country: string): Week {
  const rules = plainRules(hours);
  if (!rules) throw new Error(`hours "${hours}": ${hoursDefect(hours, country)}`);
  return weekOfRules(rules, country);
}

function weekOfRules(rules: readonly Rule[], country: string): Week {
  const week = { days: daysOf(write(rules.filter((rule) => rule.days !== '')), country) };
  const onHolidays = rules.filter((rule) => rule.holiday);
  if (onHolidays.length === 0) return week;
  const oneDay = onHolidays.map((rule) => ({ ...rule, days: 'Mo' }));
  return { ...week, holiday: daysOf(write(oneDay), country)[0] ?? [] };
}

function write(rules: readonly Rule[]): string {
  return rules.map((rule, i) => `${i === 0 ? '' : `${rule.joiner} `}${rule.days} ${rule.times}`).join('');
}

/** A Monday in June, when no clock changes, to read a plain week from. */
const MONDAY = new Date(2026, 5, 1);

function daysOf(hours: string, country: string): [number, number][][] {
  if (hours === '') return [[], [], [], [], [], [], []];
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
