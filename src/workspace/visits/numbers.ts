/** The numbers to know on a visit, as they are dialled there, also with a SIM card from home. No React. */
import type { CountryCode } from '../../directory/codes.ts';
import { channelsFrom, dialling, isCall, mayRefuse } from '../../directory/dialling.ts';
import type { CountryPack, PackChannel, PackResponder } from '../../directory/pack.ts';

export interface NumberToKnow {
  responder: PackResponder;
  /** Whose number it is. */
  country: CountryPack;
  /** What one dials there. */
  channel: PackChannel;
  /** What one dials there with a SIM card of another country, where the other number may not take it. */
  foreign?: PackChannel;
}

/**
 * The lines and the contact point there, one's own embassy, and the consular service of one's own country. Those of whom
 * no telephone is known are left out.
 */
export function numbersToKnow(country: CountryPack, home: CountryPack | undefined): NumberToKnow[] {
  const there = country.country as CountryCode;
  const ids = [...country.antiTraffickingLine, country.contactPoint];
  const first = [...new Set(ids)].flatMap((id) => country.responders.find((responder) => responder.id === id) ?? []);
  const embassy = country.responders.filter(
    ({ represents }) => represents !== undefined && represents === home?.country,
  );
  const own = (home?.responders ?? []).filter(
    ({ kind, represents }) => kind === 'consular' && represents === undefined,
  );
  const number = (responder: PackResponder, pack: CountryPack): NumberToKnow[] => {
    const { channels } = responder;
    const channel = channelsFrom(channels.filter(isCall), pack, there)[0];
    if (!channel) return [];
    const way = mayRefuse(channel, pack, home?.country as CountryCode, channels)
      ? dialling(channel, pack, undefined, channels)
      : undefined;
    const foreign = way?.how === 'inside' ? way.instead.channel : undefined;
    return [{ responder, country: pack, channel, ...(foreign && { foreign }) }];
  };
  return [
    ...[...first, ...embassy].flatMap((responder) => number(responder, country)),
    ...(home ? own.flatMap((responder) => number(responder, home)) : []),
  ];
}
