/** What every kind of proposal needs: a copy of what it touches, and ways to find things there or to refuse. */
import type { ChannelKey, Word } from '../../src/directory/proposal.ts';
import type { Channel, Responder, Source } from '../../src/directory/schema.ts';
import { didYouMean } from '../data/findings.ts';
import type { Data, RegionData } from '../data/read.ts';

/** Raised inside, to refuse one entry. */
export class Refused extends Error {}
export const refuse = (reason: string): never => {
  throw new Refused(reason);
};

/** Whether somebody knows it without a page. */
export const isWord = (source: object): source is Word => 'how' in source;

/** One entry's attempt: a copy of what it touches, taken over only if all is well with it. */
export interface Attempt {
  data: Data;
  region: RegionData;
  today: Date;
  /** What a curator should look at. */
  say: (remark: string) => void;
  /** The id of a page in the country's sources, new or known. */
  page: (source: Source) => string;
}

export function responderOf(id: string, { region, data }: Attempt): Responder {
  const ids = data.regions.flatMap(({ responders }) => responders.map((one) => one.id));
  return (
    region.responders.find((one) => one.id === id) ?? refuse(`There is no responder "${id}".${didYouMean(id, ids)}`)
  );
}

export const isThis = (key: ChannelKey) => (channel: Pick<Channel, 'type' | 'value'>) =>
  channel.type === key.type && sameValue(channel.value, key.value);

/** Whether two addresses are one: a page's with and without its last slash, a mailbox in any case. */
export function sameValue(a: string, b: string): boolean {
  const plain = (value: string) =>
    value.replace(/\/$/, '').replace(/^([^/\s]+@[^/\s]+)$/, (mailbox) => mailbox.toLowerCase());
  return a === b || plain(a) === plain(b);
}

export function channelOf(responder: Responder, key: ChannelKey): Channel {
  const has = responder.channels.map(({ value }) => value).join(', ') || 'no way in at all';
  return (
    responder.channels.find(isThis(key)) ??
    refuse(`${responder.id} has no ${key.type} ${key.value} (it has ${has}): is this an "add-channel"?`)
  );
}
