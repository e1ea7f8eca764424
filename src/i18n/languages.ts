/** The languages of the interface, and how their names are written by their speakers. */
export const LANGUAGES = [
  'en',
  'bg',
  'da',
  'de',
  'et',
  'fi',
  'is',
  'lt',
  'lv',
  'nb',
  'pl',
  'ro',
  'ru',
  'sv',
  'uk',
] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages that a native speaker has reviewed; English is the original. The others are drafts and say so. */
export const REVIEWED: readonly Language[] = ['en'];

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** Tags by which browsers name a language that has another code here. */
const ALSO: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', mo: 'ro' };

/** Those of the browser's languages that Harbour speaks, as the user has ordered them there, whatever their region. */
export function spokenOf(wanted: readonly string[]): Language[] {
  const codes = wanted.map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? '').map((code) => ALSO[code] ?? code);
  return [...new Set(codes)].filter(isLanguage);
}

/**
 * The first of the browser's languages that Harbour speaks, else English. Only what the user has named there: nobody is spoken to
 * in Russian because Ukrainian cannot be had, nor the other way round.
 */
export function preferredLanguage(wanted: readonly string[]): Language {
  return spokenOf(wanted)[0] ?? 'en';
}

/** The language whose texts a file of the build holds; undefined for what every phone needs. @param path relative to the app */
export function languageOf(path: string): string | undefined {
  return /^assets\/lang-([a-z]{2})-/.exec(path)?.[1];
}
