/** Applies proposals to the curators' files. Pure: it is given the files as they were read and returns those that change. */
import type { Proposal, ProposalOf } from '../../src/directory/proposal.ts';
import { REGIONS, type Region, Responder } from '../../src/directory/schema.ts';
import { checkData } from '../data/check.ts';
import { checkChannels } from '../data/check-channels.ts';
import { checkDates } from '../data/check-country.ts';
import { checkLinks } from '../data/check-references.ts';
import { checkCodes, checkShape } from '../data/check-shape.ts';
import type { Finding } from '../data/findings.ts';
import { type Data, dataOf, type FileContent, fileOf, type RegionData } from '../data/read.ts';
import { sourceUses } from '../data/source-uses.ts';
import { isThis, isWord, Refused, refuse } from './attempt.ts';
import { attempt } from './kinds.ts';
import { inSchemaOrder } from './order.ts';
import { takeUpPage } from './pages.ts';
import type { Entry, Refusal } from './read.ts';

export interface Applied {
  /** The files that change, by path relative to the data folder. */
  changed: Map<string, unknown>;
  /** Which entries changed something, and which stood there already. */
  applied: string[];
  known: string[];
  refused: Refusal[];
  /** What a curator should look at, although it was applied. */
  said: Refusal[];
  /** What the data check would find wrong afterwards and did not before: then nothing may be written. */
  errors: Finding[];
}

/**
 * Applies entries in an order of their own, so that it does not matter in which order they came.
 * @param files a data folder as it was read; it must pass the data check's rules of form
 */
export function applyProposals(
  files: ReadonlyMap<string, FileContent>,
  entries: readonly Entry[],
  today: Date,
): Applied {
  const before = dataOf(files);
  const data = copyOf(before);
  const result: Applied = { changed: new Map(), applied: [], known: [], refused: [], said: [], errors: [] };
  const contradicting = contradictions(entries);
  for (const entry of inOrder(entries)) {
    const { where, proposal } = entry;
    try {
      const other = contradicting.get(entry);
      if (other) refuse(`${other} says otherwise: decide which one is right, and send only that.`);
      const region = regionOf(entry) ?? refuse(`Of which country is this? Say so with "country".`);
      const at = data.regions.findIndex((one) => one.region === region);
      const untouched = data.regions[at] ?? refuse(`There is no country "${region}".`);
      const copy = copyOf(untouched);
      const attempted: Data = { ...data, regions: data.regions.with(at, copy) };
      const remarks: string[] = [];
      const say = (remark: string) => void remarks.push(remark);
      attempt(proposal, {
        data: attempted,
        region: copy,
        today,
        say,
        page: (source) => takeUpPage(copy.sources, source, say),
      });
      if (JSON.stringify(copy) === JSON.stringify(untouched)) result.known.push(where);
      else {
        const defects = defectsOf(attempted, data, region, today);
        for (const { level, reason } of defects) if (level === 'error') refuse(reason);
        for (const { reason } of defects) say(reason);
        data.regions = attempted.regions;
        result.applied.push(where);
      }
      result.said.push(...remarks.map((reason) => ({ where, reason })));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      result.refused.push({ where, reason: error.message });
    }
  }
  takeOutUnused(data, before);
  for (const region of REGIONS)
    for (const [file, json] of changedFiles(region, before, data, files)) result.changed.set(file, json);
  if (result.changed.size > 0) result.errors = newErrors(files, result.changed, today);
  return result;
}

/** A copy in which no two places are one list, as they may be in what was not read from a file. */
const copyOf = <Json>(json: Json): Json => JSON.parse(JSON.stringify(json));

const KINDS: Proposal['kind'][] = ['add-responder', 'add-channel', 'change', 'confirm', 'check', 'gone', 'fact'];

function inOrder(entries: readonly Entry[]): Entry[] {
  const text = new Map(entries.map((entry) => [entry, `${entry.proposal.id ?? ''} ${JSON.stringify(entry.proposal)}`]));
  return [...entries].sort(
    (a, b) =>
      KINDS.indexOf(a.proposal.kind) - KINDS.indexOf(b.proposal.kind) ||
      ((text.get(a) ?? '') < (text.get(b) ?? '') ? -1 : 1),
  );
}

/** Entries of one batch that would give the same field different values, with one that contradicts them. */
function contradictions(entries: readonly Entry[]): Map<Entry, string> {
  const found = new Map<Entry, string>();
  const first = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { proposal } = entry;
    if (proposal.kind !== 'change') continue;
    // Of a thing that a responder has several of, each old value is a thing of its own.
    const thing = proposal.field === 'address' ? proposal.old : undefined;
    const field = JSON.stringify([
      proposal.responder,
      proposal.channel?.type,
      proposal.channel?.value,
      proposal.field,
      thing,
    ]);
    for (const other of first.get(field) ?? []) {
      if (JSON.stringify((other.proposal as ProposalOf<'change'>).new) === JSON.stringify(proposal.new)) continue;
      found.set(entry, other.where);
      found.set(other, entry.where);
    }
    first.set(field, [...(first.get(field) ?? []), entry]);
  }
  for (const entry of entries) {
    const against = entries.find((other) => isAgainst(other, entry) || saysOtherwise(other, entry));
    if (!against) continue;
    found.set(entry, against.where);
    found.set(against, entry.where);
  }
  return found;
}

/** Whether one takes a number away of which the other says that it was right on that day, or later. */
function isAgainst({ proposal: away }: Entry, { proposal: right }: Entry): boolean {
  if (right.kind !== 'check' || right.check.outcome !== 'right' || !right.channel) return false;
  const takes = away.kind === 'gone' ? !isWord(away.source) : away.kind === 'change' && away.field === 'value';
  if (!takes || (away.kind !== 'gone' && away.kind !== 'change') || !away.channel) return false;
  const day = 'day' in away.source ? away.source.day : (away.source.date ?? '');
  return away.responder === right.responder && isThis(right.channel)({ ...away.channel }) && !(right.check.day < day);
}

