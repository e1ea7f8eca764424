/** Which documents meet the conditions: all of them, all but one, some, any. Only the best of each kind are kept. */
import { REGIONS } from '../directory/schema.ts';
import { type Condition, meets, mostOf, silenceOf, type Workbench, weightOf, worthOf } from './conditions.ts';
import { TYPES } from './index.ts';
import { bonusBy, scoreBy, type Where } from './ranking.ts';
import { Top } from './top.ts';
import { BONUS } from './weights.ts';

/** Where fewer meet everything, what misses a word follows; else only what scores nearly as high as the best. */
const FEW = 10;
const NEARLY = 0.6;
/** A word of a name in some form of it. */
const IN_NAME = 0.7;
/** This many of the best of a kind by meaning and words are looked at closely. */
const CLOSE_LOOK = 80;

/** The best documents that meet every required condition. */
export function meetingAll(bench: Workbench, conditions: readonly Condition[], where: Where): Top {
  const best = topOf(bench, where);
  const required = conditions.filter((condition) => condition.required);
  const score = scoreBy(bench.index, conditions, where);
  const whom = conditions.filter((condition) => condition.whom);
  const least = [required, whom, conditions].find(({ length }) => length > 0) ?? [];
  eachMeeting(bench, least, [...required, ...whom], (document) => best.offer(document, score(document) + BONUS.all));
  return best;
}

/** Adds documents that are called what was typed, and miss one chip: no page may say that a shelter gives legal aid, too. */
export function addNamed(bench: Workbench, conditions: readonly Condition[], where: Where, best: Top): void {
  const required = conditions.filter((condition) => condition.required);
  const score = scoreBy(bench.index, conditions, where);
  const seen = bench.documents.lend();
  for (const { place, named } of required) {
    for (let i = 0; !place && i < named.size; i++) {
      const document = named.touched[i] as number;
      if (named.get(document) < IN_NAME || seen.get(document) > 0) continue;
      seen.raise(document, 1);
      const missed = onlyMissed(bench, required, document);
      if (missed?.strict && !missed.place) best.offer(document, score(document) + BONUS.named);
    }
  }
}

/** The one condition that a document does not meet, when it is one. */
function onlyMissed({ index }: Workbench, conditions: readonly Condition[], document: number): Condition | undefined {
  let missed: Condition | undefined;
  for (let c = 0; c < conditions.length; c++) {
    const condition = conditions[c] as Condition;
    if (worthOf(index, condition, document) > 0) continue;
    if (missed) return undefined;
    missed = condition;
  }
  return missed;
}

/** Adds documents that meet every chip and some of the words. */
export function addMeetingSome(bench: Workbench, conditions: readonly Condition[], where: Where, best: Top): void {
  const strict = conditions.filter((condition) => condition.strict);
  const words = conditions.filter((condition) => condition.required && !condition.strict);
  if (words.length === 0 || strict.length + words.length < 2) return;
  const score = scoreBy(bench.index, conditions, where);
  const least = best.size < FEW ? 0 : NEARLY * (best.best()?.score ?? 0);
  const offer = (document: number) => {
    if (meets(bench.index, words, document)) return;
    const value = score(document);
    if (value >= least) best.offer(document, value);
  };
  if (strict.length > 0) eachMeeting(bench, strict, strict, offer);
  else eachMeetingAny(bench, words, conditions, where, best, 0, offer);
}

/**
 * Adds who acts on what happened in the country that is meant, though no page says that they also do what else was said:
 * who does both in another country helps nobody here. To a sentence, whoever fits all of it is followed by the first contacts.
 */
export function addActing(bench: Workbench, conditions: readonly Condition[], where: Where, best: Top): void {
  const { index } = bench;
  const happened = conditions.find((condition) => condition.happened);
  const here = where.country === undefined ? -1 : REGIONS.indexOf(where.country);
  if (!happened || here === -1) return;
  const isHere = (document: number) => index.country[document] === here;
  if (where.sentence && best.groups.some((group) => group.some(({ document }) => isHere(document)))) return;
  const binding = conditions.filter(({ place, whom }) => place || whom);
  const score = scoreBy(index, conditions, where);
  const known = new Set(best.groups.flatMap((group) => group.map(({ document }) => document)));
  const { size, touched } = happened.evidence;
  for (let i = 0; i < size; i++) {
    const document = touched[i] as number;
    if (!isHere(document) || known.has(document)) continue;
    if (meets(index, binding, document)) best.offer(document, score(document));
  }
}

