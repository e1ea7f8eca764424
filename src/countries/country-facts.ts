/** Small look-ups in a country's pack that several of its screens share. No React. */
import type { CountryPack } from '../directory/pack.ts';
import type { CountryCode, Emergency } from '../directory/schema.ts';
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

const URGENT = ['police', 'ambulance', 'fire'];

/** Whether a number is for danger to life, and not for advice or what can wait. */
export function isUrgent(emergency: Emergency): boolean {
  return emergency.for.some((use) => URGENT.includes(use));
}

/** The short numbers to know: the one that covers police, ambulance and fire, or else those that do together. */
export function mainNumbers(country: CountryPack): Emergency[] {
  const urgent = country.emergency.filter((emergency) => !emergency.number.startsWith('+') && isUrgent(emergency));
  const all = urgent.find(({ for: uses }) => URGENT.every((use) => uses.includes(use)));
  return all ? [all] : urgent;
}

/** A number as people of that country group it, where the directory knows it; as it is otherwise. */
export function groupedNumber(country: CountryPack, number: string): string {
  const channel = country.responders.flatMap(({ channels }) => channels).find(({ tel }) => tel === number);
  return (number.startsWith('+') ? channel?.international : channel?.national) ?? number;
}
