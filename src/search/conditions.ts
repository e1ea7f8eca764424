/** What was typed as conditions: each recognised concept or place is one, each other word or number is one. */
import { isFunctionWord } from './function-words.ts';
import type { Index } from './index.ts';
import type { Span } from './lexicon.ts';
import {
  conceptEvidence,
  type Fallback,
  fallbacksOf,
  fallbackValue,
  numberEvidence,
  type TextMatch,
  textEvidence,
} from './matcher.ts';
import type { Places } from './places.ts';
import type { QueryPart } from './query.ts';
import type { Pool, Sparse } from './sparse.ts';
import { wanted } from './vocabulary.ts';
import { ALSO_NAMED, NAMED, NAMED_IN_PART } from './weights.ts';

/** A word of a name as it is typed, in whatever script. */
const EXACT = 0.93;

/** What holds for every word that is no chip. */
const WORD = { fallbacks: [], strict: false, place: false };

/** One condition of a query, with what meets it. */
export interface Condition {
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

/** What an answer is made with. The pools are used again, so that a keystroke allocates nothing of the directory's size. */
export interface Workbench {
  index: Index;
  places: Places;
  /** Values by word of the index. */
  words: Pool;
  /** Values by document. */
  documents: Pool;
}

/** The conditions of the query: each recognised span is one, each other word is one. */
export function conditionsOf(
  bench: Workbench,
  parts: readonly QueryPart[],
  texts: readonly (TextMatch | undefined)[],
  spans: readonly Span[],
): Condition[] {
  const { index } = bench;
  const conditions: Condition[] = [];
  const places = new Map<string, Condition>();
  for (const span of spans) {
    const condition = spanCondition(bench, span, texts);
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
  const inSpan = partsIn(spans);
  parts.forEach((part, i) => {
    if (inSpan.has(i)) return;
    const evidence = bench.documents.lend();
    if (part.kind === 'number') {
      numberEvidence(index, part, evidence);
      const words = index.vocabulary.same(wanted(part.digits), bench.words.lend());
      textEvidence(index, words, true, evidence);
      conditions.push({ evidence, weight: 1, ...WORD, required: true, named: evidence });
      return;
    }
    const words = texts[i]?.words;
    if (words) textEvidence(index, words, part.text.length <= 2, evidence);
    const required = parts.length === 1 || !isFunctionWord(part.text);
    const rare = 1 - Math.log(1 + evidence.size) / Math.log(2 + index.documents.length);
    conditions.push({ evidence, weight: required ? 0.6 + 0.6 * rare : 0.2, ...WORD, required, named: evidence });
  });
  return conditions;
}

/**
 * A recognised span is met by what it means, or by its words where a document says what it is. Questions of law are also
 * met where the words are only mentioned: points of measures and responders are about them without being them.
 */
function spanCondition(
  { index, places, documents }: Workbench,
  span: Span,
  texts: readonly (TextMatch | undefined)[],
): Condition {
  const evidence = conceptEvidence(index, span, places, documents.lend());
  const tellingOnly = !span.senses.some(({ kind }) => kind === 'legal');
  const each: Sparse[] = [];
  for (let k = span.first; k < span.first + span.length; k++) {
    const words = texts[k]?.words;
    if (words) each.push(textEvidence(index, words, tellingOnly, documents.lend()));
  }
  const named = documents.lend();
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
    fallbacks: fillsIn ? [] : fallbacksOf(span, places),
    required: !fillsIn,
    strict: !fillsIn,
    place,
    named,
  };
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
  return weights || 1;
}

/** The most that any document is worth for a condition. */
export function mostOf(condition: Condition): number {
  const { size, touched, values } = condition.evidence;
  let most = silenceOf(condition);
  for (let i = 0; i < size; i++) most = Math.max(most, values[touched[i] as number] as number);
  return most;
}

/** The most that a document is worth for a condition that it does not meet outright. */
export function silenceOf({ fallbacks }: Condition): number {
  return Math.max(0, ...fallbacks.map(({ value }) => value));
}

/** The parts of the query that were recognised. */
export function partsIn(spans: readonly Span[]): Set<number> {
  return new Set(spans.flatMap((span) => Array.from({ length: span.length }, (_, k) => span.first + k)));
}

/** Whether a span names a country or town, and not a language that a country is known by. */
function isPlace({ senses }: Span): boolean {
  return ['country', 'city'].includes(senses[0]?.kind ?? '') && !senses.some(({ kind }) => kind === 'language');
}
