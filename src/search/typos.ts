/** Spelling mistakes: one edit from four letters, two from eight; two letters swapped are one edit. */

/** How many edits a word of this length may be away. */
export function editsFor(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** A word's letters as bits: what one word has and another lacks says at a glance that they are too far apart. */
export function lettersOf(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) mask |= 1 << (word.charCodeAt(i) & 31);
  return mask;
}

/** How many bits are set. */
export function count(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const WIDEST = 40;
let before = new Uint8Array(WIDEST + 2);
let above = new Uint8Array(WIDEST + 2);
let row = new Uint8Array(WIDEST + 2);

/** What {@link edits} found last: edits to the whole word, and to the beginning of it that is nearest. */
export const found = { whole: 0, beginning: 0 };

/**
 * Counts the edits from `word` to `other` and to the nearest beginning of `other` (while one is still typing) into
 * {@link found}; more than `most` means: farther than that. Damerau-Levenshtein, each letter moved once at most.
 */
export function edits(word: string, other: string, most: number): void {
  const far = most + 1;
  const height = word.length;
  const width = Math.min(other.length, height + most);
  found.whole = far;
  found.beginning = far;
  if (height > WIDEST || width > WIDEST || width < height - most) return;
  for (let j = 0; j <= width; j++) above[j] = j;
  for (let i = 1; i <= height; i++) {
    const letter = word.charCodeAt(i - 1);
    // Farther from the diagonal than this there is nothing near enough.
    const from = Math.max(1, i - most);
    const to = Math.min(width, i + most);
    row[from - 1] = from === 1 ? i : far;
    let least = row[from - 1] as number;
    for (let j = from; j <= to; j++) {
      let cost = above[j - 1] as number;
      if (letter !== other.charCodeAt(j - 1)) {
        const up = j < i + most ? (above[j] as number) : far;
        const left = row[j - 1] as number;
        cost = 1 + Math.min(cost, up, left);
        if (
          i > 1 &&
          j > 1 &&
          letter === other.charCodeAt(j - 2) &&
          word.charCodeAt(i - 2) === other.charCodeAt(j - 1)
        ) {
          cost = Math.min(cost, (before[j - 2] as number) + 1);
        }
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    // Two letters swapped may still mend the row before.
    if (least > far) return;
    const spare = before;
    before = above;
    above = row;
    row = spare;
  }
  const first = Math.max(0, height - most);
  for (let j = first; j <= width; j++) found.beginning = Math.min(found.beginning, above[j] as number);
  if (other.length === width) found.whole = Math.min(far, above[width] as number);
}
