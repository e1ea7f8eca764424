/** Where in a country a responder works: the towns and regions that its name, coverage and addresses name. */
import type { Directory } from './directory.ts';
import type { PackResponder } from './pack.ts';

/** How near a responder is to a place: it names the town itself, it names the region around it, or neither. */
export type Nearness = 'there' | 'region' | 'no';

interface Names {
  /** Each name of a place, as it stands in a text: letters only, between spaces. */
  byPlace: Map<string, string[]>;
  texts: WeakMap<PackResponder, string>;
}

const known = new WeakMap<Directory['places'], Names>();

/** How near a responder works to a town or region of `places.json`. Of a place that does not exist nobody is near. */
export function nearness(responder: PackResponder, place: string, { places }: Pick<Directory, 'places'>): Nearness {
  const { byPlace, texts } = namesOf(places);
  let text = texts.get(responder);
  if (text === undefined) {
    const { coverage, name, addresses = [] } = responder;
    text = spaced([coverage, ...Object.values(name), ...addresses.flatMap(({ city }) => city ?? [])].join(' · '));
    texts.set(responder, text);
  }
  const words = text;
  const names = (code: string) => byPlace.get(code)?.some((name) => words.includes(name)) ?? false;
  if (names(place)) return 'there';
  const region = places.cities[place]?.in;
  if (region !== undefined && names(region)) return 'region';
  // Who asks for a region is near to all of its towns.
  return Object.entries(places.cities).some(([code, city]) => city.in === place && names(code)) ? 'region' : 'no';
}

/** The places of a country, by their code. */
export function placesIn(country: string | undefined, { places }: Pick<Directory, 'places'>): string[] {
  return Object.entries(places.cities).flatMap(([code, city]) => (city.country === country ? code : []));
}

function namesOf(places: Directory['places']): Names {
  let names = known.get(places);
  if (!names) {
    const byPlace = Object.entries(places.cities).map(([code, { name, also = [] }]): [string, string[]] => [
      code,
      [...new Set([...Object.values(name), ...also].map(spaced))],
    ]);
    names = { byPlace: new Map(byPlace), texts: new WeakMap() };
    known.set(places, names);
  }
  return names;
}

function spaced(text: string): string {
  return ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}
