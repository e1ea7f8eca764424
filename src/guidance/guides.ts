/** Look-ups in the guides that their screens share. No React. */
import { COUNTRIES, type CountryCode, type Region } from '../directory/codes.ts';
import { countryOf, type Directory, sourcesOf } from '../directory/directory.ts';
import type { GuideCall, GuideGroup, GuideItem } from '../directory/guides-schema.ts';
import type { CountryPack, GuidesPack, PackResponder, PackSource } from '../directory/pack.ts';
import { comparing } from '../i18n/format.ts';
import { legalAnswer } from './compare.ts';

export type Guide = GuidesPack['guides'][number];
export type Section = Guide['sections'][number];

/** The order in which the hub names guides of a group; one that is not here comes last. */
const ORDER: readonly string[] = [
  'roles/police',
  'roles/border-guard',
  'roles/consular',
  'roles/social-worker',
  'roles/municipality',
  'roles/health',
  'roles/labour-inspector',
  'roles/call-taker',
  'roles/ngo',
  'roles/asylum-officer',
  'roles/teacher',
  'roles/prosecutor-judge',
  'topics/identification',
  'topics/residence',
  'topics/shelters',
  'topics/return',
  'topics/protection',
  'topics/compensation',
];

/** The guides of a group, in the order of the hub. */
export function guidesOf({ guides }: Pick<GuidesPack, 'guides'>, group: GuideGroup): Guide[] {
  const place = ({ slug }: Guide) => (ORDER.includes(slug) ? ORDER.indexOf(slug) : ORDER.length);
  return guides
    .filter((guide) => guide.group === group)
    .sort((a, b) => place(a) - place(b) || a.slug.localeCompare(b.slug));
}

/** The guides for what one is: the roles, and the journalist, who meets no case and whose guide so has other parts. */
export function guidesOfPeople(pack: Pick<GuidesPack, 'guides'>): Guide[] {
  return [...guidesOf(pack, 'roles'), ...guidesOf(pack, 'journalists')];
}

/** A point as it is read: its own words, where they come from, and the pages they rest on. */
export interface ReadPoint {
  id: string;
  text: string;
  /** `bsr`, `eu`, `coe`, `int` or a country code such as `lv` or `uk`. */
  scope: string;
  note?: string | undefined;
  sources: PackSource[];
  /** The country on whose page it stands as well. */
  country?: CountryCode | undefined;
}

/** A point of the guides, or a country's point such as `lv-m3-2`; undefined when neither has it. */
export function readPoint(
  pack: Pick<GuidesPack, 'points' | 'sources'>,
  directory: Directory,
  id: string,
): ReadPoint | undefined {
  const point = pack.points[id];
  if (point) return { ...point, sources: sourcesOf(pack, point.sources) };
  const code = COUNTRIES.find((candidate) => id.startsWith(`${candidate}-m`));
  if (!code) return undefined;
  const country = countryOf(directory, code);
  const own = Object.values(country.measures)
    .flat()
    .find((candidate) => candidate.id === id);
  return own && { id, text: own.text, scope: code, sources: sourcesOf(country, own.sources), country: code };
}

/** Whether a scope is neither of the fourteen countries nor of a body to which they belong. */
export function isOutside(scope: string): boolean {
  return !['bsr', 'eu', 'coe', 'int', ...COUNTRIES].includes(scope);
}

/** The fourteen countries: the chosen one first, the others by their name in the reader's language. */
export function countriesInOrder(
  chosen: CountryCode | undefined,
  nameOf: (code: CountryCode) => string,
  language: string,
): CountryCode[] {
  const compare = comparing(language);
  return [...COUNTRIES].sort((a, b) => Number(b === chosen) - Number(a === chosen) || compare(nameOf(a), nameOf(b)));
}

/** Items of one kind, in the order of the data. Kinds come in the order in which one acts on them. */
export function byKind(items: readonly GuideItem[]): { as: GuideItem['as']; items: GuideItem[] }[] {
  const kinds = ['sign', 'do', 'dont', 'use', 'avoid', 'know'] as const;
  return kinds
    .map((as) => ({ as, items: items.filter((item) => item.as === as) }))
    .filter((group) => group.items.length > 0);
}

/** Every page that a guide rests on, its country points and legal facts included, each once. */
export function pagesOf(guide: Guide, pack: GuidesPack, directory: Directory): PackSource[] {
  const sources = guide.sections.flatMap(({ items, country }) => [
    ...items.flatMap(({ point }) => readPoint(pack, directory, point)?.sources ?? []),
    ...(country ? COUNTRIES.flatMap((code) => pagesOfCountry(countryOf(directory, code), country)) : []),
  ]);
  return [...new Map(sources.map((source) => [source.url, source])).values()];
}

function pagesOfCountry(country: CountryPack, wanted: NonNullable<Section['country']>): PackSource[] {
  const points = wanted.measure ? country.measures[wanted.measure] : [];
  return [
    ...points.flatMap(({ sources }) => sourcesOf(country, sources)),
    ...(wanted.legal ?? []).flatMap((name) => {
      const answer = legalAnswer(country, name);
      return answer.found ? answer.sources : [];
    }),
  ];
}

/** The first contacts of a country that a guide asks for: its lines, then its contact point, each once. */
export function firstResponders(
  country: CountryPack,
  { line, contact }: Pick<GuideCall, 'line' | 'contact'>,
): PackResponder[] {
  const ids = [...(line ? country.antiTraffickingLine : []), ...(contact ? [country.contactPoint] : [])];
  return [...new Set(ids)].flatMap((id) => country.responders.find((responder) => responder.id === id) ?? []);
}

/** Whether a guide asks for nobody to call at once: then those it asks for by kind or service are what it is about. */
export function isNotUrgent({ emergency, line, contact }: GuideCall): boolean {
  return !emergency && !line && !contact;
}

/** The responders of a country that a guide asks for by kind or service, those with a telephone first, its first contacts left out. */
export function respondersFor(country: CountryPack, call: GuideCall): PackResponder[] {
  const { kinds = [], services = [] } = call;
  const fits = country.responders.filter(
    (responder) => kinds.includes(responder.kind) || services.some((service) => responder.services.includes(service)),
  );
  const first = isNotUrgent(call) ? [] : [country.contactPoint, ...country.antiTraffickingLine];
  const place = ({ channels }: PackResponder) => (channels.some(({ tel }) => tel !== undefined) ? 1 : 0);
  return fits.filter(({ id }) => !first.includes(id)).sort((a, b) => place(b) - place(a));
}

/** The region under which a hit or a practice is filed: its country, or `eu` for what belongs to none. */
export function regionOf(scope: string): Region {
  return COUNTRIES.find((code) => code === scope) ?? 'eu';
}
