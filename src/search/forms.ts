/** Sorted words as one text. To make a string of each of many thousands takes a phone longer than all that is ever asked of them. */
export class Forms {
  readonly length: number;
  readonly #text: string;
  /** Where each word starts; the last stands behind the end. */
  readonly #start: Int32Array;
  readonly #made: (string | undefined)[] = [];

  /** @param text words without spaces in them, each once, sorted by UTF-16 code units, with a space between */
  constructor(text: string) {
    this.#text = text;
    // No more words than this fit in.
    const start = new Int32Array((text.length >> 1) + 2);
    let words = 0;
    for (let next = text === '' ? -1 : 0; next >= 0; next = nextWord(text, next)) start[words++] = next;
    start[words] = text.length + 1;
    this.length = words;
    this.#start = start.slice(0, words + 1);
  }

  /** @param place from 0 to before `length` */
  at(place: number): string {
    const made = this.#made[place];
    if (made !== undefined) return made;
    const word = this.#text.slice(this.#start[place], (this.#start[place + 1] as number) - 1);
    this.#made[place] = word;
    return word;
  }

  /** How many letters the word has. */
  lengthOf(place: number): number {
    return (this.#start[place + 1] as number) - (this.#start[place] as number) - 1;
  }

  /** The code of a letter of a word. */
  letter(place: number, at: number): number {
    return this.#text.charCodeAt((this.#start[place] as number) + at);
  }

  toString(): string {
    return this.#text;
  }
}

/** Where the next word starts, or -1. */
function nextWord(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 ? -1 : space + 1;
}
