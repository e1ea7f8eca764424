/** Pages of a proposal among the sources of a country: a page that is known keeps its id. */

import type { Source, Sources } from '../../src/directory/schema.ts';
import { publisherOf } from '../data/publisher.ts';

/** An address as it is compared: with and without encryption, last slash and place on the page it is the same page. */
function samePage(url: string): string {
  return url
    .replace(/^http:/, 'https:')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');
}

/** The id under which a page is known; undefined for a new one. */
export function knownPage(sources: Sources, url: string): string | undefined {
  const exact = Object.keys(sources).find((id) => sources[id]?.url === url);
  return exact ?? Object.keys(sources).find((id) => samePage(sources[id]?.url ?? '') === samePage(url));
}

/**
 * Takes a page up among the sources, which it changes. Of a page that is known, what was not known of its age or its publisher
 * is added, a month or a day to a year as well; what differs stays as it is and is said.
 * @returns its id: the host, with a number behind it from the second page on
 */
export function takeUpPage(sources: Sources, page: Source, say: (remark: string) => void): string {
  const added = { ...page };
  if (added.publisher !== undefined && added.publisher === publisherOf({ url: added.url })) delete added.publisher;
  const known = knownPage(sources, page.url);
  const there = known === undefined ? undefined : sources[known];
  if (known !== undefined && there) {
    const merged = { ...there };
    for (const key of ['date', 'notBefore', 'dateNote', 'publisher'] as const) {
      const value = added[key];
      if (value === undefined || value === there[key]) continue;
      // A date makes a remark on the page's age needless, and the other way round.
      if (
        key === 'dateNote' &&
        (there.date !== undefined || there.notBefore !== undefined) &&
        there.dateNote === undefined
      )
        continue;
      const closer = key !== 'publisher' && value.startsWith(`${there[key]}-`);
      if (there[key] === undefined || closer) merged[key] = value;
      else if (key !== 'dateNote') say(`${page.url}: the ${key} known is ${there[key]}, here it is ${value}.`);
    }
    sources[known] = ordered(merged);
    return known;
  }
  const host = new URL(page.url).hostname.replace(/^www\./, '');
  let id = host;
  for (let n = 2; Object.hasOwn(sources, id); n++) id = `${host}-${n}`;
  insert(sources, id, ordered(added));
  return id;
}

function ordered({ url, date, notBefore, dateNote, publisher }: Source): Source {
  return {
    url,
    ...(date !== undefined && { date }),
    ...(notBefore !== undefined && { notBefore }),
    ...(dateNote !== undefined && { dateNote }),
    ...(publisher !== undefined && { publisher }),
  };
}

/** Puts a source in its place where the file is sorted by id, else at the end. */
function insert(sources: Sources, id: string, source: Source): void {
  const ids = Object.keys(sources);
  const isSorted = ids.every((one, i) => i === 0 || (ids[i - 1] ?? '') < one);
  const all = { ...sources, [id]: source };
  if (!isSorted) {
    sources[id] = source;
    return;
  }
  for (const one of ids) delete sources[one];
  for (const one of [...ids, id].sort()) sources[one] = all[one] as Source;
}
