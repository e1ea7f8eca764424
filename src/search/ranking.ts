/** How high a document stands: how well it meets the conditions, where it is, how it stands, and how near its name is. */
import { REGIONS, type Region } from '../directory/schema.ts';
import { type Condition, isPlace, type Workbench, weightOf, worthOf } from './conditions.ts';
import type { Index } from './index.ts';
import type { Span } from './lexicon.ts';
import { isAmong } from './matcher.ts';
import type { QueryPart } from './query.ts';
import type { Sparse } from './sparse.ts';
import type { Candidate, Top } from './top.ts';
import { BONUS } from './weights.ts';

/** Which countries come first, and how many hits are wanted. */
export interface Where {
  /** The chosen one, or the one that was named. */
  country?: Region | undefined;
  /** Whether a whole sentence was typed. */
  sentence?: boolean | undefined;
  /** Whether that is the state of a mission that is not known: each of its others is for another country. */
  atHome?: boolean | undefined;
  /** Whether it was told what happened, and in no town. */
  anywhere?: boolean | undefined;
  /** The country of origin. */
  origin?: Region | undefined;
  /** The country of the language in which somebody writes. */
  spoken?: Region | undefined;
  /** The country that somebody is said to be from. */
  home?: Region | undefined;
  /** What is called as was typed in other countries, where nothing is in the chosen one. */
  called?: Sparse | undefined;
  /** At most. */
  limit?: number | undefined;
}

/** The score of a document from 0 to about 1.5: how well it meets the conditions, where it is, how it stands. */
export function scoreBy(index: Index, conditions: readonly Condition[], where: Where): (document: number) => number {
  const whole = weightOf(conditions);
  const bonus = bonusBy(index, where);
  return (document) => {
    let sum = 0;
    for (const condition of conditions) sum += condition.weight * worthOf(index, condition, document);
    return sum / whole + bonus(document);
  };
}

/** What a document is worth by where it is and how it stands. */
export function bonusBy(
  { country: countries, standing, nationwide, concepts }: Index,
  { country, sentence, atHome, anywhere, origin, spoken, home, called }: Where,
): (document: number) => number {
  const speaking = spoken === undefined ? -1 : REGIONS.indexOf(spoken);
  const chosen = country === undefined ? -1 : REGIONS.indexOf(country);
  const from = origin === undefined ? -1 : REGIONS.indexOf(origin);
  const theirs = home === undefined ? -1 : REGIONS.indexOf(home);
  // A ministry's line answers for its citizens everywhere but here.
  const consular = concepts.get('kinds:consular');
  const isAbroad = (document: number) => consular !== undefined && isAmong(consular, document);
  const bonusHere = atHome ? BONUS.home : sentence ? BONUS.countryOfSentence : BONUS.country;
  const bonusSpoken = sentence && spoken !== 'ru' ? BONUS.languageOfSentence : BONUS.language;
  const { origin: bonusFrom, standing: bonusStanding } = BONUS;
  return (document) => {
    const place = countries[document];
    let bonus = 0;
    if (place === chosen) bonus = bonusHere;
    else if (place === from) bonus = bonusFrom;
    else if (place === speaking) bonus = bonusSpoken;
    else if (place === theirs) bonus = BONUS.language;
    const here = called && called.get(document) > 0 ? Math.max(bonus, BONUS.called) : bonus;
    const everywhere =
      anywhere && place === chosen && nationwide[document] === 1 && !isAbroad(document) ? BONUS.nationwide : 0;
    return here + everywhere + bonusStanding * (standing[document] as number);
  };
}

/** A word of a name as it is typed, and so much of one that is begun or declined. */
const EXACT = 0.93;
const IN_NAME = 0.7;
/** Services that help nobody who is in another country. */
const HERE: ReadonlySet<string> = new Set(['shelter', 'medical', 'safety']);
/** So many letters begin few words. */
const LONG = 5;

/**
 * What has all that was typed in its name, an acronym or the beginning of a long word, in another country than the
 * chosen one, unless something there has, too: then that comes first as ever.
 */
