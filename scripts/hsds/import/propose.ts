/**
 * What another directory has and ours has not, as proposals. What is known already is not proposed: a directory that repeats it may
 * have it from us, and is no new voice. What cannot be decided by a machine is listed for a curator.
 */
import { createHash } from 'node:crypto';
import { domainToUnicode } from 'node:url';
import { parsePhoneNumber } from 'libphonenumber-js/max';
import { MAX_TEXT } from '../../../src/directory/hostile.ts';
import { readProposal } from '../../../src/directory/proposal-text.ts';
import {
  COUNTRIES,
  REGIONS,
  type Region,
  type Responder,
  type Source,
  type Taxonomy,
} from '../../../src/directory/schema.ts';
import type { Data } from '../../data/read.ts';
import { isThis, sameValue } from '../../proposals/attempt.ts';
import { numberOf } from '../../proposals/numbers.ts';
import { channelId } from '../channels.ts';
import { idOf } from '../ids.ts';
import { termId } from '../vocabulary.ts';
import type { Body, Place, Way } from './bodies.ts';

export interface Options {
  /** The page on which the other directory can be read again. */
  source: Source;
  /** The country of bodies that do not say theirs, and the only one that is taken when it is given. */
  country?: Region | undefined;
}

export interface Proposed {
  proposals: unknown[];
  /** What is not proposed, body by body, and why. */
  left: string[];
  /** How many bodies are known, with nothing new. */
  known: number;
}

/** Compares bodies with the curators' data. */
export function proposalsOf(bodies: readonly Body[], data: Data, options: Options): Proposed {
  const result: Proposed = { proposals: [], left: [], known: 0 };
  const ours = oursIn(data);
  const taken = new Set(ours.responders.map(({ id }) => id));
  for (const body of bodies) {
    if (ours.emergency.has(body.id)) continue;
    const before = result.proposals.length + result.left.length;
    const name = body.names[0] ?? body.id;
    const say = (reason: string) => {
      result.left.push(`${name}: ${reason}`);
    };
    const propose = (proposal: object) => {
      const read = readProposal(proposal, domainToUnicode);
      if ('reason' in read) say(`not proposed: ${read.reason}`);
      else result.proposals.push(proposal);
    };
    for (const left of body.left) say(`${left}; not proposed.`);
    const known = ours.byId.get(body.id);
    if (!known && body.ownId !== undefined && body.id === idOf('organization', body.ownId))
      say(`this is a copy of our ${body.ownId}, which is no longer in the directory; not proposed.`);
    else if (known) compare(body, known, regionOf(known), options, propose, say);
    else foreign(body, ours, data.taxonomy, taken, options, propose, say);
    if (result.proposals.length + result.left.length === before) result.known += 1;
  }
  return result;
}

interface Ours {
  responders: Responder[];
  /** By the id under which they are published for other systems. */
  byId: Map<string, Responder>;
  /** The published ids of the countries' emergency numbers, which are no responders. */
  emergency: Set<string>;
}

function oursIn({ regions }: Data): Ours {
  const responders = regions.flatMap((region) => region.responders);
  return {
    responders,
    byId: new Map(responders.map((one) => [idOf('organization', one.id), one])),
    emergency: new Set(COUNTRIES.map((country) => idOf('organization', 'emergency', country))),
  };
}

const regionOf = ({ id }: Responder): Region => REGIONS.find((region) => id.startsWith(`${region}-`)) ?? 'eu';

type Say = (reason: string) => void;
type Propose = (proposal: object) => void;

/** A copy may be older than the record it was made from. */
const COPIED = 'From a copy of our own record that was changed: is it newer than what we have?';

/** A body that is ours: by its published id, or by its name. */
function compare(body: Body, ours: Responder, region: Region, { source }: Options, propose: Propose, say: Say): void {
  const about = { responder: ours.id };
  for (const way of body.ways) {
    const channel = ours.channels.find((one) => isSameWay(way, one, region));
    const moved = channel ? undefined : ours.channels.find((one) => channelId(ours, one) === way.id);
    const value = channel?.value ?? keptValue(way, region);
    if (!channel && way.id === idOf('channel', ours.id, way.type, way.value)) {
      say(`${way.value} comes from an older copy of our own record and is no longer there; not proposed.`);
    } else if (value === undefined) {
      say(`"${way.value}" is no telephone number that can exist in ${region}; not proposed.`);
    } else if (moved) {
      propose({
        kind: 'change',
        ...about,
        channel: { type: moved.type, value: moved.value },
        field: 'value',
        old: moved.value,
        new: value,
        source,
        note: COPIED,
      });
    } else if (!channel) propose({ kind: 'add-channel', ...about, channel: newChannel(way, value), source });
    else if (
      way.hours !== undefined &&
      !ours.channels.some((one) => isSameWay(way, one, region) && one.hours === way.hours)
    ) {
      propose({
        kind: 'change',
        ...about,
        channel: { type: channel.type, value: channel.value },
        field: 'hours',
        ...(channel.hours !== undefined && { old: channel.hours }),
        new: way.hours,
        source,
        note: COPIED,
      });
    }
  }
  const isNamed = body.names.some((theirs) => Object.values(ours.name).some((one) => fold(one) === fold(theirs)));
  if (!isNamed) say(`there it is no longer called "${ours.name.en}"; not proposed.`);
  if (body.id !== idOf('organization', ours.id) && body.schedules.length > 0)
    say(`which way in keeps these hours: ${body.schedules.join('; ')}? Not proposed.`);
  for (const place of body.places) {
    if (ours.addresses?.some(({ text }) => isSamePlace(text, place.text))) continue;
    if (place.id === idOf('address', ours.id, place.text))
      say(`${place.text} comes from an older copy of our own record and is no longer there; not proposed.`);
    else propose({ kind: 'change', ...about, field: 'address', new: addressOf(place), source });
  }
}

