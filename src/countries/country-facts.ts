/** Small look-ups in a country's pack that several of its screens share. No React. */
import type { CountryPack } from '../directory/pack.ts';
import type { CountryCode } from '../directory/schema.ts';
import { countryName } from '../i18n/format.ts';
import type { NamedIn } from '../ui/facts/labels.ts';

/** The language in which a country is named on its own list entry. */
const OWN_LANGUAGE: Record<CountryCode, string> = {
  dk: 'da',
  ee: 'et',
  fi: 'fi',
  de: 'de',
  is: 'is',
  lv: 'lv',
  lt: 'lt',
  no: 'nb',
  pl: 'pl',
  ru: 'ru',
  se: 'sv',
  bg: 'bg',
  ro: 'ro',
  ua: 'uk',
};

/** What a country calls itself. */
export function ownName(code: CountryCode): NamedIn {
  const language = OWN_LANGUAGE[code];
  return { language, text: countryName(code, language) };
}

/** The short numbers for danger to life, as far as one number does not already cover all of it. */
export function shortNumbers(country: CountryPack): string[] {
  const urgent = country.emergency.filter(
    ({ number, for: uses }) => !number.startsWith('+') && uses.some((use) => URGENT.includes(use)),
  );
  const all = urgent.find(({ for: uses }) => URGENT.every((use) => uses.includes(use)));
  return (all ? [all] : urgent).map(({ number }) => number);
}

const URGENT = ['police', 'ambulance', 'fire'];

/** A number as people of that country group it, where the directory knows it; as it is otherwise. */
export function groupedNumber(country: CountryPack, number: string): string {
  const channel = country.responders.flatMap(({ channels }) => channels).find(({ tel }) => tel === number);
  return (number.startsWith('+') ? channel?.international : channel?.national) ?? number;
}
