/** Text in, ranked hits out. README.md says what it understands and the rule it ranks by. */
import { REGIONS, type Region } from '../directory/codes.ts';
import { COUNTRY_OF_LANGUAGE } from '../directory/country-of-language.ts';
import type { Directory } from '../directory/directory.ts';
import {
  type Condition,
  conditionsOf,
  isConsular,
  isPlace,
  isSentence,
  isWish,
  type Meaning,
  meetsOutright,
  partsIn,
  type Workbench,
} from './conditions.ts';
import { documentsOf, FIRST_CONTACT, type SearchDocument } from './documents.ts';
import { isFunctionWord, isSentenceWord, isUrgent } from './function-words.ts';
import type { Happenings, Recognised } from './happenings.ts';
import { Index } from './index.ts';
import { Lexicon, SENTENCE, type Sense, type Span } from './lexicon.ts';
import { isAmong, matchText, type TextMatch } from './matcher.ts';
import { addActing, addMeetingSome, addNamed, meetingAll, meetingMost } from './meeting.ts';
import { isAfterFrom, isBeforeCitizens, isBeforeMigrants, isFrom, isOrigin, isWhereFrom } from './origins.ts';
import { type PackedSearch, tablesOf } from './packed.ts';
import { Places } from './places.ts';
import { parseQuery, type QueryPart } from './query.ts';
import { calledElsewhere, closeLook, type Where } from './ranking.ts';
import { hitsOf, understoodOf, withFirstContacts } from './showing.ts';
import { Pool } from './sparse.ts';
import { countryOfLanguage } from './spoken.ts';
import type { Candidate } from './top.ts';
import type { Answer, HappeningFound, Search, SearchOptions } from './types.ts';
import { editsFor } from './typos.ts';
import { wanted } from './vocabulary.ts';

const LIMIT = 50;
/** Below this a document only mentions what was asked for, and the word may be misspelt. */
const WEAK = 0.55;

