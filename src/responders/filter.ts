/** The filters of the responder list: in the address as a query, and on the directory. No React. */
import type { Confidence } from '../directory/confidence.ts';
import { responderOrder, type Standing } from '../directory/dialling.ts';
import type { Directory } from '../directory/directory.ts';
import { responderConfidence } from '../directory/evidence.ts';
import { meetsNeed, NEED_NAMES, type NeedName } from '../directory/needs.ts';
import { isRoundTheClock, openingAt } from '../directory/opening.ts';
import type { CountryPack, PackResponder } from '../directory/pack.ts';
import { REGIONS, type Region } from '../directory/schema.ts';

/** Whom a responder serves, part by part, as in the data. */
export const SERVES = ['sex', 'age', 'nationality', 'exploitation'] as const;

/** Filters of which several values can be ticked, in the order in which they stand in the address. */
export const TICKED = ['country', 'need', 'kind', 'service', ...SERVES, 'language', 'confidence'] as const;
export type Ticked = (typeof TICKED)[number];

/** Every filter, in the order of the address. */
export const FILTERS = [
  'country',
  'need',
  'kind',
  'service',
  ...SERVES,
  'open',
  'abroad',
  'language',
  'confidence',
] as const satisfies readonly (keyof Filters)[];
export type FilterName = (typeof FILTERS)[number];

/**
 * What is asked for. An empty list asks for nothing.
 *
 * One ticked country, need, kind, language or confidence is enough; services and whom it serves must all be met,
 * since a person who needs shelter and a lawyer needs both.
 */
export interface Filters extends Record<Ticked, readonly string[]> {
  /** `now`: answers at this moment; `always`: answers round the clock. */
  open: 'now' | 'always' | undefined;
  /** A number that works from another country. */
  abroad: boolean;
}

/** The values that exist, each list in the order in which it is shown and printed. */
export type FilterOptions = Record<Ticked, readonly string[]>;

export const NO_FILTERS: Filters = {
  country: [],
  need: [],
  kind: [],
  service: [],
  sex: [],
  age: [],
  nationality: [],
  exploitation: [],
  open: undefined,
  abroad: false,
  language: [],
  confidence: [],
};

const CONFIDENCES: readonly Confidence[] = ['confirmed', 'single', 'dated'];

/** The values by which this directory can be filtered: only what occurs in it. */
export function filterOptions(directory: Directory): FilterOptions {
  const { taxonomy, responders } = directory;
  const occurring = (vocabulary: Record<string, unknown>, codes: string[]) => {
    const seen = new Set(codes);
    return Object.keys(vocabulary).filter((code) => seen.has(code));
  };
  const served = (part: (typeof SERVES)[number]) => responders.flatMap((responder) => responder.serves?.[part] ?? []);
  return {
    country: REGIONS.filter((region) => directory.countries.has(region)),
    need: NEED_NAMES,
    kind: occurring(
      taxonomy.kinds,
      responders.map((responder) => responder.kind),
    ),
    service: occurring(
      taxonomy.services,
      responders.flatMap((responder) => responder.services),
    ),
    sex: occurring(taxonomy.sex, served('sex')),
    age: occurring(taxonomy.age, served('age')),
    nationality: occurring(taxonomy.nationality, served('nationality')),
    exploitation: occurring(taxonomy.exploitation, served('exploitation')),
    language: [...new Set(responders.flatMap(languagesOf))].sort(),
    confidence: CONFIDENCES,
  };
}

/**
 * Reads the filters from an address. Values that do not exist are passed over: an old link still opens.
 * @param query what follows the question mark
 */
export function parseFilters(query: string, options: FilterOptions): Filters {
  const params = new URLSearchParams(query);
  const filters = { ...NO_FILTERS };
  for (const name of TICKED) {
    const wanted = new Set(params.getAll(name).flatMap((value) => value.split(',')));
    filters[name] = options[name].filter((value) => wanted.has(value));
  }
  const open = params.get('open');
  filters.open = open === 'now' || open === 'always' ? open : undefined;
  filters.abroad = params.get('abroad') === 'yes';
  return filters;
}

/** The filters as a query, without the question mark, always in the same order; empty when nothing is asked for. */
export function printFilters(filters: Filters): string {
  return FILTERS.flatMap((name) => {
    const values = valuesOf(filters, name);
    return values.length > 0 ? `${name}=${values.join(',')}` : [];
  }).join('&');
}

