/**
 * When the screen that this page was opened at stands. On a first visit everything comes over one network: what is fetched
 * for later (the other screens, the guidance, the files for being offline) waits until this one has what it shows.
 */

import { whenIdle } from './idle.ts';
import { isLeaving } from './leave.ts';

/** What the screen waits for may never come: then the rest begins all the same, after this many ms. */
const PATIENCE_MS = 10_000;

let stands: () => void = () => undefined;
const standing = new Promise<void>((resolve) => {
  stands = resolve;
});

/** To be called once the screen is drawn with all that it shows. */
export function firstScreenStands(): void {
  stands();
}

/** Resolves when the first screen stands, or has taken too long; never, where somebody has left before. Never throws. */
export async function afterFirstScreen(): Promise<void> {
  await Promise.race([standing, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  if (isLeaving()) await new Promise(() => undefined);
}

/**
 * Does something once the first screen stands and the browser has nothing better to do.
 * @returns what calls it off
 */
export function whenIdleAfterFirstScreen(work: () => void): () => void {
  let off = false;
  let callOff = () => {
    off = true;
  };
  void afterFirstScreen().then(() => {
    if (!off) callOff = whenIdle(work);
  });
  return () => callOff();
}
