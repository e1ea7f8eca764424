/**
 * What somebody reads who knows nothing of our attributes: that a number works in one country alone, is old or disputed must
 * reach them, too.
 */
import type { Confidence, Evidence } from '../../src/directory/confidence.ts';
import type { PackChannel } from '../../src/directory/pack.ts';

/** Whether a number works from other countries; undefined for what is no number. */
export type Abroad = 'yes' | 'not-said' | 'unlikely' | 'no' | undefined;

export interface Known {
  channel: PackChannel;
  /** What the channel is for, in plain English. */
  purpose: string | undefined;
  /** The country's name; undefined for international bodies. */
  country: string | undefined;
  timeZone: string;
  /** Every page that gives it, and every check of it. */
  evidence: readonly Evidence[];
  confidence: Confidence;
  abroad: Abroad;
  /** The number that reaches the same body from elsewhere. */
  instead: string | undefined;
  /** A number for danger, which needs no page to vouch for it. */
  emergency: boolean;
}

/** One line about a way in; undefined when there is nothing to say. */
export function aboutChannel(known: Known): string | undefined {
  const sentences = [known.purpose && sentence(known.purpose), reach(known), cost(known), hours(known), doubt(known)];
  const { disagreement } = known.channel;
  if (disagreement) sentences.push(`Sources disagree: ${sentence(disagreement.text)}`);
  return sentences.filter(Boolean).join(' ') || undefined;
}

function reach({ abroad, instead, country }: Known): string | undefined {
  if (abroad !== 'no' && abroad !== 'unlikely') return undefined;
  const where =
    abroad === 'unlikely'
      ? `Made for callers in ${country ?? 'one country'}; no page says that it works from elsewhere.`
      : country
        ? `Works only when dialled in ${country}.`
        : 'Works only inside a country, and is another line in each.';
  return instead ? `${where} From elsewhere: ${instead}.` : where;
}

function cost({ channel: { free } }: Known): string | undefined {
  return free ? 'Free of charge.' : undefined;
}

function hours({ channel, timeZone }: Known): string | undefined {
  if (channel.hours === undefined) return undefined;
  return channel.hours === '24/7' ? 'Day and night.' : `Hours: ${channel.hours} (${timeZone}).`;
}

/** What is not confirmed says so. */
export function doubt({ confidence, emergency }: Pick<Known, 'confidence' | 'emergency'>): string | undefined {
  if (emergency || confidence === 'confirmed') return undefined;
  return confidence === 'single'
    ? 'One source only.'
    : 'Old or without a date: no page of the last five years gives it. Check it before relying on it.';
}

export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
