/** What the browser keeps for the app: asking it to hold on, and saying how much there is. `delete.ts` deletes it. */

const VISITS = 'harbour.visits';
const VISIT_COUNTED = 'harbour.visit-counted';

/** Counts this visit (once a tab), so that a second one can be told from a first. */
export function countVisit(): void {
  try {
    if (sessionStorage.getItem(VISIT_COUNTED)) return;
    sessionStorage.setItem(VISIT_COUNTED, '1');
    localStorage.setItem(VISITS, String(visits() + 1));
  } catch {
    // Storage is blocked: then there is nothing that could be kept either.
  }
}

function visits(): number {
  return Number(localStorage.getItem(VISITS)) || 0;
}

/**
 * Whether it is fair to ask the browser to keep our storage: somebody who installed the app, wrote something down,
 * or came back to an app that is ready offline would miss it. Some browsers put the question to the user.
 */
export function worthKeeping(reasons: {
  installed: boolean;
  saved: boolean;
  readyOffline: boolean;
  visits: number;
}): boolean {
  return reasons.installed || reasons.saved || (reasons.readyOffline && reasons.visits >= 2);
}

/**
 * Asks the browser for storage that it does not clear by itself, if that is worth it.
 * @returns whether it is granted; undefined when it was not asked or the browser cannot say
 */
export async function askToKeep(reasons: {
  installed: boolean;
  saved: boolean;
  readyOffline: boolean;
}): Promise<boolean | undefined> {
  try {
    if (!worthKeeping({ ...reasons, visits: visits() })) return undefined;
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return undefined;
  }
}

export interface StorageUse {
  /** Bytes used and allowed; undefined where the browser does not say. */
  usage: number | undefined;
  quota: number | undefined;
  /** Whether the browser promised not to clear it by itself. */
  kept: boolean | undefined;
}

/** How much is stored. Never throws. */
export async function storageUse(): Promise<StorageUse> {
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
  const kept = await navigator.storage?.persisted?.().catch(() => undefined);
  return { usage: estimate?.usage, quota: estimate?.quota, kept };
}
