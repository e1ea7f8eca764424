/**
 * What is worth knowing before a study visit, read off the directory: who is who in that country, and what to ask on
 * each of the seven measures. Nothing in it is invented: every question comes from something our pages leave open, say in
 * two ways or say differently from home. No React.
 */
import { type CountryCode, MEASURES, type Measure } from '../../directory/codes.ts';
import { confidenceOf, judgingDay } from '../../directory/confidence.ts';
import { COUNTRY_OF_LANGUAGE } from '../../directory/country-of-language.ts';
import { firstChannelFrom } from '../../directory/dialling.ts';
import { channelConfidence, sourcesOf } from '../../directory/directory.ts';
import type { CountryPack, PackChannel, PackResponder } from '../../directory/pack.ts';
import type { Legal } from '../../directory/schema.ts';

/** What somebody is in a country's response, in the order in which a delegation asks for them. */
export const ROLES = [
  'contact',
  'line',
  'lead',
  'police',
  'prosecution',
  'labour',
  'children',
  'ngo',
  'care',
  'papers',
  'rights',
  'international',
  'embassy',
] as const;
export type Role = (typeof ROLES)[number];

const ROLE_OF_KIND: Readonly<Record<string, Role>> = {
  'national-coordinator': 'lead',
  'national-rapporteur': 'lead',
  ministry: 'lead',
  police: 'police',
  'border-guard': 'police',
  prosecutor: 'prosecution',
  'labour-inspectorate': 'labour',
  'child-protection': 'children',
  'child-helpline': 'children',
  'missing-children': 'children',
  ngo: 'ngo',
  shelter: 'ngo',
  'legal-aid': 'rights',
  ombudsman: 'rights',
  'compensation-authority': 'rights',
  hotline: 'care',
  'social-services': 'care',
  health: 'care',
  municipality: 'care',
  'migration-authority': 'papers',
  'international-organisation': 'international',
  other: 'international',
};

export interface WhoIsWho {
  role: Role;
  /** Those that take part in most measures first. */
  responders: readonly PackResponder[];
}

/** Everybody of a country by role, each once. The embassies of other states than one's own are left out. */
export function whoIsWho(country: CountryPack, home: CountryCode | undefined): WhoIsWho[] {
  const role = (responder: PackResponder): Role | undefined => {
    if (responder.id === country.contactPoint) return 'contact';
    if (country.antiTraffickingLine.includes(responder.id)) return 'line';
    if (responder.kind !== 'consular') return ROLE_OF_KIND[responder.kind] ?? 'international';
    // A country's own consular service looks after its people abroad; it stands with those who see to papers.
    if (responder.represents === undefined) return 'papers';
    return responder.represents === home ? 'embassy' : undefined;
  };
  return ROLES.map((name) => ({
    role: name,
    responders: country.responders
      .filter((responder) => role(responder) === name)
      .sort((a, b) => b.measures.length - a.measures.length),
  })).filter(({ responders }) => responders.length > 0);
}

/** Something to ask. `id` stays the same as long as the directory says the same. */
export type Ask = { id: string } /** What our sources leave open; English, as in the data. */ & (
  | { kind: 'open'; text: string; responders: readonly string[]; legal?: keyof Legal | undefined }
  /** Pages contradict each other about how somebody is reached; English, as in the data. */
  | { kind: 'disputed'; text: string; responder: string }
  /** Only old pages say how somebody is reached. */
  | { kind: 'dated'; responder: string; channel: PackChannel }
  /** Our page says so, and only old pages behind it do; English, as in the data. `id` is the point's. */
  | { kind: 'point'; text: string }
  /** Only old pages say what the law is. */
  | { kind: 'old'; legal: keyof Legal }
  /** The law on this was not found in our sources. */
  | { kind: 'gap'; legal: keyof Legal }
  /** The law on this is another than at home. */
  | { kind: 'differs'; legal: Different }
);

/** Legal facts that say in figures, or by yes and no, what can be held side by side. */
export const COMPARABLE = [
  'formalIdentifiers',
  'reflectionPeriodDays',
  'assistanceConditionalOnCooperation',
  'assistanceDurationDays',
] as const satisfies readonly (keyof Legal)[];
export type Different = (typeof COMPARABLE)[number];

/** The measure in which a case meets a legal fact. */
const MEASURE_OF_LAW = {
  offence: '1',
  municipalRole: '1',
  dataProtection: '2',
  formalIdentifiers: '3',
  nonPunishment: '3',
  reflectionPeriodDays: '4',
  residencePermit: '4',
  assistanceConditionalOnCooperation: '5',
  assistanceByNationality: '5',
  children: '5',
  return: '6',
  assistanceDurationDays: '7',
  compensation: '7',
} as const satisfies Record<keyof Legal, Measure>;

