/** What an edition changes against the one before: by responder and country, as the packs tell it. */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import parsePhoneNumber from 'libphonenumber-js/max';
import * as v from 'valibot';
import { type Change, EDITIONS_TOLD, EditionChanges } from '../../src/directory/changes-schema.ts';
import { confidenceOf, judgingDay } from '../../src/directory/confidence.ts';
import { channelEvidence } from '../../src/directory/directory.ts';
import { REGIONS, type Region } from '../../src/directory/schema.ts';
import { contactsOf } from '../data/contacts.ts';
import type { Data, RegionData } from '../data/read.ts';

const { changes: _, ...edition } = EditionChanges.entries;

/** What is remembered of a responder to tell what changed. */
const RememberedResponder = v.strictObject({
  name: v.string(),
  /** Of all that is said of it besides its contacts. */
  facts: v.string(),
  /** Its contacts, `type value`: whether each was confirmed, and what it is for. */
  contacts: v.record(v.string(), v.strictObject({ confirmed: v.boolean(), purpose: v.optional(v.string()) })),
});

const RememberedRegion = v.strictObject({
  facts: v.string(),
  /** Each emergency number, and whom it brings. */
  emergency: v.record(v.string(), v.string()),
  responders: v.record(v.string(), RememberedResponder),
});

/** What is remembered of an edition. */
const Remembered = v.strictObject({
  ...edition,
  regions: v.record(v.picklist(REGIONS), RememberedRegion),
});

/** `data/history.json`: written by `npm run edition:raise`, never by hand. */
export const HistoryFile = v.strictObject({
  /** This edition as it was when it was raised. */
  made: Remembered,
  /** What this edition and those before it changed, the newest first. */
  changes: v.array(
    v.strictObject({ ...edition, regions: v.record(v.picklist(REGIONS), v.optional(EditionChanges.entries.changes)) }),
  ),
});

type RememberedRegion = v.InferOutput<typeof RememberedRegion>;
export type Remembered = v.InferOutput<typeof Remembered>;
export type History = v.InferOutput<typeof HistoryFile>;

/** What is remembered of the edition that these data make. */
export function remember({ edition: { edition, date }, regions }: Data): Remembered {
  return {
    edition,
    date,
    regions: Object.fromEntries(
      regions.map((entry) => [entry.region, rememberRegion(entry, new Date(date))]),
    ) as Record<Region, RememberedRegion>,
  };
}

function rememberRegion(entry: RegionData, today: Date): RememberedRegion {
  const { emergency, $schema: _, ...facts } = entry.country;
  const contacts = contactsOf(entry);
  const day = judgingDay(contacts.checked, today);
  return {
    facts: digest(facts),
    emergency: Object.fromEntries(emergency.map(({ number, for: whom }) => [number, [...whom].sort().join(' ')])),
    responders: Object.fromEntries(
      entry.responders.map(({ id, name, channels, ...rest }) => [
        id,
        {
          name: name.en ?? id,
          facts: digest([name, rest, channels.map(({ sources: _, checks: __, ...channel }) => channel)]),
          contacts: Object.fromEntries(
            channels.map((channel) => [
              `${channel.type} ${channel.value}`,
              {
                confirmed: confidenceOf(channelEvidence(contacts, channel), day) === 'confirmed',
                ...(channel.purpose !== undefined && { purpose: channel.purpose }),
              },
            ]),
          ),
        },
      ]),
    ),
  };
}

const UNKNOWN: RememberedRegion = { facts: '', emergency: {}, responders: {} };
const regionOf = ({ regions }: Remembered, region: Region) => regions[region] ?? UNKNOWN;

