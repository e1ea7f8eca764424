/** What the telephone itself tells of where it is from. */
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';

/** What was found of the languages that were asked about last: every row of a list asks, and they seldom change. */
let last: { languages: readonly string[]; country: CountryCode | undefined } | undefined;

/**
 * The country a telephone is from, by the regions of its languages (`et-EE`): its SIM card then is most likely of there.
 * A guess, good enough for which of two numbers stands first, never for what is shown.
 * @returns undefined when they name none of the fourteen
 */
export function phoneCountry(languages: readonly string[] = navigator.languages): CountryCode | undefined {
  if (last?.languages !== languages) last = { languages, country: regionIn(languages) };
  return last.country;
}

function regionIn(languages: readonly string[]): CountryCode | undefined {
  for (const language of languages) {
    const region = /-([A-Z]{2})\b/i.exec(language)?.[1]?.toLowerCase();
    const country = COUNTRIES.find((code) => code === region);
    if (country) return country;
  }
  return undefined;
}