/** The values of one filter as they stand in the address. */
export function valuesOf(filters: Filters, name: FilterName): readonly string[] {
  if (name === 'open') return filters.open ? [filters.open] : [];
  if (name === 'abroad') return filters.abroad ? ['yes'] : [];
  return filters[name];
}

/** How many values are asked for, over all filters. */
export function countFilters(filters: Filters): number {
  return FILTERS.reduce((count, name) => count + valuesOf(filters, name).length, 0);
}

/** The filters with one value put on or taken off. Lists stay in the order of `options`. */
export function toggleFilter(filters: Filters, name: FilterName, value: string, options: FilterOptions): Filters {
  if (name === 'open') {
    const open = value === 'now' || value === 'always' ? value : undefined;
    return { ...filters, open: filters.open === open ? undefined : open };
  }
  if (name === 'abroad') return { ...filters, abroad: !filters.abroad };
  const on = filters[name].includes(value);
  return {
    ...filters,
    [name]: options[name].filter((known) => (known === value ? !on : filters[name].includes(known))),
  };
}

/** What a source may leave unsaid, and so can be neither met nor missed. */
export const UNSTATED = ['serves', 'open', 'abroad', 'language'] as const;
export type Unstated = (typeof UNSTATED)[number];

export interface Filtered {
  /** Their sources say all that is asked for. */
  matching: PackResponder[];
  /** Nothing speaks against them, but of something asked for no page speaks. */
  unstated: PackResponder[];
  /** What no page says of at least one of the unstated, in the order of {@link UNSTATED}. */
  unsaid: Unstated[];
}

/** From where, with what and since when one looks. */
export interface Place {
  standing: Standing;
  /** The country the telephone is of, as far as it tells. */
  phone?: Standing;
  /** The moment by which who answers stands first; absent = now. */
  arrival?: Date;
}

type Verdict = 'yes' | 'unstated' | 'no';

/**
 * Which responders meet the filters. "Serves men" means that a page says so: where no page says whom a responder
 * serves, it comes apart from those that match, neither hidden nor mixed in. The same holds for hours, for numbers
 * from abroad and for languages.
 *
 * Both lists come country by country in the order of `REGIONS`: the country's anti-trafficking line and contact point,
 * then round-the-clock and confirmed first; all of them first who answers now.
 * @param now decides what is open and how old the sources are
 * @param place where the user stands: an entry is as sure as the best number that rings from there
 */
export function filterResponders(
  directory: Directory,
  filters: Filters,
  now: Date,
  place: Place = { standing: undefined },
): Filtered {
  const matching: Ranked[] = [];
  const unstated: Ranked[] = [];
  const unsaid = new Set<Unstated>();
  for (const [region, country] of directory.countries) {
    if (filters.country.length > 0 && !filters.country.includes(region)) continue;
    for (const responder of country.responders) {
      if (filters.need.length > 0 && !filters.need.some((need) => meetsNeed(responder, need as NeedName))) continue;
      if (filters.kind.length > 0 && !filters.kind.includes(responder.kind)) continue;
      if (!filters.service.every((service) => responder.services.includes(service))) continue;
      const verdicts: Record<Unstated, Verdict> = {
        serves: serves(responder, filters),
        open: opens(responder, country, filters.open, now),
        abroad: filters.abroad ? worksFromAbroad(responder) : 'yes',
        language: speaks(responder, filters.language),
      };
      const said = Object.values(verdicts);
      if (said.includes('no')) continue;
      const confidence = responderConfidence(country, responder, now, place.standing);
      if (filters.confidence.length > 0 && !filters.confidence.includes(confidence)) continue;
      const ranked = {
        responder,
        region,
        rank: rank(responder, country, confidence, responderOrder(responder, country, place.arrival ?? now, place)),
      };
      if (!said.includes('unstated')) {
        matching.push(ranked);
        continue;
      }
      unstated.push(ranked);
      for (const name of UNSTATED) if (verdicts[name] === 'unstated') unsaid.add(name);
    }
  }
  return {
    matching: inOrder(matching),
    unstated: inOrder(unstated),
    unsaid: UNSTATED.filter((name) => unsaid.has(name)),
  };
}

