/** Contact cards as vCard 3.0 (RFC 2426) or 4.0 (RFC 6350): the one writer for everything that leaves as a card. */
import ICAL from 'ical.js';
import { HIDDEN } from '../../directory/visible.ts';
import { type Address, type Card, contactIdIn, type Way } from './card.ts';

/** 3.0 goes into every phone's contacts; some refuse 4.0 or take only part of it. */
export type CardVersion = '3.0' | '4.0';

// ical.js does not count the space that begins a folded line; RFC 6350 does, and wants 75 octets at most.
ICAL.foldLength = 74;

const { vcard, vcard3 } = ICAL.design.components;

// Semicolons may stand bare in a text, says RFC 6350, but there are readers that cut the text there.
for (const set of [vcard, vcard3]) {
  const { text } = set.value;
  const escapeText = text.toICAL;
  text.toICAL = (value: string, separator?: string | false) => escapeText(value, separator || ';');
}

type Property = [name: string, parameters: Record<string, string | string[]>, type: string, value: string | string[]];

/** Cards one after the other, lines ended by CRLF, folded at 75 octets, to be written as UTF-8. */
export function writeCards(cards: readonly Card[], version: CardVersion = '3.0'): string {
  return cards.map((card) => lines(propertiesOf(card, version), version, true)).join('');
}

/**
 * One card for a QR code: only what a phone takes in, in lines that are not folded and names without a group, because there
 * are readers of codes that know neither.
 */
export function writeForCode(card: Card): string {
  const properties = propertiesOf(
    { ...card, uid: card.uid && contactIdIn(card.uid) && card.uid, ways: [] },
    '3.0',
  ).filter(([name]) => !['prodid', 'rev'].includes(name));
  const ways = card.ways.map((way): Property => {
    const [name, parameters, type, value] = bare(way, '3.0');
    const label = plain(way.label ?? '')
      .replace(/[:;,"^\n]+/g, ' ')
      .trim();
    return [name, label ? { ...parameters, 'x-label': label } : parameters, type, value];
  });
  return lines([...properties, ...ways], '3.0', false);
}

function lines(properties: readonly Property[], version: CardVersion, folded: boolean): string {
  const set = version === '4.0' ? vcard : vcard3;
  const written = properties.map((property) => ICAL.stringify.property(property, set, !folded));
  return ['BEGIN:VCARD', ...written, 'END:VCARD', ''].join('\r\n');
}

function propertiesOf(card: Card, version: CardVersion): Property[] {
  const name = plain(card.name);
  const text = (key: string, value: string | undefined): Property[] => {
    const shown = plain(value ?? '');
    return shown === '' ? [] : [[key, {}, 'text', shown]];
  };
  return [
    ['version', {}, 'text', version],
    ...text('prodid', 'Harbour'),
    ...text('uid', card.uid),
    ...(card.date ? ([['rev', {}, 'timestamp', `${card.date}T00:00:00Z`]] satisfies Property[]) : []),
    ...(version === '4.0' && card.isOrganisation ? text('kind', 'org') : []),
    ['fn', {}, 'text', name],
    // Version 3.0 asks for the parts of a name. Which part is which, only its owner knows: all of it is in the first.
    ...(version === '3.0' ? ([['n', {}, 'text', [name, '', '', '', '']]] satisfies Property[]) : []),
    ...text('org', card.organisation),
    ...text('title', card.role),
    ...card.ways.flatMap((way, index) => reach(way, index, version)),
    ...(card.addresses ?? []).map(address),
    ...(card.languages ?? []).map(
      (language): Property => ['lang', {}, version === '4.0' ? 'language-tag' : 'unknown', language],
    ),
    ...text('note', card.note),
    ...(card.responder ? ([['x-harbour-responder', {}, 'unknown', card.responder]] satisfies Property[]) : []),
  ];
}

/** One way; what it is for goes with it as the label that phones show beside it. */
function reach(way: Way, index: number, version: CardVersion): Property[] {
  const [name, parameters, type, value] = bare(way, version);
  const label = plain(way.label ?? '');
  if (label === '') return [[name, parameters, type, value]];
  const group = `item${index + 1}`;
  // In 3.0 no kind of value is named, because there are phones that do not expect one there.
  const shown: Property =
    version === '4.0'
      ? ['x-ablabel', { group }, 'text', label]
      : ['x-ablabel', { group }, 'unknown', vcard3.value.text.toICAL(label)];
  return [[name, { group, ...parameters }, type, value], shown];
}

/** Numbers are plain text rather than `tel:` addresses: not every phone's contacts take those apart. */
function bare({ kind, value }: Way, version: CardVersion): Property {
  switch (kind) {
    case 'phone':
    case 'text': {
      const type = kind === 'phone' ? ['voice', 'work'] : [version === '4.0' ? 'text' : 'cell', 'work'];
      return ['tel', { type }, version === '4.0' ? 'text' : 'phone-number', plain(value)];
    }
    case 'email':
      return ['email', { type: 'work' }, 'text', plain(value)];
    default:
      // An address has no escapes, yet ical.js would write its commas with one.
      return ['url', { type: 'work' }, 'uri', plain(value).replaceAll(',', '%2C')];
  }
}

function address({ text, city, postcode, country, code }: Address): Property {
  const missing = (part = '') => (text.includes(part) ? '' : plain(part));
  // PO box, extended address, street, locality, region, postcode, country
  const parts = ['', '', plain(text), missing(city), '', missing(postcode), plain(country ?? '')];
  return ['adr', { type: 'work', ...(code && { cc: code.toUpperCase() }) }, 'text', parts];
}

/** No card can hold what nobody sees; line ends stay, they have an escape of their own. */
function plain(text: string): string {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(/\t/g, ' ').replace(new RegExp(HIDDEN, 'gu'), ''))
    .join('\n')
    .trim();
}
