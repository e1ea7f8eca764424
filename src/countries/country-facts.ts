/** Small look-ups in a country's pack that several of its screens share. No React. */
import type { CountryPack } from '../directory/pack.ts';
import type { CountryCode, Emergency } from '../directory/schema.ts';
import type { NamedIn } from '../ui/facts/labels.ts';

/** Not from Intl: browsers leave out the smaller languages. */
const OWN_NAME: Record<CountryCode, NamedIn> = {
  dk: { language: 'da', text: 'Danmark' },
  ee: { language: 'et', text: 'Eesti' },
  fi: { language: 'fi', text: 'Suomi' },
  de: { language: 'de', text: 'Deutschland' },
  is: { language: 'is', text: 'Ísland' },
  lv: { language: 'lv', text: 'Latvija' },
  lt: { language: 'lt', text: 'Lietuva' },
  no: { language: 'nb', text: 'Norge' },
  pl: { language: 'pl', text: 'Polska' },
  ru: { language: 'ru', text: 'Россия' },
  se: { language: 'sv', text: 'Sverige' },
  bg: { language: 'bg', text: 'България' },
  ro: { language: 'ro', text: 'România' },
  ua: { language: 'uk', text: 'Україна' },
};

/** What a country calls itself. */
export function ownName(code: CountryCode): NamedIn {
  return OWN_NAME[code];
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
