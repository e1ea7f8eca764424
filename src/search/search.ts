/** Text in, ranked hits out. README.md says what it understands and the rule it ranks by. */
import type { Directory } from '../directory/directory.ts';
import { COUNTRIES, REGIONS } from '../directory/schema.ts';
import { documentsOf, type SearchDocument } from './documents.ts';
import { isFunctionWord } from './function-words.ts';
import { matchesOf, numbersWith } from './highlight.ts';
import { Index, TYPES } from './index.ts';
import { Lexicon, type Sense, type Span } from './lexicon.ts';
import {
  conceptEvidence,
  type Fallback,
  fallbacksOf,
  fallbackValue,
  matchText,
  numberEvidence,
  type TextMatch,
  textEvidence,
} from './matcher.ts';
import { type PackedSearch, tablesOf } from './packed.ts';
import { Places } from './places.ts';
import { parseQuery, type QueryNumber, type QueryPart } from './query.ts';
import { ALSO_NAMED, BONUS, NAMED, NAMED_IN_PART } from './rank.ts';
import { Pool, type Sparse } from './sparse.ts';
import { type Candidate, Top } from './top.ts';
import type { Answer, Hit, Match, Search, SearchOptions, Understood } from './types.ts';
import { editsFor } from './typos.ts';
import { wanted } from './vocabulary.ts';

const LIMIT = 50;
/** Of every other kind of hit than responders. */
const LIMIT_OF_OTHERS = 8;
/** Where fewer meet everything, what misses a word follows; else only what scores nearly as high as the best. */
const FEW = 10;
const NEARLY = 0.6;
/** A word of a name as it is typed, in whatever script. */
const EXACT = 0.93;
/** A word of a name in some form of it. */
const IN_NAME = 0.7;
/** Below this a document only mentions what was asked for, and the word may be misspelt. */
const WEAK = 0.55;
/** This many of the best of a kind by meaning and words are looked at closely. */
const CLOSE_LOOK = 80;

/** What holds for every word that is no chip. */
const WORD = { fallbacks: [], strict: false, place: false };

