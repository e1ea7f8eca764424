/**
 * Contact cards that come in: vCard 2.1, 3.0 and 4.0 as phones and offices write them. All of it is hostile until shown
 * otherwise: everything has a limit, nothing becomes a link but a number, a mailbox and a page, and what was not taken is said.
 * ical.js keeps `\;` in texts and cuts at the semicolon of `\\;`, so values are taken apart here.
 */
import { COUNTRIES } from '../../directory/codes.ts';
import { HIDDEN } from '../../directory/visible.ts';
import icelandic from '../../i18n/tables/is.json' with { type: 'json' };
import type { OwnChannel, OwnContact } from '../own.ts';
import { channelsIn } from '../reach.ts';
import { contactIdIn } from './card.ts';
import { cardsOf, type Line, type RawCard } from './lines.ts';
import { isSameChannel, mailboxIn, pageIn, telephoneIn } from './ways.ts';

/** How many bytes are read at most; the pictures of some hundred contacts fit in. */
export const MOST_BYTES = 5_000_000;
/** How many cards are shown at most. */
export const MOST_CARDS = 500;
const MOST_CHANNELS = 20;
const LONGEST_WAY = 1000;
const MOST_LANGUAGES = 20;
/** How many things that were not taken are named one by one. */
const MOST_NAMED = 20;
const LONGEST = { name: 120, role: 120, organisation: 160, label: 60, note: 2000 } as const;

const EVERY_HIDDEN = new RegExp(HIDDEN, 'gu');

/** A contact that nobody has taken in yet. */
export type CardContact = Omit<OwnContact, 'id' | 'at' | 'byCard' | 'mine' | 'met'>;

/** What of a card was not taken, or not as it came. */
export type Left =
  /** Properties that a contact has no place for: `PHOTO`, `BDAY`. */
  | { what: 'property'; name: string }
  /** What stood where a number, a mailbox or a page should. */
  | { what: 'way'; kind: OwnChannel['kind']; value: string }
  /** Characters that nobody sees, or that turn the direction of writing: `U+202E`. */
  | { what: 'hidden'; characters: string[] }
  | { what: 'cut'; field: keyof typeof LONGEST | 'channels' | 'languages' }
  | { what: 'line'; text: string }
  /** The letters were guessed. */
  | { what: 'letters' }
  /** The card breaks off. */
  | { what: 'end' };

export interface ReadCard {
  /** The id that the contact has on the phone it is from. */
  id?: string;
  contact: CardContact;
  left: Left[];
}

export interface ReadCards {
  cards: ReadCard[];
  /** Cards of which nothing could be made: their place in the file, from 1, and how they begin. */
  broken: { place: number; begins: string }[];
  /** Cards beyond {@link MOST_CARDS}. */
  more: number;
  /** Why nothing was read. */
  problem?: 'size' | 'no card';
}

/** Reads cards from a file, a text or what a QR code says. Never throws. */
export function readCards(content: string | Uint8Array): ReadCards {
  const read: ReadCards = { cards: [], broken: [], more: 0 };
  if (content.length > MOST_BYTES) return { ...read, problem: 'size' };
  const { cards, more } = cardsOf(content, MOST_CARDS);
  for (const [index, raw] of cards.entries()) {
    const card = cardOf(raw);
    if (card) read.cards.push(card);
    else read.broken.push({ place: index + 1, begins: beginningOf(raw) });
  }
  return { ...read, more, ...(cards.length === 0 && { problem: 'no card' }) };
}

