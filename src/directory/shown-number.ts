/** How a number is written. No React: the plain page of `index.html` writes it too. */
import type { PackChannel } from './pack.ts';

/**
 * The number to read and dial: with its country code, which works from every phone and every SIM card. A line that
 * cannot be reached from abroad, and a freephone line for those who stand in its country, is written as people there know it.
 */
export function shownNumber(channel: PackChannel, abroad: boolean): string {
  const inside = channel.fromAbroad === false || (channel.freephone === true && !abroad);
  return (inside ? undefined : channel.international) ?? channel.national ?? channel.value;
}
