/** What may become a number, a mailbox or a page of a contact, and when two of them are the same. */
import { isWrittenFor } from '../../directory/dialled.ts';
import { textDefect } from '../../directory/hostile.ts';
import type { OwnChannel } from '../own.ts';
import { numberIn } from '../reach.ts';

const MAILBOX = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}$/u;
const LONGEST_PAGE = 500;

/**
 * A telephone number, also from a `tel:` address; undefined for whatever else a text can be. With a star or a hash a telephone
 * does something else than call (`*21*…#` sends all calls of its owner elsewhere).
 */
export function telephoneIn(text: string): string | undefined {
  const [number = '', ...parameters] = text
    .replace(/^tel:/i, '')
    .trim()
    .split(/;(?=[a-z-]+=)/i);
  const extension = parameters.map((one) => /^ext=([\d.()-]{1,12})$/i.exec(one)?.[1]).find(Boolean);
  const whole = extension ? `${number} ext. ${extension}` : number;
  return whole.length <= 60 && !/[*#]/.test(whole) && numberIn(whole) ? whole : undefined;
}

/** A mailbox, also from a `mailto:` address without anything behind it; undefined for whatever else a text can be. */
export function mailboxIn(text: string): string | undefined {
  const mailbox = text.replace(/^mailto:/i, '').trim();
  return MAILBOX.test(mailbox) && !textDefect(mailbox) ? mailbox : undefined;
}

/** The address of a web page; undefined for whatever runs something, hides whose it is, or names no host. */
export function pageIn(text: string): string | undefined {
  const given = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(given) && !/^[\w.-]+:\d/.test(given) ? given : `https://${given}`;
  if (address.length > LONGEST_PAGE || /\s/.test(address) || textDefect(address)) return undefined;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  const isPage = /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
  return isPage && url.hostname.includes('.') ? address : undefined;
}

/** A number as it is dialled from another country: `+49 (0)30 1` without the nought that is for callers inside. */
export function withoutTrunkZero(number: string): string {
  return number.replace(/^(\s*(?:\+|00)\s*\d[\d\s]*?)\s*\(0\)\s*/, '$1 ');
}

/** Numbers shorter than this are another line in every country. */
const SHORTEST_FULL = 7;

/** Whether two channels lead to the same telephone or mailbox. Pages are shared by whole offices and say nothing of who it is. */
export function isSameWay(one: OwnChannel, other: OwnChannel, sameCountry: boolean): boolean {
  if (one.kind !== other.kind) return false;
  switch (one.kind) {
    case 'phone':
      return isSameNumber(one.value, other.value, sameCountry);
    case 'email':
      return one.value.toLowerCase() === other.value.toLowerCase();
    default:
      return false;
  }
}

/** Whether two channels say the same, so that one of them is enough. */
export function isSameChannel(one: OwnChannel, other: OwnChannel): boolean {
  const page = ({ value }: OwnChannel) =>
    value
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
  return isSameWay(one, other, true) || (one.kind === 'web' && other.kind === 'web' && page(one) === page(other));
}

function isSameNumber(one: string, other: string, sameCountry: boolean): boolean {
  const [a, b] = [parts(one), parts(other)];
  if (a.extension !== b.extension || a.number === '' || b.number === '') return false;
  if (a.number === b.number) return a.number.length >= SHORTEST_FULL || sameCountry;
  const [full, inside] = a.number.startsWith('+') ? [a.number, b.number] : [b.number, a.number];
  return (
    full.startsWith('+') && !inside.startsWith('+') && inside.length >= SHORTEST_FULL - 1 && isWrittenFor(full, inside)
  );
}

/** The digits that reach it, with `+` where the country code is among them, and the extension. */
function parts(text: string): { number: string; extension: string } {
  const { dial = '', extension = '', international } = numberIn(text) ?? {};
  return { number: international ? `+${dial.replace(/^\+|^00/, '')}` : dial, extension };
}
