/** What each kind of proposal does to a country's responders. */
import { vouches } from '../../src/directory/confidence.ts';
import { channelSources } from '../../src/directory/directory.ts';
import type { ChannelKey, Proposal, ProposalOf, Word } from '../../src/directory/proposal.ts';
import { Channel, type Check, type Responder, type Source } from '../../src/directory/schema.ts';
import { contactsOf } from '../data/contacts.ts';
import { didYouMean } from '../data/findings.ts';
import { publisherOf } from '../data/publisher.ts';
import { type Attempt, channelOf, isThis, isWord, refuse, responderOf, sameValue } from './attempt.ts';
import { fact } from './facts.ts';
import { inSchemaOrder } from './order.ts';
import { knownPage } from './pages.ts';

export function attempt(proposal: Proposal, on: Attempt) {
  switch (proposal.kind) {
    case 'confirm':
      return confirm(proposal, on);
    case 'change':
      return proposal.channel ? changeChannel(proposal, proposal.channel, on) : changeResponder(proposal, on);
    case 'add-channel':
      return addChannel(proposal, on);
    case 'add-responder':
      return addResponder(proposal, on);
    case 'gone':
      return gone(proposal, on);
    case 'fact':
      return fact(proposal, on);
    case 'check':
      return check(proposal, on);
  }
}

function confirm({ responder: id, channel: key, source }: ProposalOf<'confirm'>, on: Attempt) {
  const channel = channelOf(responderOf(id, on), key);
  const page = on.page(source);
  if (channel.sources.includes(page)) return;
  const voices = channelSources(contactsOf(on.region), channel).map(({ publisher }) => publisher);
  const voice = publisherOf(on.region.sources[page] ?? source);
  channel.sources.push(page);
  if (voices.includes(voice)) on.say(`${voice} stated ${channel.value} before: no new voice, but one more page.`);
}

/** Puts somebody's word on a channel as a check. What they were only told is no check. */
function takeTheirWord(target: Checked, word: Word, outcome: Check['outcome'], on: Attempt, note?: string) {
  if (word.how === 'told') {
    refuse('They were only told. Ring it or find a page, and send it again with that.');
  }
  addCheck(target, { by: word.by, day: word.day, how: word.how as Check['how'], outcome, ...(note && { note }) }, on);
}

interface Checked {
  checks?: Check[] | undefined;
}

/** The newest check of each office stays. */
function addCheck(target: Checked, added: Check, on: Attempt): void {
  const { checks = [] } = target;
  const own = checks.find(({ by }) => by === added.by);
  if (own && own.day > added.day) refuse(`${added.by} tried it again on ${own.day}: that is newer.`);
  const { day: date, outcome } = added;
  // That it rang says nothing after a year; that it did not is worth as much as a page.
  if (!vouches(outcome === 'right' ? { date, check: 'right' } : { date }, on.today))
    refuse(`${date} is longer ago than a check vouches for anything: is the year right?`);
  if (maybePerson(added.by, on))
    on.say(`Is "${added.by}" the name of a person? A check is published with the office alone.`);
  target.checks = [...checks.filter((one) => one !== own), added].sort(
    (a, b) => a.day.localeCompare(b.day) || a.by.localeCompare(b.by),
  );
}

