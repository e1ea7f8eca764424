/** What was typed as conditions: each recognised concept or place is one, each other word or number is one. */
import { isFunctionWord, isSentenceWord } from './function-words.ts';
import type { Recognised } from './happenings.ts';
import type { Index } from './index.ts';
import type { Span } from './lexicon.ts';
import {
  actEvidence,
  conceptEvidence,
  type Fallback,
  fallbacksOf,
  fallbackValue,
  isAmong,
  numberEvidence,
  type TextMatch,
  textEvidence,
} from './matcher.ts';
import { isFrom } from './origins.ts';
import type { Places } from './places.ts';
import type { QueryPart } from './query.ts';
import type { Pool, Sparse } from './sparse.ts';
import { wanted } from './vocabulary.ts';
import { ALSO_NAMED, FOR_WHOM, FROM, IN_PASSING, NAMED, NAMED_FOR_PLACE, NAMED_IN_PART } from './weights.ts';

/** A word of a name as it is typed, in whatever script. */
const EXACT = 0.93;
/** A word that is worth less anywhere stands in no name and no place that somebody covers. */
const TELLING = 0.7;

/** What holds for every word that is no chip. */
const WORD = { fallbacks: [], strict: false, place: false, whom: false, sure: true };

/** One condition of a query, with what meets it. */
export interface Condition {
  evidence: Sparse;
  weight: number;
  /** What a document may still be worth when it does not meet the condition outright. */
  fallbacks: Fallback[];
  required: boolean;
  /** A chip: what does not meet it is left out, whereas a missing word only counts less. */
  strict: boolean;
  /** A chip that names a place, or the state of a mission: who misses it is somebody else, whatever they are called. */
  place: boolean;
  /** It says for whom: who meets it is looked at, and nobody has to. */
  whom: boolean;
  /** It is what happened: who meets it acts on that. */
  happened?: true;
  /** Not a chip of a word that is still being typed or may be misspelt. */
  sure: boolean;
  /** The documents that have its words where they say what they are. */
  named: Sparse;
}

/** What an answer is made with. The pools are used again, so that a keystroke allocates nothing of the directory's size. */
export interface Workbench {
  index: Index;
  places: Places;
  /** Values by word of the index. */
  words: Pool;
  /** Values by document. */
  documents: Pool;
}

/** What was recognised in a query. */
export interface Meaning {
  spans: readonly Span[];
  happening: Recognised | undefined;
  /** What somebody left, and so does not ask for. */
  left?: readonly Span[] | undefined;
  /** Of which state a mission is asked for, and where it stands. */
  mission?: { state: string; where: string | undefined } | undefined;
  /** The country that somebody says to be from. */
  origin?: string | undefined;
}

/**
 * The conditions of the query: what happened is one, each recognised span is one, each other word is one. Of a sentence
 * that has said what is needed, the words that tell nobody's name are only passed by.
 */
export function conditionsOf(
  bench: Workbench,
  parts: readonly QueryPart[],
  texts: readonly (TextMatch | undefined)[],
  meaning: Meaning,
): Condition[] {
  const { index } = bench;
  const { happening, spans } = meaning;
  const conditions: Condition[] = [];
  const places = new Map<string, Condition>();
  if (happening) conditions.push(happeningCondition(bench, happening, texts));
  const embassies = spans.some(isConsular);
  for (const span of spans) {
    if (isWish(span)) continue;
    // Where the mission stands comes first, but its ministry helps from home.
    if (meaning.mission?.where && isPlace(span) && span.senses.every(({ kind }) => kind === 'country')) continue;
    const condition = spanCondition(bench, span, texts, embassies);
    const kind = span.senses[0]?.kind;
    if (kind === undefined || !isPlace(span)) {
      conditions.push(condition);
      continue;
    }
    // Two towns or two countries are either-or.
    const same = places.get(kind);
    if (same) {
      for (let i = 0; i < condition.evidence.size; i++) {
        const document = condition.evidence.touched[i] as number;
        same.evidence.raise(document, condition.evidence.get(document));
      }
      same.fallbacks.push(...condition.fallbacks);
    } else {
      places.set(kind, condition);
      conditions.push(condition);
    }
  }
  const understood = conditions.some(({ strict }) => strict);
  const sentence = isSentence(parts, happening);
  const inMeaning = partsIn(meaning);
  parts.forEach((part, i) => {
    if (inMeaning.has(i)) return;
    const evidence = bench.documents.lend();
    if (part.kind === 'number') {
      numberEvidence(index, part, evidence);
      const words = index.vocabulary.same(wanted(part.digits), bench.words.lend());
      textEvidence(index, words, true, evidence);
      conditions.push({ evidence, weight: 1, ...WORD, required: true, named: evidence });
      return;
    }
    if (parts.length > 1 && i < parts.length - 1 && isSentenceWord(part.text)) return;
    const words = texts[i]?.words;
    if (words) textEvidence(index, words, part.text.length <= 2, evidence);
    const joins = parts.length > 1 && (isFunctionWord(part.text) || (happening !== undefined && isFrom(part.text)));
    const inPassing =
      !joins && understood && sentence && !(texts[i]?.known === true && mostOf({ evidence, fallbacks: [] }) >= TELLING);
    const required = !joins && !inPassing;
    const rare = 1 - Math.log(1 + evidence.size) / Math.log(2 + index.documents.length);
    // What joins the words of a sentence tells nobody's name.
    const aside = inPassing || (joins && understood && sentence);
    const weight = (joins ? 0.2 : 0.6 + 0.6 * rare) * (aside ? IN_PASSING : 1);
    conditions.push({ evidence, weight, ...WORD, required, named: evidence });
  });
  return conditions;
}

