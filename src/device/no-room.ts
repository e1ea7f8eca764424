/** Telling a full phone from all else that can keep something from being stored. */

/** The names of an error and of those it wraps (Dexie's `inner`). */
export function errorNames(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [];
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return [...(typeof name === 'string' ? [name] : []), ...(inner === error ? [] : errorNames(inner))];
}

/** Whether it was for want of room that something could not be stored, in a cache or in a database. */
export function isNoRoom(error: unknown): boolean {
  return errorNames(error).includes('QuotaExceededError');
}
