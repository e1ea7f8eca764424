/**
 * Dates, times, countries, languages and their order as people write them: from the browser's own knowledge, and where one of our
 * browsers has none, from a table that comes with the language. Numbers,
 * which the first screen does without, are in `amounts.ts`.
 */

import type { LocalMoment } from '../directory/opening.ts';
import { localClock } from '../directory/opening.ts';
import type { CountryCode, Region } from '../directory/schema.ts';
import { type Language, REVIEWED } from './languages.ts';
import { tableOf } from './tables.ts';

/** The name of a country in a language; `eu` is named by the caller's message, not here. */
export function countryName(country: Region, language: string): string {
  return (
    tableOf(language)?.countries[country] ??
    once(`${country} ${language}`, () => displayNames(language, 'region').of(country.toUpperCase()) ?? country)
  );
}

/** Countries by their names in a language: the one order in which they are listed. */
export function byName(countries: readonly CountryCode[], language: string): CountryCode[] {
  const compare = comparing(language);
  return [...countries].sort((a, b) => compare(countryName(a, language), countryName(b, language)));
}

/** Which of two words comes first in a language. */
export function comparing(language: string): (a: string, b: string) => number {
  return once(`order ${language}`, () => {
    const { compare } = new Intl.Collator(language);
    return (a, b) => compare(ranked(a, language), ranked(b, language));
  });
}

/** What no browser calls by a name that its speakers would choose, or Chromium by none at all. */
const ROMANI: Readonly<Record<string, string>> = {
  bg: 'ромски',
  de: 'Romani',
  en: 'Romani',
  et: 'romi',
  is: 'rómaní',
  lt: 'romų',
  lv: 'romu',
  pl: 'romski',
  ru: 'романи',
  uk: 'ромська',
};
/** Languages that write the names of languages large within a line. WebKit writes them large in others, too. */
const LARGE = ['en', 'de'];

/** The name of a language in a language, e.g. ("lv", "en") → "Latvian". */
export function languageName(code: string, language: string): string {
  if (code === 'rom') return ROMANI[language] ?? 'romani';
  const own = tableOf(language)?.languages[code];
  return own ?? once(`language ${code} ${language}`, () => nameOf(code, language));
}

function nameOf(code: string, language: string): string {
  const name = displayNames(language, 'language').of(code) ?? code;
  return LARGE.includes(language) ? name : name.charAt(0).toLocaleLowerCase(language) + name.slice(1);
}

/** In a language, the names of those that a native speaker has reviewed. */
export function reviewedNames(language: string): string {
  return REVIEWED.map((code) => languageName(code, language)).join(', ');
}

/** `2019` → "2019", `2019-10` → "October 2019", `2019-10-31` → "31 October 2019" in that language. */
export function partialDate(date: string, language: Language): string {
  const [year, month, day] = date.split('-');
  if (!month) return year ?? date;
  const table = tableOf(language);
  if (table) {
    const parts = { day: String(Number(day)), month: table.months[Number(month) - 1], year };
    return table.date[day ? 'day' : 'month'].replace(/\{(day|month|year)\}/g, (_, part) => parts[part as 'day'] ?? '');
  }
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
  const own = tableOf(language)?.weekdays[width][weekday];
  // 2024-01-01 was a Monday.
  return own ?? dates(language, { weekday: width }).format(new Date(Date.UTC(2024, 0, 1 + weekday)));
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

/** A word as Collator is to see it: a letter of the language's own as the plain one before it and the last of all letters. */
function ranked(text: string, language: string): string {
  const table = tableOf(language);
  if (!table) return text;
  const ranks = once(`ranks ${language}`, () => new Map(table.letters.flatMap(ranksIn)));
  return text.normalize('NFC').replace(/[^\0-\u007f]/g, (letter) => ranks.get(letter.toLowerCase()) ?? letter);
}

function ranksIn(group: string): [string, string][] {
  const [plain = '', ...others] = group.split(' ');
  return others.flatMap((variants, at) =>
    [...variants].map((letter): [string, string] => [letter, plain + '\uffff'.repeat(at + 1)]),
  );
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
export function locale(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}