/** One condition of a query, with what meets it. */
interface Unit {
  evidence: Sparse;
  weight: number;
  /** What a document may still be worth when it does not meet the condition outright. */
  fallbacks: Fallback[];
  required: boolean;
  /** A chip: what does not meet it is left out, whereas a missing word only counts less. */
  strict: boolean;
  /** A chip that names a place. */
  place: boolean;
  /** The documents that have its words where they say what they are. */
  named: Sparse;
}

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
  readonly #index: Index;
  readonly #lexicon: Lexicon;
  readonly #places: Places;
  readonly #directory: Directory;
  // Used again, so that a keystroke allocates nothing of the directory's size.
  readonly #words: Pool;
  readonly #documents: Pool;

  constructor(directory: Directory, documents: readonly SearchDocument[], packed: PackedSearch | undefined) {
    this.#directory = directory;
    const tables = tablesOf(directory, documents, packed);
    this.#index = new Index(documents, tables.index);
    this.#lexicon = new Lexicon(tables.lexicon, directory.places);
    this.#places = new Places(this.#index, directory.places);
    this.#words = new Pool(this.#index.vocabulary.words);
    this.#documents = new Pool(this.#index.documents.length);
  }

  search(text: string, options: SearchOptions): Answer {
    const parts = parseQuery(text);
    if (parts.length === 0) return { hits: [], understood: [], rest: '', nearest: false, guidance: () => [] };
    try {
      return this.#answer(parts, options);
    } finally {
      this.#words.takeBack();
      this.#documents.takeBack();
    }
  }

  #answer(parts: readonly QueryPart[], options: SearchOptions): Answer {
    const without = new Set(options.without ?? []);
    const texts = parts.map((part, i) =>
      part.kind === 'word'
        ? matchText(this.#index, part.text, i < parts.length - 1 && isFunctionWord(part.text), this.#words.lend())
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
    let units = this.#units(parts, texts, spans);
    let best = this.#meetingAll(units, options);
    if (this.#mentionsOnly(best.best(), units)) {
      const doubtful = positions(
        parts,
        (part, i) => part.kind === 'word' && editsFor(part.text.length) > 0 && texts[i]?.known === false,
      );
      const more = new Set([...doubtful].filter((i) => !unknown.has(i)));
      if (more.size > 0) {
        this.#addMistyped(parts, texts, more);
        spans = this.#lexicon.recognise(parts, known, written, doubtful, without);
        units = this.#units(parts, texts, spans);
        const again = this.#meetingAll(units, options);
        if (again.size > 0) best = again;
      }
    }
    const met = best.size > 0;
    const nearest = !best.groups.some((group) => group.some(({ document }) => this.#meetsOutright(document, units)));
    if (!met) best = this.#meetingMost(units, options);
    else {
      this.#addNamed(units, options, best);
      this.#addMeetingSome(units, options, best);
    }
    const matched = this.#words.lend();
    for (const text of texts) {
      for (let i = 0; i < (text?.words.size ?? 0); i++) {
        const word = text?.words.touched[i] as number;
        matched.raise(word, text?.words.get(word) ?? 0);
      }
    }
    const ranked = this.#closeLook(best, matched, addressesIn(parts));
    const chips = chipsOf(parts, spans, texts);
    const hits = this.#hits(ranked, matched, parts, options.limit ?? LIMIT);
    return {
      hits: nearest ? this.#withFirstContacts(hits, spans, options) : hits,
      understood: chips.map(({ chip }) => chip),
      rest: restOf(
        parts,
        chips.map(({ span }) => span),
      ),
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
      if (part?.kind === 'word' && words) this.#index.vocabulary.mistyped(wanted(part.text), words);
    }
  }

  /** The conditions of the query: each recognised span is one, each other word is one. */
  #units(parts: readonly QueryPart[], texts: readonly (TextMatch | undefined)[], spans: readonly Span[]): Unit[] {
    const units: Unit[] = [];
    const places = new Map<string, Unit>();
    for (const span of spans) {
      const unit = this.#spanUnit(span, texts);
      const kind = span.senses[0]?.kind;
      if (kind === undefined || !isPlace(span)) {
        units.push(unit);
        continue;
      }
      // Two towns or two countries are either-or.
      const same = places.get(kind);
      if (same) {
        for (let i = 0; i < unit.evidence.size; i++) {
          const document = unit.evidence.touched[i] as number;
          same.evidence.raise(document, unit.evidence.get(document));
        }
        same.fallbacks.push(...unit.fallbacks);
      } else {
        places.set(kind, unit);
        units.push(unit);
      }
    }
    const inSpan = partsIn(spans);
    parts.forEach((part, i) => {
      if (inSpan.has(i)) return;
      const evidence = this.#documents.lend();
      if (part.kind === 'number') {
        numberEvidence(this.#index, part, evidence);
        const words = this.#index.vocabulary.same(wanted(part.digits), this.#words.lend());
        textEvidence(this.#index, words, true, evidence);
        units.push({ evidence, weight: 1, ...WORD, required: true, named: evidence });
        return;
      }
      const words = texts[i]?.words;
      if (words) textEvidence(this.#index, words, part.text.length <= 2, evidence);
      const required = parts.length === 1 || !isFunctionWord(part.text);
      const rare = 1 - Math.log(1 + evidence.size) / Math.log(2 + this.#index.documents.length);
      units.push({ evidence, weight: required ? 0.6 + 0.6 * rare : 0.2, ...WORD, required, named: evidence });
    });
    return units;
  }

  /**
   * A recognised span is met by what it means, or by its words where a document says what it is. Questions of law are also
   * met where the words are only mentioned: points of measures and responders are about them without being them.
   */
  #spanUnit(span: Span, texts: readonly (TextMatch | undefined)[]): Unit {
    const evidence = conceptEvidence(this.#index, span, this.#places, this.#documents.lend());
    const tellingOnly = !span.senses.some(({ kind }) => kind === 'legal');
    const each: Sparse[] = [];
    for (let k = span.first; k < span.first + span.length; k++) {
      const words = texts[k]?.words;
      if (words) each.push(textEvidence(this.#index, words, tellingOnly, this.#documents.lend()));
    }
    const named = this.#documents.lend();
    const [first, ...others] = each.sort((a, b) => a.size - b.size);
    for (let i = 0; i < (first?.size ?? 0); i++) {
      const document = first?.touched[i] as number;
      let least = first?.get(document) as number;
      for (const other of others) least = Math.min(least, other.get(document));
      if (least === 0) continue;
      named.raise(document, least);
      const known = evidence.get(document);
      const value = least * (least >= EXACT ? NAMED : span.sure ? NAMED_IN_PART : 1);
      evidence.raise(document, known > 0 ? Math.max(known + ALSO_NAMED * least, value) : value);
    }
    const fillsIn = span.senses.every(({ kind }) => kind === 'channels' || kind === 'subject');
    const place = isPlace(span);
    return {
      evidence,
      weight: !fillsIn ? 1 : span.senses[0]?.kind === 'subject' ? 0.6 : 0.3,
      fallbacks: fillsIn ? [] : fallbacksOf(span, this.#places),
      required: !fillsIn,
      strict: !fillsIn,
      place,
      named,
    };
  }

  #value(unit: Unit, document: number): number {
    const value = unit.evidence.values[document] as number;
    return value > 0 || unit.fallbacks.length === 0 ? value : fallbackValue(this.#index, unit.fallbacks, document);
  }

  /** The best documents that meet every required condition. */
  #meetingAll(units: readonly Unit[], options: SearchOptions): Top {
    const best = this.#top(options);
    const required = units.filter((unit) => unit.required);
    const rank = this.#ranker(units, options);
    this.#eachMeeting(required.length > 0 ? required : units, (document) =>
      best.offer(document, rank(document) + BONUS.all),
    );
    return best;
  }

  /** Adds documents that are called what was typed, and miss one chip: no page may say that a shelter gives legal aid, too. */
  #addNamed(units: readonly Unit[], options: SearchOptions, best: Top): void {
    const required = units.filter((unit) => unit.required);
    const rank = this.#ranker(units, options);
    const seen = this.#documents.lend();
    for (const { place, named } of required) {
      for (let i = 0; !place && i < named.size; i++) {
        const document = named.touched[i] as number;
        if (named.get(document) < IN_NAME || seen.get(document) > 0) continue;
        seen.raise(document, 1);
        const missed = this.#onlyMissed(required, document);
        if (missed?.strict && !missed.place) best.offer(document, rank(document) + BONUS.named);
      }
    }
  }

  /** The one condition that a document does not meet, when it is one. */
  #onlyMissed(conditions: readonly Unit[], document: number): Unit | undefined {
    let missed: Unit | undefined;
    for (let u = 0; u < conditions.length; u++) {
      const unit = conditions[u] as Unit;
      if (this.#value(unit, document) > 0) continue;
      if (missed) return undefined;
      missed = unit;
    }
    return missed;
  }

  /** Adds documents that meet every chip and some of the words. */
  #addMeetingSome(units: readonly Unit[], options: SearchOptions, best: Top): void {
    const strict = units.filter((unit) => unit.strict);
    const words = units.filter((unit) => unit.required && !unit.strict);
    if (words.length === 0 || strict.length + words.length < 2) return;
    const rank = this.#ranker(units, options);
    const least = best.size < FEW ? 0 : NEARLY * (best.best()?.score ?? 0);
    const offer = (document: number) => {
      if (words.every((unit) => this.#value(unit, document) > 0)) return;
      const score = rank(document);
      if (score >= least) best.offer(document, score);
    };
    if (strict.length > 0) this.#eachMeeting(strict, offer);
    else this.#eachMeetingAny(words, units, options, best, 0, offer);
  }

  /**
   * Visits the documents that meet any of the conditions outright, but not those that cannot be among the best any more.
   * @param more what the score may be above that of `#ranker`
   */
  #eachMeetingAny(
    conditions: readonly Unit[],
    units: readonly Unit[],
    options: SearchOptions,
    best: Top,
    more: number,
    visit: (document: number) => void,
  ): void {
    const seen = this.#documents.lend();
    const bonus = this.#bonus(options);
    const whole = weightOf(units);
    // A little more than that, for sums are rounded.
    let most = more + 1e-6;
    for (const unit of units) most += (unit.weight * mostOf(unit)) / whole;
    // From the rarest on: what only meets the common ones comes last, when the best are known.
    for (const unit of [...conditions].sort((a, b) => a.evidence.size - b.evidence.size)) {
      const { size, touched } = unit.evidence;
      for (let i = 0; i < size; i++) {
        const document = touched[i] as number;
        if (seen.get(document) > 0) continue;
        seen.raise(document, 1);
        if (!best.isFull(document, most + bonus(document))) visit(document);
      }
      // Those that are left meet this one by silence at best.
      most -= (unit.weight * (mostOf(unit) - silenceOf(unit))) / whole;
    }
  }

  /**
   * Visits the documents that meet all conditions. Where each could be met by saying nothing, one at least must be met
   * outright, unless few do: silence on everything is no answer.
   */
  #eachMeeting(conditions: readonly Unit[], visit: (document: number) => void): void {
    // What can be met in no other way lists the documents; the shortest list is the quickest.
    const [from, ...others] = [...conditions].sort(
      (a, b) => Math.min(1, a.fallbacks.length) - Math.min(1, b.fallbacks.length) || a.evidence.size - b.evidence.size,
    );
    if (!from) return;
    if (from.fallbacks.length === 0) {
      const { size, touched } = from.evidence;
      for (let i = 0; i < size; i++) {
        const document = touched[i] as number;
        if (this.#meets(others, document)) visit(document);
      }
      return;
    }
    const seen = this.#documents.lend();
    let met = 0;
    for (const { evidence } of conditions) {
      for (let i = 0; i < evidence.size; i++) {
        const document = evidence.touched[i] as number;
        if (seen.get(document) > 0) continue;
        seen.raise(document, 1);
        if (!this.#meets(conditions, document)) continue;
        met++;
        visit(document);
      }
    }
    if (met >= FEW) return;
    for (let document = 0; document < this.#index.documents.length; document++) {
      if (seen.get(document) === 0 && this.#meets(conditions, document)) visit(document);
    }
  }

  #meets(conditions: readonly Unit[], document: number): boolean {
    for (let u = 0; u < conditions.length; u++) if (this.#value(conditions[u] as Unit, document) === 0) return false;
    return true;
  }

  /** The best documents that meet any condition, those within all chips first, then those called what was typed. */
  #meetingMost(units: readonly Unit[], options: SearchOptions): Top {
    const best = this.#top(options);
    const rank = this.#ranker(units, options);
    const required = units.filter((unit) => unit.required);
    const telling = required.some(({ evidence }) => evidence.size > 0) ? required : units;
    this.#eachMeetingAny(telling, units, options, best, Math.max(BONUS.chips, BONUS.named), (document) =>
      best.offer(document, rank(document) + this.#nearness(required, document)),
    );
    return best;
  }

  #nearness(required: readonly Unit[], document: number): number {
    let met = 0;
    let missedChips = 0;
    let missedPlaces = 0;
    let named = false;
    for (let u = 0; u < required.length; u++) {
      const unit = required[u] as Unit;
      if (this.#value(unit, document) > 0) {
        met++;
        named ||= !unit.place && unit.named.get(document) >= IN_NAME;
      } else if (unit.strict) {
        missedChips++;
        if (unit.place) missedPlaces++;
      }
    }
    if (missedChips === 0 && met > 1) return BONUS.chips;
    return named && missedChips === 1 && missedPlaces === 0 && met === required.length - 1 ? BONUS.named : 0;
  }

  #top({ limit = LIMIT }: SearchOptions): Top {
    return new Top(TYPES.length, Math.max(CLOSE_LOOK, limit), this.#index.type, this.#index.order);
  }

  /** The score of a document from 0 to about 1.5: how well it meets the conditions, where it is, how it stands. */
  #ranker(units: readonly Unit[], options: SearchOptions): (document: number) => number {
    const whole = weightOf(units);
    const bonus = this.#bonus(options);
    return (document) => {
      let sum = 0;
      for (const unit of units) sum += unit.weight * this.#value(unit, document);
      return sum / whole + bonus(document);
    };
  }

  /** What a document is worth by where it is and how it stands. */
  #bonus({ country, origin }: SearchOptions): (document: number) => number {
    const { country: countries, standing } = this.#index;
    const here = country === undefined ? -1 : REGIONS.indexOf(country);
    const from = origin === undefined ? -1 : REGIONS.indexOf(origin);
    const { country: bonusHere, origin: bonusFrom, standing: bonusStanding } = BONUS;
    return (document) => {
      const place = countries[document];
      const bonus = place === here ? bonusHere : place === from ? bonusFrom : 0;
      return bonus + bonusStanding * (standing[document] as number);
    };
  }

  /** Whether even the best only mentions a word that was asked for, or there is none. */
  #mentionsOnly(best: Candidate | undefined, units: readonly Unit[]): boolean {
    return (
      best === undefined ||
      units.some((unit) => unit.required && unit.fallbacks.length === 0 && unit.evidence.get(best.document) < WEAK)
    );
  }

  /** Whether it meets every condition by what somebody says, not by silence. */
  #meetsOutright(document: number, units: readonly Unit[]): boolean {
    return units.every((unit) => !unit.required || unit.evidence.get(document) > 0);
  }

  /** The best of each kind in their order, with what only a close look at a document tells. */
  #closeLook(best: Top, matched: Sparse, addresses: readonly string[]): Candidate[] {
    const { order } = this.#index;
    return best.groups.flatMap((group) =>
      group
        .map(({ document, score }) => ({
          document,
          score:
            score +
            BONUS.name * this.#nameFit(document, matched) +
            (addresses.some((address) => this.#hasAddress(document, address)) ? BONUS.address : 0),
        }))
        .sort((a, b) => b.score - a.score || (order[a.document] as number) - (order[b.document] as number)),
    );
  }

  #hasAddress(document: number, address: string): boolean {
    return (
      this.#index.documents[document]
        ?.fields()
        .some(({ name, text }) => name === 'channel' && text.toLowerCase().includes(address)) === true
    );
  }

  /** The share of the document's name, in the language where it is largest, that the query's words make up. */
  #nameFit(document: number, matched: Sparse): number {
    const { names, namesStart } = this.#index.table;
    let best = 0;
    let sum = 0;
    let length = 0;
    for (let p = namesStart[document] as number; p < (namesStart[document + 1] as number); p++) {
      const word = names[p] as number;
      if (word === -1) {
        if (length > 0) best = Math.max(best, sum / length);
        sum = 0;
        length = 0;
      } else {
        sum += matched.get(word);
        length++;
      }
    }
    return best;
  }

  #hits(ranked: readonly Candidate[], matched: Sparse, parts: readonly QueryPart[], limit: number): Hit[] {
    const { documents, type } = this.#index;
    const fragments = parts.filter((part) => part.kind === 'number');
    const { vocabulary } = this.#index;
    const numbers = matched.touched.slice(0, matched.size);
    let found: ReadonlySet<string> | undefined;
    const words = () => {
      found ??= new Set(Array.from(numbers, (number) => vocabulary.word(number)));
      return found;
    };
    const of = (t: number) => ranked.filter(({ document }) => type[document] === t);
    const others = TYPES.flatMap((_, t) => (t === 0 ? [] : of(t).slice(0, LIMIT_OF_OTHERS)));
    return [...of(0).slice(0, Math.max(limit - others.length, 0)), ...others]
      .slice(0, limit)
      .map(({ document }) => hitOf(documents[document] as SearchDocument, words, fragments));
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

/** What the conditions count together that a document should meet; never 0. */
function weightOf(units: readonly Unit[]): number {
  let weights = 0;
  for (const unit of units) if (unit.required) weights += unit.weight;
  return weights || 1;
}

/** The most that any document is worth for a condition. */
function mostOf(unit: Unit): number {
  const { size, touched, values } = unit.evidence;
  let most = silenceOf(unit);
  for (let i = 0; i < size; i++) most = Math.max(most, values[touched[i] as number] as number);
  return most;
}

/** The most that a document is worth for a condition that it does not meet outright. */
function silenceOf({ fallbacks }: Unit): number {
  return Math.max(0, ...fallbacks.map(({ value }) => value));
}

/** What matched is worked out when it is asked for: most hits are never looked at. */
function hitOf(document: SearchDocument, words: () => ReadonlySet<string>, fragments: readonly QueryNumber[]): Hit {
  let matches: Match[] | undefined;
  return {
    type: document.type,
    id: document.id,
    country: document.country,
    ...(document.title && { title: document.title }),
    get matches() {
      matches ??= [...numbersWith(document, fragments), ...matchesOf(document, words())];
      return matches;
    },
  };
}

/** Web and mail addresses as typed, without what stands before the name of a site. */
function addressesIn(parts: readonly QueryPart[]): string[] {
  return [...new Set(parts.flatMap((part) => (part.kind === 'word' && part.address ? [part.address] : [])))];
}

function positions(parts: readonly QueryPart[], where: (part: QueryPart, i: number) => boolean): Set<number> {
  return new Set(parts.flatMap((part, i) => (where(part, i) ? [i] : [])));
}

function partsIn(spans: readonly Span[]): Set<number> {
  return new Set(spans.flatMap((span) => Array.from({ length: span.length }, (_, k) => span.first + k)));
}

/** Whether a span names a country or town, and not a language that a country is known by. */
function isPlace({ senses }: Span): boolean {
  return ['country', 'city'].includes(senses[0]?.kind ?? '') && !senses.some(({ kind }) => kind === 'language');
}

/** What a chip says where several senses fit. */
const CHIP_ORDER: readonly Sense['kind'][] = [
  'language',
  'country',
  'city',
  'services',
  'kinds',
  'exploitation',
  'sex',
  'age',
  'nationality',
  'hours',
  'legal',
  'measures',
];

function chipsOf(
  parts: readonly QueryPart[],
  spans: readonly Span[],
  texts: readonly (TextMatch | undefined)[],
): { span: Span; chip: Understood }[] {
  return spans.flatMap((span) => {
    // While a word is being typed that may become one of the directory's own, a chip would come and go.
    const own = texts.slice(span.first, span.first + span.length).some((text) => (text?.words.size ?? 0) > 0);
    if (!span.complete && (own || span.senses.length > 1)) return [];
    const best = [...span.senses].sort((a, b) => CHIP_ORDER.indexOf(a.kind) - CHIP_ORDER.indexOf(b.kind))[0];
    if (!best || best.kind === 'channels' || best.kind === 'subject') return [];
    const words = parts.slice(span.first, span.first + span.length).map(({ typed }) => typed);
    return [{ span, chip: { kind: best.kind, code: best.code, words: words.join(' ') } }];
  });
}

function restOf(parts: readonly QueryPart[], spans: readonly Span[]): string {
  const inSpan = partsIn(spans);
  return parts
    .filter((_, i) => !inSpan.has(i))
    .map(({ typed }) => typed.trim())
    .join(' ');
}
