/** A responder of the directory as a card. */
import { channelsFrom, dialling, isCall, type NumberHome, type Standing } from '../../directory/dialling.ts';
import type { PackChannel, PackResponder } from '../../directory/pack.ts';
import type { Card, Way } from './card.ts';

export interface CardFrame {
  /** The country's name, as addresses end with it. */
  country: string;
  /** Where this comes from and how old it is. */
  note: string;
  /** The day of the edition, `YYYY-MM-DD`. */
  date: string;
  /** Whose numbers they are, and from where they will be dialled. */
  home: NumberHome;
  standing: Standing;
  /** "only inside Latvia": beside a number that rings the right place in its country alone. */
  onlyInside: string;
  /** What a channel is for, in words. */
  purposeOf: (channel: PackChannel) => string | undefined;
}

/** A number that would ring somebody else where one stands is no number of the card but a line of its note. */
export function cardOfResponder(responder: PackResponder, frame: CardFrame): Card {
  const { country, date, home, standing, onlyInside, purposeOf } = frame;
  const own = ownName(responder.name);
  const channels = channelsFrom(responder.channels, home, standing);
  const rings = (channel: PackChannel) =>
    !isCall(channel) || ['as-is', 'abroad'].includes(dialling(channel, home, standing, responder.channels).how);
  const label = (channel: PackChannel) => {
    const inside = isCall(channel) && dialling(channel, home, undefined, responder.channels).how !== 'abroad';
    return [purposeOf(channel), inside && onlyInside].filter(Boolean).join('; ');
  };
  const silent = channels
    .filter((channel) => !rings(channel))
    .map((channel) => `${channel.national ?? channel.value}: ${label(channel)}`);
  return {
    uid: `harbour:${responder.id}`,
    date,
    isOrganisation: true,
    name: responder.name.en ?? own,
    organisation: own,
    ways: channels.filter(rings).map((channel) => ({ ...wayOf(channel), label: label(channel) })),
    addresses: (responder.addresses ?? []).map(({ text, city, postcode }) => ({
      text,
      city,
      postcode,
      country,
      code: home.country === 'eu' ? undefined : home.country,
    })),
    note: [...silent, frame.note].join('\n'),
  };
}

/** The name its own people use, where a page gives it. */
export function ownName(name: Readonly<Record<string, string>>): string {
  return Object.entries(name).find(([language]) => language !== 'en')?.[1] ?? name.en ?? '';
}

function wayOf({ type, tel, value }: PackChannel): Way {
  switch (type) {
    case 'phone':
      return { kind: 'phone', value: tel ?? value };
    case 'sms':
      return { kind: 'text', value: tel ?? value };
    case 'email':
      return { kind: 'email', value };
    default:
      return { kind: 'web', value };
  }
}
