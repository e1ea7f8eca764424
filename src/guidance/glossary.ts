/** The glossary: finding a term from any language, and finding terms in a text. No React. */
import type { GlossaryTerm } from '../directory/guides-schema.ts';
import { fold, words } from '../search/fold.ts';

/** All words for a term with their language: English first, then each equivalent and its other words. */
export function namesOf(term: GlossaryTerm): { language: string; text: string }[] {
  return [
    { language: 'en', text: term.term },
    ...Object.entries(term.equivalents).flatMap(([language, { text, also = [] }]) =>
      [text, ...also.map((other) => other.text)].map((name) => ({ language, text: name })),
    ),
  ];
}

/**
 * The terms that a query means, in whatever language it is typed: every word of it begins a word of one of the term's
 * names. Those whose name it is come first, then the order of the glossary. An empty query means all.
 */
export function findTerms(terms: readonly GlossaryTerm[], query: string): GlossaryTerm[] {
  const wanted = words(query).map(({ text }) => text);
  if (wanted.length === 0) return [...terms];
  const whole = wanted.join(' ');
  const rank = (term: GlossaryTerm) => {
    const names = foldedNames(term);
    if (names.includes(whole)) return 0;
    if (names.some((name) => name.startsWith(whole))) return 1;
    return names.some((name) => beginsAll(name, wanted)) ? 2 : 3;
  };
  return terms
    .map((term) => ({ term, place: rank(term) }))
    .filter(({ place }) => place < 3)
    .sort((a, b) => a.place - b.place)
    .map(({ term }) => term);
}

const folded = new WeakMap<GlossaryTerm, string[]>();

function foldedNames(term: GlossaryTerm): string[] {
  let names = folded.get(term);
  if (!names) {
    names = namesOf(term).map(({ text }) => fold(text));
    folded.set(term, names);
  }
  return names;
}

function beginsAll(name: string, wanted: readonly string[]): boolean {
  const parts = name.split(' ');
  return wanted.every((word) => parts.some((part) => part.startsWith(word)));
}

/** The languages in which at least one term has an equivalent, English included. */
export function languagesOf(terms: readonly GlossaryTerm[]): string[] {
  return [...new Set(['en', ...terms.flatMap(({ equivalents }) => Object.keys(equivalents))])];
}

/** How a term is named in a language, where it is. */
export function nameIn(term: GlossaryTerm, language: string): string | undefined {
  return language === 'en' ? term.term : term.equivalents[language]?.text;
}

/** A stretch of text; with the id of a term where the glossary explains it. */
export interface Piece {
  text: string;
  term?: string;
}

/** Terms by the first of their words, the longest first. */
export type TermFinder = ReadonlyMap<string, readonly { id: string; words: readonly string[] }[]>;

/** Prepares the finding of terms in English texts. */
export function termFinder(terms: readonly GlossaryTerm[]): TermFinder {
  const finder = new Map<string, { id: string; words: readonly string[] }[]>();
  for (const { id, term } of terms) {
    // What stands in brackets explains the term and is not said with it.
    const own = words(term.replace(/\(.*?\)/g, '')).map(({ text }) => singular(text));
    const first = own[0];
    if (first === undefined) continue;
    finder.set(
      first,
      [...(finder.get(first) ?? []), { id, words: own }].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return finder;
}

/**
 * Cuts texts that are read one after the other into pieces: the longest term at each place, each term only the first
 * time it occurs.
 */
export function markTerms(texts: readonly string[], finder: TermFinder): Piece[][] {
  const seen = new Set<string>();
  return texts.map((text) => {
    const found = words(text);
    const keys = found.map((word) => singular(word.text));
    const pieces: Piece[] = [];
    let at = 0;
    for (let i = 0; i < found.length; ) {
      const here = finder.get(keys[i] ?? '')?.find((term) => term.words.every((word, k) => keys[i + k] === word));
      if (!here) {
        i++;
        continue;
      }
      const start = found[i]?.start ?? 0;
      const end = found[i + here.words.length - 1]?.end ?? start;
      if (!seen.has(here.id)) {
        seen.add(here.id);
        if (start > at) pieces.push({ text: text.slice(at, start) });
        pieces.push({ text: text.slice(start, end), term: here.id });
        at = end;
      }
      i += here.words.length;
    }
    if (at < text.length) pieces.push({ text: text.slice(at) });
    return pieces;
  });
}

/** One form for "victim" and "victims", "policy" and "policies"; good enough to meet, never shown. */
function singular(word: string): string {
  if (word === 'children') return 'child';
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
