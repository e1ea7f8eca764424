/** A country's emergency numbers: which to know, which stands large, which stand beside it. */

import { COUNTRIES, type CountryCode } from './codes.ts';

/** A number for danger or for urgent advice, and what it reaches. */
export interface FirstEmergency {
  number: string;
  for: string[];
  /** As it is written, where the directory groups it; else {@link readable} does. */
  shown?: string | undefined;
  note?: string | undefined;
}

/** The number that nearly all of the fourteen countries share. */
export const COMMON = '112';

const SERVICES = ['police', 'ambulance', 'fire'];
const NOT_URGENT = ['police-non-emergency', 'health-advice'];

/** Whether a number is for danger, rather than for advice and reports that can wait. */
export function isUrgent(entry: FirstEmergency): boolean {
  return !entry.for.every((purpose) => NOT_URGENT.includes(purpose));
}

/** The numbers as they are shown: first the one that reaches most of police, ambulance and fire, then urgent ones, then the rest. */
export function inOrder(numbers: readonly FirstEmergency[]): FirstEmergency[] {
  const reach = (entry: FirstEmergency) => SERVICES.filter((service) => entry.for.includes(service)).length;
  const main = numbers.reduce<FirstEmergency | undefined>(
    (best, entry) => (best && reach(best) >= reach(entry) ? best : entry),
    undefined,
  );
  if (!main) return [];
  const others = numbers.filter((entry) => entry !== main);
  return [main, ...others.filter(isUrgent), ...others.filter((entry) => !isUrgent(entry))];
}

/** The short numbers to know: the one that reaches police, ambulance and fire, or else those that do together. */
export function mainNumbers<Number extends FirstEmergency>(numbers: readonly Number[]): Number[] {
  const some = numbers.filter((entry) => !isAbroad(entry) && SERVICES.some((service) => entry.for.includes(service)));
  const all = some.find((entry) => SERVICES.every((service) => entry.for.includes(service)));
  return all ? [all] : some;
}

const isAbroad = ({ number }: FirstEmergency) => number.startsWith('+');

/** Numbers dialled within the country, and those that callers elsewhere use for it: they need not stand first. */
export function insideAndAbroad(numbers: readonly FirstEmergency[]): {
  inside: FirstEmergency[];
  abroad: FirstEmergency[];
} {
  return { inside: numbers.filter((entry) => !isAbroad(entry)), abroad: numbers.filter(isAbroad) };
}

/** A country where {@link COMMON} is not the whole story, and the numbers that fill the gap. */
export interface Exception {
  country: CountryCode;
  /** `none`: our sources do not have the common number there. `part`: it reaches only some of the services. */
  kind: 'none' | 'part';
  numbers: FirstEmergency[];
}

/** Where the common number does not reach police, ambulance and fire all three. */
export function exceptions(contacts: Readonly<Record<CountryCode, { emergency: FirstEmergency[] }>>): Exception[] {
  return COUNTRIES.flatMap((country): Exception[] => {
    const { emergency } = contacts[country];
    const common = emergency.find((entry) => entry.number === COMMON);
    const missing = SERVICES.filter((service) => !common?.for.includes(service));
    if (missing.length === 0) return [];
    const numbers = emergency.filter((entry) => missing.some((service) => entry.for.includes(service)));
    return [{ country, kind: common ? 'part' : 'none', numbers }];
  });
}

/** Remarks on numbers; those that share a remark stand together. */
export function remarks(numbers: readonly FirstEmergency[]): { numbers: string[]; text: string }[] {
  const byText = new Map<string, string[]>();
  for (const { number, shown, note } of numbers) {
    if (note !== undefined) byText.set(note, [...(byText.get(note) ?? []), shown ?? readable(number)]);
  }
  return [...byText].map(([text, together]) => ({ numbers: together, text }));
}

/** How many letters of remarks leave room on the first screen for the line to call, and how many a row with one more number takes. */
const MOST_REMARKED = 300;
const ROW = 100;

/** Whether all that is remarked on a country's numbers is so much that the line to call would lie below the first screen. */
export function areMuchRemarked(numbers: readonly FirstEmergency[]): boolean {
  const letters = remarks(numbers).reduce((sum, { text }) => sum + text.length, 0);
  return letters > 0 && letters > MOST_REMARKED - ROW * (numbers.length - 1);
}

/** A number as one reads it aloud: `116 117`, `+372 6000112`. */
export function readable(number: string): string {
  return number.replace(/^116(\d{3})$/, '116 $1').replace(/^(\+(?:7|4[05-9]|3[578]\d))(\d+)$/, '$1 $2');
}