/** Words of fewer letters only join others, and are no part of a longer one. */
const JOINED = 3;

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
  readonly #happenings: () => Happenings | undefined;
  readonly #bench: Workbench;

  constructor(directory: Directory, documents: readonly SearchDocument[], packed: PackedSearch | undefined) {
    this.#directory = directory;
    const tables = tablesOf(directory, documents, packed);
    const index = new Index(documents, tables.index);
    this.#lexicon = new Lexicon(tables.lexicon, directory.places);
    // Of the guidance nobody acts on anything: what happened is words there.
    this.#happenings = index.concepts.has(FIRST_CONTACT) ? tables.happenings : () => undefined;
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
    this.#addJoined(parts, texts);
    const happening = this.#happenings()?.recognise(parts, without);
    // A word that nobody knows, or only as a loose form of another, may be misspelt. When nothing meets everything, every word may be that is no known one.
    const unknown = positions(
      parts,
      (part, i) =>
        part.kind === 'word' &&
        texts[i]?.doubtful === true &&
        !happening?.parts.includes(i) &&
        !this.#lexicon.knows(part),
    );
    const known = positions(parts, (_, i) => texts[i]?.known === true);
    const written = positions(parts, (_, i) => texts[i]?.written === true);
    this.#addMistyped(parts, texts, unknown);
    const understand = (mistyped: ReadonlySet<number>) =>
      meaningOf(
        parts,
        this.#lexicon.recognise(parts, known, written, mistyped, without),
        happening,
        bench.places,
        options.country,
      );
    let meaning = understand(unknown);
    let conditions = conditionsOf(bench, parts, texts, meaning);
    const where: Where = {
      ...whereOf(bench, parts, meaning, options),
      sentence: isWhole(parts, meaning),
      atHome: isMissionMissing(index, meaning),
      anywhere: meaning.happening !== undefined && !meaning.spans.some(namesTown),
      limit: options.limit,
    };
    where.called = calledElsewhere(bench, parts, conditions, meaning.spans, where.country);
    let best = meetingAll(bench, conditions, where);
    if (mentionsOnly(best.best(), conditions)) {
      const doubtful = positions(
        parts,
        (part, i) =>
          part.kind === 'word' &&
          editsFor(part.text.length) > 0 &&
          texts[i]?.known === false &&
          !happening?.parts.includes(i),
      );
      const more = new Set([...doubtful].filter((i) => !unknown.has(i)));
      if (more.size > 0) {
        this.#addMistyped(parts, texts, more);
        meaning = understand(doubtful);
        conditions = conditionsOf(bench, parts, texts, meaning);
        const again = meetingAll(bench, conditions, where);
        if (again.size > 0) best = again;
      }
    }
    const met = best.size > 0;
    // Who acts on it in another country helps nobody here.
    const isAway = (document: number) =>
      happening !== undefined &&
      where.country !== undefined &&
      REGIONS[index.country[document] as number] !== where.country;
    const nearest =
      !best.groups.some((group) =>
        group.some(({ document }) => meetsOutright(document, conditions) && !isAway(document)),
      ) || isMissionMissing(index, meaning);
    if (!met) best = meetingMost(bench, conditions, where);
    else {
      addNamed(bench, conditions, where, best);
      addMeetingSome(bench, conditions, where, best);
      addActing(bench, conditions, where, best);
    }
    const matched = bench.words.lend();
    const called = bench.words.lend();
    // Who acts on what happened is not called by where, or by the small words around it.
    const isAside = (span: Span) => span.from || (happening !== undefined && isPlace(span));
    const aside = partsIn({ spans: meaning.spans.filter(isAside), happening: undefined, left: meaning.left });
    texts.forEach((text, i) => {
      // What makes a sentence of a need is no word of a name, and what says where somebody is from is none.
      const part = parts[i];
      if (!text || (parts.length > 1 && part?.kind === 'word' && isSentenceWord(part.text) && !text.known)) return;
      const isOfName =
        !aside.has(i) && !(happening && part?.kind === 'word' && (isFunctionWord(part.text) || isFrom(part.text)));
      for (let w = 0; w < text.words.size; w++) {
        const word = text.words.touched[w] as number;
        const quality = text.words.get(word);
        matched.raise(word, quality);
        if (isOfName) called.raise(word, quality);
      }
    });
    const ranked = closeLook(index, best, called, {
      addresses: addressesIn(parts),
      openAt: openAt(meaning, options),
      isOthers: missionsOfOthers(index, meaning, where),
      isOwn: ownMissions(bench, parts, meaning, options.country),
    });
    const hits = hitsOf(index, bench.places, meaning, ranked, matched, parts, options.limit ?? LIMIT);
    return {
      hits:
        nearest || where.sentence
          ? withFirstContacts(this.#directory, bench.places, hits, meaning, where, {
              met,
              outright: !nearest,
              names: conditions.some(({ required, strict }) => required && !strict),
            })
          : hits,
      ...understoodOf(parts, meaning, texts),
      ...(happening && { happening: foundOf(happening) }),
      nearest,
      guidance: () => [],
    };
  }

  /** "Lasteabi telefon" is the Lasteabitelefon: two words that one language writes as one, each stand for that one, too. */
  #addJoined(parts: readonly QueryPart[], texts: readonly (TextMatch | undefined)[]): void {
    const { vocabulary } = this.#bench.index;
    // Of two words alone the joint is sought mistyped as well: that of each pair in a longer text would cost too much.
    const alone = parts.length === 2;
    for (let i = 0; i + 1 < parts.length; i++) {
      const [part, next] = [parts[i], parts[i + 1]];
      const [words, others] = [texts[i]?.words, texts[i + 1]?.words];
      if (part?.kind !== 'word' || next?.kind !== 'word' || !words || !others) continue;
      if (part.text.length < JOINED || next.text.length < JOINED) continue;
      const word = wanted(part.text + next.text);
      vocabulary.same(word, words);
      vocabulary.same(word, others);
      if (alone && (texts[i]?.doubtful || texts[i + 1]?.doubtful)) {
        vocabulary.mistyped(word, words);
        vocabulary.mistyped(word, others);
      }
    }
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