export function calledElsewhere(
  { index, documents }: Pick<Workbench, 'index' | 'documents'>,
  parts: readonly QueryPart[],
  conditions: readonly Condition[],
  spans: readonly Span[],
  country: Region | undefined,
): Sparse | undefined {
  const words = conditions.filter(({ required }) => required);
  const [first, ...others] = words;
  // What means something is meant, unless it stands in capitals as an acronym does, is still being typed, or is the one word of a name.
  const capitals = parts.every((part) => part.kind === 'word' && part.capitals);
  const isWord = parts.length === 1 && words.length === 1 && !spans.some(isNeededHere);
  const meant = words.some(({ strict, sure }) => strict && sure && !capitals);
  if (country === undefined || !first || (meant && !isWord)) return undefined;
  const names = ({ strict, evidence, named }: Condition) => (strict ? named : evidence);
  const short = parts.some((part) => part.kind === 'number' || part.text.length < LONG);
  const least = short || meant ? EXACT : IN_NAME;
  const chosen = REGIONS.indexOf(country);
  const called = documents.lend();
  const some = names(first);
  for (let i = 0; i < some.size; i++) {
    const document = some.touched[i] as number;
    if (some.get(document) < least || others.some((other) => names(other).get(document) < least)) continue;
    if (index.country[document] === chosen) return undefined;
    called.raise(document, 1);
  }
  // A word that has a meaning is the name of somebody only where one country has it in its names.
  if (meant && !isOfOneCountry(index, called)) return undefined;
  return called.size > 0 ? called : undefined;
}

/** A place is where it is; a bed and a doctor are wanted where somebody is, in whatever language they are asked for. */
function isNeededHere(span: Span): boolean {
  return isPlace(span) || span.senses.some(({ kind, code }) => kind === 'services' && HERE.has(code));
}

function isOfOneCountry({ country }: Index, { touched, size }: Sparse): boolean {
  for (let i = 1; i < size; i++) {
    if (country[touched[i] as number] !== country[touched[0] as number]) return false;
  }
  return true;
}

/** What else a close look asks of a document. */
interface Close {
  /** Web and mail addresses that were typed. */
  addresses: readonly string[];
  /** The moment at which somebody should answer, when that was asked for. */
  openAt: Date | undefined;
  /** Whether it is the mission of a state that is not meant. */
  isOthers: ((document: number) => boolean) | undefined;
  /** Whether it is the mission of the state that is meant, where nobody says whose. */
  isOwn: ((document: number) => boolean) | undefined;
}

/**
 * The best of each kind in their order, with what only a close look at a document tells.
 * @param matched the words of the index that the query's words matched
 */
export function closeLook(
  index: Index,
  best: Top,
  matched: Sparse,
  { addresses, openAt, isOthers, isOwn }: Close,
): Candidate[] {
  const { order } = index;
  return best.groups.flatMap((group) =>
    group
      .map(({ document, score }) => ({
        document,
        score:
          score +
          BONUS.name * nameFit(index, document, matched) +
          (addresses.some((address) => hasAddress(index, document, address)) ? BONUS.address : 0) +
          (openAt ? BONUS.open * openness(index, document, openAt) : 0) +
          (isOwn?.(document) ? BONUS.own : 0) -
          (isOthers?.(document) ? BONUS.others : 0),
      }))
      .sort((a, b) => b.score - a.score || (order[a.document] as number) - (order[b.document] as number)),
  );
}

function openness(index: Index, document: number, now: Date): number {
  const open = index.documents[document]?.open?.(now);
  return open === undefined ? 0.5 : Number(open);
}

function hasAddress(index: Index, document: number, address: string): boolean {
  return (
    index.documents[document]
      ?.fields()
      .some(({ name, text }) => name === 'channel' && text.toLowerCase().includes(address)) === true
  );
}

/** The share of the document's name, in the language where it is largest, that the query's words make up. */
function nameFit({ table: { names, namesStart } }: Index, document: number, matched: Sparse): number {
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
