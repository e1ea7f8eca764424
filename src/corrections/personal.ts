/**
 * What in a text looks like a person's data. It is a small table of forms, not an understanding of what is written: it
 * passes over a name, and takes a company's registration number for a person's. So it warns and never forbids.
 */
import { plainDigits } from '../directory/visible.ts';

export type PersonalKind = 'birth' | 'document' | 'mailbox' | 'number';

/** Words for "born" in the languages around, as they stand before a year. */
const BORN =
  'born|d\\.?o\\.?b|birth|sünd|sünni|dzim|gim|urodz|ur\\.|geb|född|født|fødd|syntyn|fædd|născut|n\\.|родил|рожд|г\\.\\s?р|р\\.\\s?н|народ|нар\\.|роден';
const PASSPORT = 'passport|pass|pase|pasas|passi|paszport|reisepass|vegabréf|pașaport|pasaport|паспорт';

const PATTERNS: readonly [PersonalKind, RegExp][] = [
  // A year within a few signs of the word, on either side.
  ['birth', new RegExp(`(?<!\\p{L})(${BORN})[^\\d]{0,25}(\\d{1,2}\\D{1,15}){0,2}(19|20)\\d\\d(?!\\d)`, 'giu')],
  ['birth', new RegExp(`(?<!\\d)(19|20)\\d\\d\\s{0,2}(${BORN})`, 'giu')],
  // Personal codes as countries write them: 010190-12345, 010190-123A, 19900101-1234.
  ['document', /(?<![\d\p{L}+])\d{6}[-+A-FU-Y](\d{5}|\d{3}[\dA-Y])(?![\d\p{L}])/gu],
  ['document', /(?<![\d\p{L}+])(\d{2})?\d{6}-\d{4}(?![\d\p{L}])/gu],
  ['document', /(?<![\d\p{L}+])(?!00)(\d{10,11}|\d{13})(?!\d)/gu],
  // Passports and identity cards: letters and digits.
  ['document', /(?<![\d\p{L}])\p{Lu}{1,3}[ -]?\d{6,9}(?![\d\p{L}])/gu],
  ['document', new RegExp(`(?<!\\p{L})(${PASSPORT})\\p{L}{0,5}[^\\d]{0,12}\\d{5,9}`, 'giu')],
];

const FULL_DATE =
  /(?<!\d)(?:(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?((?:19|20)\d\d)|((?:19|20)\d\d)[./-](\d{1,2})[./-](\d{1,2}))\.?(?!\d)/g;
// Begins where a word begins, so that a long word is looked at once and not from each of its letters.
const MAILBOX = /(?<![^\s@<>()"',;:])[^\s@<>()"',;:]{1,64}@[^\s@<>()"',;:]{1,100}\.\p{L}{2,}/gu;
const NUMBER = /(?<![\d\p{L}])\+?\d[\d ()./-]{5,}\d(?!\d)/gu;
/** Hours and spans of years have as many digits as a number. */
const NO_NUMBER = /(?<!\d)(\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d|(19|20)\d\d\s?[-–/]\s?(19|20)\d\d)(?!\d)/g;

/** A date this long ago may be a day of birth; later ones are of sources and visits. */
const LONG_AGO_MS = 366 * 86_400_000;

/**
 * @param known numbers and mailboxes that may stand there: the responder's own, and the new one
 * @returns each kind once
 */
export function personalIn(text: string, known: readonly string[], today: Date): PersonalKind[] {
  const found = new Set<PersonalKind>();
  const digitsKnown = known.map(digits).filter((one) => one.length >= 3);
  const isKnownNumber = (number: string) => {
    const own = digits(number);
    return digitsKnown.some(
      (one) =>
        one === own ||
        (own.length >= 6 && one.length >= 6 && (one.endsWith(own.replace(/^0/, '')) || own.endsWith(one))),
    );
  };
  const mailboxes = known.map((one) => one.toLowerCase());
  let rest = plainDigits(text).replace(/https?:\/\/\S+/gi, ' ');
  const takeOut = (kind: PersonalKind, pattern: RegExp, counts: (match: string) => boolean) => {
    rest = rest.replace(pattern, (match) => {
      if (counts(match)) found.add(kind);
      return ' ; ';
    });
  };
  takeOut('mailbox', MAILBOX, (match) => !mailboxes.includes(match.toLowerCase().replace(/\.$/, '')));
  rest = rest.replace(NUMBER, (match) => (isKnownNumber(match) ? ' ; ' : match));
  for (const [kind, pattern] of PATTERNS) takeOut(kind, pattern, () => true);
  rest = rest.replace(FULL_DATE, (match, d1, m1, y1, y2, m2, d2) => {
    const time = Date.UTC(Number(y1 ?? y2), Number(m1 ?? m2) - 1, Number(d1 ?? d2));
    if (Number(m1 ?? m2) > 12 || Number(d1 ?? d2) > 31) return match;
    if (today.getTime() - time > LONG_AGO_MS) found.add('birth');
    return ' ; ';
  });
  rest = rest.replace(NO_NUMBER, ' ; ');
  takeOut('number', NUMBER, (match) => {
    const { length } = digits(match);
    return length >= 7 && length <= 15;
  });
  return [...found];
}

const digits = (text: string) => text.replace(/\D/g, '').replace(/^00/, '');