/** What was recognised, freed of what contradicts it. */
function meaningOf(
  parts: readonly QueryPart[],
  spans: readonly Span[],
  said: Recognised | undefined,
  places: Places,
  chosen: Region | undefined,
): Meaning {
  // The very words of a form of exploitation or of a question of law mean that, and not what is like it; so does a name of more words.
  const happening = said && spans.some((span) => isMeantItself(span, said)) ? undefined : said;
  // In a sentence, what only looks like the name of a place is none when it would be in another country than the chosen one.
  const isDoubtful = (span: Span) =>
    parts.length >= SENTENCE &&
    chosen !== undefined &&
    isPlace(span) &&
    !span.sure &&
    ![...countriesOf(span, places), countryIn(span)].some((code) => code === chosen);
  const told = happening !== undefined && parts.length >= SENTENCE;
  // "Missing from the shelter" asks for no shelter.
  const isLeft = (span: Span) =>
    happening !== undefined &&
    isWhereFrom(parts, span, happening.language) &&
    span.senses.every(isOfNeed) &&
    !overlaps(span, happening);
  const likely = spans.filter(
    (span) => !isDoubtful(span) && !isLeft(span) && !(told && !span.sure && span.senses.some(isOfNeed)),
  );
  const free = likely.filter((span) =>
    // "Now" alone, or begun, may be a word of a name.
    isWish(span) ? span.sure && parts.length > span.length : !happening || !overlaps(span, happening),
  );
  const inTowns = new Set(free.filter(isPlace).flatMap((span) => countriesOf(span, places)));
  const placed = free.some(isPlace);
  const mission = missionOf(free, places, chosen);
  const origins = mission ? new Set<Span>() : originsOf(parts, free, spans, places, chosen);
  return {
    happening,
    mission,
    left: spans.filter(isLeft),
    origin: [...origins].flatMap((span) => countryIn(span) ?? countriesOf(span, places))[0],
    spans: free.flatMap((span): Span[] => {
      if (span === mission?.span)
        return [{ ...span, senses: [{ kind: 'represents', code: mission.state, quality: 1 }] }];
      if (mission && isPlace(span)) return [span];
      if (origins.has(span)) {
        const countries = span.senses.flatMap((sense): Span['senses'] => {
          const code = sense.kind === 'city' ? places.countryOf(sense.code) : sense.code;
          return code !== undefined && (sense.kind === 'city' || sense.kind === 'country')
            ? [{ kind: 'country', code, quality: sense.quality }]
            : [];
        });
        const senses = countries.length > 0 ? countries.flatMap(peopleOf) : span.senses;
        // "Ukrainian refugees" are those for whom something is.
        if (isBeforeMigrants(span, free)) return [{ ...span, senses }];
        const word = isAfterFrom(parts, span) ? 1 : 0;
        return [{ ...span, first: span.first - word, length: span.length + word, senses, from: true }];
      }
      // Beside a town the name of another country says where somebody is from.
      if (
        inTowns.size > 0 &&
        isPlace(span) &&
        span.senses.every(({ kind, code }) => kind === 'country' && !inTowns.has(code))
      )
        return [{ ...span, senses: span.senses.flatMap(peopleOf) }];
      // Beside a place the name of a language is no country.
      const isLanguage = ({ kind }: Sense) => kind === 'language';
      const languages =
        placed && span.senses.some(isLanguage) ? span.senses.filter(({ kind }) => kind !== 'country') : [];
      return [languages.length > 0 ? { ...span, senses: languages } : span];
    }),
  };
}

/**
 * The countries that somebody is from. Such a country is where help is wanted all the same when the query names no other
 * place, none is chosen, and the language is spoken in many.
 */
