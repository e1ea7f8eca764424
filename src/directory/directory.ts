/** The directory in memory: all packs of one edition and the look-ups that the screens, the search and the referral rules share. */
import { type Confidence, confidenceOf, type Evidence, judgingDay } from './confidence.ts';
import { isFirstPack } from './later-packs.ts';
import type { CountryPack, Manifest, Pack, PackChannel, PackResponder, PackSource, PlacesPack } from './pack.ts';
import type { Check, CountryCode, Region, Taxonomy } from './schema.ts';

export interface Directory {
  edition: number;
  /** The day the edition was made, `YYYY-MM-DD`. */
  date: string;
  taxonomy: Taxonomy;
  places: Pick<PlacesPack, 'countries' | 'cities' | 'languages'>;
  /** The fourteen countries in the order of `COUNTRIES`, then `eu`. */
  countries: ReadonlyMap<Region, CountryPack>;
  responders: readonly PackResponder[];
  responder(id: string): PackResponder | undefined;
}

/**
 * Puts packs together.
 * @throws Error when a country's pack, the taxonomy or the places are missing: half a directory must never look like a whole one
 */
export function createDirectory(
  manifest: Pick<Manifest, 'edition' | 'date' | 'packs'>,
  packs: readonly Pack[],
): Directory {
  const taxonomy = packs.find((pack) => pack.kind === 'taxonomy');
  const places = packs.find((pack) => pack.kind === 'places');
  const countries = new Map(
    packs.filter((pack) => pack.kind === 'country').map((pack): [Region, CountryPack] => [pack.country, pack]),
  );
  if (!taxonomy || !places || countries.size + 2 !== manifest.packs.filter(isFirstPack).length) {
    throw new Error(`the edition names ${manifest.packs.length} packs, ${packs.length} are here`);
  }
  const responders = [...countries.values()].flatMap((country) => country.responders);
  const byId = new Map(responders.map((responder) => [responder.id, responder]));
  return {
    edition: manifest.edition,
    date: manifest.date,
    taxonomy,
    places,
    countries,
    responders,
    responder: (id) => byId.get(id),
  };
}

/** The pack of a country. @throws Error for a region that is not in the directory */
export function countryOf(directory: Directory, region: Region): CountryPack {
  const country = directory.countries.get(region);
  if (!country) throw new Error(`no country ${region}`);
  return country;
}

/** The sources behind ids, in the order given. Unknown ids cannot occur in a checked pack and are passed over. */
export function sourcesOf(country: Pick<CountryPack, 'sources'>, ids: readonly string[]): PackSource[] {
  return ids.flatMap((id) => country.sources[id] ?? []);
}

/** What of a country says how sure a number is; the data check has it before there is a pack. */
type Contacts = Pick<CountryPack, 'checked' | 'responders' | 'sources'>;

/** Every source in the country that gives this same number or address, whichever responder it stands under. */
export function channelSources(
  country: Pick<Contacts, 'responders' | 'sources'>,
  channel: Pick<PackChannel, 'value'>,
): PackSource[] {
  const ids = country.responders
    .flatMap((responder) => responder.channels)
    .filter((other) => other.value === channel.value)
    .flatMap((other) => other.sources);
  return sourcesOf(country, [...new Set(ids)]);
}

/** Every check of this number or address in the country, whichever responder it stands under; the newest first. */
export function channelChecks(country: Pick<Contacts, 'responders'>, channel: Pick<PackChannel, 'value'>): Check[] {
  return country.responders
    .flatMap((responder) => responder.channels)
    .flatMap((other) => (other.value === channel.value ? (other.checks ?? []) : []))
    .sort((a, b) => b.day.localeCompare(a.day));
}

/** Every page in the country that gives this number or address, and every check of it. */
export function channelEvidence(
  country: Pick<Contacts, 'responders' | 'sources'>,
  channel: Pick<PackChannel, 'value'>,
): Evidence[] {
  return [
    ...channelSources(country, channel),
    ...channelChecks(country, channel).map(({ by, day, outcome }) => ({ publisher: by, date: day, check: outcome })),
  ];
}

/** How sure one way to reach a responder is, from every page that gives it and every check of it. */
export function channelConfidence(country: Contacts, channel: Pick<PackChannel, 'value'>, today: Date): Confidence {
  return confidenceOf(channelEvidence(country, channel), judgingDay(country.checked, today));
}

/** Whether a code is one of the fourteen countries. */
export function isCountry(region: Region): region is CountryCode {
  return region !== 'eu';
}