/** The first of one list, the first of the other, the second of one, and so on. */
function inTurn<T>(one: readonly T[], other: readonly T[]): T[] {
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_, at) => [...one.slice(at, at + 1), ...other.slice(at, at + 1)]).flat();
}

/** What happened is met by who acts on it; who has the words in the name stands higher. */
function happeningCondition(
  { index, documents }: Workbench,
  { happening, parts, also }: Recognised,
  texts: readonly (TextMatch | undefined)[],
): Condition {
  const acts = inTurn(happening.acts, also?.happening.acts ?? []);
  const evidence = actEvidence(index, acts, documents.lend(), documents.lend());
  const named = documents.lend();
  for (const part of parts) {
    const words = texts[part]?.words;
    if (!words) continue;
    const telling = textEvidence(index, words, true, documents.lend());
    for (let i = 0; i < telling.size; i++) {
      const document = telling.touched[i] as number;
      const value = telling.get(document);
      if (value < TELLING) continue;
      named.raise(document, value);
    }
  }
  for (let i = 0; i < named.size; i++) {
    const document = named.touched[i] as number;
    const known = evidence.get(document);
    if (known > 0) evidence.raise(document, known + 0.5 * ALSO_NAMED * named.get(document));
  }
  return {
    evidence,
    weight: 1,
    fallbacks: [],
    required: true,
    strict: true,
    place: false,
    whom: false,
    happened: true,
    sure: true,
    named,
  };
}

/**
 * A recognised span is met by what it means, or by its words where a document says what it is. Questions of law are also
 * met where the words are only mentioned: points of measures and responders are about them without being them.
 * @param embassies whether one is asked for
 */
function spanCondition(
  { index, places, documents }: Workbench,
  span: Span,
  texts: readonly (TextMatch | undefined)[],
  embassies: boolean,
): Condition {
  const evidence = conceptEvidence(index, span, places, documents.lend());
  const tellingOnly = !span.senses.some(({ kind }) => kind === 'legal');
  // An embassy has the names of two states: only the data tell of which it is.
  const isMission = span.senses.some(({ kind }) => kind === 'represents');
  const each: Sparse[] = [];
  for (let k = span.first; k < span.first + span.length; k++) {
    const words = texts[k]?.words;
    if (words && !isMission) each.push(textEvidence(index, words, tellingOnly, documents.lend()));
  }
  const named = documents.lend();
  const [first, ...others] = each.sort((a, b) => a.size - b.size);
  const isOnlyPlace = embassies ? () => false : isNamedForPlace(index, span);
  for (let i = 0; i < (first?.size ?? 0); i++) {
    const document = first?.touched[i] as number;
    let least = first?.get(document) as number;
    for (const other of others) least = Math.min(least, other.get(document));
    if (least === 0) continue;
    if (isOnlyPlace(document)) {
      evidence.raise(document, NAMED_FOR_PLACE * least);
      continue;
    }
    named.raise(document, least);
    const known = evidence.get(document);
    const value = least * (least >= EXACT ? NAMED : span.sure ? NAMED_IN_PART : 1);
    evidence.raise(document, known > 0 ? Math.max(known + ALSO_NAMED * least, value) : value);
  }
  const fillsIn = span.senses.every(({ kind }) => kind === 'channels' || kind === 'subject');
  const place = isPlace(span) || isMission;
  if (isPeople(span))
    return { ...WORD, evidence, weight: span.from ? FROM : FOR_WHOM, required: false, whom: true, named };
  return {
    evidence,
    weight: !fillsIn ? 1 : span.senses[0]?.kind === 'subject' ? 0.6 : 0.3,
    fallbacks: fillsIn ? [] : fallbacksOf(span, places),
    required: !fillsIn,
    strict: !fillsIn,
    place,
    whom: false,
    sure: span.sure,
    named,
  };
}

