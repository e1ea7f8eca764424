/**
 * Numbers and addresses as people write them down. What was typed is kept as it was typed; from it comes what is dialled,
 * which nobody has checked: the digits that stand there, and no other.
 */
import { mailHref, pageHref } from '../directory/links.ts';
import type { OwnChannel } from './own.ts';

/** Words before a number that say no more than it does, in the languages around. */
const MARK =
  /^(?:tel|tlf|tfn|tāl|tālr|mob|puh|gsm|тел|моб|ph|phone|mobile|sími|telefon|telefons|telefonas|puhelin|tālrunis|телефон)\.?:?\s*(?=[+(\d])/iu;
/** An extension, behind a number. */
const EXTENSION =
  /[\s,;]*(?:ext(?:ension)?|wew|dw|durchwahl|app|anknytning|ankn|alanr|int|interior|lokāl\p{L}*|vid|доб|вн|внутр|x|#)\.?:?\s*(\d{1,6})\s*$/iu;
/** What parts two numbers in one field. A comma before an extension does not, nor does the slash of an area code. */
const BETWEEN =
  /\s*(?:[\n;|]|,(?!\s*(?:ext|int|app|доб|вн|x|#)(?!\p{L}))(?=\s*[+(\d\p{L}])|\s(?:or|and|oder|und|või|ja|vai|un|arba|ir|eller|og|och|tai|eða|lub|i|sau|și|или|и|або|та|і)\s)\s*/iu;
/** `01 23 45 67 / 01 23 45 68`: a slash between two whole numbers. */
const SLASH = /(?<=\d[\d\s().-]{5,}\d)\s*\/\s*(?=[+(]?\d[\d\s().-]{5,}\d)/u;
const MAILBOX = /^[^\s@<>()"',;:]+@[^\s@<>()"',;:]+\.[\p{L}\d-]{2,}$/u;
const HOST = /^(?:https?:\/\/)?(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}(?:[/?#]\S*)?$/iu;
/** How many digits a telephone takes (ITU-T E.164), with what stands before them from abroad. */
const MOST_DIGITS = 18;

/** A number as it is dialled. */
export interface OwnNumber {
  /** Digits, with a `+` before them where one was written. */
  dial: string;
  /** Dialled once somebody has answered. */
  extension?: string;
  /** Begins with `+` or `00`: the same number from everywhere. */
  international: boolean;
}

/** How long a field is, in characters: nobody types more, and time must stay bounded. */
export const LONGEST = 200;

/** What is typed into one field, as the ways to reach somebody that it holds: two numbers are two. */
export function channelsIn(typed: string, label = ''): OwnChannel[] {
  return typed
    .slice(0, LONGEST)
    .split(BETWEEN)
    .flatMap((part) => part.split(SLASH))
    .flatMap((part) => channelOf(part, label) ?? []);
}

function channelOf(typed: string, label: string): OwnChannel | undefined {
  const value = typed.trim().replace(/^(?:tel|mailto):/i, '');
  if (value === '') return undefined;
  const kind = MAILBOX.test(value) ? 'email' : HOST.test(value) ? 'web' : 'phone';
  return { kind, value, ...(label.trim() !== '' && { label: label.trim() }) };
}

/** What a number dials; undefined where it holds none that a telephone takes, e.g. letters. */
export function numberIn(written: string): OwnNumber | undefined {
  const whole = written.slice(0, LONGEST).normalize('NFKC').trim().replace(MARK, '');
  const extension = EXTENSION.exec(whole)?.[1];
  let number = whole.replace(EXTENSION, '').trim();
  // What stands behind a slash is another number's last digits: the number before it is one that rings.
  number = number.replace(/(?<=\d(?:[\s().-]*\d){5,})\s*\/\s*\d{1,4}$/, '');
  if (!/^\(?\+?[\d\s()./\u2010-\u2015\u00a0-]*$/.test(number)) return undefined;
  const international = /^\(?\+/.test(number) || /^00[1-9]/.test(number.replace(/\D/g, ''));
  // +49 (0)30: the 0 is dialled in the country alone.
  const digits = (international ? number.replace(/\(0\)/, '') : number).replace(/\D/g, '');
  if (digits.length < 2 || digits.length > MOST_DIGITS) return undefined;
  const dial = /^\(?\+/.test(number) ? `+${digits}` : digits;
  return { dial, international, ...(extension !== undefined && { extension }) };
}

/**
 * The link that calls, writes or opens an own contact; undefined where there is nothing that can be.
 * @param rings whether a number without a country's code rings the right place from here
 */
export function ownHref({ kind, value }: OwnChannel, rings: boolean): string | undefined {
  if (kind === 'email') return MAILBOX.test(value) ? mailHref(value) : undefined;
  if (kind === 'web')
    return HOST.test(value) ? pageHref(/^https?:/i.test(value) ? value : `https://${value}`) : undefined;
  const number = numberIn(value);
  if (!number || !(number.international || rings)) return undefined;
  // A comma waits until somebody has answered.
  return `tel:${number.dial}${number.extension === undefined ? '' : `,${number.extension}`}`;
}

/** The digits of a number by which it is found: also without the 0 that only its country dials. */
export function digitsOf(written: string): string[] {
  const number = numberIn(written);
  if (!number) return [];
  const digits = number.dial.replace(/\D/g, '');
  return [...new Set([digits, digits.replace(/^00/, ''), written.replace(/\D/g, '')])];
}

/** The digits of the numbers that stand in a text, by which it is found. */
export function numbersWithin(text: string): string[] {
  return (text.match(/\+?\(?\d[\d\s().\u2010-\u2015\u00a0-]{3,30}\d/g) ?? []).flatMap(digitsOf);
}
