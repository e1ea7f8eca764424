/** In which town a responder sits. No React. */
import type { Directory } from './directory.ts';
import type { PackResponder } from './pack.ts';

type Placed = Pick<PackResponder, 'addresses' | 'country' | 'coverage'>;

/** The town of a responder's first address that names one, else the one it works in alone; by the name it has in a language. */
export function townOf(responder: Placed, places: Directory['places'], language: string): string | undefined {
  const city = cityOf(responder, places);
  return city ? (city.name[language] ?? city.name.en) : spellings(responder, places)[0];
}

/** The town, where what is said of the part of the country does not name it in any spelling. */
export function townBeside(responder: Placed, places: Directory['places'], language: string): string | undefined {
  const said = spellings(responder, places).some((name) => responder.coverage.includes(name));
  return said ? undefined : townOf(responder, places, language);
}

function writtenTown({ addresses, coverage }: Placed): string {
  return addresses?.find(({ city }) => city !== undefined)?.city ?? coverage;
}

function cityOf(responder: Placed, places: Directory['places']): City | undefined {
  let known = byName.get(places);
  if (!known) {
    known = citiesByName(places);
    byName.set(places, known);
  }
  return known.get(`${responder.country} ${writtenTown(responder)}`);
}

type City = Directory['places']['cities'][string];

/** Looked up for every row of a list, at every letter of a search: gone through once. */
const byName = new WeakMap<Directory['places'], ReadonlyMap<string, City>>();

/** Each town by its country and each of its names; of two that share one, the first. */
function citiesByName({ cities }: Directory['places']): ReadonlyMap<string, City> {
  const all = Object.values(cities).flatMap((city) =>
    [...Object.values(city.name), ...(city.also ?? [])].map((name) => [`${city.country} ${name}`, city] as const),
  );
  return new Map(all.reverse());
}

/** As its page writes it, then as it is called elsewhere; none where it has no address and works in more than a town. */
function spellings(responder: Placed, places: Directory['places']): string[] {
  const city = cityOf(responder, places);
  const written = writtenTown(responder);
  if (city) return [written, ...Object.values(city.name)];
  return written === responder.coverage ? [] : [written];
}