/** An embassy is named for the country that it is of and for the one where it stands: neither says whom it helps, or what it speaks. */
function isNamedForPlace({ concepts }: Index, { senses }: Span): (document: number) => boolean {
  const consular = concepts.get('kinds:consular');
  if (!consular || !senses.some(({ kind }) => kind === 'country' || kind === 'language')) return () => false;
  return (document) => isAmong(consular, document);
}

/** What a document is worth for a condition: 0 when it does not meet it. */
export function worthOf(index: Index, condition: Condition, document: number): number {
  const value = condition.evidence.values[document] as number;
  return value > 0 || condition.fallbacks.length === 0 ? value : fallbackValue(index, condition.fallbacks, document);
}

/** Whether a document meets them all. */
export function meets(index: Index, conditions: readonly Condition[], document: number): boolean {
  for (let c = 0; c < conditions.length; c++) {
    if (worthOf(index, conditions[c] as Condition, document) === 0) return false;
  }
  return true;
}

/** Whether it meets every condition by what somebody says, not by silence. */
export function meetsOutright(document: number, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => !condition.required || condition.evidence.get(document) > 0);
}

/** What the conditions count together that a document should meet; never 0. */
export function weightOf(conditions: readonly Condition[]): number {
  let weights = 0;
  for (const condition of conditions) if (condition.required) weights += condition.weight;
  // Where only those for whom it is were named, they are all that counts.
  return weights || (conditions.some(({ whom }) => whom) ? FOR_WHOM : 1);
}

/** The most that any document is worth for a condition. */
export function mostOf(condition: Pick<Condition, 'evidence' | 'fallbacks'>): number {
  const { size, touched, values } = condition.evidence;
  let most = silenceOf(condition);
  for (let i = 0; i < size; i++) most = Math.max(most, values[touched[i] as number] as number);
  return most;
}

/** The most that a document is worth for a condition that it does not meet outright. */
export function silenceOf({ fallbacks }: Pick<Condition, 'fallbacks'>): number {
  return Math.max(0, ...fallbacks.map(({ value }) => value));
}

/** The parts of the query that were recognised. */
export function partsIn({ spans, happening, left = [] }: Meaning): Set<number> {
  return new Set([
    ...[...spans, ...left].flatMap((span) => Array.from({ length: span.length }, (_, k) => span.first + k)),
    ...(happening?.parts ?? []),
    ...(happening?.also?.parts ?? []),
  ]);
}

/** Whether a span is only wished for: who answers now comes first, and nobody is left out. */
export function isWish({ senses }: Span): boolean {
  return senses.every(({ kind, code }) => kind === 'hours' && code === 'now');
}

/** Whether a span says for which people something is: who says so stands higher, and nobody is left out. */
export function isPeople({ senses }: Span): boolean {
  return senses.some(({ kind }) => kind === 'people') && !senses.some(({ kind }) => kind === 'country');
}

/** Whether words make a sentence, and are not only what is looked for. */
export function isSentence(parts: readonly QueryPart[], happening: Recognised | undefined): boolean {
  return happening !== undefined || parts.some((part) => part.kind === 'word' && isSentenceWord(part.text));
}

/** Whether a span asks for a mission. */
export function isConsular({ senses }: Span): boolean {
  return senses.some(({ code }) => code === 'consular');
}

/** Whether a span names a country or town, and not a language that a country is known by. */
export function isPlace({ senses }: Span): boolean {
  return ['country', 'city'].includes(senses[0]?.kind ?? '') && !senses.some(({ kind }) => kind === 'language');
}
