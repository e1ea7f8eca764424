/** Dates, times, countries and languages as people write them, from the browser's own knowledge. */

import type { LocalMoment } from '../directory/opening.ts';
import { localClock } from '../directory/opening.ts';
import type { CountryCode, Region } from '../directory/schema.ts';
import type { Language } from './languages.ts';

/** The name of a country in a language; `eu` is named by the caller's message, not here. */
export function countryName(country: Region, language: string): string {
  return once(`${country} ${language}`, () => displayNames(language, 'region').of(country.toUpperCase()) ?? country);
}

/** Countries by their names in a language: the one order in which they are listed. */
export function byName(countries: readonly CountryCode[], language: string): CountryCode[] {
  const { compare } = new Intl.Collator(language);
  return [...countries].sort((a, b) => compare(countryName(a, language), countryName(b, language)));
}

/** The name of a language in a language, e.g. ("lv", "en") → "Latvian". */
export function languageName(code: string, language: string): string {
  return displayNames(language, 'language').of(code) ?? code;
}

/** `2019` → "2019", `2019-10` → "October 2019", `2019-10-31` → "31 October 2019" in that language. */
export function partialDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-');
  if (!month) return year ?? date;
  return once(`${date} ${language}`, () =>
    dates(
      language,
      day ? { year: 'numeric', month: 'long', day: 'numeric' } : { year: 'numeric', month: 'long' },
    ).format(new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)),
  );
}

/** Minutes after midnight as a clock time, e.g. 540 → "09:00". Midnight at the end of a day is "24:00". */
export function clockTime(minutes: number): string {
  const shown = minutes > 24 * 60 ? minutes - 24 * 60 : minutes;
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

/** The name of a weekday, 0 = Monday. */
export function weekdayName(weekday: number, language: Language, width: 'long' | 'short' = 'long'): string {
  // 2024-01-01 was a Monday.
  return dates(language, { weekday: width }).format(new Date(Date.UTC(2024, 0, 1 + weekday)));
}

/** The clock time in a zone now, e.g. "19:12". */
export function timeThere(timeZone: string, now: Date): string {
  return clockTime(localClock(timeZone, now).minutes);
}

/** A moment of the responder's week: "20:00" today, else with its day, "Mon 09:00". */
export function localMoment(moment: LocalMoment, language: Language): string {
  const time = clockTime(moment.minutes);
  if (moment.inDays === 0) return time;
  const day = weekdayName(moment.weekday, language, 'short');
  // Latvian days come with a capital, as in a heading; within a line they stand small.
  return `${language === 'lv' ? day.toLowerCase() : day} ${time}`;
}

/** Numbers as the language groups them. */
export function number(value: number, language: Language): string {
  return new Intl.NumberFormat(locale(language)).format(value);
}

/** A factor as a percentage, e.g. 1.25 → "125%". */
export function percent(factor: number, language: Language): string {
  return new Intl.NumberFormat(locale(language), { style: 'percent' }).format(factor);
}

/** Sizes in bytes, e.g. "1.2 MB". */
export function bytes(value: number, language: Language): string {
  const unit = value >= 1_000_000 ? 'megabyte' : 'kilobyte';
  const amount = value / (unit === 'megabyte' ? 1_000_000 : 1_000);
  return new Intl.NumberFormat(locale(language), {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(amount);
}

// The browser's formatters are slow to make and not quick to use; lists of results need the same few words again and again.
const made = new Map<string, unknown>();

function once<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

function displayNames(language: string, type: 'region' | 'language'): Intl.DisplayNames {
  return once(`${type} ${language}`, () => new Intl.DisplayNames([language], { type }));
}

function dates(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(
    `${language} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale(language), { ...options, timeZone: 'UTC' }),
  );
}

/** British dates and numbers for English: day before month. */
function locale(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}
