/** The code of a handover note, which names a case between two sides and nothing else. No React. */

/** No letters or digits that are mistaken for each other on the telephone or on paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference code such as `7K3M-9QTD`, drawn by the browser's own source of chance: about 39 bits. */
export function drawCode(
  random: (bytes: Uint8Array<ArrayBuffer>) => void = (bytes) => crypto.getRandomValues(bytes),
): string {
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

/** What a code begins with, as somebody types it: capitals, without a dash. */
export function bareCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '');
}

/** The code of a note that was kept with a plan; undefined where there is none. */
export function codeOf(note: unknown): string | undefined {
  const { code } = (typeof note === 'object' && note !== null ? note : {}) as { code?: unknown };
  return typeof code === 'string' ? readCode(code) : undefined;
}
