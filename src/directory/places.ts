/** Where in a country a responder works: the towns and regions that its name, coverage and addresses name. */
import type { Directory } from './directory.ts';
import type { PackResponder } from './pack.ts';

/** How near a responder is to a place: it names the town itself, it names the region around it, or neither. */
export type Nearness = 'there' | 'region' | 'no';

interface Names {
  /** Each name of a place, as it stands in a text: words between spaces; and longer names of others that it is a part of. */
  byPlace: Map<string, { name: string; within: string[] }[]>;
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
  const names = (code: string) =>
    byPlace.get(code)?.some(({ name, within }) => within.reduce(without, words).includes(name)) ?? false;
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
    const all = Object.entries(places.cities).map(([code, { name, also = [] }]) => ({
      code,
      named: [...new Set([...Object.values(name), ...also].map(spaced))],
    }));
    const longer = new Set(all.flatMap(({ named }) => named).filter((name) => name.trim().includes(' ')));
    const byPlace = all.map(({ code, named }) => {
      // "Helsinki region" is around Helsinki, "Lower Saxony" is not in Saxony.
      const around = all.find((other) => other.code === places.cities[code]?.in)?.named ?? [];
      const others = [...longer].filter((name) => !named.includes(name) && !around.includes(name));
      const within = (name: string) => others.filter((other) => other.includes(name));
      return [code, named.map((name) => ({ name, within: within(name) }))] as const;
    });
    names = { byPlace: new Map(byPlace), texts: new WeakMap() };
    known.set(places, names);
  }
  return names;
}

function without(text: string, name: string): string {
  return text.replaceAll(name, ' · ');
}

/** Words between spaces. Two with a hyphen are one name: Sachsen-Anhalt is not Sachsen. */
function spaced(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu);
  return ` ${words?.join(' ') ?? ''} `;
}

/** Whether it works in the whole country, by the words in which curators say so. */
export function isNationwide({
  coverage,
  kind,
  country,
}: Pick<PackResponder, 'coverage' | 'kind' | 'country'>): boolean {
  return (
    country === 'eu' || kind === 'consular' || /^(national|(the )?whole country|all of |worldwide)/i.test(coverage)
  );
}
