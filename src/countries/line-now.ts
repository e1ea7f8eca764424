/** Which of a country's anti-trafficking lines to call now. No React. */
import { channelsFrom, isCall, isReachable, openingOf, type Standing } from '../directory/dialling.ts';
import { answerOrder, type Opening } from '../directory/opening.ts';
import type { CountryPack, PackChannel, PackResponder } from '../directory/pack.ts';

export interface LineNow {
  responder: PackResponder;
  channel: PackChannel;
  opening: Opening;
}

/**
 * The number that rings from where one stands and answers; else one that rings, else the first there is.
 * @returns undefined when our sources name no line with a telephone
 */
export function lineNow(country: CountryPack, standing: Standing, now: Date): LineNow | undefined {
  const lines = country.antiTraffickingLine.flatMap((id): LineNow[] => {
    const responder = country.responders.find((candidate) => candidate.id === id);
    if (!responder) return [];
    return channelsFrom(responder.channels, country, standing)
      .filter(isCall)
      .map((channel) => ({ responder, channel, opening: openingOf(channel, country, now) }));
  });
  const place = ({ responder, channel, opening }: LineNow) =>
    answerOrder(opening) + (isReachable(channel, country, standing, responder.channels) ? 0 : 3);
  return lines.sort((a, b) => place(a) - place(b))[0];
}
