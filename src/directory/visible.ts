/** What must not stand in any text: characters that one does not see, and that can make a text read otherwise than it is. */

/**
 * Control characters, marks that change the direction of writing, zero-width and filler characters, line and paragraph
 * separators, halves of characters, private ones: the data has no use for any of them, not even for a line end.
 */
export const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

const NOTHING_SEEN = new RegExp(`(?:\\s|${HIDDEN.source})+`, 'gu');

/** A text as it may be kept: in one line, without what nobody sees. */
export function seen(text: string): string {
  // Runs of both at once: what nobody sees between two spaces would leave two, and one the next time.
  return text.replace(NOTHING_SEEN, (run) => (/\s/u.test(run) ? ' ' : '')).trim();
}

/** A hidden character and where it stands: keys and indexes from the outside in; a key that holds one is the last. */
export interface Hidden {
  place: (string | number)[];
  /** `U+202E` */
  character: string;
}

/** The first hidden character in any text or key of a JSON value; undefined when all of it can be seen. */
export function hiddenIn(value: unknown): Hidden | undefined {
  if (typeof value === 'string') {
    const code = HIDDEN.exec(value)?.[0].codePointAt(0);
    return code === undefined
      ? undefined
      : { place: [], character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` };
  }
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) {
      const found = hiddenIn(value[at]);
      if (found) return { ...found, place: [at, ...found.place] };
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const key in value) {
      const found = hiddenIn(key) ?? hiddenIn((value as Record<string, unknown>)[key]);
      if (found) return { ...found, place: [key, ...found.place] };
    }
  }
  return undefined;
}

/** Digits of every script as 0 to 9. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let value = 0;
    // In every script the ten stand one behind the other.
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
    return String(value);
  });
}
