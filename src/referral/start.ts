/** Where the way to a plan begins. */
import type { CountryCode } from '../directory/codes.ts';

/**
 * The address of the first question that is still open: who one is, unless that is known, then where the person is; in a
 * chosen country one was most likely met there.
 * @param role who one is, as kept in the settings
 */
export function startOfPlan(country: CountryCode | undefined, role: string | undefined): string {
  if (!country) return '/referral';
  return role === undefined
    ? `/referral?found=${country}&ask=role`
    : `/referral?role=${role}&found=${country}&ask=found`;
}