/** A body that does not carry an id of ours. */
function foreign(
  body: Body,
  ours: Ours,
  taxonomy: Taxonomy,
  taken: Set<string>,
  options: Options,
  propose: Propose,
  say: Say,
): void {
  const regions = countriesOf(body, options);
  const [region] = regions;
  if (region === undefined || regions.length > 1) {
    const where =
      regions.length > 1
        ? `${regions.join(', ')} come into question`
        : 'it is in none of the fourteen, or does not say';
    say(`of which country is it? ${where}. Nothing of it is proposed; --country says so for all that leave it open.`);
    return;
  }
  if (options.country !== undefined && region !== options.country) return;
  const local = ours.responders.filter((one) => regionOf(one) === region);
  const named = local.find(({ name }) =>
    Object.values(name).some((one) => body.names.some((theirs) => fold(theirs) === fold(one))),
  );
  if (named) {
    compare(body, named, region, options, propose, say);
    return;
  }
  const shared = local.filter(({ channels }) =>
    body.ways.some((way) => way.type !== 'web' && channels.some((one) => isSameWay(way, one, region))),
  );
  if (shared.length > 0) {
    const fresh = body.ways.filter(
      (way) => !shared.some(({ channels }) => channels.some((one) => isSameWay(way, one, region))),
    );
    const more = fresh.length > 0 ? ` New there: ${fresh.map(({ value }) => value).join(', ')}.` : '';
    say(
      `is it ${shared.map(({ id }) => id).join(' or ')}, under another name? They share a way in.${more} Nothing of it is proposed.`,
    );
    return;
  }
  addBody(body, region, taxonomy, taken, options, propose, say);
}

function addBody(
  body: Body,
  region: Region,
  taxonomy: Taxonomy,
  taken: Set<string>,
  { source }: Options,
  propose: Propose,
  say: Say,
): void {
  const [name, other] = body.names;
  if (name === undefined) {
    say('it has no name; not proposed.');
    return;
  }
  const unknown: string[] = [];
  const channels = body.ways.flatMap((way) => {
    const value = keptValue(way, region);
    if (value === undefined) say(`"${way.value}" is no telephone number that can exist in ${region}; left out.`);
    return value === undefined ? [] : { ...newChannel(way, value), sources: [source.url] };
  });
  if (channels.length === 0 && body.places.length === 0) {
    say('it has no way in that can be used; not proposed.');
    return;
  }
  const [kind, ...kinds] = codesOf(body, taxonomy, 'kinds');
  const services = codesOf(body, taxonomy, 'services');
  const strange = body.terms.filter(
    (term) => !(['kinds', 'services'] as const).some((vocabulary) => codeOf(term, taxonomy, vocabulary)),
  );
  if (kind === undefined) unknown.push('its kind (it stands as "other")');
  if (kinds.length > 0) unknown.push(`which kind: ${[kind, ...kinds].join(', ')}`);
  if (strange.length > 0)
    unknown.push(`terms not known here: ${[...new Set(strange.map((term) => term.name))].join(', ')}`);
  if (body.areas.length === 0) unknown.push('where it works');
  if (other !== undefined) unknown.push(`in which language it is called "${other}"`);
  if (body.schedules.length > 0) unknown.push(`which way in keeps these hours: ${body.schedules.join('; ')}`);
  unknown.push('its measures', 'whether its name and description are English');
  const id = freeId(region, name, body.id, taken);
  propose({
    kind: 'add-responder',
    responder: {
      id,
      name: { en: name },
      kind: kind ?? 'other',
      measures: [],
      services,
      channels,
      ...(body.places.length > 0 && {
        addresses: body.places.map((place) => ({ ...addressOf(place), sources: [source.url] })),
      }),
      coverage: asWords(cut(body.areas.join('; '))) || 'Not said by the directory it was taken from.',
      about: plain(body.about ?? '') || name,
      sources: [source.url],
    },
    sources: [source],
    note: cut(`Taken from HSDS, record ${body.id}. A curator has to find out: ${unknown.join(', ')}.`),
  });
}