/** How many would match if one filter were taken off, for each that is on; most first, and only where it helps. */
export function relaxations(
  directory: Directory,
  filters: Filters,
  now: Date,
  place?: Place,
): { name: FilterName; value: string; count: number }[] {
  const options = filterOptions(directory);
  return FILTERS.flatMap((name) =>
    valuesOf(filters, name).map((value) => ({
      name,
      value,
      count: filterResponders(directory, toggleFilter(filters, name, value, options), now, place).matching.length,
    })),
  )
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Responders country by country, `first` before all others; within a country as they came. */
export function byCountry(
  responders: readonly PackResponder[],
  first: Region | undefined,
): { region: Region; responders: PackResponder[] }[] {
  const groups = new Map<Region, PackResponder[]>();
  for (const responder of responders) {
    const group = groups.get(responder.country);
    if (group) group.push(responder);
    else groups.set(responder.country, [responder]);
  }
  return [...groups]
    .map(([region, group]) => ({ region, responders: group }))
    .sort((a, b) => Number(b.region === first) - Number(a.region === first));
}

/** Every language that a page says one of its channels speaks. */
export function languagesOf(responder: PackResponder): string[] {
  return [...new Set(responder.channels.flatMap((channel) => channel.languages ?? []))];
}

/** Whether some line of it never closes. */
export function answersAlways(responder: PackResponder): boolean {
  return answering(responder).some((channel) => isRoundTheClock(channel.week));
}

/** The channels on which somebody answers at once. */
function answering(responder: PackResponder) {
  return responder.channels.filter(({ type }) => ['phone', 'sms', 'chat', 'telegram'].includes(type));
}

function serves(responder: PackResponder, filters: Filters): Verdict {
  return worst(
    SERVES.map((part) => {
      if (filters[part].length === 0) return 'yes';
      const stated = responder.serves?.[part];
      if (stated === undefined) return 'unstated';
      return filters[part].every((wanted) => stated.includes(wanted)) ? 'yes' : 'no';
    }),
  );
}

function opens(responder: PackResponder, country: CountryPack, wanted: Filters['open'], now: Date): Verdict {
  if (wanted === undefined) return 'yes';
  return best(
    answering(responder).map(({ week }) => {
      if (week === undefined) return 'unstated';
      if (wanted === 'always') return isRoundTheClock(week) ? 'yes' : 'no';
      const opening = openingAt(week, country.timeZone, country.holidays, now);
      if (opening.state === 'always') return 'yes';
      // On a public holiday for which no page gives hours, an open line may be closed.
      if (opening.state === 'open') return opening.holiday ? 'unstated' : 'yes';
      return 'no';
    }),
  );
}

function worksFromAbroad(responder: PackResponder): Verdict {
  return best(
    responder.channels
      .filter(({ type }) => type === 'phone' || type === 'sms')
      .map(({ fromAbroad }) => (fromAbroad === undefined ? 'unstated' : fromAbroad ? 'yes' : 'no')),
  );
}

function speaks(responder: PackResponder, wanted: readonly string[]): Verdict {
  if (wanted.length === 0) return 'yes';
  const spoken = languagesOf(responder);
  if (spoken.length === 0) return 'unstated';
  return spoken.some((language) => wanted.includes(language)) ? 'yes' : 'no';
}

function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('no') ? 'no' : verdicts.includes('unstated') ? 'unstated' : 'yes';
}

/** Nothing to judge by is a no: who has no telephone does not answer one. */
function best(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('yes') ? 'yes' : verdicts.includes('unstated') ? 'unstated' : 'no';
}

interface Ranked {
  responder: PackResponder;
  region: Region;
  rank: number;
}

/** Who answers now comes first, then of whom nobody knows, then who is closed; in each, whom one would ring first about trafficking, who always answers, who is surest. */
function rank(responder: PackResponder, country: CountryPack, confidence: Confidence, opening: number): number {
  const line = [...country.antiTraffickingLine, country.contactPoint].indexOf(responder.id);
  const within =
    line >= 0 ? line : 10 + (answersAlways(responder) ? 0 : CONFIDENCES.length) + CONFIDENCES.indexOf(confidence);
  return opening * 100 + within;
}

/** Sorted within each country; the sort is stable, so that equals stay as curators put them. */
function inOrder(ranked: readonly Ranked[]): PackResponder[] {
  const order = (region: Region) => REGIONS.indexOf(region);
  return [...ranked]
    .sort((a, b) => order(a.region) - order(b.region) || a.rank - b.rank)
    .map(({ responder }) => responder);
}
