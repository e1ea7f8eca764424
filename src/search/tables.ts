/** Lists of whole numbers as text, for the pack that spares the phone the building of the index. */

/** Several lists in one text: a phone is quick at a loop only after a while, so that one long loop takes less than many. */
export type PackedLists = {
  /** The name of each list and how many numbers it has. */
  lists: string;
  /** The steps from one number to the next, in as few bytes as each needs, in base64. */
  numbers: string;
};

export function packLists(lists: Readonly<Record<string, ArrayLike<number>>>): PackedLists {
  let bytes = '';
  let last = 0;
  for (const list of Object.values(lists)) {
    for (let i = 0; i < list.length; i++) {
      const step = (list[i] as number) - last;
      last = list[i] as number;
      // Signs go to the lowest bit, so that small steps back are small, too; seven bits a byte, the eighth says "more".
      let rest = ((step << 1) ^ (step >> 31)) >>> 0;
      while (rest > 0x7f) {
        bytes += String.fromCharCode((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      bytes += String.fromCharCode(rest);
    }
  }
  return {
    lists: Object.entries(lists)
      .map(([name, { length }]) => `${name} ${length}`)
      .join(' '),
    numbers: btoa(bytes),
  };
}

/** The lists of {@link packLists}; one that is not among them is empty. @throws Error when the text is torn */
export function unpackLists<Name extends string>(
  { lists, numbers: text }: PackedLists,
  names: readonly Name[],
): Record<Name, Int32Array> {
  const bytes = atob(text);
  const all = new Int32Array(bytes.length);
  let size = 0;
  let last = 0;
  let rest = 0;
  let shift = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes.charCodeAt(i);
    rest |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte > 0x7f) continue;
    last += rest & 1 ? ~(rest >>> 1) : rest >>> 1;
    all[size++] = last;
    rest = 0;
    shift = 0;
  }
  const unpacked = Object.fromEntries(names.map((name) => [name, all.subarray(0, 0)])) as Record<string, Int32Array>;
  let at = 0;
  const words = lists.split(' ');
  for (let i = 0; i + 1 < words.length; i += 2) {
    const next = at + Number(words[i + 1]);
    unpacked[words[i] as string] = all.subarray(at, next);
    at = next;
  }
  if (at !== size || shift > 0) throw new Error('a table of the search is torn');
  return unpacked;
}

/** A list of short lists as one: each with its length in front. */
export function flatten(lists: readonly (readonly number[])[]): number[] {
  return lists.flatMap((list) => [list.length, ...list]);
}

export function unflatten(flat: ArrayLike<number>): number[][] {
  const lists: number[][] = [];
  for (let i = 0; i < flat.length; ) {
    const length = flat[i] as number;
    lists.push(Array.from({ length }, (_, k) => flat[i + 1 + k] as number));
    i += 1 + length;
  }
  return lists;
}