/** How the curators name a legal fact where they say that it was not found. */
const WORDS_OF_LAW: readonly (readonly [keyof Legal, RegExp])[] = [
  ['reflectionPeriodDays', /reflection period/i],
  ['residencePermit', /residence permit/i],
  ['nonPunishment', /non-punishment/i],
  ['dataProtection', /data protection/i],
  ['assistanceDurationDays', /how long assistance|longest time that assistance/i],
  ['assistanceConditionalOnCooperation', /depends on cooperation/i],
  ['compensation', /compensation/i],
  ['offence', /\boffence\b|^Articles? \d/i],
];

/** Whom a question without an entry in the directory is about. */
const WORDS_OF_MEASURE: readonly (readonly [Measure, RegExp])[] = [
  ['5', /shelter|crisis cent|counselling cent|guardian|assistance rules/i],
  ['3', /police|prosecut/i],
  ['6', /exit rules|notarised/i],
];

/** Curators also note what they did: that is nothing to ask a host. */
function isRemark(text: string): boolean {
  return (
    /^We read |is not used\.?$/.test(text) ||
    (/\b(left|taken|took)\b[^.]*\bout\b/i.test(text) && !/whether|\?/i.test(text))
  );
}

export interface Asks {
  /** Undefined: what belongs to no one measure. */
  measure: Measure | undefined;
  asks: readonly Ask[];
}

/**
 * What to ask in a country, measure by measure, the law first.
 * @param home the pack of the country one comes from; without it nothing is compared
 * @param now the day on which pages are judged old
 */
export function whatToAsk(country: CountryPack, home: CountryPack | undefined, now: Date): Asks[] {
  const byId = new Map(country.responders.map((responder) => [responder.id, responder]));
  const open = openAsks(country, byId, home?.country);
  const named = new Set(open.flatMap(({ responders }) => responders));
  const asked = new Set(open.map(({ legal }) => legal));
  const unnamed = whoIsWho(country, home?.country as CountryCode | undefined)
    .flatMap(({ responders }) => responders)
    // Of those whom an open question names, it says more than the marks beside their numbers do.
    .filter(({ id }) => !named.has(id));
  const laws = (Object.keys(MEASURE_OF_LAW) as (keyof Legal)[]).filter((legal) => !asked.has(legal));
  const differing = differences(country, home);
  const found: Found[] = [
    ...differing.map((legal): Found => [MEASURE_OF_LAW[legal], { id: `differs.${legal}`, kind: 'differs', legal }]),
    ...laws
      .filter((legal) => country.legal[legal] === undefined)
      .map((legal): Found => [MEASURE_OF_LAW[legal], { id: `gap.${legal}`, kind: 'gap', legal }]),
    ...open
      .sort((a, b) => Number(b.legal !== undefined) - Number(a.legal !== undefined))
      .map(
        (ask): Found => [
          ask.legal ? MEASURE_OF_LAW[ask.legal] : measureOfQuestion(ask.text, ask.responders, byId),
          ask,
        ],
      ),
    ...laws
      .filter(
        (legal) => isOld(country, country.legal[legal]?.sources, now) && !differing.some((name) => name === legal),
      )
      .map((legal): Found => [MEASURE_OF_LAW[legal], { id: `old.${legal}`, kind: 'old', legal }]),
    ...unnamed.flatMap((responder) =>
      reachAsks(responder, country, now).map((ask): Found => [measureOf(responder), ask]),
    ),
  ];
  return [...MEASURES, undefined]
    .map((measure) => {
      const asks = found.filter(([of]) => of === measure).map(([, ask]) => ask);
      return {
        measure,
        asks: once(measure ? [...asks, ...pointAsks(country, measure, asks.length === 0, now)] : asks),
      };
    })
    .filter(({ asks }) => asks.length > 0);
}

/** A question and the measure it belongs to. */
type Found = [Measure | undefined, Ask];

/** What a visit begins with: the law, where our pages leave it open or have it otherwise than at home; else the first of a measure. */
export function firstAsks(parts: readonly Asks[]): Ask[] {
  return parts.flatMap(({ measure, asks }) => {
    const law = asks.filter(
      ({ kind, ...ask }) => kind === 'gap' || kind === 'differs' || (kind === 'open' && 'legal' in ask && ask.legal),
    );
    return measure && law.length === 0 ? asks.slice(0, 1) : law;
  });
}

type Open = Extract<Ask, { kind: 'open' }>;

function openAsks(country: CountryPack, byId: ReadonlyMap<string, PackResponder>, home: string | undefined): Open[] {
  return country.openQuestions
    .filter(({ text, responders = [] }) => !isRemark(text) && !isOfOtherEmbassies(responders, byId, home))
    .map(({ text, responders = [] }) => ({
      id: `open.${slug(text)}`,
      kind: 'open',
      text,
      responders,
      legal: responders.length > 0 ? undefined : WORDS_OF_LAW.find(([, words]) => words.test(text))?.[0],
    }));
}

/** So many points of one measure are put as questions: the first ones of a page say what matters most. */
const POINTS = 3;

