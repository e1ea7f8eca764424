/** Time limits and periods of a plan, and the days they fall on. No React. */
import type { Cite } from './cite.ts';
import type { Anchor, Length, LimitFor } from './readings.ts';

/**
 * `by`: something must be done by then. `ends`: a period ends then. `ends-earliest`: not before then; no maximum was
 * found. `ends-latest`: at the latest then.
 */
export interface Deadline extends Length {
  id: LimitFor | 'reflection' | 'assistance' | 'stay-in-centre';
  kind: 'by' | 'ends' | 'ends-earliest' | 'ends-latest';
  from: Anchor;
  cite: Cite;
}

/**
 * The day a length after a day, both `YYYY-MM-DD`. Months and years end on the same day of the month, or on the last
 * day of a shorter month; hours count as whole days, the shorter way.
 */
export function dayAfter(day: string, { amount, unit }: Length): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'day' || unit === 'hour') {
    date.setUTCDate(date.getUTCDate() + (unit === 'day' ? amount : Math.floor(amount / 24)));
    return date.toISOString().slice(0, 10);
  }
  const months = unit === 'month' ? amount : 12 * amount;
  const month = date.getUTCMonth() + months;
  const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(date.getUTCFullYear(), month, Math.min(date.getUTCDate(), last))).toISOString().slice(0, 10);
}