/** What a region's data change against what is remembered of it. */
export function changesOf(before: RememberedRegion, after: RememberedRegion): Change[] {
  const changes: Change[] = contactChanges(purposesOfEmergency(before), purposesOfEmergency(after));
  const isOther = (number: string) => (before.emergency[number] ?? after.emergency[number]) !== after.emergency[number];
  if (before.facts !== after.facts || Object.keys(after.emergency).some(isOther)) changes.push({ what: 'facts' });
  for (const [id, now] of Object.entries(after.responders)) {
    const was = before.responders[id];
    if (!was) {
      changes.push({ what: 'new', responder: id });
      continue;
    }
    const contacts = contactChanges(purposesOf(was), purposesOf(now));
    const confirmed = Object.entries(now.contacts)
      .filter(([contact, { confirmed }]) => confirmed && was.contacts[contact]?.confirmed === false)
      .map(([contact]): Change => ({ what: 'confirmed', ...said('now', contact) }));
    const rest: Change[] = was.facts !== now.facts && contacts.length === 0 ? [{ what: 'facts' }] : [];
    for (const change of [...contacts, ...confirmed, ...rest]) changes.push({ ...change, responder: id });
  }
  for (const [id, { name, contacts }] of Object.entries(before.responders)) {
    if (after.responders[id]) continue;
    for (const contact of Object.keys(contacts).filter(isNumber))
      changes.push({ what: 'contact', ...said('was', contact), responder: id });
    changes.push({ what: 'gone', responder: id, name });
  }
  return changes;
}

type Purposes = Map<string, string | undefined>;

const purposesOfEmergency = ({ emergency }: RememberedRegion): Purposes =>
  new Map(Object.entries(emergency).map(([number, whom]) => [`emergency ${number}`, whom]));

function purposesOf({ contacts }: v.InferOutput<typeof RememberedResponder>): Purposes {
  return new Map(Object.entries(contacts).map(([contact, { purpose }]) => [contact, purpose]));
}

/**
 * Contacts that came and went. One that came stands in the place of one that went where both are of one kind and for the same:
 * whoever has the old one on paper is led to it.
 */
function contactChanges(before: Purposes, after: Purposes): Change[] {
  const came = [...after.keys()].filter((contact) => !before.has(contact));
  const typeOf = (contact: string) => contact.slice(0, contact.indexOf(' '));
  const went = [...before].flatMap(([was, purpose]): Change[] => {
    if (after.has(was)) return [];
    const place = came.findIndex((now) => typeOf(now) === typeOf(was) && after.get(now) === purpose);
    const [now] = place < 0 ? [] : came.splice(place, 1);
    return [{ what: 'contact', ...said('was', was), ...(now !== undefined && said('now', now)) }];
  });
  return [...went, ...came.map((now): Change => ({ what: 'contact', ...said('now', now) }))];
}

/** Whoever is gone is asked for by a number; a page or a mailbox says by itself whose it was. */
function isNumber(contact: string): boolean {
  return contact.startsWith('phone ') || contact.startsWith('sms ');
}

function said(when: 'was' | 'now', contact: string): Pick<Change, 'type' | 'was' | 'now' | 'value'> {
  const space = contact.indexOf(' ');
  const [type, value] = [contact.slice(0, space), contact.slice(space + 1)];
  return { type, [when]: written(value), ...(when === 'now' && { value }) };
}

function written(value: string): string {
  if (/^116\d{3}$/.test(value)) return `116 ${value.slice(3)}`;
  return value.startsWith('+') ? (parsePhoneNumber(value)?.formatInternational() ?? value) : value;
}

/**
 * What the packs of an edition tell, region by region, the newest edition first. What was changed after it was raised is told
 * with what was changed before. Without a history nothing is told.
 */