const wordsOf = (text: string) => text.split(/[^\p{L}\p{M}'-]+/u).filter(Boolean);

/** Whether two words stand there as a first name and a family name do, neither of which any office here is called by. */
function maybePerson(by: string, { data: { regions, taxonomy } }: Attempt): boolean {
  const names = [
    ...regions.flatMap(({ responders }) => responders.flatMap(({ name }) => Object.values(name))),
    ...Object.values(taxonomy.kinds).flatMap(({ label }) => Object.values(label)),
  ];
  const known = new Set(names.flatMap(wordsOf).map((word) => word.toLowerCase()));
  const isName = (word: string | undefined) =>
    word !== undefined && /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(word) && !known.has(word.toLowerCase());
  return wordsOf(by).some((word, i, words) => isName(word) && isName(words[i + 1]));
}

const FIXED = ['type', 'sources', 'hoursSources', 'checks', 'short'];

function changeChannel(proposal: ProposalOf<'change'>, key: ChannelKey, on: Attempt) {
  const { field, source } = proposal;
  const responder = responderOf(proposal.responder, on);
  if (field === 'value') return changeValue(proposal, key, responder, on);
  const channel = channelOf(responder, key);
  const known = Channel.options.find(({ entries }) =>
    entries.type.type === 'literal' ? entries.type.literal === channel.type : true,
  );
  const fields = Object.keys(known?.entries ?? {}).filter((name) => !FIXED.includes(name));
  if (!fields.includes(field))
    refuse(`"${field}" is no field of a ${key.type} that can be changed.${didYouMean(field, fields)}`);
  const open = channel as unknown as Record<string, unknown>;
  let value = proposal.new ?? undefined;
  if (field === 'disagreement' && typeof value === 'string') {
    if (isWord(source)) refuse('A disagreement between pages names the page.');
    const known = channel.disagreement?.text === value ? channel.disagreement.sources : channel.sources;
    value = { text: value, sources: [...new Set([...known, on.page(source as Source)])] };
  }
  const same = JSON.stringify(open[field]) === JSON.stringify(value);
  expectOld(proposal, open[field], value);
  if (isWord(source)) {
    if (same && channel.checks?.some(({ by, day }) => by === source.by && day >= source.day)) return;
    takeTheirWord(channel, source, 'right', on, `Then also learnt: ${field}.`);
  } else {
    const page = on.page(source);
    if (field === 'hours' && channel.type !== 'web') {
      const from = channel.hoursSources ?? (same ? channel.sources : []);
      if (!from.includes(page)) channel.hoursSources = same ? [...from, page] : [page];
    } else if (!channel.sources.includes(page)) channel.sources.push(page);
  }
  if (value === undefined) delete open[field];
  else open[field] = value;
  if (field === 'hours' && isWord(source)) delete channel.hoursSources;
}

function expectOld(proposal: ProposalOf<'change'>, current: unknown, next: unknown): void {
  const text = (value: unknown) => JSON.stringify(value ?? null);
  if (proposal.old === undefined || text(current) === text(proposal.old) || text(current) === text(next)) return;
  refuse(`It says ${text(current)} now, not ${text(proposal.old)}: look again.`);
}

/** Another number: nothing that spoke for the old one speaks for the new one. */
function changeValue(proposal: ProposalOf<'change'>, key: ChannelKey, responder: Responder, on: Attempt) {
  const value = typeof proposal.new === 'string' ? proposal.new : refuse('The new value is a text.');
  const { source } = proposal;
  const old = responder.channels.find(isThis(key));
  const next = responder.channels.find(isThis({ ...key, value }));
  if (!old && next) return;
  if (!old) return void channelOf(responder, key);
  if (next) {
    responder.channels = responder.channels.filter((channel) => channel !== old);
    return addChannel(
      { kind: 'add-channel', responder: responder.id, channel: { ...next, value } as never, source },
      on,
    );
  }
  const was = old.value;
  const lead = [
    old,
    ...on.region.responders
      .flatMap(({ channels }) => channels)
      .filter((channel) => channel.via === responder.id && channel.value === was),
  ];
  for (const channel of lead) {
    channel.value = value;
    delete channel.checks;
    delete channel.disagreement;
    channel.sources = [];
    if (channel.type === 'phone' || channel.type === 'sms') {
      if (/^\d{2,6}$/.test(value)) channel.short = true;
      else delete channel.short;
    }
    const said = (['fromAbroad', 'free'] as const).filter((field) => field in channel);
    for (const field of said) delete (channel as { fromAbroad?: boolean; free?: boolean })[field];
    if (said.length > 0) on.say(`${said.join(', ')} was said of ${was}, and is not known of ${value}.`);
    if (isWord(source)) takeTheirWord(channel, source, 'right', on);
    else channel.sources = [on.page(source)];
    if (channel.hours !== undefined)
      on.say(`The hours of ${was} (${channel.hours}) stay for ${value}: are they still right?`);
  }
  for (const other of on.region.responders) {
    if (other.channels.some((channel) => channel.value === was)) on.say(`${other.id} still has ${was}.`);
  }
}

const RESPONDER_FIELDS = [
  'name',
  'kind',
  'represents',
  'measures',
  'services',
  'serves',
  'coverage',
  'about',
  'sameAs',
  'address',
];

function changeResponder(proposal: ProposalOf<'change'>, on: Attempt) {
  const { field, source } = proposal;
  const responder = responderOf(proposal.responder, on);
  if (!RESPONDER_FIELDS.includes(field)) {
    refuse(`"${field}" is no field of a responder that can be changed.${didYouMean(field, RESPONDER_FIELDS)}`);
  }
  if (isWord(source)) refuse('This needs a page: only a number, a mailbox or a door can be tried.');
  const page = on.page(source as Source);
  if (field === 'address') return changeAddress(proposal, responder, page, on);
  const open = responder as unknown as Record<string, unknown>;
  const value = field === 'name' ? { ...responder.name, ...(proposal.new as object) } : (proposal.new ?? undefined);
  expectOld(proposal, open[field], value);
  if (value === undefined) delete open[field];
  else open[field] = value;
  if (!responder.sources.includes(page)) responder.sources.push(page);
}

function changeAddress(proposal: ProposalOf<'change'>, responder: Responder, page: string, on: Attempt) {
  const { addresses = [] } = responder;
  const next = proposal.new as { text?: string; city?: string; postcode?: string } | null;
  const there = next === null ? undefined : addresses.find(({ text }) => text === next.text);
  const old = proposal.old === undefined ? undefined : addresses.find(({ text }) => text === proposal.old);
  if (proposal.old !== undefined && !old && !there && next !== null) {
    refuse(`There is no address ${JSON.stringify(proposal.old)}: look again.`);
  }
  if (there) {
    if (!there.sources.includes(page)) there.sources.push(page);
    return;
  }
  const rest = addresses.filter((address) => address !== old);
  const added = next && { ...(next as { text: string }), sources: [page] };
  const all = added ? (old ? addresses.map((one) => (one === old ? added : one)) : [...addresses, added]) : rest;
  if (all.length > 0) responder.addresses = all;
  else delete responder.addresses;
  if (!old && next && addresses.length > 0) on.say(`${responder.id} has now ${all.length} addresses.`);
}

function addChannel({ responder: id, channel: added, source }: ProposalOf<'add-channel'>, on: Attempt) {
  const responder = responderOf(id, on);
  const there = responder.channels.find(isThis(added));
  const channel = there ?? ({ ...added, sources: [] } as Channel);
  const word = isWord(source) ? source : undefined;
  const page = word ? undefined : on.page(source as Source);
  if (
    there &&
    (page ? there.sources.includes(page) : there.checks?.some(({ by, day }) => by === word?.by && day >= word.day))
  )
    return;
  if (there) on.say(`${id} has ${added.value} already: this is one more source of it.`);
  else {
    responder.channels.push(channel);
    sayWhoElse(channel, responder, on);
  }
  if (word) takeTheirWord(channel, word, 'right', on);
  else if (page) channel.sources.push(page);
}

/** Says which other responders have the same number or mailbox: perhaps it is the same body. */
function sayWhoElse({ value }: Pick<Channel, 'value'>, responder: Responder, on: Attempt): void {
  const others = on.region.responders.filter(
    ({ id, channels }) => id !== responder.id && channels.some((channel) => sameValue(channel.value, value)),
  );
  if (others.length > 0)
    on.say(`${value} is also a way to ${others.map(({ id }) => id).join(', ')}: is it the same body?`);
}

function addResponder({ responder: proposed, sources }: ProposalOf<'add-responder'>, on: Attempt) {
  const { region } = on;
  const there = region.responders.find(({ id }) => id === proposed.id);
  if (there) {
    const missing = proposed.channels.filter((channel) => !there.channels.some(isThis(channel)));
    if (missing.length === 0) return;
    refuse(
      `"${proposed.id}" is there already, without ${missing.map(({ value }) => value).join(', ')}: send an "add-channel".`,
    );
  }
  for (const other of region.responders) {
    const same = Object.values(other.name).find((name) =>
      Object.values(proposed.name).some((mine) => fold(mine) === fold(name)),
    );
    if (same) refuse(`"${same}" is already there as ${other.id}: send what is new of it as "add-channel" or "change".`);
  }
  const byAddress = new Map(sources.map((source) => [source.url, source]));
  const pages = (urls: readonly string[]) => [
    ...new Set(
      urls.map((url) => {
        const source = byAddress.get(url);
        if (source) return on.page(source);
        return knownPage(region.sources, url) ?? refuse(`It rests on ${url}, which is not among its sources.`);
      }),
    ),
  ];
  const added = withSources(proposed, pages) as Responder;
  region.responders.push(added);
  for (const channel of added.channels) sayWhoElse(channel, added, on);
}

/** The same value with every list of sources run through `pages`. */
function withSources(value: unknown, pages: (urls: readonly string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withSources(item, pages));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === 'sources' || key === 'hoursSources' ? [key, pages(inner)] : [key, withSources(inner, pages)],
    ),
  );
}

