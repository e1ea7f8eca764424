/**
 * Folding: the same letters for the same word, however it was typed. Case, every diacritic of the region's alphabets,
 * letters that have no plain form in Unicode (ø ł đ ß …), quotes, dashes and spaces. Offsets lead back to the original.
 */

/** Letters that do not come apart into a plain letter and a mark. */
const LETTERS: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ħ: 'h',
  ĸ: 'k',
  ſ: 's',
  ə: 'e',
};

/** Letters of their own, although Unicode takes them apart. */
const WHOLE = new Set(['й', 'ї', 'ў']);

/** Typed in the middle of a word without parting it: apostrophes, the soft hyphen, joiners, marks of direction. */
const NOTHING = /^[\p{M}'’‘ʼʹ`´′\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]$/u;

const cache = new Map<string, string>();

/** What one character becomes: letters and digits, nothing, or a space for everything that parts words. */
function foldCharacter(character: string): string {
  const known = cache.get(character);
  if (known !== undefined) return known;
  const folded = [...character.toLowerCase()].map(foldLetter).join('');
  if (cache.size < 4096) cache.set(character, folded);
  return folded;
}

function foldLetter(letter: string): string {
  if (WHOLE.has(letter)) return letter;
  const special = LETTERS[letter];
  if (special !== undefined) return special;
  if (NOTHING.test(letter)) return '';
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return /^[\p{L}\p{N}]+$/u.test(plain) ? plain : ' ';
}

/** A folded word and where it stands in the original, as [start, end). */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/** The folded text: words of letters and digits, one space between them. */
export function fold(text: string): string {
  return words(text)
    .map((word) => word.text)
    .join(' ');
}

/** The folded words of a text, each with its place in the original. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  eachWord(text, (word, start, end) => found.push({ text: word, start, end }));
  return found;
}

/** Visits the folded words of a text in their order. */
export function eachWord(text: string, visit: (word: string, start: number, end: number) => void): void {
  let word = '';
  let start = 0;
  let end = 0;
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    // Plain small letters and digits are most of all text.
    const plain = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    const character =
      plain || code < 0xd800 ? (text[i] as string) : String.fromCodePoint(text.codePointAt(i) as number);
    const folded = plain ? character : foldCharacter(character);
    const next = i + character.length;
    if (folded === ' ') {
      if (word !== '') visit(word, start, end);
      word = '';
    } else if (folded !== '') {
      if (word === '') start = i;
      word += folded;
      end = next;
    } else if (word !== '') {
      end = next;
    }
    i = next;
  }
  if (word !== '') visit(word, start, end);
}
