/** What of a document matched, in the original spelling. */
import type { SearchDocument } from './documents.ts';
import { words } from './fold.ts';
import type { Match } from './types.ts';

/** The texts of a document in which any of the folded words stands, best fields first as the document has them. */
export function matchesOf(document: SearchDocument, matched: ReadonlySet<string>): Match[] {
  return document.fields.flatMap(({ name, text, language }) => {
    const ranges = words(text)
      .filter((word) => matched.has(word.text))
      .map(({ start, end }): [number, number] => [start, end]);
    return ranges.length === 0 ? [] : [{ field: name, text, ranges, ...(language !== undefined && { language }) }];
  });
}
