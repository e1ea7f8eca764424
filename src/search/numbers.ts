/** Telephone numbers by any run of three or more digits, in national or international form. */

/** How well a fragment matched, 0 to 1. */
const QUALITY = { whole: 1, start: 0.9, end: 0.85, within: 0.75 } as const;

const SHORTEST = 3;

export class Numbers {
  readonly #numbers: string[] = [];
  readonly #documents: number[] = [];
  /** For each three digits the numbers that contain them. */
  readonly #triples: number[][] = Array.from({ length: 1000 }, () => []);

  /** @param numbers for each document its numbers as digits, in full and as dialled inside the country */
  constructor(numbers: readonly (readonly string[])[]) {
    numbers.forEach((some, document) => {
      for (const number of some) this.#add(number, document);
    });
  }

  #add(number: string, document: number): void {
    const index = this.#numbers.length;
    this.#numbers.push(number);
    this.#documents.push(document);
    for (let i = 0; i + SHORTEST <= number.length; i++) {
      const some = this.#triples[Number(number.slice(i, i + SHORTEST))] as number[];
      if (some.at(-1) !== index) some.push(index);
    }
  }

  /**
   * The documents with a number that contains the fragment, and how well it fits.
   * @param digits at least three; with `00` or a trunk prefix (0, or 8 in Lithuania and Russia) it is tried without, too
   * @param international whether it began with `+`
   */
  find(digits: string, international: boolean): Map<number, number> {
    const found = new Map<number, number>();
    for (const reading of readings(digits, international)) {
      this.#find(reading, found);
      if (found.size > 0) break;
    }
    return found;
  }

  #find({ digits, international }: Fragment, found: Map<number, number>): void {
    if (digits.length < SHORTEST) return;
    let rarest: number[] | undefined;
    for (let i = 0; i + SHORTEST <= digits.length; i++) {
      const some = this.#triples[Number(digits.slice(i, i + SHORTEST))] as number[];
      if (!rarest || some.length < rarest.length) rarest = some;
    }
    for (const index of rarest ?? []) {
      const number = this.#numbers[index] as string;
      const place = number.indexOf(digits);
      if (place < 0 || (international && place > 0)) continue;
      const quality =
        number.length === digits.length
          ? QUALITY.whole
          : place === 0
            ? QUALITY.start
            : number.endsWith(digits)
              ? QUALITY.end
              : QUALITY.within;
      const document = this.#documents[index] as number;
      if ((found.get(document) ?? 0) < quality) found.set(document, quality);
    }
  }
}

/**
 * The number in which a fragment is found, and where in it.
 * @param numbers as digits
 */
export function numberWith(
  numbers: readonly string[],
  { digits, international }: Fragment,
): { number: string; start: number; end: number } | undefined {
  for (const reading of readings(digits, international)) {
    for (const number of numbers) {
      const start = number.indexOf(reading.digits);
      if (start < 0 || (reading.international && start > 0)) continue;
      return { number, start, end: start + reading.digits.length };
    }
  }
  return undefined;
}

/** Digits as they were typed, and whether they began with `+`. */
interface Fragment {
  digits: string;
  international: boolean;
}

/** How a fragment may be meant; the next only where the one before is in no number. */
function readings(digits: string, international: boolean): Fragment[] {
  if (digits.startsWith('00')) return [{ digits: digits.slice(2), international: true }];
  const read = [{ digits, international }];
  if (/^[08]/.test(digits)) read.push({ digits: digits.slice(1), international: false });
  // 0047 22 …, +49 (0) 30 …, or the trunk prefix behind the country's code
  if (international) read.push({ digits: digits.replace(/^(\d{2,3})0/, '$1'), international: true });
  return read;
}
