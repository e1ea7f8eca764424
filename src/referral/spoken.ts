/** In which language a counterpart reads. No React. */
import { isLanguage } from '../i18n/languages.ts';
import { SPOKEN_IN } from './case.ts';

/** The own language of the counterpart's country where we speak it, else English. */
export function languageOf(country: string | undefined, mine: string): string {
  const spoken = SPOKEN_IN[country as keyof typeof SPOKEN_IN] ?? [];
  return spoken.find((language) => isLanguage(language) && language !== mine) ?? 'en';
}