export function toldBy(data: Data): Record<Region, EditionChanges[]> {
  const { history } = data;
  const { edition, date } = data.edition;
  const later = changedSinceMade(data);
  const told = (region: Region): EditionChanges[] => {
    const [own, before] = partition(
      (history?.changes ?? []).flatMap(({ edition, date, regions }) => {
        const changes = regions[region];
        return changes ? [{ edition, date, changes }] : [];
      }),
      (entry) => entry.edition === edition,
    );
    const changes = inOne(
      own.flatMap(({ changes }) => changes),
      later[region] ?? [],
    );
    return [...(changes.length > 0 ? [{ edition, date, changes }] : []), ...before].slice(0, EDITIONS_TOLD);
  };
  return Object.fromEntries(REGIONS.map((region) => [region, told(region)])) as Record<Region, EditionChanges[]>;
}

/** Two rounds of changes as the one edition tells them: what changed in both did so once, from the first to the last. */
function inOne(first: readonly Change[], then: readonly Change[]): Change[] {
  const gone = new Set(then.flatMap(({ what, responder }) => (what === 'gone' ? [responder] : [])));
  const came = new Set(first.flatMap(({ what, responder }) => (what === 'new' ? [responder] : [])));
  const changes: Change[] = [];
  for (const change of [...first, ...then]) {
    // Who came and went within it was never in one.
    if (change.responder !== undefined && came.has(change.responder) && gone.has(change.responder)) continue;
    if (!changes.some((one) => isDeepStrictEqual(one, change))) changes.push(change);
  }
  const follows = (one: Change, other: Change) =>
    one !== other &&
    one.what === 'contact' &&
    other.what === 'contact' &&
    one.responder === other.responder &&
    one.type === other.type &&
    one.now !== undefined &&
    one.now === other.was;
  for (;;) {
    const at = changes.findIndex((one) => changes.some((other) => follows(one, other)));
    const one = changes[at];
    const other = one && changes.find((other) => follows(one, other));
    if (!one || !other) break;
    const { was: _, ...last } = other;
    changes[at] = { ...last, ...(one.was !== undefined && { was: one.was }) };
    changes.splice(changes.indexOf(other), 1);
  }
  const isThere = ({ what, responder, type, now }: Change) =>
    what !== 'confirmed' ||
    !changes.some(
      (one) => one.what === 'contact' && one.responder === responder && one.type === type && one.was === now,
    );
  return changes.filter((change) => (change.what !== 'contact' || change.was !== change.now) && isThere(change));
}

/** What was changed, by region, since the edition that these data are of was raised. */
export function changedSinceMade(data: Data): Partial<Record<Region, Change[]>> {
  return data.history ? changesSince(data.history.made, remember(data)) : {};
}

function changesSince(before: Remembered, after: Remembered): Partial<Record<Region, Change[]>> {
  return Object.fromEntries(
    REGIONS.flatMap((region) => {
      const changes = changesOf(regionOf(before, region), regionOf(after, region));
      return changes.length > 0 ? [[region, changes]] : [];
    }),
  );
}

/**
 * The edition that these data become, and its history: what was changed since the one before was raised is what it changes.
 * What no pack could tell any more is left out.
 * @param number of the new edition
 * @param date its day, `2026-12-03`
 */
export function raised(data: Data, number: number, date: string): Pick<Data, 'edition'> & { history: History } {
  const edition = { ...data.edition, edition: number, date };
  const made = remember({ ...data, edition });
  const regions = data.history ? changesSince(data.history.made, made) : {};
  const left = new Map<string, number>();
  const changes = [
    ...(Object.keys(regions).length > 0 ? [{ edition: number, date, regions }] : []),
    ...(data.history?.changes ?? []),
  ].flatMap((entry) => {
    const kept = Object.entries(entry.regions).filter(([region]) => {
      left.set(region, (left.get(region) ?? 0) + 1);
      return (left.get(region) ?? 0) <= EDITIONS_TOLD;
    });
    return kept.length > 0 ? [{ ...entry, regions: Object.fromEntries(kept) }] : [];
  });
  return { edition, history: { made, changes } };
}

function partition<T>(all: readonly T[], where: (one: T) => boolean): [T[], T[]] {
  return [all.filter(where), all.filter((one) => !where(one))];
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}
