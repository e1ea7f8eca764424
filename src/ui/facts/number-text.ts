/** A number in a text, on paper or in a message, where nothing can be tapped but much can be dialled. No React. */
import { dialling, isCall, type NumberHome, type Standing } from '../../directory/dialling.ts';
import type { PackChannel } from '../../directory/pack.ts';
import { countryName } from '../../i18n/format.ts';
import { currentLanguage, type useT } from '../../i18n/i18n.ts';

/**
 * A channel as text: the number that works from where one stands, then the one that works only in its country, and in which;
 * mailboxes and pages as they are.
 */
export function numberText(
  channel: PackChannel,
  home: NumberHome,
  others: readonly PackChannel[],
  standing: Standing,
  t: ReturnType<typeof useT>,
): string {
  if (!isCall(channel)) return channel.value;
  const way = dialling(channel, home, standing, others);
  if (way.how === 'as-is' || way.how === 'abroad') return way.shown;
  const there = `${way.shown} (${onlyInside(home, t)})`;
  return way.how === 'inside' ? `${way.instead.shown}; ${there}` : there;
}

/** "only inside Estonia" */
export function onlyInside({ country }: Pick<NumberHome, 'country'>, t: ReturnType<typeof useT>): string {
  return country === 'eu'
    ? t('reach.onlyOwn')
    : t('reach.onlyInside', { country: countryName(country, currentLanguage()) });
}
