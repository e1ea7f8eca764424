/** What is shown of an answer: hits with why they matched, what was understood, and never a dead end. */
import type { Directory } from '../directory/directory.ts';
import { COUNTRIES, REGIONS } from '../directory/schema.ts';
import { isConsular, isPlace, type Meaning, partsIn } from './conditions.ts';
import type { SearchDocument } from './documents.ts';
import { isFunctionWord } from './function-words.ts';
import { matchesOf, numbersWith } from './highlight.ts';
import { type Index, TYPES } from './index.ts';
import type { Sense, Span } from './lexicon.ts';
import { conceptsOf, isAmong, type TextMatch } from './matcher.ts';
import type { Places } from './places.ts';
import type { QueryNumber, QueryPart } from './query.ts';
import type { Where } from './ranking.ts';
import type { Sparse } from './sparse.ts';
import type { Candidate } from './top.ts';
import type { Hit, Match, Reason, Understood } from './types.ts';

/** Of every other kind of hit than responders. */
const LIMIT_OF_OTHERS = 8;

/**
 * The ranked documents as hits, responders first.
 * @param matched the words of the index that the query's words matched
 * @param limit how many at most
 */
export function hitsOf(
  index: Index,
  places: Places,
  meaning: Meaning,
  ranked: readonly Candidate[],
  matched: Sparse,
  parts: readonly QueryPart[],
  limit: number,
): Hit[] {
  const { documents, type, vocabulary } = index;
  const fragments = parts.filter((part) => part.kind === 'number');
  const reasons = (document: number) => reasonsFor(document, index, places, meaning);
  const numbers = matched.touched.slice(0, matched.size);
  // "who helps in Riga": a name is not there for its "in".
  const isAside = parts.some((part) => part.kind === 'word' && !isFunctionWord(part.text))
    ? isFunctionWord
    : () => false;
  let found: ReadonlySet<string> | undefined;
  const words = () => {
    found ??= new Set(Array.from(numbers, (number) => vocabulary.word(number)).filter((word) => !isAside(word)));
    return found;
  };
  const of = (t: number) => ranked.filter(({ document }) => type[document] === t);
  const others = TYPES.flatMap((_, t) => (t === 0 ? [] : of(t).slice(0, LIMIT_OF_OTHERS)));
  return [...of(0).slice(0, Math.max(limit - others.length, 0)), ...others]
    .slice(0, limit)
    .map(({ document }) => hitOf(documents[document] as SearchDocument, words, fragments, () => reasons(document)));
}

/** What matched is worked out when it is asked for: most hits are never looked at. */
function hitOf(
  document: SearchDocument,
  words: () => ReadonlySet<string>,
  fragments: readonly QueryNumber[],
  reasonsOf: () => Reason[],
): Hit {
  let matches: Match[] | undefined;
  let reasons: Reason[] | undefined;
  return {
    type: document.type,
    id: document.id,
    country: document.country,
    ...(document.title && { title: document.title }),
    get matches() {
      matches ??= [...numbersWith(document, fragments), ...matchesOf(document, words())];
      return matches;
    },
    get reasons() {
      reasons ??= reasonsOf();
      return reasons;
    },
  };
}

/** Vocabularies of which it is worth saying that one holds. */
const REASONS: readonly Reason['kind'][] = [
  'kinds',
  'services',
  'sex',
  'age',
  'nationality',
  'exploitation',
  'hours',
  'language',
  'contact',
];

/** The concepts that were asked for and hold for a document, then the town that was named, or that it answers for all of its country. */
function reasonsFor(
  document: number,
  { concepts, nationwide, type, country }: Index,
  places: Places,
  { spans, happening }: Meaning,
): Reason[] {
  const asked = new Set([
    ...(happening?.happening.acts ?? []).flatMap(conceptsOf),
    ...spans.flatMap(({ senses }) => senses.map(({ kind, code }) => `${kind}:${code}`)),
  ]);
  const reasons: Reason[] = [];
  for (const concept of asked) {
    const [kind, code] = concept.split(':') as [Reason['kind'], string];
    const holds = concepts.get(concept);
    if (REASONS.includes(kind) && holds && isAmong(holds, document)) reasons.push({ kind, code });
  }
  const towns = spans.flatMap(({ senses }) => senses.flatMap(({ kind, code }) => (kind === 'city' ? [code] : [])));
  const town = towns.find((code) => places.documentsOf(code).has(document));
  if (town !== undefined) reasons.push({ kind: 'city', code: town });
  else if (nationwide[document] === 1 && type[document] === 0) {
    // Who answers for all of one country does not for a town of another.
    const answersFor = (code: string) =>
      REGIONS[country[document] as number] === code || isAmong(concepts.get(`country:${code}`) ?? NONE, document);
    const whole = towns.flatMap((code) => places.countryOf(code) ?? []).find(answersFor);
    if (whole !== undefined) reasons.push({ kind: 'country', code: whole });
  }
  return reasons;
}

const NONE = new Int32Array();

const CONTACT: Reason = { kind: 'contact', code: 'first' };

/** So many who fit stand above the first contacts in the answer to a sentence. */
const ABOVE_CONTACTS = 3;

/**
 * Never a dead end: the first contacts of the countries that were meant, or of all. They follow what was found; in the answer
 * to a sentence they stand among the first five, for one of its many words may always have been misunderstood: behind the best
 * who fit there, before all who do not.
 * @param met whether anybody may meet all that was asked for
 * @param outright whether anybody does, by what is said of them
 * @param names whether words were typed that are looked for in names
 */
