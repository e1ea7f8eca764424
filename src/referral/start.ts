/** Where the way to a plan begins. */
import type { CountryCode } from '../directory/codes.ts';

/** The address of the first question that is still open: in a chosen country one was most likely met there. */
export function startOfPlan(country: CountryCode | undefined): string {
  return country ? `/referral?found=${country}&ask=safety` : '/referral';
}
