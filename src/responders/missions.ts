/** Embassies and consulates: which of them serve a person of one state in another. No React. */
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import type { Directory } from '../directory/directory.ts';
import { NEIGHBOURS } from '../directory/needs.ts';
import type { PackResponder } from '../directory/pack.ts';

/** Whom to ask for a national of `origin` who is in `place`, and who stands on the other side. */
export interface Missions {
  /** The origin's own missions for that country, wherever their office stands. */
  there: PackResponder[];
  /** Where there is none: the origin's missions for the countries next to it, which know who is responsible. */
  near: PackResponder[];
  /** The origin's consular service at home. */
  home: PackResponder[];
  /** The way in to the origin: who takes over if the person returns. */
  counterpart: PackResponder[];
  /** The missions of the country one stands in for the origin, and its own consular service. */
  back: PackResponder[];
}

/** The missions of `of` for the country `place`, as the data list them. */
export function missionsIn(directory: Directory, of: CountryCode, place: CountryCode): PackResponder[] {
  return consular(directory, place).filter(({ represents }) => represents === of);
}

/** The consular service that a state runs from home, for its nationals abroad. */
export function serviceOf(directory: Directory, state: CountryCode): PackResponder[] {
  return consular(directory, state).filter(({ represents }) => represents === undefined);
}

/** The states that have a mission for a country, in the order of the data. */
export function representedIn(directory: Directory, place: CountryCode): CountryCode[] {
  const states = new Set(consular(directory, place).map(({ represents }) => represents));
  return COUNTRIES.filter((state) => states.has(state));
}

/** A state's missions abroad, by the country they are for. */
export function missionsAbroad(directory: Directory, of: CountryCode): PackResponder[] {
  return [...directory.countries.values()].flatMap(({ responders }) =>
    responders.filter(({ kind, represents }) => kind === 'consular' && represents === of),
  );
}

/** Whom to ask for a national of `origin` who is now in `place`. The two differ. */
export function missionsFor(directory: Directory, origin: CountryCode, place: CountryCode): Missions {
  const there = missionsIn(directory, origin, place);
  const contactPoint = directory.responder(directory.countries.get(origin)?.contactPoint ?? '');
  return {
    there,
    near: there.length > 0 ? [] : NEIGHBOURS[place].flatMap((next) => missionsIn(directory, origin, next)),
    home: serviceOf(directory, origin),
    counterpart: contactPoint ? [contactPoint] : [],
    back: [...missionsIn(directory, place, origin), ...serviceOf(directory, place)],
  };
}

function consular(directory: Directory, place: CountryCode): PackResponder[] {
  return directory.countries.get(place)?.responders.filter(({ kind }) => kind === 'consular') ?? [];
}
