/** The language in which a country's responders speak among themselves. No React. */

import { ownName } from '../countries/country-facts.ts';
import type { CountryCode } from '../directory/codes.ts';

/** The ISO 639 code of a country's own language, as the glossary has it. */
export function languageOf(country: CountryCode): string {
  return ownName(country).language;
}