/** @returns undefined for a card that names nobody */
function cardOf(raw: RawCard): ReadCard | undefined {
  const notes = new Notes();
  if (raw.unfinished) notes.add({ what: 'end' });
  for (const text of raw.unreadable) notes.add({ what: 'line', text: notes.clean(text).slice(0, 60) });
  if (raw.lines.some(({ guessed }) => guessed)) notes.add({ what: 'letters' });

  const old = raw.version.startsWith('2');
  const labels = new Map(
    raw.lines.flatMap(({ group, name, value }) =>
      group && name === 'x-ablabel' ? [[group, unescaped(value).replace(/^_\$!<(.*)>!\$_$/s, '$1')] as const] : [],
    ),
  );
  const texts: Record<string, string[]> = {};
  const contact: CardContact = { name: '', channels: [], languages: [] };
  let id: string | undefined;
  for (const line of raw.lines) {
    const { name, value } = line;
    switch (name) {
      case 'fn':
      case 'title':
      case 'role':
      case 'nickname':
      case 'note':
        texts[name] ??= [];
        texts[name].push(unescaped(value));
        break;
      case 'n': {
        const [family = '', given = '', further = '', before = '', after = ''] = parts(value);
        texts.n ??= [[before, given, further, family, after].filter((part) => part.trim()).join(' ')];
        break;
      }
      case 'org':
        texts.org ??= [
          parts(value)
            .filter((part) => part.trim())
            .join(', '),
        ];
        break;
      case 'tel':
      case 'email':
      case 'url': {
        for (const channel of channelsOf(line, old, labels.get(line.group), notes)) {
          if (contact.channels.some((one) => isSameChannel(one, channel))) continue;
          if (contact.channels.length < MOST_CHANNELS) contact.channels.push(channel);
          else notes.add({ what: 'cut', field: 'channels' });
        }
        break;
      }
      case 'adr': {
        const code = parameterOf(line, 'cc')?.toLowerCase();
        const known = COUNTRIES.find((one) => one === code) ?? countryNamed(parts(value)[6] ?? '');
        if (known) contact.country ??= known;
        if (parts(value).some((part, index) => index !== 6 && part.trim()))
          notes.add({ what: 'property', name: 'ADR' });
        break;
      }
      case 'lang': {
        const language = /^([a-z]{2})(?![a-z])/i.exec(value.trim())?.[1]?.toLowerCase();
        if (!language || contact.languages.includes(language)) break;
        if (contact.languages.length < MOST_LANGUAGES) contact.languages.push(language);
        else notes.add({ what: 'cut', field: 'languages' });
        break;
      }
      case 'uid': {
        const responder = /^harbour:([a-z0-9-]{1,100})$/.exec(value.trim())?.[1];
        if (responder) contact.responder ??= responder;
        id ??= contactIdIn(value.trim());
        break;
      }
      case 'x-harbour-responder':
        if (/^[a-z0-9-]{1,100}$/.test(value.trim())) contact.responder ??= value.trim();
        break;
      default:
        if (!SILENT.test(name) && value.trim() !== '') notes.add({ what: 'property', name: name.toUpperCase() });
    }
  }

  const first = (...keys: string[]) => keys.flatMap((key) => texts[key] ?? []).find((text) => notes.clean(text).trim());
  const organisation = notes.text('organisation', first('org') ?? '');
  const role = notes.text('role', [...new Set([...(texts.title ?? []), ...(texts.role ?? [])])].join(', '));
  const note = notes.text('note', (texts.note ?? []).join('\n'));
  const name = notes.text('name', first('fn', 'n', 'nickname') ?? '') || organisation || contact.channels[0]?.value;
  if (texts.nickname && first('fn', 'n')) notes.add({ what: 'property', name: 'NICKNAME' });
  if (!name) return undefined;
  return {
    ...(id && { id }),
    contact: {
      ...contact,
      name,
      ...(role && { role }),
      ...(organisation && organisation !== name && { organisation }),
      ...(note && { note }),
    },
    left: notes.left(),
  };
}

/** Properties that are about the card itself, or that are read together with another. */
const SILENT =
  /^(version|prodid|rev|kind|n|x-ablabel|sort-string|class|mailer|source|name|profile|clientpidmap|x-abuid|x-abadr)$/;

/** The channels of a line: of a number that is two numbers, two. */
function channelsOf(line: Line, old: boolean, groupLabel: string | undefined, notes: Notes): OwnChannel[] {
  const value = notes.oneLine(unescaped(line.value.slice(0, LONGEST_WAY)));
  if (value === '') return [];
  const kind = line.name === 'tel' ? 'phone' : line.name === 'email' ? 'email' : 'web';
  const found = waysIn(kind, value);
  if (found.length === 0) notes.add({ what: 'way', kind, value: value.slice(0, 80) });
  const isFax = line.parameters.some(([name, type]) => name === 'type' && /^fax$/i.test(type));
  const given = groupLabel ?? parameterOf(line, 'x-label') ?? (old ? undefined : parameterOf(line, 'label'));
  const label = notes.text('label', given ?? (isFax ? 'Fax' : ''));
  return found.map((one) => ({ kind, value: one, ...(label && { label }) }));
}

