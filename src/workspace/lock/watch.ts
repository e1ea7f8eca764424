/**
 * When an open lock locks by itself: after some minutes without a touch. Two clocks are asked and the one that says later counts: one
 * goes on while the phone sleeps, the other cannot be set. A clock that was set back locks at once.
 */
import { onLeaving } from '../../device/leave.ts';
import { lockIfOver, lockNow } from './state.ts';

/** After how many minutes it may lock; the middle one unless something else is chosen. */
export const MINUTES = [1, 5, 15, 60] as const;
export const USUAL_MINUTES = 5;

/** How often it is looked, apart from whenever something happens. */
const LOOK_MS = 5_000;
/** So far a clock goes back when the network puts it right. */
const SLACK_MS = 2_000;

interface Moment {
  wall: number;
  /** Counts on from the page's start. */
  steady: number;
}

const now = (): Moment => ({ wall: Date.now(), steady: performance.now() });

/** A pure part, for the table of cases: how long it has been, as the later clock says. */
export function elapsed(from: Moment, to: Moment): number {
  return Math.max(to.wall - from.wall, to.steady - from.steady);
}

const CHANNEL = 'harbour.lock';
const TOUCHES = ['pointerdown', 'keydown', 'wheel', 'input'];
const LOOKS = ['pageshow', 'focus'];

export interface Watch {
  isOver(): boolean;
  end(): void;
  setMinutes(minutes: number): void;
}

/** Watches from now on, and locks when it is time. */
export function watch(minutes: number): Watch {
  let ms = minutes * 60_000;
  let touched = now();
  let latest = touched.wall;
  let over = false;

  function isOver(): boolean {
    const at = now();
    over ||= at.wall < latest - SLACK_MS || elapsed(touched, at) >= ms;
    latest = Math.max(latest, at.wall);
    return over;
  }
  function touch(): void {
    // What comes too late extends nothing.
    lockIfOver();
    if (!over) touched = now();
  }
  const timer = setInterval(lockIfOver, LOOK_MS);
  const page = globalThis.document;
  for (const name of TOUCHES) globalThis.addEventListener?.(name, touch, { capture: true, passive: true });
  for (const name of LOOKS) globalThis.addEventListener?.(name, lockIfOver);
  for (const name of ['visibilitychange', 'resume']) page?.addEventListener(name, lockIfOver);
  // A page that the browser keeps for going back to keeps no key.
  globalThis.addEventListener?.('pagehide', lockNow);
  const stopHearing = onLeaving(lockEverywhere);
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined;
  if (channel) channel.onmessage = lockNow;

  return {
    isOver,
    setMinutes(next) {
      ms = next * 60_000;
    },
    end() {
      clearInterval(timer);
      for (const name of TOUCHES) globalThis.removeEventListener?.(name, touch, { capture: true });
      for (const name of LOOKS) globalThis.removeEventListener?.(name, lockIfOver);
      for (const name of ['visibilitychange', 'resume']) page?.removeEventListener(name, lockIfOver);
      globalThis.removeEventListener?.('pagehide', lockNow);
      stopHearing();
      channel?.close();
    },
  };
}

/** Locks this tab and the others. */
export function lockEverywhere(): void {
  lockNow();
  if (typeof BroadcastChannel !== 'function') return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('lock');
  channel.close();
}
