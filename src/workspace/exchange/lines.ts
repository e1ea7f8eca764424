/**
 * A file as the lines of its cards. It works on bytes, written as characters from 0 to 255: which letters they are, each line
 * says for itself (`CHARSET=`), and a file may be folded in the middle of one.
 */

export interface Line {
  /** Lower case, as all names here. */
  group: string;
  name: string;
  /** Also those of version 2.1 that have no name: `TEL;CELL` is `['type', 'CELL']`. */
  parameters: [name: string, value: string][];
  /** Quoted-printable and base64 are undone for texts. */
  value: string;
  /** Whether the bytes were no UTF-8 and nothing said what they are. */
  guessed: boolean;
}

export interface RawCard {
  version: string;
  lines: Line[];
  /** Lines without the shape of one. */
  unreadable: string[];
  /** The line `END:VCARD` is not there. */
  unfinished: boolean;
}

/** Lines a card may have; what comes behind is not read. */
const MOST_LINES = 500;
/** Bytes a line may have to be read as a text; a picture is longer and not wanted. */
const LONGEST_LINE = 40_000;

/** The bytes of a text or a file, as UTF-8 where it begins with the mark of UTF-16. */
export function bytesOf(content: string | Uint8Array): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content.replace(/^\uFEFF/, ''));
  const [a, b, c] = content;
  const utf16 = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
  if (utf16) return new TextEncoder().encode(new TextDecoder(utf16).decode(content));
  return a === 0xef && b === 0xbb && c === 0xbf ? content.subarray(3) : content;
}

/**
 * The cards of a file, in order.
 * @param most how many are taken apart; the others are counted
 */
export function cardsOf(content: string | Uint8Array, most: number): { cards: RawCard[]; more: number } {
  const cards: RawCard[] = [];
  let more = 0;
  let card: RawCard | undefined;
  /** How deep one is within a card that stands in another as somebody's agent. */
  let depth = 0;
  let agent = false;
  const finish = (unfinished: boolean) => {
    if (card && cards.length < most) cards.push({ ...card, unfinished });
    else if (card) more++;
    card = undefined;
  };
  for (const text of logicalLines(bytesOf(content))) {
    if (/^\s*BEGIN\s*:\s*VCARD\s*$/i.test(text)) {
      if (card && (agent || depth > 0)) depth++;
      else {
        finish(true);
        card = { version: '', lines: [], unreadable: [], unfinished: true };
      }
      agent = false;
    } else if (/^\s*END\s*:\s*VCARD\s*$/i.test(text)) {
      if (depth > 0) depth--;
      else finish(false);
    } else if (card && depth === 0 && cards.length < most && card.lines.length + card.unreadable.length < MOST_LINES) {
      const line = lineOf(text);
      if (!line) card.unreadable.push(utf8(text).text);
      else if (line.name === 'version') card.version ||= line.value.trim();
      else card.lines.push(line);
      agent = line?.name === 'agent' && line.value.trim() === '';
    }
  }
  depth = 0;
  finish(true);
  return { cards, more };
}

/** Lines as they were before they were folded, without empty ones. */
function* logicalLines(bytes: Uint8Array): Generator<string> {
  let parts: string[] = [];
  let quoted = false;
  let soft = false;
  let old = false;
  for (const raw of physicalLines(bytes)) {
    if (soft) {
      // A soft line break of quoted-printable: the text goes on, whatever the next line begins with.
      parts.push(raw);
    } else if (parts.length > 0 && /^[ \t]/.test(raw)) {
      // Version 2.1 folds where a space stands, the others put one in.
      parts.push(old && !/^[ \t]*$/.test(raw) ? raw.replace(/^[ \t]+/, ' ') : raw.slice(1));
    } else {
      if (parts.length > 0) yield parts.join('');
      if (/^VERSION\s*:\s*(\d)/i.test(raw)) old = /^VERSION\s*:\s*2/i.test(raw);
      parts = raw.trim() === '' ? [] : [raw];
      quoted = /^[^:]{0,200};\s*(ENCODING\s*=\s*)?QUOTED-PRINTABLE/i.test(raw);
    }
    soft = quoted && raw.endsWith('=');
    if (soft) parts.push((parts.pop() ?? '').slice(0, -1));
  }
  if (parts.length > 0) yield parts.join('');
}

