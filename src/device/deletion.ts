/**
 * That what is the user's is being deleted, as one tab tells it to the others: what those show, hold or are about to write would
 * outlive it. It is told by a change of storage, which is over in the same moment: nothing says later that it was told.
 */
const KEY = 'harbour.deleting';

/** `over`: the app stays on the device, and may be opened again at once. */
export type Step = 'begun' | 'over';

/** Tells the other tabs. */
export function tellDeletion(step: Step): void {
  try {
    localStorage.setItem(KEY, step);
    localStorage.removeItem(KEY);
  } catch {
    // Then no tab keeps anything.
  }
}

/** Calls the listener when another tab deletes. */
export function hearDeletion(listener: (step: Step) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY && newValue) listener(newValue as Step);
  });
}
