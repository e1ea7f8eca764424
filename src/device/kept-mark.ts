/**
 * A mark beside the database `workspace` that something is kept in it, and no word of what. Where the database is empty and the
 * mark still stands, it was not the user who deleted it: the browser did. Whatever deletes takes the mark first.
 */

const KEY = 'harbour.kept';

/** Whether something was kept here, by all that is known. */
export function isMarkedKept(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Sets the mark, or takes it off. Where that cannot be written, nothing will be said. */
export function markKept(kept: boolean): void {
  try {
    if (!kept) localStorage.removeItem(KEY);
    else if (!isMarkedKept()) localStorage.setItem(KEY, '1');
  } catch {
    // Then nothing is known of it.
  }
}
