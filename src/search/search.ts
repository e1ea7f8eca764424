/** Text in, ranked hits out. README.md says what it understands and the rule it ranks by. */
import type { Directory } from '../directory/directory.ts';
import { COUNTRIES } from '../directory/schema.ts';
import { documentsOf, type SearchDocument } from './documents.ts';
import { isFunctionWord } from './function-words.ts';
import { matchesOf } from './highlight.ts';
import { Index } from './index.ts';
import { Lexicon, type Sense, type Span } from './lexicon.ts';
import {
  conceptEvidence,
  Evidence,
  fallback,
  type Matched,
  matchText,
  numberEvidence,
  type TextMatch,
  textEvidence,
} from './matcher.ts';
import { Places } from './places.ts';
import { parseQuery, type QueryPart } from './query.ts';
import { BONUS } from './rank.ts';
import type { Answer, Hit, HitType, Search, SearchOptions, Understood } from './types.ts';
import { editsFor } from './typos.ts';

const LIMIT = 50;
/** Of every other kind of hit than responders. */
const LIMIT_OF_OTHERS = 8;
/** This many of the best by meaning and words are looked at closely. */
const CLOSE_LOOK = 80;

/** One condition of a query, with what meets it. */
interface Unit {
  evidence: Evidence;
  weight: number;
  /** What a document may still be worth when it does not meet the condition outright. */
  spans: Span[];
  required: boolean;
}

interface Candidate {
  document: number;
  score: number;
}

/**
 * Builds the search of a directory. The index is built when it is first needed, or by `prepare()`.
 * @param today the day from which the confidence is reckoned
 */
export function createSearch(directory: Directory, today = new Date()): Search {
  let engine: Engine | undefined;
  const ready = () => {
    engine ??= new Engine(directory, today);
    return engine;
  };
  return {
    prepare: () => void ready(),
    search: (text, options = {}) => ready().search(text, options),
  };
}

class Engine {
  readonly #index: Index;
  readonly #lexicon: Lexicon;
  readonly #places: Places;
  readonly #directory: Directory;
  /** Evidence that is used again, so that a keystroke allocates nothing of the directory's size. */
  readonly #pool: Evidence[] = [];
  #used = 0;
  /** Position of each document by standing and id: what breaks ties. */
  readonly #order: Int32Array;

  constructor(directory: Directory, today: Date) {
    this.#directory = directory;
    this.#index = new Index(documentsOf(directory, today));
    this.#lexicon = new Lexicon(directory);
    this.#places = new Places(this.#index, directory.places);
    const { documents } = this.#index;
    const sorted = documents
      .map((_, d) => d)
      .sort((a, b) => {
        const one = documents[a] as SearchDocument;
        const other = documents[b] as SearchDocument;
        return other.standing - one.standing || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
      });
    this.#order = new Int32Array(documents.length);
    sorted.forEach((d, place) => {
      this.#order[d] = place;
    });
  }