function* physicalLines(bytes: Uint8Array): Generator<string> {
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = bytes[at];
    if (at < bytes.length && byte !== 10 && byte !== 13) continue;
    // A line that is too long to be one is cut here, before anything is made of it.
    yield String.fromCharCode(...bytes.subarray(start, Math.min(at, start + LONGEST_LINE)));
    if (byte === 13 && bytes[at + 1] === 10) at++;
    start = at + 1;
  }
}

/** `group.NAME;parameter=value:text`; undefined for what has not this shape. */
function lineOf(text: string): Line | undefined {
  const colon = outside(text, ':', 2000);
  if (colon === undefined) return undefined;
  const [head = '', ...rest] = splitOutside(text.slice(0, colon), ';');
  const [, group = '', name] = /^\s*(?:([\w-]{1,40})\.)?([\w-]{1,40})\s*$/.exec(head) ?? [];
  if (name === undefined) return undefined;
  const parameters = rest.slice(0, 50).flatMap(parametersOf);
  const parameter = (wanted: string) => parameters.find(([one]) => one === wanted)?.[1].trim();
  const encoding = parameter('encoding')?.toLowerCase();
  let value = text.slice(colon + 1, colon + 1 + LONGEST_LINE);
  const based = encoding === 'base64' || encoding === 'b';
  if (encoding === 'quoted-printable') value = unquoted(value);
  else if (based) value = unbased(value);
  const decoded = decode(value, parameter('charset'));
  return {
    group: group.toLowerCase(),
    name: name.toLowerCase(),
    parameters: parameters.map(([one, said]) => [one, utf8(said).text]),
    value: decoded.text,
    // What is written as base64 is a picture, most of all.
    guessed: decoded.guessed && !based,
  };
}

/** What version 2.1 writes without a name; whatever else stands alone is a type. */
const ENCODINGS = ['quoted-printable', 'base64', '7bit', '8bit'];

function parametersOf(text: string): [string, string][] {
  const equals = text.indexOf('=');
  if (equals < 0) {
    const bare = text.trim();
    return bare === '' ? [] : [[ENCODINGS.includes(bare.toLowerCase()) ? 'encoding' : 'type', bare]];
  }
  const name = text.slice(0, equals).trim().toLowerCase();
  const values = name === 'type' ? splitOutside(text.slice(equals + 1), ',') : [text.slice(equals + 1)];
  return values.map((value) => [name, value.trim().replace(/^"(.*)"$/s, '$1')]);
}

/** Where a sign stands outside of quotation marks; a mark that is never closed is none. */
function outside(text: string, sign: string, within: number): number | undefined {
  let quoted = false;
  const end = Math.min(text.length, within);
  for (let at = 0; at < end; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === sign && !quoted) return at;
  }
  const first = text.indexOf(sign);
  return quoted && first >= 0 && first < within ? first : undefined;
}

function splitOutside(text: string, sign: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === sign && !quoted) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

function unquoted(text: string): string {
  return text
    .replace(/=\s*$/, '')
    .replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function unbased(text: string): string {
  try {
    return atob(text.replace(/\s/g, ''));
  } catch {
    return '';
  }
}

function decode(bytes: string, charset: string | undefined): { text: string; guessed: boolean } {
  if (charset && !/^(utf-?8|us-ascii|ascii)$/i.test(charset)) {
    try {
      return { text: new TextDecoder(charset).decode(arrayOf(bytes)), guessed: false };
    } catch {
      // A name that no browser knows: the bytes have to speak for themselves.
    }
  }
  return utf8(bytes);
}

function utf8(bytes: string): { text: string; guessed: boolean } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  if (/^[\x00-\x7f]*$/.test(bytes)) return { text: bytes, guessed: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(arrayOf(bytes)), guessed: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(arrayOf(bytes)), guessed: true };
  }
}

function arrayOf(bytes: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}
