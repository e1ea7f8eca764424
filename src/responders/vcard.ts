/** A responder as an entry for the phone's contacts: vCard 4.0 (RFC 6350). No React; loaded when somebody asks for one. */
import ICAL from 'ical.js';
import type { PackChannel, PackResponder } from '../directory/pack.ts';

export interface CardFrame {
  /** The country's name, as addresses end with it. */
  country: string;
  /** Where this comes from and how old it is. */
  note: string;
  /** The day of the edition, `YYYY-MM-DD`. */
  date: string;
}

// ical.js does not count the space that begins a folded line; RFC 6350 does, and wants 75 octets at most.
ICAL.foldLength = 74;

// Semicolons may stand bare in a text, says RFC 6350, but there are readers that cut the text there.
const text = ICAL.design.components.vcard.value.text;
const escapeText = text.toICAL;
text.toICAL = (value: string, separator?: string | false) => escapeText(value, separator || ';');

type Property = [name: string, parameters: Record<string, string | string[]>, type: string, value: string | string[]];

/**
 * The vCard of a responder, lines ended by CRLF, folded at 75 octets, to be written as UTF-8.
 *
 * Numbers are plain text rather than `tel:` addresses: not every phone's contacts take those apart.
 */
export function vcardOf(responder: PackResponder, { country, note, date }: CardFrame): string {
  const own = ownName(responder.name);
  const properties: Property[] = [
    ['version', {}, 'text', '4.0'],
    ['prodid', {}, 'text', 'Harbour'],
    ['uid', {}, 'text', `harbour:${responder.id}`],
    ['rev', {}, 'timestamp', `${date}T00:00:00Z`],
    ['kind', {}, 'text', 'org'],
    ['fn', {}, 'text', responder.name.en ?? own],
    ['org', {}, 'text', own],
    ...responder.channels.flatMap(reach),
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

/** One channel; the purpose of a number goes with it as the label that phones show beside it. */
function reach(channel: PackChannel, index: number): Property[] {
  switch (channel.type) {
    case 'phone':
    case 'sms': {
      const type = channel.type === 'phone' ? ['voice', 'work'] : ['text', 'work'];
      const tel = channel.tel ?? channel.value;
      if (channel.purpose === undefined) return [['tel', { type }, 'text', tel]];
      const group = `item${index + 1}`;
      return [
        ['tel', { group, type }, 'text', tel],
        ['x-ablabel', { group }, 'text', channel.purpose],
      ];
    }
    case 'email':
      return [['email', { type: 'work' }, 'text', channel.value]];
    default:
      // An address has no escapes, yet ical.js would write its commas with one.
      return [['url', { type: 'work' }, 'uri', channel.value.replaceAll(',', '%2C')]];
  }
}
