/** A responder as an entry for the phone's contacts: vCard 3.0 (RFC 2426) or 4.0 (RFC 6350). No React; loaded when somebody asks for one. */
import ICAL from 'ical.js';
import { channelsFrom, dialling, isCall, type NumberHome, type Standing } from '../directory/dialling.ts';
import type { PackChannel, PackResponder } from '../directory/pack.ts';

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

/** 3.0 goes into every phone's contacts; some refuse 4.0 or take only part of it. */
export type CardVersion = '3.0' | '4.0';

// ical.js does not count the space that begins a folded line; RFC 6350 does, and wants 75 octets at most.
ICAL.foldLength = 74;

// Semicolons may stand bare in a text, says RFC 6350, but there are readers that cut the text there.
for (const set of [ICAL.design.components.vcard, ICAL.design.components.vcard3]) {
  const { text } = set.value;
  const escapeText = text.toICAL;
  text.toICAL = (value: string, separator?: string | false) => escapeText(value, separator || ';');
}

type Property = [name: string, parameters: Record<string, string | string[]>, type: string, value: string | string[]];

/**
 * The vCard of a responder, lines ended by CRLF, folded at 75 octets, to be written as UTF-8.
 *
 * Numbers are plain text rather than `tel:` addresses: not every phone's contacts take those apart. A number that would ring
 * somebody else where one stands is no number of the entry but a line of its note.
 */
export function vcardOf(responder: PackResponder, frame: CardFrame, version: CardVersion = '3.0'): string {
  const { country, date, home, standing, onlyInside, purposeOf } = frame;
  const own = ownName(responder.name);
  const name = responder.name.en ?? own;
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
  const note = [...silent, frame.note].join('\n');
  const properties: Property[] = [
    ['version', {}, 'text', version],
    ['prodid', {}, 'text', 'Harbour'],
    ['uid', {}, 'text', `harbour:${responder.id}`],
    ['rev', {}, 'timestamp', `${date}T00:00:00Z`],
    ...(version === '4.0' ? ([['kind', {}, 'text', 'org']] satisfies Property[]) : []),
    ['fn', {}, 'text', name],
    // Version 3.0 asks for the parts of a name; an organisation has one.
    ...(version === '3.0' ? ([['n', {}, 'text', [name, '', '', '', '']]] satisfies Property[]) : []),
    ['org', {}, 'text', own],
    ...channels.filter(rings).flatMap((channel, index) => reach(channel, index, label(channel), version)),
    ...(responder.addresses ?? []).map((address): Property => {
      const missing = (part = '') => (address.text.includes(part) ? '' : part);
      // PO box, extended address, street, locality, region, postcode, country
      const parts = ['', '', address.text, missing(address.city), '', missing(address.postcode), country];
      return ['adr', { type: 'work' }, 'text', parts];
    }),
    ['note', {}, 'text', note],
  ];
  return ICAL.stringify(['vcard', properties, []]);
}

/** The name its own people use, where a page gives it. */
export function ownName(name: Readonly<Record<string, string>>): string {
  return Object.entries(name).find(([language]) => language !== 'en')?.[1] ?? name.en ?? '';
}

/** One channel; what a number is for goes with it as the label that phones show beside it. */
function reach(channel: PackChannel, index: number, label: string, version: CardVersion): Property[] {
  switch (channel.type) {
    case 'phone':
    case 'sms': {
      const type = channel.type === 'phone' ? ['voice', 'work'] : [version === '4.0' ? 'text' : 'cell', 'work'];
      const tel = channel.tel ?? channel.value;
      if (label === '') return [['tel', { type }, 'text', tel]];
      const group = `item${index + 1}`;
      return [
        ['tel', { group, type }, 'text', tel],
        ['x-ablabel', { group }, 'text', label],
      ];
    }
    case 'email':
      return [['email', { type: 'work' }, 'text', channel.value]];
    default:
      // An address has no escapes, yet ical.js would write its commas with one.
      return [['url', { type: 'work' }, 'uri', channel.value.replaceAll(',', '%2C')]];
  }
}
