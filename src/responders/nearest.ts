/** Whom to ask where a country has nobody for a need: never nobody at all. No React. */
import { firstChannelFrom, isCall, isReachable, type Standing } from '../directory/dialling.ts';
import { type Directory, isCountry } from '../directory/directory.ts';
import { meetsNeed, NEIGHBOURS, type NeedName } from '../directory/needs.ts';
import type { CountryPack, PackResponder } from '../directory/pack.ts';
import type { Region } from '../directory/schema.ts';

export interface Nearest {
  /** The country's own way in, which knows whom to ask. */
  ways: PackResponder[];
  /** Who answers the need across borders, then in the countries next to it. */
  beyond: PackResponder[];
}

/** So many of one country are enough to begin with. */
const EACH = 2;

/**
 * The nearest to a need that nobody in the country answers: the line and the contact point there, then international
 * bodies and the neighbours', as far as they can be reached from where one stands.
 */
export function nearest(directory: Directory, region: Region, need: NeedName, standing: Standing): Nearest {
  const country = directory.countries.get(region);
  const ways = [...new Set([country?.contactPoint, ...(country?.antiTraffickingLine ?? [])])].flatMap(
    (id) => directory.responder(id ?? '') ?? [],
  );
  const regions: Region[] = ['eu', ...(isCountry(region) ? NEIGHBOURS[region] : [])];
  const beyond = regions.flatMap((other) => {
    const pack = directory.countries.get(other);
    return pack
      ? pack.responders.filter((one) => meetsNeed(one, need) && reaches(one, pack, standing)).slice(0, EACH)
      : [];
  });
  return { ways, beyond };
}

function reaches(responder: PackResponder, pack: CountryPack, standing: Standing): boolean {
  const channel = firstChannelFrom(responder.channels, pack, standing);
  return (
    channel !== undefined &&
    channel.type !== 'web' &&
    (!isCall(channel) || isReachable(channel, pack, standing, responder.channels))
  );
}