function waysIn(kind: OwnChannel['kind'], value: string): string[] {
  // The address of a number (`tel:…;ext=12`) is one number, whatever signs stand in it.
  const one = kind === 'phone' ? undefined : kind === 'email' ? mailboxIn(value) : pageIn(value);
  const numbers = /^tel:/i.test(value) ? [value] : channelsIn(value).map((channel) => channel.value);
  const several = kind === 'phone' ? numbers.map(telephoneIn) : [one];
  return several.every((one) => one !== undefined) ? several : [];
}

function parameterOf({ parameters }: Line, wanted: string): string | undefined {
  return parameters.find(([name]) => name === wanted)?.[1];
}

/** What is to be said about a card, and texts as they may be kept. */
class Notes {
  #left: Left[] = [];
  #hidden = new Set<string>();

  add(left: Left): void {
    const known = this.#left.some((one) => JSON.stringify(one) === JSON.stringify(left));
    if (!known && this.#left.length < MOST_NAMED) this.#left.push(left);
  }

  /** Without what nobody sees. */
  clean(text: string): string {
    return text.replace(EVERY_HIDDEN, (character) => {
      const code = character.codePointAt(0) ?? 0;
      if (this.#hidden.size < MOST_NAMED) this.#hidden.add(`U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
      return '';
    });
  }

  oneLine(text: string): string {
    return this.clean(text.replace(/\s+/gu, ' ')).trim();
  }

  /** A text within its length, in one line; a note keeps its lines. */
  text(field: keyof typeof LONGEST, text: string): string {
    const lines = field === 'note' ? text.split(/\r\n|[\r\n\u2028\u2029]/) : [text];
    const whole = lines
      .map((line) => this.oneLine(line))
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .normalize('NFC')
      // More marks on one letter than any language has run over the lines above and below.
      .replace(/(\p{M}{4})\p{M}+/gu, '$1')
      .trim();
    if (whole.length <= LONGEST[field]) return whole;
    this.add({ what: 'cut', field });
    return whole
      .slice(0, LONGEST[field])
      .replace(/[\ud800-\udbff]$/, '')
      .trim();
  }

  left(): Left[] {
    return this.#hidden.size > 0
      ? [...this.#left, { what: 'hidden', characters: [...this.#hidden].sort() }]
      : this.#left;
  }
}

function beginningOf({ lines, unreadable }: RawCard): string {
  const first = lines[0] ? `${lines[0].name.toUpperCase()}: ${lines[0].value}` : (unreadable[0] ?? '');
  return new Notes().oneLine(first.slice(0, 200)).slice(0, 60);
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,:nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}

/** The parts of a value between semicolons that stand bare. */
function parts(value: string): string[] {
  return (value.match(/(?:\\.|[^\\;]|\\$)*(?:;|$)/gs) ?? []).map((part) => unescaped(part.replace(/;$/, '')));
}

let names: Map<string, string> | undefined;

/** Languages in which cards from around here name a country. */
const NAMED_IN = ['en', 'bg', 'da', 'de', 'et', 'fi', 'fr', 'lt', 'lv', 'nb', 'pl', 'ro', 'ru', 'sv', 'uk'];

/** One of the fourteen countries by its code or its name in a language around here. */
function countryNamed(text: string): string | undefined {
  names ??= new Map(
    COUNTRIES.flatMap((code) => [
      [code as string, code] as const,
      // Chromium has no names in it.
      [icelandic.countries[code].toLowerCase(), code] as const,
      ...NAMED_IN.map((language) => {
        const name = new Intl.DisplayNames([language], { type: 'region' }).of(code.toUpperCase()) ?? code;
        return [name.toLowerCase(), code] as const;
      }),
    ]),
  );
  return names.get(text.trim().toLowerCase());
}