  search(text: string, options: SearchOptions): Answer {
    const parts = parseQuery(text);
    if (parts.length === 0) return { hits: [], understood: [], rest: '', nearest: false };
    try {
      return this.#answer(parts, options);
    } finally {
      for (let i = 0; i < this.#used; i++) this.#pool[i]?.clear();
      this.#used = 0;
    }
  }

  #answer(parts: readonly QueryPart[], options: SearchOptions): Answer {
    const without = new Set(options.without ?? []);
    let texts = parts.map((part) => (part.kind === 'word' ? matchText(this.#index, part.text, false) : undefined));
    // A word that nobody knows may be misspelt. When nothing meets everything, every word may be.
    let doubtful = new Set(
      parts.flatMap((part, i) =>
        part.kind === 'word' && texts[i]?.words.size === 0 && !this.#lexicon.knows(part) ? [i] : [],
      ),
    );
    let spans: Span[] = [];
    let units: Unit[] = [];
    let found: Candidate[] = [];
    for (const second of [false, true]) {
      if (second) {
        doubtful = new Set(
          parts.flatMap((part, i) =>
            part.kind === 'word' && editsFor(part.text.length) > 0 && !texts[i]?.known ? [i] : [],
          ),
        );
        if (doubtful.size === 0) break;
      }
      texts = texts.map((match, i) => {
        const part = parts[i];
        return doubtful.has(i) && part?.kind === 'word' ? matchText(this.#index, part.text, true) : match;
      });
      spans = this.#lexicon.recognise(parts, doubtful, without);
      units = this.#units(parts, texts, spans);
      found = this.#meetingAll(units);
      if (found.length > 0) break;
    }
    const met = found.length > 0;
    if (!met) found = this.#meetingMost(units);
    const matched = matchedWords(texts);
    const best = this.#closeLook(found, matched, options);
    const nearest = !met || !this.#meetsOutright(best[0], units);
    const hits = this.#hits(best, matched, options.limit ?? LIMIT);
    return {
      hits: nearest ? this.#withFirstContacts(hits, spans, options) : hits,
      understood: chipsOf(parts, spans),
      rest: restOf(parts, spans),
      nearest,
    };
  }

  #evidence(): Evidence {
    const evidence = this.#pool[this.#used] ?? new Evidence(this.#index.documents.length);
    this.#pool[this.#used++] = evidence;
    return evidence;
  }

  /** The conditions of the query: each recognised span is one, each other word is one. */
  #units(parts: readonly QueryPart[], texts: readonly (TextMatch | undefined)[], spans: readonly Span[]): Unit[] {
    const units: Unit[] = [];
    const byKind = new Map<string, Unit>();
    const inSpan = new Set(spans.flatMap((span) => Array.from({ length: span.length }, (_, k) => span.first + k)));
    for (const span of spans) {
      const kind = span.senses[0]?.kind ?? 'kinds';
      if (span.senses.every((sense) => sense.kind === 'channels')) {
        units.push({ ...this.#spanUnit(span, texts), required: false, weight: 0.3 });
        continue;
      }
      // Two towns or two countries are either-or.
      const same = kind === 'country' || kind === 'city' ? byKind.get(kind) : undefined;
      const unit = this.#spanUnit(span, texts);
      if (same) {
        for (const document of unit.evidence.touched)
          same.evidence.raise(document, unit.evidence.values[document] as number);
        same.spans.push(span);
      } else {
        byKind.set(kind, unit);
        units.push(unit);
      }
    }
    parts.forEach((part, i) => {
      if (inSpan.has(i)) return;
      if (part.kind === 'number') {
        const evidence = numberEvidence(this.#index, part, this.#evidence());
        const text = matchText(this.#index, part.digits, false);
        textEvidence(this.#index, text.words, true, evidence);
        units.push({ evidence, weight: 1, spans: [], required: true });
        return;
      }
      const words = texts[i]?.words ?? new Map();
      const evidence = textEvidence(this.#index, words, part.text.length <= 2, this.#evidence());
      const optional = isFunctionWord(part.text) && parts.length > 1;
      const rare = 1 - Math.log(1 + evidence.touched.length) / Math.log(2 + this.#index.documents.length);
      units.push({ evidence, weight: optional ? 0.2 : 0.6 + 0.6 * rare, spans: [], required: !optional });
    });
    return units;
  }

  /** A recognised span is met by what it means, or by its words where a document says what it is. */
  #spanUnit(span: Span, texts: readonly (TextMatch | undefined)[]): Unit {
    const evidence = conceptEvidence(this.#index, span, (code) => this.#places.documentsOf(code), this.#evidence());
    const each: Evidence[] = [];
    for (let k = span.first; k < span.first + span.length; k++) {
      const words = texts[k]?.words;
      if (!words) continue;
      each.push(textEvidence(this.#index, words, true, this.#evidence()));
    }
    const [first, ...others] = each.sort((a, b) => a.touched.length - b.touched.length);
    for (const document of first?.touched ?? []) {
      let least = first?.values[document] as number;
      for (const other of others) least = Math.min(least, other.values[document] as number);
      if (least === 0) continue;
      const known = evidence.values[document] as number;
      evidence.raise(document, known > 0 ? Math.min(1.1, known + 0.1 * least) : 0.85 * least);
    }
    return { evidence, weight: 1, spans: [span], required: true };
  }

  #value(unit: Unit, document: number): number {
    const value = unit.evidence.values[document] as number;
    if (value > 0 || unit.spans.length === 0) return value;
    const whole = this.#index.documents[document];
    if (!whole) return 0;
    return Math.max(...unit.spans.map((span) => fallback(whole, span, (code) => this.#places.countryOf(code))));
  }

  /** Documents that meet every required condition. */
  #meetingAll(units: readonly Unit[]): Candidate[] {
    const required = units.filter((unit) => unit.required);
    const conditions = required.length > 0 ? required : units;
    // Only what can be met in no other way may be listed from; the shortest list is the quickest.
    const from = [...conditions].sort(
      (a, b) => canFallBack(a) - canFallBack(b) || a.evidence.touched.length - b.evidence.touched.length,
    )[0];
    const found: Candidate[] = [];
    const consider = (document: number) => {
      for (const unit of conditions) if (this.#value(unit, document) === 0) return;
      found.push({ document, score: this.#score(units, document) });
    };
    if (!from) return found;
    if (canFallBack(from)) for (let d = 0; d < this.#index.documents.length; d++) consider(d);
    else for (const document of from.evidence.touched) consider(document);
    return found;
  }

  /** Documents that meet any condition. */
  #meetingMost(units: readonly Unit[]): Candidate[] {
    const seen = this.#evidence();
    for (const unit of units) for (const document of unit.evidence.touched) seen.raise(document, 1);
    return seen.touched.map((document) => ({ document, score: this.#score(units, document) }));
  }

  #score(units: readonly Unit[], document: number): number {
    let sum = 0;
    let weights = 0;
    for (const unit of units) {
      sum += unit.weight * this.#value(unit, document);
      weights += unit.required ? unit.weight : 0;
    }
    return sum / (weights || 1);
  }

  #meetsOutright(best: Candidate | undefined, units: readonly Unit[]): boolean {
    return (
      best !== undefined && units.every((unit) => !unit.required || (unit.evidence.values[best.document] as number) > 0)
    );
  }

  /** The best candidates, with what only a close look at a document tells. */
  #closeLook(found: readonly Candidate[], matched: Matched, options: SearchOptions): Candidate[] {
    const { documents } = this.#index;
    const rough = found.map(({ document, score }) => {
      const { country, standing } = documents[document] as SearchDocument;
      const here = country === options.country ? BONUS.country : country === options.origin ? BONUS.origin : 0;
      return { document, score: score + here + BONUS.standing * standing };
    });
    const byType = new Map<HitType, Candidate[]>();
    for (const candidate of rough) {
      const { type } = documents[candidate.document] as SearchDocument;
      const some = byType.get(type);
      if (some) some.push(candidate);
      else byType.set(type, [candidate]);
    }
    return [...byType.values()].flatMap((candidates) =>
      top(candidates, CLOSE_LOOK, this.#order)
        .map(({ document, score }) => ({ document, score: score + BONUS.name * this.#nameFit(document, matched) }))
        .sort((a, b) => b.score - a.score || (this.#order[a.document] as number) - (this.#order[b.document] as number)),
    );
  }

  /** The share of the document's name, in the language where it is largest, that the query's words make up. */
  #nameFit(document: number, matched: Matched): number {
    const { names, namesStart } = this.#index;
    let best = 0;
    let sum = 0;
    let length = 0;
    for (let p = namesStart[document] as number; p < (namesStart[document + 1] as number); p++) {
      const word = names[p] as number;
      if (word === -1) {
        best = Math.max(best, sum / length);
        sum = 0;
        length = 0;
      } else {
        sum += matched.get(word) ?? 0;
        length++;
      }
    }
    return best;
  }

  #hits(best: readonly Candidate[], matched: Matched, limit: number): Hit[] {
    const words = new Set([...matched.keys()].map((word) => this.#index.words[word] ?? ''));
    const hits = best.map(({ document }) => this.#index.documents[document] as SearchDocument);
    const others = ORDER.filter((type) => type !== 'responder').flatMap((type) =>
      hits.filter((hit) => hit.type === type).slice(0, LIMIT_OF_OTHERS),
    );
    const responders = hits.filter((hit) => hit.type === 'responder');
    return [...responders.slice(0, Math.max(limit - others.length, 0)), ...others].slice(0, limit).map((document) => ({
      type: document.type,
      id: document.id,
      country: document.country,
      matches: matchesOf(document, words),
    }));
  }

  /** Never a dead end: the first contacts of the countries that were meant, or of all. */
  #withFirstContacts(hits: Hit[], spans: readonly Span[], options: SearchOptions): Hit[] {
    const meant = spans.flatMap(({ senses }) =>
      senses.flatMap(({ kind, code }) =>
        kind === 'country' ? [code] : kind === 'city' ? [this.#places.countryOf(code)] : [],
      ),
    );
    const chosen = COUNTRIES.filter((code) => meant.includes(code) || (meant.length === 0 && code === options.country));
    const countries = chosen.length > 0 ? chosen : hits.length > 0 ? [] : COUNTRIES;
    const contacts = countries.flatMap((code) => {
      const country = this.#directory.countries.get(code);
      return country ? [...(country.contactPoint ? [country.contactPoint] : []), ...country.antiTraffickingLine] : [];
    });
    const more = [...new Set(contacts)]
      .filter((id) => !hits.some((hit) => hit.id === id))
      .flatMap((id): Hit[] => {
        const responder = this.#directory.responder(id);
        return responder ? [{ type: 'responder', id, country: responder.country, matches: [] }] : [];
      });
    const responders = hits.filter(({ type }) => type === 'responder');
    return [...responders, ...more, ...hits.filter(({ type }) => type !== 'responder')];
  }
}

/** Responders first. */
const ORDER: readonly HitType[] = ['responder', 'country', 'point', 'legal'];

function canFallBack(unit: Unit): number {
  return unit.spans.some(({ senses }) => senses.some(({ kind }) => FALL_BACK.has(kind))) ? 1 : 0;
}
const FALL_BACK = new Set<Sense['kind']>(['city', 'sex', 'age', 'nationality', 'exploitation']);

/** The best few, in no order. */
function top(candidates: Candidate[], most: number, order: Int32Array): Candidate[] {
  if (candidates.length <= most) return candidates;
  return candidates
    .sort((a, b) => b.score - a.score || (order[a.document] as number) - (order[b.document] as number))
    .slice(0, most);
}

/** Every word of the index that any word of the query matched, with the best quality. */
function matchedWords(texts: readonly (TextMatch | undefined)[]): Matched {
  const all: Matched = new Map();
  for (const text of texts) {
    for (const [word, quality] of text?.words ?? []) if ((all.get(word) ?? 0) < quality) all.set(word, quality);
  }
  return all;
}

/** What a chip says where several senses fit. */
const CHIP_ORDER: readonly Sense['kind'][] = [
  'country',
  'city',
  'services',
  'kinds',
  'exploitation',
  'sex',
  'age',
  'nationality',
  'measures',
];

function chipsOf(parts: readonly QueryPart[], spans: readonly Span[]): Understood[] {
  return spans.flatMap((span) => {
    if (!span.complete && new Set(span.senses.map(({ kind, code }) => `${kind}:${code}`)).size > 1) return [];
    const best = [...span.senses].sort((a, b) => CHIP_ORDER.indexOf(a.kind) - CHIP_ORDER.indexOf(b.kind))[0];
    if (!best || best.kind === 'channels') return [];
    const words = parts.slice(span.first, span.first + span.length).map(({ typed }) => typed);
    return [{ kind: best.kind, code: best.code, words: words.join(' ') }];
  });
}

function restOf(parts: readonly QueryPart[], spans: readonly Span[]): string {
  const inSpan = new Set(spans.flatMap((span) => Array.from({ length: span.length }, (_, k) => span.first + k)));
  return parts
    .filter((_, i) => !inSpan.has(i))
    .map(({ typed }) => typed.trim())
    .join(' ');
}
