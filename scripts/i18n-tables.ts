/**
 * `npm run i18n:tables`: writes `src/i18n/tables/<language>.json` for the languages that a browser lacks, from the CLDR in Node.
 * Of Chromium, Firefox and WebKit only Chromium lacks one, Icelandic: it has its plural rules and nothing else.
 */
import { writeFileSync } from 'node:fs';
import { COUNTRIES } from '../src/directory/codes.ts';
import { LANGUAGES } from '../src/i18n/languages.ts';
import type { Table } from '../src/i18n/tables.ts';
import { SPOKEN as PERSONS } from '../src/referral/situation.ts';
import { spokenLanguages } from './data/publish.ts';
import { readData } from './data/read.ts';
import { formsOf } from './i18n/catalog.ts';

const data = readData('data');
/** Every language that a screen names. */
export const NAMED = [...new Set([...LANGUAGES, ...PERSONS, ...spokenLanguages(data.regions)])].sort();
/** The fourteen countries, the European Union, and where else a statement or a practice comes from. */
const PLACES = [
  ...new Set([
    ...COUNTRIES,
    ...[...JSON.stringify(data).matchAll(/"(?:scope|country)":"([a-z]{2})"/g)].map(([, code = '']) => code),
  ]),
].sort();

/** Letters in the order of CLDR, which Node keeps to itself: those that follow a plain one, variants side by side. */
const LETTERS: Record<string, string[]> = {
  is: ['a á', 'd đ ð', 'e é', 'i í', 'o ó', 'u ú', 'y ý', 'z þ æä öø å'],
};

/** The table of a language. */
export function tableFor(language: string): Table {
  const day = (date: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).formatToParts(date);
  const word = (wanted: 'weekday' | 'month', date: Date, options: Intl.DateTimeFormatOptions) =>
    day(date, options).find(({ type }) => type === wanted)?.value ?? '';
  const pattern = (options: Intl.DateTimeFormatOptions) =>
    day(new Date(0), options)
      .map(({ type, value }) => (type === 'literal' ? value : `{${type}}`))
      .join('');
  const ofWeek = (weekday: 'long' | 'short') =>
    Array.from({ length: 7 }, (_, at) => word('weekday', new Date(Date.UTC(2024, 0, 1 + at)), { weekday }));
  const part = (type: string) =>
    new Intl.NumberFormat(language).formatToParts(1234567.5).find((found) => found.type === type)?.value ?? '';
  const rules = new Intl.PluralRules(language);
  /** A sentence with a number for each plural form, with `{0}` in its place. */
  const byForm = (say: (count: number) => string) =>
    Object.fromEntries(
      formsOf(language).map((form) => {
        const count = Array.from({ length: 200 }, (_, at) => at + 10).find((n) => rules.select(n) === form) ?? 0;
        return [form, say(count).replace(String(count), '{0}')];
      }),
    );
  const unit = (name: string, unitDisplay: 'long' | 'short') =>
    byForm((count) => new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay }).format(count));
  const days = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const named = [-2, -1, 0, 1, 2].map((count) => [String(count), days.format(count, 'day')] as const);
  const names = (type: 'region' | 'language', codes: readonly string[]) => {
    const display = new Intl.DisplayNames([language], { type });
    return Object.fromEntries(
      codes.map((code) => [code, display.of(type === 'region' ? code.toUpperCase() : code) ?? code]),
    );
  };
  return {
    weekdays: { long: ofWeek('long'), short: ofWeek('short') },
    months: Array.from({ length: 12 }, (_, at) =>
      word('month', new Date(Date.UTC(2024, at, 5)), { month: 'long', day: 'numeric' }),
    ),
    date: {
      day: pattern({ year: 'numeric', month: 'long', day: 'numeric' }),
      month: pattern({ year: 'numeric', month: 'long' }),
    },
    decimal: part('decimal'),
    group: part('group'),
    percent: new Intl.NumberFormat(language, { style: 'percent' }).format(0.17).replace('17', '{0}'),
    units: {
      ...Object.fromEntries(['hour', 'day', 'month', 'year'].map((name) => [name, unit(name, 'long')])),
      ...Object.fromEntries(['kilobyte', 'megabyte'].map((name) => [name, unit(name, 'short')])),
    },
    days: {
      named: Object.fromEntries(named),
      past: byForm((count) => days.format(-count, 'day')),
      future: byForm((count) => days.format(count, 'day')),
    },
    or:
      new Intl.ListFormat(language, { type: 'disjunction' })
        .formatToParts(['1', '2'])
        .find(({ type }) => type === 'literal')?.value ?? '',
    letters: LETTERS[language] ?? [],
    countries: names('region', PLACES),
    languages: names('language', NAMED),
  };
}

if (import.meta.filename === process.argv[1]) {
  for (const language of Object.keys(LETTERS)) {
    writeFileSync(`src/i18n/tables/${language}.json`, `${JSON.stringify(tableFor(language), null, 2)}\n`);
  }
}
