/**
 * Whether a number rings the right place from where one stands. The one rule for every place that shows a channel: a
 * number is a link only where it rings whom it is written beside; elsewhere it is text, with the number that works.
 */
import type { CountryCode, Region } from './codes.ts';
import { type FirstEmergency, isUrgent } from './emergency.ts';
import { answerOrder, type Opening, openingAt } from './opening.ts';
import type { CountryPack, PackChannel, PackResponder } from './pack.ts';
import { shownNumber } from './shown-number.ts';

/** The country one stands in and dials from; undefined = not known, so nothing that works in one country alone is dialled. */
export type Standing = CountryCode | undefined;

/** Whose number it is: the country, and the numbers that mean danger there. */
export interface NumberHome {
  country: Region;
  emergency: readonly FirstEmergency[];
}

/** A number to call: what the link dials (E.164 or a short number) and how it is written. */
export interface Dialled {
  tel: string;
  shown: string;
}

export type Dialling =
  /** The way people of that country dial it; one stands there. */
  | ({ how: 'as-is' } & Dialled)
  /** With the country code. `sure`: a page says that it works from other countries. */
  | ({ how: 'abroad'; sure: boolean } & Dialled)
  /** Works in its country alone; `instead` reaches the same body from here. Text, never a link. */
  | { how: 'inside'; shown: string; country: Region; instead: Dialled & { channel?: PackChannel } }
  /** Works in its country alone, and this body has no number that works from here. Text, never a link. */
  | { how: 'unreachable'; shown: string; country: Region };

/**
 * How a telephone or text-message channel is dialled from where one stands.
 *
 * From another country a short number is never dialled: there it rings somebody else. A number made for callers inside
 * its country (freephone, shared cost) is dialled from elsewhere only where a page says that this works. An international body's short number
 * (116 000) is another line in every country, which stands among that country's own responders.
 * @param channel a `phone` or `sms` channel
 * @param others all channels of the same responder: where the number that works is looked for
 */
export function dialling(
  channel: PackChannel,
  home: NumberHome,
  standing: Standing,
  others: readonly PackChannel[] = [],
): Dialling {
  const own = dialled(channel, home, standing, others);
  if (own) return own;
  const shown = shownNumber(channel, false);
  const { country } = home;
  const emergency = isEmergency(channel, home)
    ? home.emergency.find(({ number }) => number.startsWith('+'))
    : undefined;
  if (emergency) {
    const same = others.find(({ value }) => value === emergency.number);
    return {
      how: 'inside',
      shown,
      country,
      instead: { tel: emergency.number, shown: same?.international ?? emergency.number },
    };
  }
  for (const other of bySureness(others)) {
    const way = other === channel || other.type !== channel.type ? undefined : dialled(other, home, standing, others);
    if (way) return { how: 'inside', shown, country, instead: { tel: way.tel, shown: way.shown, channel: other } };
  }
  return { how: 'unreachable', shown, country };
}

/** The number as a link, when it rings the right place from there. */
function dialled(
  channel: PackChannel,
  { country }: NumberHome,
  standing: Standing,
  others: readonly PackChannel[],
): Extract<Dialling, { tel: string }> | undefined {
  const tel = channel.tel ?? channel.value;
  if (standing === country) return { how: 'as-is', tel, shown: shownNumber(channel, false) };
  const sure =
    channel.fromAbroad === true || others.some(({ value, fromAbroad }) => value === channel.value && fromAbroad);
  if (!tel.startsWith('+') || (!sure && (channel.fromAbroad === false || channel.freephone))) return undefined;
  return { how: 'abroad', tel, shown: channel.international ?? tel, sure };
}

const bySureness = (channels: readonly PackChannel[]) => [
  ...channels.filter(({ fromAbroad }) => fromAbroad),
  ...channels.filter(({ fromAbroad }) => !fromAbroad),
];

/** Whether something is a number that a telephone dials or texts. */
export function isCall({ type }: Pick<PackChannel, 'type'>): boolean {
  return type === 'phone' || type === 'sms';
}

/** Whether a channel is reached by tapping it from there: a number that rings the right place, or anything that is no number. */
export function isReachable(
  channel: PackChannel,
  home: NumberHome,
  standing: Standing,
  others: readonly PackChannel[] = [],
): boolean {
  return !isCall(channel) || dialled(channel, home, standing, others) !== undefined;
}

