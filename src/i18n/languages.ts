/** The languages of the interface, and how their names are written by their speakers. */
export const LANGUAGES = ['en', 'et', 'lv', 'lt'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages that a native speaker has reviewed; English is the original. The others are drafts and say so. */
export const REVIEWED: readonly Language[] = ['en'];

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** The first of the browser's languages that Harbour speaks, else English. */
export function preferredLanguage(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** The language whose texts a file of the build holds; undefined for what every phone needs. @param path relative to the app */
export function languageOf(path: string): string | undefined {
  return /^assets\/lang-([a-z]{2})-/.exec(path)?.[1];
}
