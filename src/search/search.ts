/** Text in, ranked hits out. README.md says what it understands and the rule it ranks by. */
import type { Directory } from '../directory/directory.ts';
import { type Condition, conditionsOf, meetsOutright, type Workbench } from './conditions.ts';
import { documentsOf, type SearchDocument } from './documents.ts';
import { isFunctionWord } from './function-words.ts';
import { Index } from './index.ts';
import { Lexicon } from './lexicon.ts';
import { matchText, type TextMatch } from './matcher.ts';
import { addMeetingSome, addNamed, meetingAll, meetingMost } from './meeting.ts';
import { type PackedSearch, tablesOf } from './packed.ts';
import { Places } from './places.ts';
import { parseQuery, type QueryPart } from './query.ts';
import { closeLook } from './ranking.ts';
import { hitsOf, understoodOf, withFirstContacts } from './showing.ts';
import { Pool } from './sparse.ts';
import type { Candidate } from './top.ts';
import type { Answer, Search, SearchOptions } from './types.ts';
import { editsFor } from './typos.ts';
import { wanted } from './vocabulary.ts';

const LIMIT = 50;
/** Below this a document only mentions what was asked for, and the word may be misspelt. */
const WEAK = 0.55;

/**
 * Builds the search of a directory. The index is built when it is first needed, or by `prepare()`.
 * @param today the day from which the confidence is reckoned
 * @param documents what can be found, where it is not the directory's own entries
 * @param packed tables made beforehand; without them, or when they are of other documents, they are made here
 */
export function createSearch(
  directory: Directory,
  today = new Date(),
  documents?: readonly SearchDocument[],
  packed?: PackedSearch,
): Search {
  let engine: Engine | undefined;
  const ready = () => {
    engine ??= new Engine(directory, documents ?? documentsOf(directory, today), packed);
    return engine;
  };
  return {
    prepare: () => void ready(),
    search: (text, options = {}) => ready().search(text, options),
  };
}

class Engine {
  readonly #directory: Directory;
  readonly #lexicon: Lexicon;
  readonly #bench: Workbench;

  constructor(directory: Directory, documents: readonly SearchDocument[], packed: PackedSearch | undefined) {
    this.#directory = directory;
    const tables = tablesOf(directory, documents, packed);
    const index = new Index(documents, tables.index);
    this.#lexicon = new Lexicon(tables.lexicon, directory.places);
    this.#bench = {
      index,
      places: new Places(index, directory.places),
      words: new Pool(index.vocabulary.words),
      documents: new Pool(index.documents.length),
    };
  }

  search(text: string, options: SearchOptions): Answer {
    const parts = parseQuery(text);
    if (parts.length === 0) return { hits: [], understood: [], rest: '', nearest: false, guidance: () => [] };
    try {
      return this.#answer(parts, options);
    } finally {
      this.#bench.words.takeBack();
      this.#bench.documents.takeBack();
    }
  }

  #answer(parts: readonly QueryPart[], options: SearchOptions): Answer {
    const bench = this.#bench;
    const { index } = bench;
    const without = new Set(options.without ?? []);
    const texts = parts.map((part, i) =>
      part.kind === 'word'
        ? matchText(index, part.text, i < parts.length - 1 && isFunctionWord(part.text), bench.words.lend())
        : undefined,
    );
    // A word that nobody knows, or only as a loose form of another, may be misspelt. When nothing meets everything, every word may be that is no known one.
    const unknown = positions(
      parts,
      (part, i) => part.kind === 'word' && texts[i]?.doubtful === true && !this.#lexicon.knows(part),
    );
    const known = positions(parts, (_, i) => texts[i]?.known === true);
    const written = positions(parts, (_, i) => texts[i]?.written === true);
    this.#addMistyped(parts, texts, unknown);
    let spans = this.#lexicon.recognise(parts, known, written, unknown, without);
    let conditions = conditionsOf(bench, parts, texts, spans);
    let best = meetingAll(bench, conditions, options);
    if (mentionsOnly(best.best(), conditions)) {
      const doubtful = positions(
        parts,
        (part, i) => part.kind === 'word' && editsFor(part.text.length) > 0 && texts[i]?.known === false,
      );
      const more = new Set([...doubtful].filter((i) => !unknown.has(i)));
      if (more.size > 0) {
        this.#addMistyped(parts, texts, more);
        spans = this.#lexicon.recognise(parts, known, written, doubtful, without);
        conditions = conditionsOf(bench, parts, texts, spans);
        const again = meetingAll(bench, conditions, options);
        if (again.size > 0) best = again;
      }
    }
    const met = best.size > 0;
    const nearest = !best.groups.some((group) => group.some(({ document }) => meetsOutright(document, conditions)));
    if (!met) best = meetingMost(bench, conditions, options);
    else {
      addNamed(bench, conditions, options, best);
      addMeetingSome(bench, conditions, options, best);
    }
    const matched = bench.words.lend();
    for (const text of texts) {
      for (let i = 0; i < (text?.words.size ?? 0); i++) {
        const word = text?.words.touched[i] as number;
        matched.raise(word, text?.words.get(word) ?? 0);
      }
    }
    const ranked = closeLook(index, best, matched, addressesIn(parts));
    const hits = hitsOf(index, ranked, matched, parts, options.limit ?? LIMIT);
    return {
      hits: nearest ? withFirstContacts(this.#directory, bench.places, hits, spans, options) : hits,
      ...understoodOf(parts, spans, texts),
      nearest,
      guidance: () => [],
    };
  }

  #addMistyped(
    parts: readonly QueryPart[],
    texts: readonly (TextMatch | undefined)[],
    places: ReadonlySet<number>,
  ): void {
    for (const i of places) {
      const part = parts[i];
      const words = texts[i]?.words;
      if (part?.kind === 'word' && words) this.#bench.index.vocabulary.mistyped(wanted(part.text), words);
    }
  }
}

/** Whether even the best only mentions a word that was asked for, or there is none. */
function mentionsOnly(best: Candidate | undefined, conditions: readonly Condition[]): boolean {
  return (
    best === undefined ||
    conditions.some(
      ({ required, fallbacks, evidence }) => required && fallbacks.length === 0 && evidence.get(best.document) < WEAK,
    )
  );
}

/** Web and mail addresses as typed, without what stands before the name of a site. */
function addressesIn(parts: readonly QueryPart[]): string[] {
  return [...new Set(parts.flatMap((part) => (part.kind === 'word' && part.address ? [part.address] : [])))];
}

function positions(parts: readonly QueryPart[], where: (part: QueryPart, i: number) => boolean): Set<number> {
  return new Set(parts.flatMap((part, i) => (where(part, i) ? [i] : [])));
}
