/**
 * What a language calls days, months, countries and languages, how it writes numbers and in which order it has its letters,
 * where a browser that Harbour runs in does not know: from CLDR, written by `scripts/i18n-tables.ts`. It comes with the
 * language that needs it, and then holds in every browser.
 */
export interface Table {
  /** Monday first. */
  weekdays: { long: readonly string[]; short: readonly string[] };
  months: readonly string[];
  /** A whole date and one without a day, with `{day}`, `{month}` and `{year}`. */
  date: { day: string; month: string };
  decimal: string;
  group: string;
  percent: string;
  /** By unit and plural form, with `{0}` for the number. */
  units: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Days from now: those with a word of their own, then the others by plural form. */
  days: {
    named: Readonly<Record<string, string>>;
    past: Readonly<Record<string, string>>;
    future: Readonly<Record<string, string>>;
  };
  /** What stands before the last of several that exclude each other. */
  or: string;
  /** A plain letter and those that follow it before the next, as `z þ æä`: variants side by side. */
  letters: readonly string[];
  countries: Readonly<Record<string, string>>;
  languages: Readonly<Record<string, string>>;
}

const tables = new Map<string, Table>();

/** From now on this is how the language writes. */
export function writeAs(language: string, table: Table): void {
  tables.set(language, table);
}

/** How a language writes where browsers may not know; undefined where they do, or it is not loaded. */
export function tableOf(language: string): Table | undefined {
  return tables.get(language);
}
