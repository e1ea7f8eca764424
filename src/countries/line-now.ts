/** Whether a country's anti-trafficking line answers now. No React. */
import { type Opening, openingAt } from '../directory/opening.ts';
import type { CountryPack } from '../directory/pack.ts';

/**
 * The state of the first line that is open; of the first line there is when none is.
 * @returns undefined when our sources name no line with a telephone
 */
export function lineNow(country: CountryPack, now: Date): Opening | undefined {
  const openings = country.antiTraffickingLine
    .flatMap((id) => country.responders.find((responder) => responder.id === id)?.channels ?? [])
    .filter(({ type }) => type === 'phone')
    .map(({ week }) => openingAt(week, country.timeZone, country.holidays, now));
  return openings.find(({ state }) => state === 'open' || state === 'always') ?? openings[0];
}
