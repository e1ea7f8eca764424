/** What the sources leave out about a responder. No React. */
import { isEmergency, type Standing } from '../directory/dialling.ts';
import { sourcesOf } from '../directory/directory.ts';
import type { CountryPack, PackChannel, PackResponder } from '../directory/pack.ts';

/** `phone`: no number at all; `abroad`: no number of which a page says that it works from another country. */
export type Gap = 'phone' | 'hours' | 'abroad' | 'undated';

/**
 * What one would want to know before relying on a responder, and no page says. What is not said of whom it serves and in
 * which languages stands with those facts.
 */
export function gapsOf(responder: PackResponder, country: CountryPack, standing: Standing): Gap[] {
  const phones = phonesOf(responder);
  const sources = sourcesOf(country, [
    ...responder.sources,
    ...responder.channels.flatMap((channel) => channel.sources),
  ]);
  const gaps: [Gap, boolean][] = [
    ['phone', phones.length === 0],
    ['hours', phones.some((channel) => channel.week === undefined && !isEmergency(channel, country))],
    [
      'abroad',
      standing !== country.country && phones.length > 0 && !phones.some((channel) => channel.fromAbroad === true),
    ],
    ['undated', sources.every((source) => source.date === undefined)],
  ];
  return gaps.filter(([, missing]) => missing).map(([gap]) => gap);
}

/** The channels that a telephone dials or texts. */
export function phonesOf(responder: PackResponder): PackChannel[] {
  return responder.channels.filter(({ type }) => type === 'phone' || type === 'sms');
}

/** Other responders that share a number with this one: a short number only counts within its country. */
export function sameNumber(responder: PackResponder, all: readonly PackResponder[]): PackResponder[] {
  const numbers = new Set(phonesOf(responder).map(({ value }) => value));
  return all.filter(
    (other) =>
      other.id !== responder.id &&
      phonesOf(other).some(
        ({ value }) => numbers.has(value) && (value.startsWith('+') || other.country === responder.country),
      ),
  );
}

/** The same body under another id, whichever of the two says so. */
export function sameBody(responder: PackResponder, all: readonly PackResponder[]): PackResponder[] {
  return all.filter(
    (other) => other.id !== responder.id && (other.id === responder.sameAs || other.sameAs === responder.id),
  );
}
