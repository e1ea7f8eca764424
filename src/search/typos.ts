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
let before = new Uint8Array(WIDEST + 1);
let above = new Uint8Array(WIDEST + 1);
let row = new Uint8Array(WIDEST + 1);

/**
 * Edits from `word` to `other` or, where that is nearer, to a beginning of `other` (while one is still typing).
 * Damerau-Levenshtein, each letter moved once at most.
 * @returns edits to the whole and to the nearest beginning; more than `most` means: farther than that
 */
export function edits(word: string, other: string, most: number): { whole: number; beginning: number } {
  const height = word.length;
  const width = Math.min(other.length, height + most);
  if (height > WIDEST || width > WIDEST) return { whole: most + 1, beginning: most + 1 };
  for (let j = 0; j <= width; j++) above[j] = j;
  for (let i = 1; i <= height; i++) {
    const letter = word.charCodeAt(i - 1);
    row[0] = i;
    let least = i;
    for (let j = 1; j <= width; j++) {
      const same = letter === other.charCodeAt(j - 1);
      let cost = same ? at(above, j - 1) : 1 + Math.min(at(above, j - 1), at(above, j), at(row, j - 1));
      if (
        i > 1 &&
        j > 1 &&
        letter === other.charCodeAt(j - 2) &&
        word.charCodeAt(i - 2) === other.charCodeAt(j - 1) &&
        at(before, j - 2) + 1 < cost
      ) {
        cost = at(before, j - 2) + 1;
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    // A swap may still mend one edit of the row before.
    if (least > most + 1) return { whole: most + 1, beginning: most + 1 };
    const spare = before;
    before = above;
    above = row;
    row = spare;
  }
  let beginning = most + 1;
  for (let j = 0; j <= width; j++) if (at(above, j) < beginning) beginning = at(above, j);
  const whole = other.length <= width ? at(above, other.length) : most + 1;
  return { whole, beginning };
}

function at(cells: Uint8Array, index: number): number {
  return cells[index] as number;
}
