/** Which part of a text is shown, and which parts of that are marked. No React. */

export type Excerpt = { at: number; text: string; marked: boolean }[];

/** How much stands before the first marked part, in characters. */
const BEFORE = 40;

/**
 * The text cut to about `length` characters around its first marked range, at words' edges and with … where it was cut.
 * @param ranges [start, end) offsets in the text, in any order, overlapping or not; what lies outside the text is passed over
 */
export function excerpt(text: string, ranges: readonly (readonly [number, number])[], length: number): Excerpt {
  const merged = merge(ranges.filter(([start, end]) => start >= 0 && start < end && end <= text.length));
  const first = merged[0]?.[0] ?? 0;
  const from = text.length <= length || first <= BEFORE ? 0 : text.lastIndexOf(' ', first - BEFORE) + 1;
  let to = text.length;
  if (to - from > length) {
    const space = text.lastIndexOf(' ', from + length);
    to = space > first ? space : from + length;
  }
  const parts: Excerpt = [];
  const add = (start: number, end: number, marked: boolean) => {
    const cut = text.slice(Math.max(start, from), Math.min(end, to));
    if (cut !== '') parts.push({ at: start, text: cut, marked });
  };
  let at = 0;
  for (const [start, end] of merged) {
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, text.length, false);
  if (from > 0) parts.unshift({ at: -1, text: '… ', marked: false });
  if (to < text.length) parts.push({ at: text.length, text: ' …', marked: false });
  return parts;
}

function merge(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