function originsOf(
  parts: readonly QueryPart[],
  spans: readonly Span[],
  all: readonly Span[],
  places: Places,
  chosen: Region | undefined,
): ReadonlySet<Span> {
  const lone = chosen !== undefined && spans.filter((span) => isPlace(span) && span.sure).length === 1;
  const origins = spans.filter((span) => isOrigin(parts, span, all, lone) || isBeforeMigrants(span, spans));
  const others = spans.filter((span) => isPlace(span) && span.sure && !origins.includes(span));
  const spoken = parts.length < SENTENCE ? undefined : countryOfLanguage(parts, undefined, all, false, places);
  const where = [...others.flatMap((span) => [...countriesOf(span, places), countryIn(span)]), chosen ?? spoken];
  // A town is where somebody is, unless another country is named or chosen as that.
  const isElsewhere = (span: Span) => {
    const [home = countryIn(span)] = countriesOf(span, places);
    return where.some((code) => code !== undefined && code !== home);
  };
  return new Set(origins.filter(isElsewhere));
}

/** What somebody may need: who has told what happened says it in no word that only looks like one for it. */
function isOfNeed({ kind }: Sense): boolean {
  return kind === 'kinds' || kind === 'services' || kind === 'language';
}

/** The countries of the towns that a span may name. */
function countriesOf({ senses }: Span, places: Places): string[] {
  return senses.flatMap(({ kind, code }) => (kind === 'city' ? (places.countryOf(code) ?? []) : []));
}

function countryIn({ senses }: Span): string | undefined {
  return senses.find(({ kind }) => kind === 'country')?.code;
}

/** Somebody of a country: who is called so, or speaks its language. */
function peopleOf({ code, quality }: Span['senses'][number]): Span['senses'] {
  const languages = Object.entries(COUNTRY_OF_LANGUAGE).filter(([, country]) => country === code);
  return [
    { kind: 'people', code, quality },
    ...languages.map(([language]) => ({ kind: 'language' as const, code: language, quality })),
  ];
}

/**
 * Whose mission is asked for, and where it stands: the Bulgarian consul in Germany; Lithuania's embassy in Norway; by who is in Latvia,
 * the embassy of Estonia. A country alone may be either, and is a place.
 */
function missionOf(
  spans: readonly Span[],
  places: Places,
  chosen: Region | undefined,
): { span: Span; state: string; where: string | undefined } | undefined {
  if (!spans.some(isConsular)) return undefined;
  const stateOf = ({ senses }: Span) => senses.find(({ kind }) => kind === 'country' || kind === 'people')?.code;
  const towns = spans.flatMap(({ senses }) =>
    senses.flatMap(({ kind, code }) => (kind === 'city' ? (places.countryOf(code) ?? []) : [])),
  );
  const countries = spans.filter(
    (span) => stateOf(span) !== undefined && !span.senses.some(({ kind }) => kind === 'city'),
  );
  // A word that is still being typed may yet be a country's name: "Zvi" is Zviedrija as well as zviedru.
  const adjective = countries.find(
    ({ sure, senses }) => sure && senses.some(({ kind }) => kind === 'language' || kind === 'people'),
  );
  const span = adjective ?? countries.find((one) => isBeforeCitizens(one, spans)) ?? countries[0];
  const state = span && stateOf(span);
  if (!span || !state) return undefined;
  const other = countries.find((one) => one !== span && stateOf(one) !== state);
  const where =
    (other && stateOf(other)) ?? towns.find((country) => country !== state) ?? (chosen === state ? undefined : chosen);
  return adjective || where ? { span, state, where } : undefined;
}

/** Whether the mission that is asked for is not known: the state has none there, or none that a page was found of. */
function isMissionMissing({ concepts, country }: Index, { mission }: Meaning): boolean {
  if (!mission?.where) return false;
  const there = REGIONS.indexOf(mission.where as Region);
  const missions = concepts.get(`represents:${mission.state}`);
  return !missions?.some((document) => country[document] === there);
}

function isMeantItself(span: Span, said: Recognised): boolean {
  if (!span.sure || !overlaps(span, said)) return false;
  const covered = said.parts.every((part) => part >= span.first && part < span.first + span.length);
  if (covered && span.length > said.parts.length) return true;
  // "Barn" is a question of law, too: of what happened to one it is only the one word.
  return span.senses.some(
    ({ kind }) => (kind === 'legal' && (covered || span.length > 1)) || (kind === 'exploitation' && covered),
  );
}

function overlaps({ first, length }: Span, { parts, also }: Recognised): boolean {
  return [...parts, ...(also?.parts ?? [])].some((part) => part >= first && part < first + length);
}

