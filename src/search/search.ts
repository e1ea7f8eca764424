/** Text in, ranked hits out. */
import Fuse from 'fuse.js';
import type { Directory } from '../directory/directory.ts';
import { documentsOf, FIELDS, type SearchDocument } from './documents.ts';
import { fold, words } from './fold.ts';
import type { Answer, Match, Search, SearchOptions } from './types.ts';

const LONGEST = 200;

/** Builds the search of a directory. */
export function createSearch(directory: Directory, today = new Date()): Search {
  const documents = documentsOf(directory, today);
  const fuse = new Fuse(documents, {
    keys: FIELDS.map((name) => ({
      name,
      weight: name === 'name' ? 4 : 1,
      getFn: (document: SearchDocument) =>
        document.fields.filter((field) => field.name === name).map(({ text }) => fold(text)),
    })),
    ignoreLocation: true,
    threshold: 0.35,
    useTokenSearch: true,
    tokenMatch: 'all',
  });
  return {
    search(text: string, options: SearchOptions = {}): Answer {
      const folded = fold(text.slice(0, LONGEST));
      if (folded === '') return { hits: [], understood: [], rest: '', nearest: false };
      const found = fuse.search(folded).map(({ item }) => item);
      const here = (document: SearchDocument) => (document.country === options.country ? 0 : 1);
      const hits = found.sort((a, b) => here(a) - here(b)).slice(0, options.limit ?? 50);
      const asked = folded.split(' ');
      return {
        hits: hits.map((document) => ({
          type: document.type,
          id: document.id,
          country: document.country,
          matches: matchesOf(document, asked),
        })),
        understood: [],
        rest: text,
        nearest: hits.length === 0,
      };
    },
  };
}

/** The fields in which a word of the query begins a word. */
function matchesOf(document: SearchDocument, asked: readonly string[]): Match[] {
  return document.fields.flatMap((field) => {
    const ranges = words(field.text)
      .filter((word) => asked.some((begin) => word.text.startsWith(begin)))
      .map(({ start, end }): [number, number] => [start, end]);
    if (ranges.length === 0) return [];
    return [{ field: field.name, text: field.text, ranges, ...(field.language && { language: field.language }) }];
  });
}
