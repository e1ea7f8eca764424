/** What the data check says, and how it points at a place in a curator's file. */

export interface Finding {
  level: 'error' | 'warning';
  /** Relative to the data folder, e.g. `countries/lv/responders.json`. */
  file: string;
  /** JSON path, e.g. `$.responders[3].channels[0].value`. */
  path: string;
  reason: string;
}

/** Where in a JSON file, as keys from its root. */
export type Place = readonly (string | number)[];

/** `['responders', 3, 'name']` → `$.responders[3].name`; keys that are no plain names are quoted. */
export function jsonPath(place: Place): string {
  return place.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
  }, '$');
}

export function errorAt(file: string, place: Place, reason: string): Finding {
  return { level: 'error', file, path: jsonPath(place), reason };
}

export function warningAt(file: string, place: Place, reason: string): Finding {
  return { level: 'warning', file, path: jsonPath(place), reason };
}

/** ` Did you mean "shelter"?` when one of the known words goes on where it ends or is a slip away, else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const words = [...known];
  const longer = words.filter((candidate) => word.length > 3 && candidate.startsWith(word));
  if (longer.length === 1) return ` Did you mean "${longer[0]}"?`;
  const close = words
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(
      ({ candidate, distance }) => distance <= Math.max(1, Math.floor(Math.min(word.length, candidate.length) / 4)),
    )
    .sort((a, b) => a.distance - b.distance)[0];
  return close ? ` Did you mean "${close.candidate}"?` : '';
}

/** Letters to insert, delete, replace or swap with their neighbour to get from one word to the other. */
function editDistance(a: string, b: string): number {
  const table: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row++) {
    table[row] = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      (table[row] as number[])[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + same,
        swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}