/** Whether one office gives two answers about the same on one day. */
function saysOtherwise({ proposal: one }: Entry, { proposal: other }: Entry): boolean {
  if (one.kind !== 'check' || other.kind !== 'check' || one.check.outcome === other.check.outcome) return false;
  const about = ({ responder, channel, address, check: { by, day } }: ProposalOf<'check'>) =>
    JSON.stringify([responder, channel?.type, channel?.value, address, by, day]);
  return about(one) === about(other);
}

function regionOf({ proposal, country }: Entry): Region | undefined {
  if (proposal.kind === 'fact') {
    const about = /^(?:responder|disagreement)\.(\w\w)-/.exec(proposal.about)?.[1];
    return proposal.country ?? REGIONS.find((region) => region === about) ?? country;
  }
  const id = proposal.kind === 'add-responder' ? proposal.responder.id : proposal.responder;
  return REGIONS.find((region) => id.startsWith(`${region}-`)) ?? refuse(`"${id}" begins with the code of no country.`);
}

/** What the data check has against this attempt that it had not before: of the responder's form, codes, channels and links. */
function defectsOf(attempted: Data, data: Data, region: Region, today: Date): Finding[] {
  const [then, now] = [data, attempted].map(
    ({ regions }) => regions.find((one) => one.region === region) as RegionData,
  ) as [RegionData, RegionData];
  const was = new Map(then.responders.map((one) => [one.id, JSON.stringify(one)]));
  const touched = now.responders.filter((one) => was.get(one.id) !== JSON.stringify(one));
  const file = fileOf(region, 'responders.json');
  const country = fileOf(region, 'country.json');
  const form = [
    ...checkShape(file, { responders: touched }),
    ...checkShape(country, now.country),
    ...checkShape(fileOf(region, 'sources.json'), now.sources),
  ];
  if (form.length > 0) return form;
  const only = (responders: Responder[]): Data => ({ ...attempted, regions: [{ ...now, responders }] });
  const before = touched.flatMap(({ id }) => then.responders.filter((one) => one.id === id));
  const known = new Set(checkChannels(only(before)).map(({ reason }) => reason));
  const dates = new Set(checkDates(then, today).map(({ reason }) => reason));
  const links = new Set(checkLinks(data).map(({ reason }) => reason));
  return [
    ...checkCodes(file, { responders: touched }, attempted.taxonomy),
    ...checkCodes(country, now.country, attempted.taxonomy),
    ...checkChannels(only(touched)).filter(({ reason }) => !known.has(reason)),
    ...checkDates(now, today).filter(({ reason }) => !dates.has(reason)),
    ...checkLinks(attempted).filter(({ reason }) => !links.has(reason)),
  ];
}

/** Pages on which something rested before and nothing does now. */
function takeOutUnused(data: Data, before: Data): void {
  for (const entry of data.regions) {
    const used = new Set(usesIn(entry, data));
    const old = before.regions.find(({ region }) => region === entry.region);
    for (const id of Object.keys(entry.sources)) {
      const wasUnused = old && Object.hasOwn(old.sources, id) && !usesIn(old, before).includes(id);
      if (!used.has(id) && !wasUnused) delete entry.sources[id];
    }
  }
}

function usesIn({ region, country, responders, network }: RegionData, { harmonised }: Data): string[] {
  const all = [country, responders, network, ...(region === 'eu' ? [harmonised] : [])];
  return sourceUses('', all).map(({ id }) => id);
}

function changedFiles(
  region: Region,
  before: Data,
  data: Data,
  files: ReadonlyMap<string, FileContent>,
): [string, unknown][] {
  const was = before.regions.find((one) => one.region === region);
  const now = data.regions.find((one) => one.region === region);
  if (!was || !now) return [];
  const changed: [string, unknown][] = [];
  const put = (name: Parameters<typeof fileOf>[1], old: unknown, json: unknown, whole: (json: unknown) => unknown) => {
    if (JSON.stringify(old) !== JSON.stringify(json)) changed.push([fileOf(region, name), whole(json)]);
  };
  // Sources first: if writing breaks off after them, nothing names a page that is not there.
  put('sources.json', was.sources, now.sources, (json) => json);
  const head = files.get(fileOf(region, 'responders.json'));
  const { responders: _, ...rest } =
    head && 'json' in head ? (head.json as { responders: unknown }) : { responders: [] };
  const old = new Map(was.responders.map((one) => [one.id, JSON.stringify(one)]));
  const responders = now.responders.map((one) =>
    old.get(one.id) === JSON.stringify(one) ? one : (inSchemaOrder(one, Responder) as Responder),
  );
  put('responders.json', was.responders, responders, (json) => ({ ...rest, responders: json }));
  put('country.json', was.country, now.country, (json) => json);
  return changed;
}

function newErrors(
  files: ReadonlyMap<string, FileContent>,
  changed: ReadonlyMap<string, unknown>,
  today: Date,
): Finding[] {
  const errorsIn = (some: ReadonlyMap<string, FileContent>) =>
    checkData(some, today).filter(({ level }) => level === 'error');
  const after = new Map(files);
  for (const [file, json] of changed) after.set(file, { json });
  const errors = errorsIn(after);
  if (errors.length === 0) return [];
  const known = new Set(errorsIn(files).map(({ file, reason }) => `${file} ${reason}`));
  return errors.filter(({ file, reason }) => !known.has(`${file} ${reason}`));
}
