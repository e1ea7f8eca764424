/** Who interprets in a country, as far as its pages say; else whom to ask. No React. */
import { firstChannelFrom, isCall } from '../directory/dialling.ts';
import { isCountry } from '../directory/directory.ts';
import { meetsNeed } from '../directory/needs.ts';
import type { CountryPack, PackChannel, PackResponder } from '../directory/pack.ts';
import { isNationwide } from '../directory/places.ts';

/** So many are shown; a link leads to the others. */
const MOST = 2;

export interface Interpreters {
  /** Whether those found name interpreting among their services; else they are the lines to ask. */
  interpret: boolean;
  responders: PackResponder[];
  /** Whether there are others. */
  more: boolean;
}

const hasNumber = ({ channels }: PackResponder) => channels.some(({ tel }) => tel !== undefined);

/**
 * Those that name interpreting and can be called: who works in the whole country before who works in one town of it, lines
 * first; where there is none, the anti-trafficking lines. A consulate's is for its own people abroad.
 */
export function interpreters(country: CountryPack): Interpreters {
  const line = country.antiTraffickingLine;
  const all = country.responders.filter(
    (responder) => meetsNeed(responder, 'interpretation') && responder.kind !== 'consular',
  );
  const place = (responder: PackResponder) =>
    (isNationwide(responder) ? 0 : 3) + (line.includes(responder.id) ? 0 : responder.kind === 'hotline' ? 1 : 2);
  const callable = all.filter(hasNumber).sort((a, b) => place(a) - place(b));
  if (callable.length > 0) {
    return { interpret: true, responders: callable.slice(0, MOST), more: all.length > MOST };
  }
  const lines = line.flatMap((id) => country.responders.find((responder) => responder.id === id) ?? []);
  return { interpret: false, responders: lines.slice(0, MOST), more: all.length > 0 };
}

/** The number of the anti-trafficking line that a person may take along: the first one of the country. */
export function lineToKeep(country: CountryPack): PackChannel | undefined {
  const [id] = country.antiTraffickingLine;
  const responder = country.responders.find((one) => one.id === id);
  const standing = isCountry(country.country) ? country.country : undefined;
  return responder && firstChannelFrom(responder.channels.filter(isCall), country, standing);
}
