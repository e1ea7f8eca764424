/** How sure a responder is: as sure as the best number one can dial from where one stands. */
import { type Confidence, confidenceOf, type Evidence, judgingDay } from './confidence.ts';
import { isCall, isReachable, type Standing } from './dialling.ts';
import { channelEvidence, sourcesOf } from './directory.ts';
import type { CountryPack, PackResponder } from './pack.ts';

/**
 * The pages by which a responder is judged: those of its surest number that rings from there, so that an entry never looks
 * surer than what one can dial; without such a number those of its surest other channel, without any its own.
 */
export function responderEvidence(
  country: CountryPack,
  responder: PackResponder,
  today: Date,
  standing: Standing,
): Evidence[] {
  const day = judgingDay(country.checked, today);
  const { channels } = responder;
  const reachable = channels.filter((channel) => isReachable(channel, country, standing, channels));
  const calls = reachable.filter(isCall);
  const [surest] = (calls.length > 0 ? calls : reachable.length > 0 ? reachable : channels)
    .map((channel) => channelEvidence(country, channel))
    .sort((a, b) => SURENESS.indexOf(confidenceOf(b, day)) - SURENESS.indexOf(confidenceOf(a, day)));
  return surest ?? sourcesOf(country, responder.sources);
}

const SURENESS: readonly Confidence[] = ['dated', 'single', 'confirmed'];

/** How sure a responder is: see {@link responderEvidence}. */
export function responderConfidence(
  country: CountryPack,
  responder: PackResponder,
  today: Date,
  standing: Standing,
): Confidence {
  return confidenceOf(responderEvidence(country, responder, today, standing), judgingDay(country.checked, today));
}