/**
 * Whether a channel is a number for danger, which is a kind of its own: it is answered at every hour and needs no page to
 * vouch for it. A country's numbers for advice (health, non-urgent police) are ordinary lines.
 */
export function isEmergency(channel: Pick<PackChannel, 'type' | 'value'>, { emergency }: NumberHome): boolean {
  return isCall(channel) && emergency.some((entry) => entry.number === channel.value && isUrgent(entry));
}

/** Whether a channel answers at `now`: a number for danger always does, whatever its pages say of hours. */
export function openingOf(
  channel: PackChannel,
  home: NumberHome & Pick<CountryPack, 'timeZone' | 'holidays'>,
  now: Date,
): Opening {
  return isEmergency(channel, home) ? { state: 'always' } : openingAt(channel.week, home.timeZone, home.holidays, now);
}

/** Whether an emergency number of a country can be dialled from where one stands: there, or anywhere with its country code. */
export function emergencyWorks({ number }: FirstEmergency, country: Region, standing: Standing): boolean {
  return standing === country || number.startsWith('+');
}

/**
 * The place from which the numbers of a page about one country are dialled: the chosen country, and while none is chosen
 * the page's own. Whoever opens one country's page without having said where they are is most likely there with
 * somebody, and must not be kept from a number by a question; the page names the country in its heading. Lists that mix
 * countries do not use this: there a number of one country stays text until the place is known.
 */
export function standingOn(page: Region, chosen: Standing): Standing {
  return chosen ?? (page === 'eu' ? undefined : page);
}

/** The order in which one tries a responder's channels. */
const TYPES: readonly PackChannel['type'][] = ['phone', 'sms', 'email', 'form', 'chat', 'telegram', 'web'];

/**
 * Whether a number is made for the telephones of its country, and this one is of another: its SIM card may not get
 * through, although one stands there. A number for danger takes every telephone.
 * @param phone the country the telephone is of, as far as it tells
 */
export function mayRefuse(
  channel: PackChannel,
  home: NumberHome,
  phone: Standing,
  others: readonly PackChannel[] = [],
): boolean {
  return (
    phone !== undefined &&
    phone !== home.country &&
    !isEmergency(channel, home) &&
    !isReachable(channel, home, undefined, others)
  );
}

/**
 * A responder's channels as one tries them from there: numbers that ring, with those known to work from abroad first when
 * one is abroad, and those made for the country's own telephones last when this one is of another; then mailboxes, forms
 * and pages; last the numbers that do not ring from there.
 * @param phone the country the telephone is of, as far as it tells
 */
export function channelsFrom(
  channels: readonly PackChannel[],
  home: NumberHome,
  standing: Standing,
  phone?: Standing,
): PackChannel[] {
  const place = (channel: PackChannel) => {
    const way = isCall(channel) ? dialled(channel, home, standing, channels) : undefined;
    if (isCall(channel) && !way) return TYPES.length * 2;
    const doubtful = (way?.how === 'abroad' && !way.sure) || mayRefuse(channel, home, phone, channels);
    return TYPES.indexOf(channel.type) * 2 + (doubtful ? 1 : 0);
  };
  return [...channels].sort((a, b) => place(a) - place(b));
}

/** The channel one tries first from there; undefined where there is none at all. */
export function firstChannelFrom(
  channels: readonly PackChannel[],
  home: NumberHome,
  standing: Standing,
  phone?: Standing,
): PackChannel | undefined {
  return channelsFrom(channels, home, standing, phone)[0];
}

/** What {@link answerOrder} says of an unknown opening. */
const NOBODY_KNOWS = answerOrder({ state: 'unknown' });

/**
 * The order of responders by whether the number tried first answers at `now`: see {@link answerOrder}. Who is written to
 * rather than called stands with those of whom nobody knows. While nobody has said where they stand, it is the number for people
 * of that country; whether a line for the country's own telephones takes a foreign one, nobody knows either.
 */
export function responderOrder(
  { channels }: Pick<PackResponder, 'channels'>,
  country: CountryPack,
  now: Date,
  { standing, phone }: { standing: Standing; phone?: Standing },
): number {
  const channel = firstChannelFrom(channels, country, standingOn(country.country, standing), phone);
  if (!channel || !isCall(channel)) return NOBODY_KNOWS;
  const order = answerOrder(openingOf(channel, country, now));
  return mayRefuse(channel, country, phone, channels) ? Math.max(order, NOBODY_KNOWS) : order;
}
