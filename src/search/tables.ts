/** Lists of whole numbers as text, for the pack that spares the phone the building of the index. */

/** The steps from one number to the next, in as few bytes as each needs, in base64. */
export function encodeNumbers(numbers: ArrayLike<number>): string {
  let bytes = '';
  let last = 0;
  for (let i = 0; i < numbers.length; i++) {
    const step = (numbers[i] as number) - last;
    last = numbers[i] as number;
    // Signs go to the lowest bit, so that small steps back are small, too; seven bits a byte, the eighth says "more".
    let rest = ((step << 1) ^ (step >> 31)) >>> 0;
    while (rest > 0x7f) {
      bytes += String.fromCharCode((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    bytes += String.fromCharCode(rest);
  }
  return btoa(bytes);
}

/** The numbers of {@link encodeNumbers}. @throws Error when the text is no base64 */
export function decodeNumbers(encoded: string): Int32Array {
  const bytes = atob(encoded);
  const numbers = new Int32Array(bytes.length);
  let size = 0;
  let last = 0;
  let rest = 0;
  let shift = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes.charCodeAt(i);
    rest |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte > 0x7f) continue;
    last += (rest >>> 1) ^ -(rest & 1);
    numbers[size++] = last;
    rest = 0;
    shift = 0;
  }
  return numbers.slice(0, size);
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
