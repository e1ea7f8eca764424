/**
 * The way into a plan from another screen. What is known of the case goes along in the entry of the browser's history for
 * as long as it takes to open, and never in the address.
 */
export interface Offered {
  /** A situation as `printSituation` writes it. */
  offered: string;
}

/** @returns what a link needs that opens the plan of a situation */
export function wayToPlan(situation: string): { href: '/referral'; state: Offered } {
  return { href: '/referral', state: { offered: situation } };
}
