/**
 * The first contacts of all fourteen countries: part of the first script, so that they need nothing else. Where an edition is
 * here that is newer than the app, those that it changed are kept beside the settings, so that Home never says an old number
 * first. The plain page reads them too (`scripts/vite/first-contacts.inline.js`).
 */
import built from '#build/first-contacts.json';
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import type { FirstContact, FirstContacts, FirstLine } from '../directory/first-contacts.ts';

const KEY = 'harbour.first';
const OWN = built.contacts as unknown as FirstContacts;

interface Kept {
  /** The edition that they are of, and the one that the app brought when they were kept. */
  edition: number;
  own: number;
  contacts: Partial<FirstContacts>;
  /** For the plain page: what a link of the app's own edition is now, by country; 0 where there is nothing in its place. */
  links: Partial<Record<CountryCode, Record<string, [href: string, shown: string] | 0>>>;
}

/** What the page that is open says, from its first moment to its last. */
export const FIRST_CONTACTS: FirstContacts = { ...OWN, ...readKept() };

function readKept(): Partial<FirstContacts> {
  try {
    const { edition, own, contacts } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Kept>;
    const isNewer = own === built.edition || (edition ?? 0) > built.edition;
    if (!isNewer || !contacts) return {};
    return Object.fromEntries(Object.entries(contacts).filter(([country, contact]) => isWhole(country, contact)));
  } catch {
    return {};
  }
}

/** Storage may hold anything; what does not look like numbers is not shown for some. */
function isWhole(country: string, { emergency, lines }: FirstContact): boolean {
  return (
    (COUNTRIES as readonly string[]).includes(country) &&
    emergency.every(({ number }) => /^\+?\d+$/.test(number)) &&
    lines.every(({ channel }) => typeof channel.value === 'string' && typeof channel.type === 'string')
  );
}

/**
 * Keeps what an edition says first where that is not what the app's own says: for the next start.
 * Never throws: where nothing can be kept, the edition itself is not kept either.
 */
export function keepFirstContacts(edition: number, now: FirstContacts): void {
  try {
    const changed = COUNTRIES.filter((country) => JSON.stringify(now[country]) !== JSON.stringify(OWN[country]));
    if (changed.length === 0) {
      localStorage.removeItem(KEY);
      return;
    }
    const kept: Kept = {
      edition,
      own: built.edition,
      contacts: Object.fromEntries(changed.map((country) => [country, now[country]])),
      links: Object.fromEntries(changed.map((country) => [country, replaced(OWN[country], now[country])])),
    };
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Blocked or full: see above.
  }
}

/** What stands in the place of each number that is gone: the same responder's, or nothing. */
function replaced(before: FirstContact, after: FirstContact): Record<string, [string, string] | 0> {
  const linesOf = ({ lines, contactPoint }: FirstContact): FirstLine[] => [
    ...lines,
    ...(contactPoint ? [contactPoint] : []),
  ];
  const there = new Set([
    ...after.emergency.map(({ number }) => number),
    ...linesOf(after).flatMap(({ channel, abroad }) => [channel.tel, abroad?.tel]),
  ]);
  const links: Record<string, [string, string] | 0> = {};
  for (const { number } of before.emergency) if (!there.has(number)) links[`tel:${number}`] = 0;
  for (const line of linesOf(before)) {
    for (const which of ['channel', 'abroad'] as const) {
      const tel = line[which]?.tel;
      if (tel === undefined || there.has(tel)) continue;
      const now = linesOf(after).find(({ responder }) => responder === line.responder)?.[which];
      links[`tel:${tel}`] = now?.tel ? [`tel:${now.tel}`, now.international ?? now.national ?? now.tel] : 0;
    }
  }
  return links;
}
