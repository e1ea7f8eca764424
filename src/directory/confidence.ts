/** How sure a number or a responder is: computed from its sources, never typed in. */

export type Confidence = 'confirmed' | 'single' | 'dated';

/** What the rule needs to know of a source: who speaks, and the page's own date if it has one. */
export interface Evidence {
  publisher: string;
  date?: string | undefined;
}

/** A page older than this many years no longer vouches for a contact. */
export const FRESH_YEARS = 5;

/**
 * The rule, in one place (the About screen explains it in words):
 *
 * - only pages dated within the last {@link FRESH_YEARS} years vouch; a page without a date does not;
 * - two or more independent publishers vouch: `confirmed`; one: `single`; none: `dated`.
 *
 * A year or a month counts from its first day, so that nothing looks newer than it is.
 * Two pages of one publisher, or a reprint of it, are one voice.
 */
export function confidenceOf(sources: readonly Evidence[], today: Date): Confidence {
  let voice: string | undefined;
  for (const { date, publisher } of sources) {
    if (!vouches(date, today)) continue;
    if (voice !== undefined && voice !== publisher) return 'confirmed';
    voice = publisher;
  }
  return voice === undefined ? 'dated' : 'single';
}

/** Whether a page of this date still vouches on a day. */
export function vouches(date: string | undefined, today: Date): boolean {
  return date !== undefined && firstDay(date) >= freshFrom(today);
}

/** Where the newest page is older than this many years, a number is shown with a warning. */
export const OLD_YEARS = 8;

/** Whether the newest page behind a number is so old that one should expect it to have changed. */
export function isVeryOld(sources: readonly Evidence[], today: Date): boolean {
  const newest = newestDate(sources);
  if (newest === undefined) return false;
  const limit = new Date(today);
  limit.setUTCFullYear(limit.getUTCFullYear() - OLD_YEARS);
  return firstDay(newest) < limit.toISOString().slice(0, 10);
}

/** Asked for every channel there is, mostly for the same day. */
let lastFresh = { today: Number.NaN, from: '' };

/** The first day on which a page still vouches. */
function freshFrom(today: Date): string {
  if (lastFresh.today !== today.getTime()) {
    const oldest = new Date(today);
    oldest.setUTCFullYear(oldest.getUTCFullYear() - FRESH_YEARS);
    lastFresh = { today: today.getTime(), from: oldest.toISOString().slice(0, 10) };
  }
  return lastFresh.from;
}

/** The newest date among sources, as the pages give it; undefined when no page is dated. */
export function newestDate(sources: readonly Evidence[]): string | undefined {
  return sources
    .flatMap((source) => source.date ?? [])
    .sort((a, b) => firstDay(b).localeCompare(firstDay(a)))
    .at(0);
}

/** `2019` → `2019-01-01`, `2019-10` → `2019-10-01`. */
function firstDay(date: string): string {
  return date.length === 10 ? date : `${date}-01-01`.slice(0, 10);
}
