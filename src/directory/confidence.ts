/** How sure a number or a responder is: computed from its pages and from checks, never typed in. */

export type Confidence = 'confirmed' | 'single' | 'dated';

/** What the rule needs to know of a page or a check: who speaks, and of when it is. */
export interface Evidence {
  /** Who publishes the page; for a check the office that made it. */
  publisher: string;
  /** The page's own date if it has one; for a check its day. */
  date?: string | undefined;
  /** What the page cannot be older than, by its content. */
  notBefore?: string | undefined;
  /** What came of a check. Absent on pages. */
  check?: 'right' | 'no-answer' | 'wrong' | undefined;
}

/** A page older than this many years no longer vouches for a contact. */
export const FRESH_YEARS = 5;

/** A check older than this many years no longer vouches. */
export const CHECKED_YEARS = 1;

/**
 * The rule, in one place (the About screen explains it in words):
 *
 * - only pages of the last {@link FRESH_YEARS} years vouch, by their own date or by what they cannot be older than, whichever
 *   is newer; a page with neither does not;
 * - an office that tried it within the last {@link CHECKED_YEARS} year and was led to the right place is a voice of its own;
 * - what a check found wrong is not vouched for by anything older than that check;
 * - two or more independent voices vouch: `confirmed`; one: `single`; none: `dated`.
 *
 * A year or a month counts from its first day, so that nothing looks newer than it is.
 * Two pages of one publisher, or a reprint of it, are one voice, and so are two checks by one office.
 */
export function confidenceOf(evidence: readonly Evidence[], today: Date): Confidence {
  const foundWrong = newestDate(evidence.filter(({ check }) => check === 'wrong'));
  let voice: string | undefined;
  for (const one of evidence) {
    if (!vouches(one, today)) continue;
    if (foundWrong !== undefined && firstDay(newestOf(one) ?? '') <= foundWrong) continue;
    const speaker = one.check ? `check ${one.publisher}` : one.publisher;
    if (voice !== undefined && voice !== speaker) return 'confirmed';
    voice = speaker;
  }
  return voice === undefined ? 'dated' : 'single';
}

/**
 * The day on which a country's pages are judged: today, but none before they were gathered. On a phone whose clock is behind,
 * old pages would otherwise be fresh.
 * @param checked when the pages were gathered: `2026`, `2026-11` or `2026-11-21`
 */
export function judgingDay(checked: string, today: Date): Date {
  const gathered = new Date(firstDay(checked));
  return gathered > today ? gathered : today;
}

/** Whether a page, or a check, still vouches on a day. */
export function vouches(evidence: Omit<Evidence, 'publisher'>, today: Date): boolean {
  if (evidence.check === 'wrong' || evidence.check === 'no-answer') return false;
  const newest = newestOf(evidence);
  return newest !== undefined && firstDay(newest) >= yearsBefore(today)[evidence.check ? CHECKED_YEARS : FRESH_YEARS];
}

/** Where the newest page is older than this many years, a number is shown with a warning. */
export const OLD_YEARS = 8;

/** Whether the newest page behind a number is so old that one should expect it to have changed. */
export function isVeryOld(sources: readonly Evidence[], today: Date): boolean {
  const newest = newestDate(sources);
  if (newest === undefined) return false;
  return firstDay(newest) < dayBefore(today, OLD_YEARS);
}

/** Asked for every channel there is, mostly for the same day. */
let lastAsked = { today: Number.NaN, days: { [CHECKED_YEARS]: '', [FRESH_YEARS]: '' } };

/** The first days on which a check and a page still vouch. */
function yearsBefore(today: Date): typeof lastAsked.days {
  if (lastAsked.today !== today.getTime()) {
    lastAsked = {
      today: today.getTime(),
      days: { [CHECKED_YEARS]: dayBefore(today, CHECKED_YEARS), [FRESH_YEARS]: dayBefore(today, FRESH_YEARS) },
    };
  }
  return lastAsked.days;
}

function dayBefore(today: Date, years: number): string {
  const day = new Date(today);
  day.setUTCFullYear(day.getUTCFullYear() - years);
  return day.toISOString().slice(0, 10);
}

/** What stands behind a date that is a lower bound: `2024/..` is "2024 or later" (an open interval of ISO 8601-2). */
const OR_LATER = '/..';

/** A date as it is told: its day, month or year, and whether it may as well be later. */
export function openDate(date: string): { date: string; orLater: boolean } {
  return date.endsWith(OR_LATER) ? { date: date.slice(0, -OR_LATER.length), orLater: true } : { date, orLater: false };
}

/** The newest date of a page: its own, or what it cannot be older than, as {@link openDate} reads it; undefined without either. */
export function newestOf({ date, notBefore }: Pick<Evidence, 'date' | 'notBefore'>): string | undefined {
  if (notBefore === undefined || (date !== undefined && firstDay(date) >= firstDay(notBefore))) return date;
  return notBefore + OR_LATER;
}

/** The newest date among pages and checks, as {@link openDate} reads it; undefined when none is dated. */
export function newestDate(evidence: readonly Evidence[]): string | undefined {
  return evidence
    .flatMap((one) => newestOf(one) ?? [])
    .sort((a, b) => firstDay(b).localeCompare(firstDay(a)))
    .at(0);
}

/** `2019` → `2019-01-01`, `2019-10` → `2019-10-01`, `2019/..` → `2019-01-01`. */
function firstDay(date: string): string {
  const plain = openDate(date).date;
  return plain.length === 10 ? plain : `${plain}-01-01`.slice(0, 10);
}
