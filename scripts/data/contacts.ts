/** A country's files as the rules of confidence ask for them, and what they say in plain words. */
import { newestDate, openDate } from '../../src/directory/confidence.ts';
import { publisherOf } from './publisher.ts';
import type { RegionData } from './read.ts';

/** Responders with their country, pages with who speaks there. */
export function contactsOf({ country: { checked }, region, responders, sources }: RegionData) {
  return {
    checked,
    responders: responders.map((responder) => ({ ...responder, country: region })),
    sources: Object.fromEntries(
      Object.entries(sources).map(([id, source]) => [id, { ...source, publisher: publisherOf(source) }]),
    ),
  };
}

/** The newest date among pages and checks: "2024-03", "2024 or later"; undefined when none is dated. */
export function newestInWords(evidence: Parameters<typeof newestDate>[0]): string | undefined {
  const newest = newestDate(evidence);
  if (newest === undefined) return undefined;
  const { date, orLater } = openDate(newest);
  return orLater ? `${date} or later` : date;
}