/** The best documents that meet any condition, those within all chips first, then those called what was typed. */
export function meetingMost(bench: Workbench, conditions: readonly Condition[], where: Where): Top {
  const best = topOf(bench, where);
  const score = scoreBy(bench.index, conditions, where);
  const required = conditions.filter((condition) => condition.required);
  const telling = required.some(({ evidence }) => evidence.size > 0) ? required : conditions;
  eachMeetingAny(bench, telling, conditions, where, best, Math.max(BONUS.chips, BONUS.named), (document) =>
    best.offer(document, score(document) + nearness(bench, required, document)),
  );
  return best;
}

function nearness({ index }: Workbench, required: readonly Condition[], document: number): number {
  let met = 0;
  let missedChips = 0;
  let missedPlaces = 0;
  let named = false;
  let placed = false;
  for (let c = 0; c < required.length; c++) {
    const condition = required[c] as Condition;
    if (worthOf(index, condition, document) > 0) {
      met++;
      placed ||= condition.place && condition.sure && condition.evidence.get(document) > 0;
      named ||= !condition.place && condition.named.get(document) >= IN_NAME;
    } else if (condition.strict) {
      missedChips++;
      if (condition.place) missedPlaces++;
    }
  }
  if (missedChips === 0 && (met > 1 || placed)) return BONUS.chips;
  return named && missedChips === 1 && missedPlaces === 0 && met === required.length - 1 ? BONUS.named : 0;
}

/**
 * Visits the documents that meet any of the conditions outright, but not those that cannot be among the best any more.
 * @param all of which these conditions are some
 * @param more what the score may be above that of `scoreBy`
 */
function eachMeetingAny(
  { index, documents }: Workbench,
  conditions: readonly Condition[],
  all: readonly Condition[],
  where: Where,
  best: Top,
  more: number,
  visit: (document: number) => void,
): void {
  const seen = documents.lend();
  const bonus = bonusBy(index, where);
  const whole = weightOf(all);
  // A little more than that, for sums are rounded.
  let most = more + 1e-6;
  for (const condition of all) most += (condition.weight * mostOf(condition)) / whole;
  // From the rarest on: what only meets the common ones comes last, when the best are known.
  for (const condition of [...conditions].sort((a, b) => a.evidence.size - b.evidence.size)) {
    const { size, touched } = condition.evidence;
    for (let i = 0; i < size; i++) {
      const document = touched[i] as number;
      if (seen.get(document) > 0) continue;
      seen.raise(document, 1);
      if (!best.isFull(document, most + bonus(document))) visit(document);
    }
    // Those that are left meet this one by silence at best.
    most -= (condition.weight * (mostOf(condition) - silenceOf(condition))) / whole;
  }
}

/**
 * Visits the documents that meet all conditions. Where each could be met by saying nothing, one at least must be met
 * outright, unless few do: silence on everything is no answer.
 * @param outright those conditions of which one must be met by what somebody says
 */
function eachMeeting(
  { index, documents }: Workbench,
  conditions: readonly Condition[],
  outright: readonly Condition[],
  visit: (document: number) => void,
): void {
  // What can be met in no other way lists the documents; the shortest list is the quickest.
  const [from, ...others] = [...conditions].sort(
    (a, b) => Math.min(1, a.fallbacks.length) - Math.min(1, b.fallbacks.length) || a.evidence.size - b.evidence.size,
  );
  if (!from) return;
  if (from.fallbacks.length === 0) {
    const { size, touched } = from.evidence;
    for (let i = 0; i < size; i++) {
      const document = touched[i] as number;
      if (meets(index, others, document)) visit(document);
    }
    return;
  }
  const seen = documents.lend();
  let met = 0;
  for (const { evidence } of outright) {
    for (let i = 0; i < evidence.size; i++) {
      const document = evidence.touched[i] as number;
      if (seen.get(document) > 0) continue;
      seen.raise(document, 1);
      if (!meets(index, conditions, document)) continue;
      met++;
      visit(document);
    }
  }
  if (met >= FEW) return;
  for (let document = 0; document < index.documents.length; document++) {
    if (seen.get(document) === 0 && meets(index, conditions, document)) visit(document);
  }
}

function topOf({ index }: Workbench, { limit = 0 }: Where): Top {
  return new Top(TYPES.length, Math.max(CLOSE_LOOK, limit), index.type, index.order);
}
