/** The code of a handover note, which names a case between two sides and nothing else. No React. */

/** No letters or digits that are mistaken for each other on the telephone or on paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A reference code such as `7K3M-9QTD`, drawn by the browser's own source of chance: about 39 bits. It has letters and digits,
 * so that nobody takes it for a word or a telephone number.
 */
export function drawCode(
  random: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => crypto.getRandomValues(bytes),
): string {
  let code: string;
  do code = drawAny(random);
  while (!isMixed(code));
  return code;
}

function drawAny(random: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const letters: string[] = [];
  while (letters.length < 8) {
    const bytes = new Uint8Array(16);
    random(bytes);
    for (const byte of bytes) {
      // Whatever would make some letters likelier than others is drawn again.
      if (byte < 240 && letters.length < 8) letters.push(ALPHABET[byte % ALPHABET.length] as string);
    }
  }
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** A code as somebody typed it, in small letters or without its dash, in the form in which it is drawn; undefined for all else. */
export function readCode(typed: string): string | undefined {
  const letters = bareCode(typed);
  if (letters.length !== 8 || [...letters].some((letter) => !ALPHABET.includes(letter))) return undefined;
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/**
 * The code that somebody means who types this where all else can be typed, too: a code alone, or one with its dash among other
 * words, e.g. in a line of the note. Digits alone are a telephone number; letters alone a word, unless the dash stands in them.
 */
export function codeMeant(typed: string): string | undefined {
  const whole = readCode(typed);
  if (whole) return isMixed(whole) || (!/\d/.test(whole) && DASHED.test(typed.trim())) ? whole : undefined;
  for (const [part] of typed.matchAll(DASHED_AMONG)) {
    const code = readCode(part);
    if (code && isMixed(code)) return code;
  }
  return undefined;
}

const DASHED = /^\S{4}\s*[\u2010-\u2015-]\s*\S{4}$/;
const DASHED_AMONG =
  /(?<![\p{L}\p{N}\u2010-\u2015-])[\p{L}\p{N}]{4}[\u2010-\u2015-][\p{L}\p{N}]{4}(?![\p{L}\p{N}\u2010-\u2015-])/gu;

function isMixed(code: string): boolean {
  return /[A-Z]/.test(code) && /\d/.test(code);
}

/** Letters of Cyrillic keyboards that look like those of a code: on paper nobody sees which they are. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  Ѕ: 'S',
  Ј: 'J',
};

/** What a code begins with, as somebody types it: capitals of one script, without a dash or what stands in its place. */
export function bareCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u2010-\u2015\u2212./_-]/g, '')
    .replace(/[Ѐ-Я]/g, (letter) => LOOKALIKES[letter] ?? letter);
}

/** The code of a note that was kept with a plan; undefined where there is none. */
export function codeOf(note: unknown): string | undefined {
  const { code } = (typeof note === 'object' && note !== null ? note : {}) as { code?: unknown };
  return typeof code === 'string' ? readCode(code) : undefined;
}