export function withFirstContacts(
  directory: Directory,
  places: Places,
  hits: Hit[],
  { spans, mission, happening }: Meaning,
  { country, spoken, sentence }: Where,
  { met, outright, names }: { met: boolean; outright: boolean; names: boolean },
): Hit[] {
  const meant = spans
    .filter((span) => isPlace(span) && !span.from)
    .flatMap(({ senses }) =>
      senses.flatMap(({ kind, code }) =>
        kind === 'country' ? [code] : kind === 'city' ? [places.countryOf(code)] : [],
      ),
    );
  const named = COUNTRIES.filter((code) => meant.includes(code));
  const here = country ?? (sentence ? spoken : undefined);
  const chosen = named.length > 0 ? named : COUNTRIES.filter((code) => code === here);
  const countries = chosen.length > 0 ? chosen : hits.length > 0 ? [] : COUNTRIES;
  const contacts = countries.flatMap((code) => {
    const pack = directory.countries.get(code);
    return pack ? [...(pack.contactPoint ? [pack.contactPoint] : []), ...pack.antiTraffickingLine] : [];
  });
  const responders = hits.filter(({ type }) => type === 'responder');
  // A language is only a hint where somebody is.
  const isSaid = named.length > 0 || country !== undefined;
  const elsewhere = responders.findIndex((hit) => isSaid && !countries.some((code) => code === hit.country));
  const fitting = elsewhere === -1 ? responders.length : elsewhere;
  // Who asks for a mission has said whom to call.
  const isFirstWanted = sentence && !mission && !spans.some(isConsular);
  const isAsked =
    met && (happening !== undefined || spans.some(outright ? saysWhat : saysNeed) || (outright && (names || !isSaid)));
  const most = Math.min(ABOVE_CONTACTS, fitting);
  // Where nobody meets all of it, who is in the town that was named is still nearer than a line for the whole country.
  const inTown = responders.findIndex(({ reasons }) => !reasons.some(({ kind }) => kind === 'city'));
  const before = !isFirstWanted ? responders.length : isAsked ? most : met ? Math.min(most, Math.max(inTown, 0)) : 0;
  const above = responders.slice(0, before);
  const more = [...new Set(contacts)]
    .filter((id) => !above.some((hit) => hit.id === id))
    .flatMap((id): Hit[] => {
      const responder = directory.responder(id);
      const found = responders.find((hit) => hit.id === id);
      return found
        ? [found]
        : responder
          ? [{ type: 'responder', id, country: responder.country, matches: [], reasons: [CONTACT] }]
          : [];
    });
  const below = responders.slice(before).filter((hit) => !more.includes(hit));
  return [...above, ...more, ...below, ...hits.filter(({ type }) => type !== 'responder')];
}

/** What says only whom it is about, in which country, and when. */
const ASIDE: ReadonlySet<Sense['kind']> = new Set(['sex', 'age', 'nationality', 'country', 'subject', 'hours']);

/** Whether a span says what is needed, in which town, or for which people. */
function saysWhat({ senses }: Span): boolean {
  return senses.some(({ kind }) => !ASIDE.has(kind));
}

/** Whether a span says what is needed: who may give it is nearer than nobody. */
function saysNeed({ senses }: Span): boolean {
  return senses.some(({ kind }) => kind === 'services' || kind === 'kinds');
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

/** The chips of an answer, and the words that are left to be matched as text. */
export function understoodOf(
  parts: readonly QueryPart[],
  meaning: Meaning,
  texts: readonly (TextMatch | undefined)[],
): { understood: Understood[]; rest: string } {
  const { spans, happening } = meaning;
  const chips = spans.flatMap((whole) => {
    // A people is shown by its language, or by how its citizens stand; the state of a mission by its name.
    const span = {
      ...whole,
      senses: whole.senses.flatMap((sense) =>
        sense.kind === 'people' ? [] : sense.kind === 'represents' ? [{ ...sense, kind: 'country' as const }] : [sense],
      ),
    };
    // While a word is being typed that may become one of the directory's own, a chip would come and go.
    const own = texts.slice(span.first, span.first + span.length).some((text) => (text?.words.size ?? 0) > 0);
    if (!span.complete && (own || span.senses.length > 1)) return [];
    const best = [...span.senses].sort((a, b) => CHIP_ORDER.indexOf(a.kind) - CHIP_ORDER.indexOf(b.kind))[0];
    if (
      !best ||
      best.kind === 'channels' ||
      best.kind === 'subject' ||
      best.kind === 'people' ||
      best.kind === 'represents'
    )
      return [];
    const words = parts.slice(span.first, span.first + span.length).map(({ typed }) => typed);
    return [{ span, chip: { kind: best.kind, code: best.code, words: words.join(' ') } }];
  });
  const inChip = partsIn({ spans: chips.map(({ span }) => span), happening });
  const left = parts.filter((_, i) => !inChip.has(i));
  const said = [...partsIn({ spans: [], happening })]
    .sort((a, b) => a - b)
    .map((i) => parts[i]?.typed ?? '')
    .join(' ');
  return {
    understood: [
      ...(happening ? [{ kind: 'happening' as const, code: happening.code, words: said }] : []),
      ...chips.map(({ chip }) => chip),
    ],
    rest: left.map(({ typed }) => typed.trim()).join(' '),
  };
}