/** A name as it is compared: letters and digits only, without marks, in small letters. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

function gone({ responder: id, channel: key, source }: ProposalOf<'gone'>, on: Attempt) {
  const responder = key ? responderOf(id, on) : on.region.responders.find((one) => one.id === id);
  if (!responder) return;
  if (!key) {
    if (isWord(source)) refuse('That a whole responder is gone needs a page.');
    on.region.responders = on.region.responders.filter((one) => one !== responder);
    return;
  }
  const channel = responder.channels.find(isThis(key));
  if (!channel) return;
  // One office that got no connection may have dialled wrong: the number stays, and says what was found.
  if (isWord(source)) return takeTheirWord(channel, source, 'wrong', on);
  responder.channels = responder.channels.filter((one) => one !== channel);
}

function check({ responder: id, channel: key, address, check: made }: ProposalOf<'check'>, on: Attempt) {
  const responder = responderOf(id, on);
  if ((key === undefined) === (address === undefined)) refuse('A check is of one channel or of one address.');
  const target = key
    ? channelOf(responder, key)
    : (responder.addresses?.find(({ text }) => text === address) ??
      refuse(`${id} has no address ${JSON.stringify(address)}.`));
  const same = target.checks?.some((one) => JSON.stringify(inSchemaOrder(one)) === JSON.stringify(inSchemaOrder(made)));
  if (!same) addCheck(target, made, on);
}
