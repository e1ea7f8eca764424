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

/** What a character does to a word, by its code; 0 = not looked at yet. */
const PLAIN = 1;
const OTHER_LETTERS = 2;
const VANISHES = 3;
const PARTS = 4;
const effects = new Uint8Array(0x10000);
const replacements = new Map<number, string>();

function effectOf(code: number, character: string): number {
  const folded = [...character.toLowerCase()].map(foldLetter).join('');
  const effect = folded.includes(' ') ? PARTS : folded === '' ? VANISHES : folded === character ? PLAIN : OTHER_LETTERS;
  if (effect === OTHER_LETTERS) replacements.set(code, folded);
  if (code < effects.length) effects[code] = effect;
  return effect;
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
  let start = -1;
  /** Where the letters begin that need no change and are not in `word` yet. */
  let plain = -1;
  let end = 0;
  for (let i = 0; i < text.length; ) {
    let code = text.charCodeAt(i);
    let next = i + 1;
    if (code >= 0xd800 && code < 0xdc00) {
      code = text.codePointAt(i) as number;
      if (code > 0xffff) next++;
    }
    const effect = effects[code] || effectOf(code, text.slice(i, next));
    if (effect === PLAIN) {
      if (start < 0) start = i;
      if (plain < 0) plain = i;
      end = next;
    } else {
      if (plain >= 0) word += text.slice(plain, i);
      plain = -1;
      if (effect === OTHER_LETTERS) {
        if (start < 0) start = i;
        word += replacements.get(code) as string;
        end = next;
      } else if (effect === VANISHES) {
        if (start >= 0) end = next;
      } else if (start >= 0) {
        if (word !== '') visit(word, start, end);
        word = '';
        start = -1;
      }
    }
    i = next;
  }
  if (plain >= 0) word += text.slice(plain);
  if (word !== '') visit(word, start, end);
}
