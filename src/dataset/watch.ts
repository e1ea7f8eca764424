/** When a newer edition is looked for by itself: at start, when the network comes back, when the app comes to the front again. */
import { lookForEdition } from './newer.ts';

/** How long the app may stay open before it looks again when it comes to the front. */
const AGAIN_MS = 60 * 60 * 1000;
/** How often the browser may look while the app is closed, where it offers that. */
const BEHIND_MS = 24 * 60 * 60 * 1000;
/** What the service worker is woken for. */
export const BEHIND_TAG = 'edition';

let lookedAt = 0;
let watching = false;

/** Begins to look; once, whoever asks. */
export function watchForEditions(): void {
  if (watching) return;
  watching = true;
  look();
  window.addEventListener('online', look);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && performance.now() - lookedAt >= AGAIN_MS) look();
  });
  void lookBehind();
}

function look(): void {
  lookedAt = performance.now();
  void lookForEdition(false);
}

interface PeriodicSync {
  register(tag: string, options: { minInterval: number }): Promise<void>;
}

/** Asks the browser to look from time to time while the app is closed. Only installed apps are allowed to, in some browsers. */
async function lookBehind(): Promise<void> {
  try {
    const registration = (await navigator.serviceWorker?.ready) as { periodicSync?: PeriodicSync } | undefined;
    await registration?.periodicSync?.register(BEHIND_TAG, { minInterval: BEHIND_MS });
  } catch {
    // Not allowed here: then it is looked for at the next start.
  }
}
