/** When the last backup was made, and whether it is time for one. */
import type { Tables } from './contents.ts';

const KEY = 'harbour.backup';
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** Which were opened last is nothing that somebody wrote. */
const NOT_WRITTEN = ['recent'];

/** When the last backup was made, in milliseconds since 1970; undefined where none was, or nobody can say. */
export function lastBackup(): number | undefined {
  try {
    return Number(localStorage.getItem(KEY)) || undefined;
  } catch {
    return undefined;
  }
}

/** Takes down that a backup of this moment has left the app. */
export function noteBackup(at: number): void {
  try {
    localStorage.setItem(KEY, String(at));
  } catch {
    // Where nothing can be kept there is nothing to back up either.
  }
}

/** When what is kept was changed, first and last; undefined when nothing is kept. */
export function writtenIn(tables: Tables): { first: number; last: number } | undefined {
  const moments = Object.entries(tables)
    .filter(([name]) => !NOT_WRITTEN.includes(name))
    .flatMap(([, rows]) => rows.map((row) => (row as { at?: unknown } | undefined)?.at))
    .filter((at) => typeof at === 'number' && Number.isFinite(at)) as number[];
  if (moments.length === 0) return undefined;
  return { first: moments.reduce((a, b) => Math.min(a, b)), last: moments.reduce((a, b) => Math.max(a, b)) };
}

/** Whether something new has been without a backup for a month. */
export function isBackupDue(
  written: { first: number; last: number } | undefined,
  last: number | undefined,
  now: number,
): boolean {
  if (!written || (last !== undefined && written.last <= last)) return false;
  // A backup from the future is one by a clock that was wrong.
  const since = last !== undefined && last <= now ? last : written.first;
  return now - since > MONTH_MS;
}
