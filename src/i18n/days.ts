/** How a number of days is said. No React. */

export interface Days {
  min?: number | undefined;
  max?: number | undefined;
}

/** Which message of `countries.days` says it, with its numbers; `count` is the one that decides the plural. */
export type DaysMessage =
  | { message: 'exactly' | 'atLeast' | 'atMost'; count: number }
  | { message: 'range'; min: number; count: number };

/** "30 days", "30 to 90 days", "at least 30 days", "up to 90 days"; undefined when no number is given. */
export function daysMessage({ min, max }: Days): DaysMessage | undefined {
  if (min === undefined) return max === undefined ? undefined : { message: 'atMost', count: max };
  if (max === undefined) return { message: 'atLeast', count: min };
  return min === max ? { message: 'exactly', count: min } : { message: 'range', min, count: max };
}

/**
 * The message for a fact that gives no number: help has no limit then, but a period that exists has a length that our sources
 * do not say.
 * @param fact the name of a legal fact
 */
export function withoutDays(fact: string): string {
  return fact === 'reflectionPeriodDays' ? 'countries.legal.lengthNotSaid' : 'countries.legal.noDays';
}