/** The countries that a body may be of: its places' first, else those of its numbers, else the one that was named for all. */
function countriesOf(body: Body, { country }: Options): Region[] {
  const known = (codes: readonly (string | undefined)[]) =>
    COUNTRIES.filter((code) => codes.some((one) => one?.toLowerCase() === code));
  const stated = body.places.flatMap((place) => place.country || []);
  if (stated.length > 0) return known(stated);
  const dialled = body.ways.flatMap(({ type, value }) => {
    if (type !== 'phone' && type !== 'sms') return [];
    try {
      return parsePhoneNumber(value).country ?? [];
    } catch {
      return [];
    }
  });
  const numbers = known(dialled);
  return numbers.length > 0 ? numbers : country === undefined || dialled.length > 0 ? [] : [country];
}

/** Whether a way in of theirs is one of ours, however it is written. */
function isSameWay(way: Way, ours: Responder['channels'][number], region: Region): boolean {
  if (isThis(way)(ours)) return true;
  if (way.type !== ours.type) return false;
  if (way.type === 'phone' || way.type === 'sms') return numberOf(way.value, region) === ours.value;
  if (way.type === 'email') return false;
  const [theirs, known] = [way.value, ours.value].map(addressForm);
  return theirs !== undefined && known !== undefined && sameValue(theirs, known);
}

/** An address without what makes no difference: encryption, `www.`, the way its letters are written. */
function addressForm(address: string): string | undefined {
  try {
    return new URL(address).href.replace(/^https?:\/\/(www\.)?/, '');
  } catch {
    return undefined;
  }
}

/** The value as it is kept: numbers as they are dialled; undefined for a number that cannot exist. */
function keptValue({ type, value }: Way, region: Region): string | undefined {
  return type === 'phone' || type === 'sms' ? numberOf(value, region) : value;
}

function newChannel(way: Way, value: string): object {
  const isShort = (way.type === 'phone' || way.type === 'sms') && !value.startsWith('+');
  const languages = way.languages.filter((code) => /^[a-z]{2,3}$/.test(code));
  return {
    type: way.type,
    value,
    ...(isShort && { short: true }),
    ...(way.words && { purpose: asWords(plain(way.words)) }),
    ...(way.hours && { hours: way.hours }),
    ...(languages.length > 0 && { languages }),
  };
}

function addressOf({ text, city, postcode }: Place): object {
  return { text, ...(city && { city }), ...(postcode && { postcode }) };
}

/** Whether two addresses are one: the same street and number, in whatever spelling and with whatever behind it. */
function isSamePlace(ours: string, theirs: string): boolean {
  const [a, b] = [fold(ours), fold(theirs)];
  return a === b || (Math.min(a.length, b.length) > 5 && (a.startsWith(b) || b.startsWith(a)));
}

function codesOf(body: Body, taxonomy: Taxonomy, vocabulary: 'kinds' | 'services'): string[] {
  return [...new Set(body.terms.flatMap((term) => codeOf(term, taxonomy, vocabulary) ?? []))];
}

/** Our code for a term of theirs: the same term; of services also one of the same name, in any language. */
function codeOf(
  { id, code, name }: Body['terms'][number],
  taxonomy: Taxonomy,
  vocabulary: 'kinds' | 'services',
): string | undefined {
  const isNamed = (label: string) => fold(label) !== '' && [code, name].some((theirs) => fold(theirs) === fold(label));
  return Object.entries(taxonomy[vocabulary]).find(
    ([ours, { label }]) =>
      // A service called "Shelter" does not make its body one.
      id === termId(vocabulary, ours) || (vocabulary === 'services' && Object.values(label).some(isNamed)),
  )?.[0];
}

/** An id that nobody has: country and name; of a name without Latin letters, something of the other directory's id. */
function freeId(region: Region, name: string, theirs: string, taken: Set<string>): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50);
  const own = slug.length > 2 ? slug : createHash('sha256').update(theirs).digest('hex').slice(0, 8);
  let id = `${region}-${own}`;
  for (let n = 2; taken.has(id); n++) id = `${region}-${own}-${n}`;
  taken.add(id);
  return id;
}

/** Words without markup, on one line. */
function plain(text: string): string {
  return cut(
    text
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** One word in small letters would be taken for a code of ours. */
function asWords(text: string): string {
  return /^[a-z]+(-[a-z]+)*$/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

function cut(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 2)} …` : text;
}

/** Letters and digits only, without marks, in small letters. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
