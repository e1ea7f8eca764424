/** What of a document matched, in the original spelling. */
import type { SearchDocument } from './documents.ts';
import { type Word, words } from './fold.ts';
import { numberWith } from './numbers.ts';
import type { QueryNumber } from './query.ts';
import type { Match } from './types.ts';

/** A text's words do not change while one types: taking it apart for every key was most of what a row cost. */
const known = new Map<string, readonly Word[]>();
const MOST_KNOWN = 2000;

function wordsOf(text: string): readonly Word[] {
  let found = known.get(text);
  if (!found) {
    if (known.size >= MOST_KNOWN) known.clear();
    found = words(text);
    known.set(text, found);
  }
  return found;
}

/** The texts of a document in which any of the folded words stands, best fields first as the document has them. */
export function matchesOf(document: SearchDocument, matched: ReadonlySet<string>): Match[] {
  return document.fields().flatMap(({ name, text, language }) => {
    const ranges = wordsOf(text)
      .filter((word) => matched.has(word.text))
      .map(({ start, end }): [number, number] => [start, end]);
    return ranges.length === 0 ? [] : [{ field: name, text, ranges, ...(language !== undefined && { language }) }];
  });
}

/** The telephone numbers of a document, as digits, in which what was typed stands. */
export function numbersWith(document: SearchDocument, fragments: readonly QueryNumber[]): Match[] {
  if (fragments.length === 0) return [];
  const numbers = document.numbers();
  return fragments.flatMap((fragment): Match[] => {
    const found = numberWith(numbers, fragment);
    return found ? [{ field: 'number', text: found.number, ranges: [[found.start, found.end]] }] : [];
  });
}
