/** What stood in a number's place in earlier editions: who has it on paper, or wrote it down, can tell whose it was. */
import type { Change } from './changes-schema.ts';
import type { Directory } from './directory.ts';
import type { CountryPack, PackChannel, PackResponder } from './pack.ts';

type Changes = Pick<CountryPack, 'changes'>;
type Country = Pick<CountryPack, 'changes' | 'responders'>;
type Whose = Pick<PackResponder, 'id' | 'channels'>;

/** A number or address that stood there until the day of an edition. */
export interface Former {
  until: string;
  was: string;
}

/** What stood in the place of one number or address, the newest first: who skipped an edition knows only the one before it. */
export function formersOf(
  { changes: told }: Changes,
  responder: string,
  { type, value }: Pick<PackChannel, 'type' | 'value'>,
): Former[] {
  const formers: Former[] = [];
  const seen = new Set<string | undefined>();
  let shown: string | undefined;
  for (const { date, changes } of told) {
    const change = changes.find(
      (one) =>
        one.what === 'contact' &&
        one.responder === responder &&
        one.type === type &&
        (shown === undefined ? one.value === value : one.now === shown),
    );
    if (change?.was === undefined) continue;
    seen.add(shown ?? change.now);
    shown = change.was;
    // One that came back was there before itself.
    if (!seen.has(shown)) formers.push({ until: date, was: shown });
  }
  return formers;
}

/** All telephone numbers that a responder had, and that nobody of its country answers today. */
export function formerNumbers(country: Country, { id }: Pick<PackResponder, 'id'>): Former[] {
  const today = answeredIn(country);
  return country.changes.flatMap(({ date, changes }) =>
    changes.flatMap(({ what, responder, type, was }) =>
      what === 'contact' && responder === id && was !== undefined && isNumber(type) && !today.has(digitsIn(was))
        ? [{ until: date, was }]
        : [],
    ),
  );
}

const answered = new WeakMap<Country['responders'], ReadonlySet<string>>();

function answeredIn({ responders }: Country): ReadonlySet<string> {
  let numbers = answered.get(responders);
  if (!numbers) {
    numbers = new Set(responders.flatMap(({ channels }) => channels.map(({ tel = '' }) => digitsIn(tel))));
    answered.set(responders, numbers);
  }
  return numbers;
}

/**
 * The former number of these digits, with the channel that stands in its place today, where one does.
 * @param digits in full, with the country's code
 */
export function formerWith(
  country: Country,
  responder: Whose,
  digits: string,
): (Former & { instead: PackChannel | undefined }) | undefined {
  const is = ({ was }: Former) => digitsIn(was) === digits;
  const former = formerNumbers(country, responder).find(is);
  if (!former) return undefined;
  const instead = responder.channels.find(
    (channel) => isNumber(channel.type) && formersOf(country, responder.id, channel).some(is),
  );
  return { ...former, instead };
}

/** A number or address that is another than in an edition of before, that was not there yet, or that is no longer there. */
export interface ContactChange {
  region: string;
  responder: string | undefined;
  kind: 'changed' | 'came' | 'went';
}

/**
 * What became of numbers and addresses since an edition of before, once each: one that changed twice since is one that
 * changed, and one that came back is none.
 */
export function contactsChangedSince(
  { countries }: { countries: ReadonlyMap<string, Changes> },
  since: number,
): ContactChange[] {
  return [...countries].flatMap(([region, { changes: told }]) => {
    const contacts: Pick<Change, 'responder' | 'type' | 'was' | 'now'>[] = [];
    for (const { edition, changes } of told) {
      if (edition <= since) continue;
      for (const { what, responder, type, was, now } of changes) {
        if (what !== 'contact') continue;
        const later = contacts.find(
          (one) =>
            one.responder === responder &&
            one.type === type &&
            one.was === now &&
            // One that had gone is told of again where the same came back.
            (now !== undefined || one.now === was),
        );
        if (later) later.was = was;
        else contacts.push({ responder, type, was, now });
      }
    }
    return contacts
      .filter(({ was, now }) => was !== now)
      .map(({ responder, was, now }) => ({
        region,
        responder,
        kind: was === undefined ? 'came' : now === undefined ? 'went' : 'changed',
      }));
  });
}

/** What is still known of a responder that a later edition took out; undefined where no edition tells of it. */
export function goneFrom(
  { countries }: Pick<Directory, 'countries'>,
  id: string,
): { name: string; until: string } | undefined {
  for (const { changes: told } of countries.values()) {
    for (const { date, changes } of told) {
      const gone = changes.find(({ what, responder }) => what === 'gone' && responder === id);
      if (gone) return { name: gone.name ?? id, until: date };
    }
  }
  return undefined;
}

/** Who had a number, and what they have in its place; `gone` where a later edition took them out. */
export interface Owner {
  id: string;
  name: PackResponder['name'];
  was: string;
  until: string;
  instead: PackChannel | undefined;
  gone: boolean;
}

/**
 * Whose a number was that somebody wrote down.
 * @param digits as it is dialled, without `+`
 * @param where the country in which it is dialled so; absent where its code stands in it
 */
export function whoseWas(
  { countries }: Pick<Directory, 'countries'>,
  digits: string,
  where: string | undefined,
): Owner[] {
  // Inside the country one dials 0 or 8 in the place of its code.
  const end = where === undefined ? digits : digits.replace(/^[08]/, '');
  if (end.length < SHORTEST) return [];
  const all = [...countries.values()].filter(({ country }) => where === undefined || country === where);
  return all.flatMap((country) => {
    const here = country.responders.map((one) => ({ ...one, gone: false }));
    return [...here, ...goneOf(country)].flatMap(({ id, name, channels, gone }): Owner[] => {
      const former = formerNumbers(country, { id }).find(({ was }) =>
        where === undefined ? digitsIn(was) === end : digitsIn(was).endsWith(end),
      );
      const found = former && formerWith(country, { id, channels }, digitsIn(former.was));
      return found ? [{ id, name, was: found.was, until: found.until, instead: found.instead, gone }] : [];
    });
  });
}

/** The responders that a later edition took out. */
function goneOf({ changes: told }: Changes): (Pick<PackResponder, 'id' | 'name' | 'channels'> & { gone: true })[] {
  return told.flatMap(({ changes }) =>
    changes.flatMap(({ what, responder, name }) =>
      what === 'gone' && responder !== undefined
        ? [{ id: responder, name: { en: name ?? responder }, channels: [], gone: true as const }]
        : [],
    ),
  );
}

/** So many digits are a number of one's own, and no short one that many have. */
const SHORTEST = 6;

const isNumber = (type: string | undefined) => type === 'phone' || type === 'sms';
const digitsIn = (text: string) => text.replace(/\D/g, '');
