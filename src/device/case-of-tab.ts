/**
 * The case at hand, for as long as this tab is open and nobody has forgotten it. Neither the address nor the browser's
 * history says anything of it: an entry there holds a number, which means nothing once the case is gone.
 */
import { observable } from './observable.ts';

const PREFIX = 'harbour.case.';

/** What this page knows, also where the browser keeps nothing for a tab. */
const known = new Map<string, unknown>();
const changes = observable(0);

/** For React: changes whenever a case does. */
export const caseStore = { getSnapshot: changes.getSnapshot, subscribe: changes.subscribe };

/** A number for a case that begins. */
export function newCase(): string {
  return Math.random().toString(36).slice(2);
}

/** What is known of a case; undefined when nothing is, or it was forgotten. */
export function readCase(id: string): unknown {
  if (!known.has(id)) {
    try {
      const stored = sessionStorage.getItem(PREFIX + id);
      if (stored !== null) known.set(id, JSON.parse(stored));
    } catch {
      // Blocked, or not ours: then nothing is known.
    }
  }
  return known.get(id);
}

/** Takes down what is known of a case, for this tab. */
export function writeCase(id: string, value: unknown): void {
  known.set(id, value);
  try {
    sessionStorage.setItem(PREFIX + id, JSON.stringify(value));
  } catch {
    // Blocked or full: then it holds until the page is closed.
  }
  changes.set(changes.getSnapshot() + 1);
}

const CHANNEL = 'harbour.cases';
const others = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined;
if (others) others.onmessage = forgetHere;

/** Forgets the cases of this tab, and of the others that have one open. */
export function forgetCasesAtHand(): void {
  forgetHere();
  others?.postMessage('forget');
}

function forgetHere(): void {
  known.clear();
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Blocked: then there was nothing.
  }
  changes.set(changes.getSnapshot() + 1);
}
