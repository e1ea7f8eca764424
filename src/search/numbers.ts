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
   * @param digits at least three; what is dialled before them from elsewhere is tried without, too
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

/** Calling codes of the fourteen countries; behind some of them 8 was dialled before an area code, behind any people write 0. */
const TRUNK: readonly (readonly [code: string, trunk: string])[] = [
  ...['45', '372', '358', '49', '354', '47', '48', '46', '359', '40'].map((code) => [code, '0'] as const),
  ...['371', '370', '7', '380'].map((code) => [code, '08'] as const),
];
/**
 * What is dialled before the code of another country: 00 (also behind the 0 of an office's switchboard), 011 from North
 * America, 8 10 from Russia and its neighbours, 990 to 999 from Finland.
 */
const ABROAD = /^(?:0{2,3}|0?011|810|99\d)(?=[1-9])/;

/** How a fragment may be meant; the next only where the one before is in no number. */
function readings(digits: string, international: boolean): Fragment[] {
  const beyond = international ? digits : digits.startsWith('00') ? digits.replace(/^0+/, '') : undefined;
  if (beyond !== undefined) return [{ digits: beyond, international: true }, ...withoutTrunk(beyond)];
  const read: Fragment[] = [{ digits, international: false }];
  // 8 (044) …, 0 12 …
  for (let rest = digits; /^[08]/.test(rest) && digits.length - rest.length < 2; ) {
    rest = rest.slice(1);
    read.push({ digits: rest, international: false });
  }
  const abroad = digits.replace(ABROAD, '');
  if (abroad !== digits) read.push({ digits: abroad, international: true }, ...withoutTrunk(abroad));
  return [...read, ...withoutTrunk(digits)];
}

/** +49 (0) 30 …: without the trunk prefix behind the country's code. */
function withoutTrunk(digits: string): Fragment[] {
  return TRUNK.flatMap(([code, trunk]) =>
    digits.startsWith(code) && trunk.includes(digits.charAt(code.length) || '-')
      ? [{ digits: code + digits.slice(code.length + 1), international: true }]
      : [],
  );
}
