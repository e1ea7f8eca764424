/**
 * The search of one's own corner: a small set that changes under the user's hands, so nothing is built beforehand. Fuse.js
 * forgives what is misspelt; letters are folded and put into one script as the search of the directory does it.
 */
import Fuse from 'fuse.js';
import { bareCode } from '../referral/code.ts';
import { words } from '../search/fold.ts';
import { numberWith } from '../search/numbers.ts';
import { parseQuery } from '../search/query.ts';
import { romanise } from '../search/scripts.ts';

/** Something that can be found. */
export interface Findable {
  /** What it is called: a word that matches here counts most. */
  title: string;
  /** What else is written there. */
  text: readonly string[];
  /** Its telephone numbers, as digits. */
  numbers: readonly string[];
  /** The code of its handover note. */
  code?: string | undefined;
}

/** So many letters of a code are no chance. */
const SHORTEST_CODE = 3;
/** How far a word may be from what was typed, 0 to 1, as Fuse.js counts; `strict` takes the words' beginnings only. */
const THRESHOLD = 0.34;
/** Fuse.js looks for no more letters at once. */
const LONGEST_WORD = 32;

interface Document<T> {
  entry: T;
  title: string[];
  text: string[];
}

/**
 * Makes a search of a few hundred things.
 * @returns what matches all that is typed, best first; `strict` forgives no misspelling
 */
export function createFinder<T extends Findable>(entries: readonly T[]): (typed: string, strict?: boolean) => T[] {
  const documents = entries.map(
    (entry): Document<T> => ({ entry, title: keys(entry.title), text: keys(entry.text.join(' ')) }),
  );
  const fuse = new Fuse(documents, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'text', weight: 1 },
    ],
    includeScore: true,
    ignoreLocation: true,
    threshold: THRESHOLD,
  });
  function byCode(typed: string): T[] {
    const begun = bareCode(typed);
    return begun.length < SHORTEST_CODE ? [] : entries.filter(({ code }) => code && bareCode(code).startsWith(begun));
  }
  return (typed, strict = false) => {
    const coded = byCode(typed);
    const parts = parseQuery(typed);
    if (coded.length > 0 || parts.length === 0) return coded;
    // Each part of what was typed must be there; how well they match adds up.
    let scores: Map<T, number> | undefined;
    for (const part of parts) {
      const found = new Map<T, number>();
      const reach = (entry: T, score: number) => found.set(entry, Math.min(score, found.get(entry) ?? 1));
      if (part.kind === 'number') {
        for (const { entry, text } of documents) {
          if (numberWith(entry.numbers, part)) reach(entry, 0.01);
          else if (text.some((word) => word.includes(part.digits))) reach(entry, 0.5);
        }
      } else {
        const key = romanise(part.text).slice(0, LONGEST_WORD);
        for (const { entry, title, text } of documents) {
          if (title.some((word) => word.startsWith(key))) reach(entry, 0.02);
          else if (text.some((word) => word.startsWith(key))) reach(entry, 0.1);
        }
        if (!strict && key.length > 2)
          for (const { item, score = 1 } of fuse.search(key)) reach(item.entry, 0.1 + 0.9 * score);
      }
      scores = new Map(
        [...found].flatMap(([entry, score]) => {
          const before = scores ? scores.get(entry) : 0;
          return before === undefined ? [] : [[entry, before + score] as const];
        }),
      );
    }
    return [...(scores ?? [])].sort((a, b) => a[1] - b[1]).map(([entry]) => entry);
  };
}

/** The words of a text, each as it is compared. */
function keys(text: string): string[] {
  return words(text).map((word) => romanise(word.text));
}