/** What our page says of a measure and only old pages do; where nothing else is to be asked, what it says first. */
function pointAsks(country: CountryPack, measure: Measure, otherwiseNone: boolean, now: Date): Ask[] {
  const points = country.measures[measure];
  const old = points.filter(({ sources }) => isOld(country, sources, now)).slice(0, POINTS);
  return (old.length > 0 || !otherwiseNone ? old : points.slice(0, 1)).map(({ id, text }) => ({
    id,
    kind: 'point',
    text,
  }));
}

/** Whether only old pages, or pages without a date, say so. */
function isOld(country: CountryPack, sources: readonly string[] | undefined, now: Date): boolean {
  return (
    sources !== undefined && confidenceOf(sourcesOf(country, sources), judgingDay(country.checked, now)) === 'dated'
  );
}

/** Which legal facts say something else than at home, in figures or by yes and no. */
export function differences(country: CountryPack, home: CountryPack | undefined): Different[] {
  return notTheSame(country, home).filter((name) => country.legal[name] && home?.legal[name]);
}

/** The same, with those that were found in one of both only: what is not known of one is not the same as at home. */
export function notTheSame(country: CountryPack, home: CountryPack | undefined): Different[] {
  if (!home || home.country === country.country) return [];
  return COMPARABLE.filter((name) => figureOf(country.legal, name) !== figureOf(home.legal, name));
}

/** What can be held side by side of a fact; undefined where it is not known. */
function figureOf(legal: Legal, name: Different): string | undefined {
  const fact = legal[name];
  if (!fact) return undefined;
  if ('who' in fact) return fact.who.length > 0 ? 'somebody' : 'nobody';
  if ('value' in fact) return String(fact.value);
  if ('days' in fact) return String(fact.days);
  return 'min' in fact || 'max' in fact ? `${fact.min}-${fact.max}` : 'no days';
}

function reachAsks(responder: PackResponder, country: CountryPack, now: Date): Ask[] {
  const { id, channels } = responder;
  const disputed = channels.flatMap(({ disagreement }) => disagreement?.text ?? []);
  if (disputed.length > 0) {
    return [...new Set(disputed)].map((text) => ({
      id: `disputed.${slug(text)}`,
      kind: 'disputed',
      text,
      responder: id,
    }));
  }
  const channel = firstChannelFrom(channels, country, country.country === 'eu' ? undefined : country.country);
  return channel && channelConfidence(country, channel, now) === 'dated'
    ? [{ id: `dated.${id}`, kind: 'dated', responder: id, channel }]
    : [];
}

/** How somebody is reached matters for the first referral, where they take part in it. */
function measureOf({ measures }: PackResponder): Measure | undefined {
  const measure = measures.includes(2) ? 2 : measures[0];
  return measure && (String(measure) as Measure);
}

function measureOfQuestion(
  text: string,
  responders: readonly string[],
  byId: ReadonlyMap<string, PackResponder>,
): Measure | undefined {
  const responder = responders.map((id) => byId.get(id)).find((known) => known !== undefined);
  return responder ? measureOf(responder) : WORDS_OF_MEASURE.find(([, words]) => words.test(text))?.[0];
}

/** Whether a question is about the embassies of other states alone: the hosts cannot answer it. */
function isOfOtherEmbassies(
  responders: readonly string[],
  byId: ReadonlyMap<string, PackResponder>,
  home: string | undefined,
): boolean {
  return responders.length > 0 && responders.every((id) => (byId.get(id)?.represents ?? home) !== home);
}

function once(asks: readonly Ask[]): Ask[] {
  return [...new Map(asks.map((ask) => [ask.id, ask])).values()];
}

/** The beginning of a text as a name for it. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80);
}

/** What is compared of two countries before a visit, as the comparison's address has it. */
const COMPARED =
  'identifies,reflection,cooperation,assistance,duration,children,compensation,nonpunishment,return,municipalities';

/** The address of the comparison of both countries; of the one alone where home is not known. */
export function comparisonHref(to: CountryCode, home: CountryCode | undefined): string {
  return `/countries/compare?c=${home && home !== to ? `${home},${to}` : to}&q=${COMPARED}`;
}

/** Languages of the app of which nobody can tell from which country whoever reads them comes. */
const SPOKEN_IN_MANY = ['sv', 'ru'];

/**
 * The country one comes from: the one chosen, and for whoever has chosen the country of the visit already, the one the
 * telephone is of, or the one where its language is spoken.
 */
export function homeOf(
  to: CountryCode,
  known: { chosen: CountryCode | undefined; phone: CountryCode | undefined; language: string },
): CountryCode | undefined {
  const spoken = SPOKEN_IN_MANY.includes(known.language) ? undefined : COUNTRY_OF_LANGUAGE[known.language];
  return [known.chosen, known.phone, spoken].find((code) => code !== undefined && code !== to);
}
