/** Languages as their speakers write them, at the head of a line: a browser may not know all of them. */
import { type Language, spokenOf } from './languages.ts';

export const OWN_NAMES: Readonly<Record<string, string>> = {
  bg: 'Български',
  da: 'Dansk',
  de: 'Deutsch',
  en: 'English',
  et: 'Eesti',
  fi: 'Suomi',
  is: 'Íslenska',
  lt: 'Lietuvių',
  lv: 'Latviešu',
  nb: 'Norsk bokmål',
  pl: 'Polski',
  ro: 'Română',
  ru: 'Русский',
  sv: 'Svenska',
  uk: 'Українська',
};

/** Languages to choose from: those that this browser is set to first, then by their names, Latin letters before Cyrillic. */
export function inOrder(languages: readonly Language[], wanted: readonly string[]): Language[] {
  const { compare } = new Intl.Collator('en');
  const rest = languages.toSorted((a, b) => compare(OWN_NAMES[a] ?? a, OWN_NAMES[b] ?? b));
  return [...new Set([...spokenOf(wanted), ...rest])].filter((language) => languages.includes(language));
}
