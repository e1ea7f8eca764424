/** The code of the screens, in parts that come when a screen is first opened; and what is done when one does not come. */
import { type ComponentType, lazy } from 'react';
import { isLeaving } from '../device/leave.ts';
import { laterMessages, otherMessages } from '../i18n/i18n.ts';
import type { Group } from '../i18n/parts.ts';

/** How long to wait for an answer when somebody has pressed "Try again", in ms. */
const PATIENCE_MS = 5_000;

let coming = 0;

/** A part could not be had. */
export class PartError extends Error {
  override name = 'PartError';
}

/** Whether a screen is waiting for its code. */
export function partIsComing(): boolean {
  return coming > 0;
}

/** A screen together with what it says; `groups`: what only few screens say. */
export function spoken<Screen>(load: () => Promise<Screen>, ...groups: Group[]): () => Promise<Screen> {
  return async () => {
    return (await Promise.all([load(), otherMessages(), ...groups.map(laterMessages)]))[0];
  };
}

/**
 * A screen whose code is fetched when it is first shown. What the browser's HTTP cache holds for the year may be wrong, so a
 * part that fails is asked for once more, past that cache; not when it fails because somebody leaves.
 */
export function part<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return lazy(async () => {
    coming++;
    try {
      return await load().catch((cause) => {
        if (isLeaving()) throw cause;
        return fetchPartsAgain().then(load);
      });
    } catch (cause) {
      throw new PartError(String(cause), { cause });
    } finally {
      coming--;
    }
  });
}

/**
 * Loads the page anew, at the same address: the browser asks again for a part that it waits for or has given up only in a new
 * document. Not without somebody to answer, or the numbers on the screen would give way to the browser's error page.
 * @returns false when there is none
 */
export async function reloadForParts(): Promise<boolean> {
  const answered =
    navigator.serviceWorker?.controller != null ||
    (await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
      ({ ok }) => ok,
      () => false,
    ));
  if (!answered) return false;
  await fetchPartsAgain();
  location.reload();
  return true;
}

/** Puts right what the HTTP cache may hold of the parts that this page has asked for. Never throws. */
async function fetchPartsAgain(): Promise<void> {
  const folder = `${location.origin}${import.meta.env.BASE_URL}assets/`;
  const asked = performance.getEntriesByType('resource').flatMap(({ name }) => (name.startsWith(folder) ? name : []));
  await Promise.allSettled(
    [...new Set(asked)].map((url) => fetch(url, { cache: 'reload', signal: AbortSignal.timeout(PATIENCE_MS) })),
  );
}