/** Which countries come first: those that are named, or else the chosen one; then those of origin and of the language. */
function whereOf(
  { index, places }: Workbench,
  parts: readonly QueryPart[],
  meaning: Meaning,
  { country, origin }: SearchOptions,
): Where {
  const { spans, happening, mission, origin: from } = meaning;
  const [named] = spans
    .filter((span) => isPlace(span) && span.sure)
    .flatMap(({ senses }) =>
      senses.flatMap(({ kind, code }) =>
        kind === 'city' ? (places.countryOf(code) ?? []) : kind === 'country' ? [code] : [],
      ),
    ) as Region[];
  // At night a mission is closed, and its ministry's line is not: who cannot wait finds that first, and who asks for one that
  // is not there.
  const cannotWait = parts.some((part) => part.kind === 'word' && isUrgent(part.text));
  if (mission?.where && (cannotWait || isMissionMissing(index, meaning)))
    return { country: mission.state as Region, origin: mission.where as Region };
  return {
    country: (mission?.where as Region | undefined) ?? named ?? country,
    // A ministry helps its citizens abroad from home.
    origin: (mission?.state as Region | undefined) ?? origin,
    // A need is called in the words of one's own language wherever one is.
    spoken: named ? undefined : countryOfLanguage(parts, happening, spans, country === undefined, places),
    home: from as Region | undefined,
  };
}

/** Whether somebody typed a whole sentence: it says more than what is looked for. */
function isWhole(parts: readonly QueryPart[], meaning: Meaning): boolean {
  if (parts.length < SENTENCE) return false;
  const understood = partsIn(meaning);
  const unknown = parts.filter((part, i) => part.kind === 'word' && !understood.has(i) && !isFunctionWord(part.text));
  return isSentence(parts, meaning.happening) || unknown.length > 1;
}

/** The missions of states that were not spoken of: they help their own citizens. */
function missionsOfOthers(
  { concepts }: Index,
  { spans, mission, origin, happening }: Meaning,
  { country, spoken, sentence }: Where,
): ((document: number) => boolean) | undefined {
  if (mission) {
    const others = REGIONS.flatMap((state) =>
      state === mission.state ? [] : (concepts.get(`represents:${state}`) ?? []),
    );
    return (document) => others.some((some) => isAmong(some, document));
  }
  const missions = concepts.get('kinds:consular');
  if (!missions || spans.some(isConsular)) return undefined;
  // Of what happened to somebody of whom nothing is known, any of them may be the own one.
  if (!sentence && happening?.happening.acts.some(({ kind }) => kind === 'consular')) return undefined;
  const states = spans.flatMap(({ senses }) =>
    senses.flatMap(({ kind, code }) =>
      kind === 'language' ? (COUNTRY_OF_LANGUAGE[code] ?? []) : kind === 'country' || kind === 'people' ? code : [],
    ),
  );
  const own = [...states, origin, country, spoken].flatMap((state) => concepts.get(`represents:${state}`) ?? []);
  return (document) => isAmong(missions, document) && !own.some((some) => isAmong(some, document));
}

/** Who asks for a mission and does not say whose, means that of the state whose language it is asked in, or else of the chosen one. */
function ownMissions(
  { index: { concepts }, places }: Workbench,
  parts: readonly QueryPart[],
  { spans, mission, happening }: Meaning,
  chosen: Region | undefined,
): ((document: number) => boolean) | undefined {
  if (mission || !spans.some(isConsular)) return undefined;
  const own = concepts.get(`represents:${countryOfLanguage(parts, happening, spans, true, places) ?? chosen}`);
  return own && ((document) => isAmong(own, document));
}

function namesTown({ senses }: Span): boolean {
  return senses.some(({ kind }) => kind === 'city');
}

function openAt({ spans }: Meaning, { now = new Date() }: SearchOptions): Date | undefined {
  return spans.some(isWish) ? now : undefined;
}

function foundOf({ code, happening: { label, situation = '', guide } }: Recognised): HappeningFound {
  return { code, label, situation, ...(guide !== undefined && { guide }) };
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
