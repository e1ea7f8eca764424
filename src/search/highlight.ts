/** What of a document matched, in the original spelling. */
import type { Field, SearchDocument } from './documents.ts';
import { type Word, words } from './fold.ts';
import { numberWith } from './numbers.ts';
import type { QueryNumber } from './query.ts';
import type { Match } from './types.ts';

interface Text extends Field {
  words: readonly Word[];
}

/** What an entry says does not change while one types: taking it apart for every key was most of what a row cost. */
const known = new Map<SearchDocument, readonly Text[]>();
const MOST_KNOWN = 300;

function textsOf(document: SearchDocument): readonly Text[] {
  let found = known.get(document);
  if (!found) {
    if (known.size >= MOST_KNOWN) known.clear();
    found = document.fields().map((field) => ({ ...field, words: words(field.text) }));
    known.set(document, found);
  }
  return found;
}

/** The texts of a document in which any of the folded words stands, best fields first as the document has them. */
export function matchesOf(document: SearchDocument, matched: ReadonlySet<string>): Match[] {
  return textsOf(document).flatMap(({ name, text, language, words }) => {
    const ranges = words
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
