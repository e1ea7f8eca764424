/** Good practices by country, year and theme. No React. */
import type { Practice } from '../directory/guides-schema.ts';

/** What narrows the list; each as it stands in the address. */
export interface PracticeFilter {
  /** A country code, or `bsr`. */
  country?: string | undefined;
  /** A year, or `none` for pages that carry none. */
  year?: string | undefined;
  theme?: string | undefined;
}

/** The filter that an address asks for: `?country=lv&year=2024&theme=children`. */
export function practiceFilterOf(search: string): PracticeFilter {
  const params = new URLSearchParams(search);
  const of = (name: string) => params.get(name) || undefined;
  return { country: of('country'), year: of('year'), theme: of('theme') };
}

/** The address of a filter, without the path. */
export function practiceQueryOf(filter: PracticeFilter): string {
  const params = new URLSearchParams(Object.entries(filter).filter((entry): entry is [string, string] => !!entry[1]));
  return params.size > 0 ? `?${params}` : '';
}

/** How the year of a practice stands in the address. */
export function yearOf({ year }: Pick<Practice, 'year'>): string {
  return year === undefined ? 'none' : String(year);
}

/** The practices that fit, newest first; those without a year last. */
export function filterPractices(practices: readonly Practice[], { country, year, theme }: PracticeFilter): Practice[] {
  return practices
    .filter(
      (practice) =>
        (country === undefined || practice.country === country) &&
        (year === undefined || yearOf(practice) === year) &&
        (theme === undefined || practice.themes.includes(theme)),
    )
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
}
