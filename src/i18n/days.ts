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
