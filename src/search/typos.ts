/** Spelling mistakes: one edit from four letters, two from eight; two letters swapped are one edit. */
import type { Forms } from './forms.ts';

/** How many edits a word of this length may be away. */
export function editsFor(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Words that are longer are not looked for. */
const LONGEST = 40;
const WIDTH = LONGEST + 1;

/** What is told of the words that are near. */
export interface Near {
  /** The word at `place` is `edits` away. */
  whole(place: number, edits: number): void;
  /** All words from `low` to before `high` begin with something that is at most one edit away. */
  begun(low: number, high: number): void;
}

/**
 * Finds the words that are few edits away from one, and those that begin with something one edit away. Sorted words are a
 * tree of their beginnings: what many of them share is compared once, and a beginning that is too far away leaves out all
 * that begin with it, so that the time grows far slower than the number of words. Damerau-Levenshtein, each letter moved
 * once at most.
 */
export class NearWords {
  readonly #sorted: Forms;
  readonly #tree: Tree;
  /** By how many letters of a beginning: the edits from the first 0, 1, 2, … letters of the word to it. */
  readonly #rows = new Uint8Array((LONGEST + 4) * WIDTH);
  /** The letters of the beginning. */
  readonly #letters = new Uint16Array(LONGEST + 4);
  /** The letters of the word from each place on, as bits. */
  readonly #ahead = new Int32Array(WIDTH);
  #word = '';
  #most = 0;
  #near: Near = { whole() {}, begun() {} };

  constructor(sorted: Forms) {
    this.#sorted = sorted;
    this.#tree = treeOf(sorted);
  }

  /** @param most how many edits away, 1 or 2 */
  find(word: string, most: number, near: Near): void {
    if (word.length > LONGEST || this.#sorted.length === 0) return;
    this.#word = word;
    this.#most = most;
    this.#near = near;
    this.#ahead[word.length] = 0;
    for (let j = word.length - 1; j >= 0; j--) {
      this.#ahead[j] = (this.#ahead[j + 1] as number) | bitOf(word.charCodeAt(j));
    }
    for (let j = 0; j <= word.length; j++) this.#rows[j] = j;
    this.#within(0, 0, word.length < 2, this.#ahead[0] as number);
  }

  /**
   * The words that share a beginning of `depth` letters.
   * @param told whether it was said of them that they are begun
   * @param missing the letters of the word, as bits, that the beginning does not have
   */
  #within(node: number, depth: number, told: boolean, missing: number): void {
    const { letter, first, next, letters, longest } = this.#tree;
    const low = first[node] as number;
    const end = next[node] as number;
    const known = this.#tell(low, first[end] as number, depth, told);
    if (depth >= this.#word.length + this.#most) return;
    const hopeful = this.#hopeful(depth);
    const least = this.#word.length - this.#most;
    for (let child = node + 1; child < end; child = next[child] as number) {
      const one = letter[child] as number;
      if ((hopeful & bitOf(one)) === 0 || (longest[child] as number) < least) continue;
      if (!isFew(missing & ~(letters[child] as number), this.#most)) continue;
      if (this.#follow(one, depth) && this.#canEnd(child, depth + 1))
        this.#within(child, depth + 1, known, missing & ~bitOf(one));
    }
  }

  /**
   * Whether what is left of the word can be near any end of a beginning: a letter that none of them has is an edit. The
   * last letter of the beginning counts as one of them, for it may have been swapped with the next.
   */
  #canEnd(node: number, depth: number): boolean {
    const missing = ~(this.#tree.letters[node] as number);
    const row = depth * WIDTH;
    const to = Math.min(this.#word.length, depth + this.#most);
    for (let j = Math.max(0, depth - this.#most); j <= to; j++) {
      const left = this.#most - (this.#rows[row + j] as number);
      if (left >= 0 && isFew((this.#ahead[j] as number) & missing, left)) return true;
    }
    return false;
  }

  /** Says what is near at a beginning of `depth` letters; whether it has been said that the words are begun. */
  #tell(low: number, high: number, depth: number, told: boolean): boolean {
    const size = this.#word.length;
    if (depth < size - this.#most) return told;
    const edits = this.#rows[depth * WIDTH + size] as number;
    if (edits > this.#most) return told;
    if (this.#sorted.lengthOf(low) === depth) this.#near.whole(low, edits);
    if (told || edits > 1) return told;
    this.#near.begun(low, high);
    return true;
  }

  /** Which letters may follow, as bits (several letters share one): any, unless all edits are used up. */
  #hopeful(depth: number): number {
    const row = depth * WIDTH;
    const to = Math.min(this.#word.length, depth + this.#most);
    let letters = 0;
    for (let j = Math.max(0, depth - this.#most); j <= to; j++) {
      const edits = this.#rows[row + j] as number;
      if (edits < this.#most) return -1;
      if (edits > this.#most) continue;
      letters |= bitOf(this.#word.charCodeAt(j));
      // The two before may have been swapped.
      if (j > 0) letters |= bitOf(this.#word.charCodeAt(j - 1));
    }
    return letters;
  }

  /** Fills the row of a beginning that is longer by a letter; whether anything in it is near enough. */
  #follow(letter: number, depth: number): boolean {
    const word = this.#word;
    const most = this.#most;
    const rows = this.#rows;
    const above = depth * WIDTH;
    const row = above + WIDTH;
    const far = most + 1;
    // Farther from the diagonal than this there is nothing near enough.
    const from = Math.max(1, depth + 1 - most);
    const to = Math.min(word.length, depth + 1 + most);
    const before = depth > 0 ? this.#letters[depth - 1] : -1;
    this.#letters[depth] = letter;
    let left = from === 1 ? Math.min(far, depth + 1) : far;
    rows[row + from - 1] = left;
    let least = left;
    for (let j = from; j <= to; j++) {
      const typed = word.charCodeAt(j - 1);
      let edits = rows[above + j - 1] as number;
      if (letter !== typed) {
        const up = j <= depth + most ? (rows[above + j] as number) : far;
        if (up < edits) edits = up;
        if (left < edits) edits = left;
        edits++;
        if (j > 1 && before === typed && letter === word.charCodeAt(j - 2)) {
          edits = Math.min(edits, 1 + (rows[above - WIDTH + j - 2] as number));
        }
        if (edits > far) edits = far;
      }
      left = edits;
      rows[row + j] = edits;
      if (edits < least) least = edits;
    }
    return least <= most;
  }
}

/** The beginnings of sorted words: each node stands before those that go on from it. */
interface Tree {
  /** The last letter of a node's beginning. */
  letter: Uint16Array;
  /** The place of its first word; one more than there are nodes. */
  first: Int32Array;
  /** The node after all that go on from it. */
  next: Int32Array;
  /** Its last letter and all that stand behind it in any of its words, as bits. */
  letters: Int32Array;
  /** The length of the longest of its words. */
  longest: Uint8Array;
}

/** A letter as one of 32 bits; several letters share one. */
function bitOf(letter: number): number {
  return 1 << (letter & 31);
}

/** Whether no more than so many of the bits are set. */
function isFew(bits: number, most: number): boolean {
  let left = bits;
  for (let i = 0; i <= most; i++) {
    if (left === 0) return true;
    left &= left - 1;
  }
  return false;
}

function treeOf(sorted: Forms): Tree {
  const shared = new Uint8Array(sorted.length + 1);
  let size = 1;
  for (let i = 1; i < sorted.length; i++) shared[i] = sharedLetters(sorted, i - 1, i);
  for (let i = 0; i < sorted.length; i++) size += Math.min(LONGEST, sorted.lengthOf(i)) - (shared[i] as number);
  const letter = new Uint16Array(size);
  const first = new Int32Array(size + 1);
  const next = new Int32Array(size);
  const open = new Int32Array(LONGEST + 2);
  const letters = new Int32Array(size);
  const longest = new Uint8Array(size);
  let node = 1;
  let depth = 0;
  const close = () => {
    const one = open[depth] as number;
    next[one] = node;
    if (depth-- === 0) return;
    const parent = open[depth] as number;
    letters[parent] = (letters[parent] as number) | (letters[one] as number);
    longest[parent] = Math.max(longest[parent] as number, longest[one] as number);
  };
  for (let i = 0; i < sorted.length; i++) {
    for (const from = shared[i] as number; depth > from; ) close();
    for (const to = Math.min(LONGEST, sorted.lengthOf(i)); depth < to; node++) {
      letter[node] = sorted.letter(i, depth);
      first[node] = i;
      open[++depth] = node;
      letters[node] = bitOf(letter[node] as number);
      longest[node] = Math.min(255, sorted.lengthOf(i));
    }
  }
  while (depth >= 0) close();
  first[size] = sorted.length;
  return { letter, first, next, letters, longest };
}

function sharedLetters(sorted: Forms, one: number, other: number): number {
  const most = Math.min(sorted.lengthOf(one), sorted.lengthOf(other), LONGEST - 1);
  let i = 0;
  while (i < most && sorted.letter(one, i) === sorted.letter(other, i)) i++;
  return i;
}
