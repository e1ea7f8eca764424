/** The periods and limits of a country as deadlines: live from its legal facts, by the readings where a page counts in months. No React. */
import type { CountryPack } from '../directory/pack.ts';
import type { CountryCode } from '../directory/schema.ts';
import { type Case, isChild, movesFreely } from './case.ts';
import { legal } from './cite.ts';
import type { Deadline } from './deadline.ts';
import {
  type Length,
  LIMITS,
  type LimitFor,
  PERIOD_IN_MONTHS,
  PERIOD_OF_CHILD_IN_MONTHS,
  REFLECTION_FOR,
} from './readings.ts';

/**
 * Whether the time to recover and decide is meant for this person.
 *
 * - `applies`: for everyone, or for the group the person belongs to;
 * - `may-apply`: it depends on what nobody has said yet: nationality, right to stay, recognition;
 * - `not-for-group`: the page names others only;
 * - `not-found`: the sources give no length and name nobody.
 */
export function reflectionFor({
  situation,
  found,
  group,
}: Case): 'applies' | 'may-apply' | 'not-for-group' | 'not-found' | undefined {
  if (situation.found === undefined || situation.found === 'ru') return undefined;
  const meant = REFLECTION_FOR[situation.found];
  if (!found.legal.reflectionPeriodDays || !meant) return 'not-found';
  switch (meant.value) {
    case 'everyone':
      return 'applies';
    case 'recognised':
      return 'may-apply';
    case 'foreigners':
      return group === 'national' ? 'not-for-group' : group === 'unknown' ? 'may-apply' : 'applies';
    case 'third-country':
      return group === 'third-country' ? 'applies' : group === 'unknown' ? 'may-apply' : 'not-for-group';
    case 'without-right-to-stay':
      return group === 'national' ? 'not-for-group' : 'may-apply';
  }
}

/**
 * Whether it is not to be promised to this person: the country means others, or has none; or it depends, and the person
 * may stay anyway. A step of its own asks for it, or says why not.
 */
export function hasNoReflection(c: Case): boolean {
  const meant = reflectionFor(c);
  const staysAnyway = c.group === 'national' || movesFreely(c);
  // Bulgaria's own pages say that it is for adults: a child is protected instead.
  const notForChild = c.situation.found === 'bg' && isChild(c);
  return (
    c.situation.found === 'ru' || notForChild || meant === 'not-for-group' || (meant === 'may-apply' && staysAnyway)
  );
}

/** The end of the time to recover and decide, counted from the day it begins; nothing where the length was not found. */
export function reflectionPeriod(c: Case): Deadline[] {
  const fact = c.found.legal.reflectionPeriodDays;
  const code = c.situation.found;
  if (!fact || code === undefined) return [];
  const { min, max } = fact;
  const kind = max === undefined ? 'ends-earliest' : min === max ? 'ends' : 'ends-latest';
  const days = max ?? min;
  if (days === undefined) return [];
  const months = (isChild(c) ? PERIOD_OF_CHILD_IN_MONTHS[code] : undefined) ?? PERIOD_IN_MONTHS[code];
  const length: Length = months ? { amount: months.value, unit: 'month' } : { amount: days, unit: 'day' };
  return [
    { id: 'reflection', kind, from: 'period', cite: months?.cite ?? legal(c.found, 'reflectionPeriodDays'), ...length },
  ];
}

/** How long help or a stay lasts, where a number of days is set that holds for this person. */
export function assistance({ found, situation }: Case): Deadline[] {
  const days = found.legal.assistanceDurationDays?.days;
  const id = situation.found === 'bg' ? 'stay-in-centre' : 'assistance';
  // Estonia's number holds only for those who take no part in proceedings.
  if (days === undefined || (situation.found === 'ee' && situation.police !== 'no')) return [];
  return [
    { id, kind: 'ends-latest', from: 'help', amount: days, unit: 'day', cite: legal(found, 'assistanceDurationDays') },
  ];
}

/** The time limits of a country for one thing. */
export function limits(country: CountryPack, what: LimitFor): Deadline[] {
  return (LIMITS[country.country as CountryCode] ?? [])
    .filter(({ value }) => value.for === what)
    .map(({ value: { for: id, amount, unit, from }, cite }) => ({ id, kind: 'by', from, amount, unit, cite }));
}
