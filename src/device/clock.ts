/** The time, once a minute, so that "open now" stays true while a screen is looked at. */
import { useEffect, useState, useSyncExternalStore } from 'react';

let now = new Date();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = new Date();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    now = new Date();
    timer = setInterval(tick, 30_000);
    document.addEventListener('visibilitychange', tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    }
  };
}

/** The day of a moment where the phone is, `YYYY-MM-DD`. */
export function localDay(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** The present moment, renewed every half minute and when the app comes back to the front. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => now);
}

/**
 * The moment at which the screen was opened, or the app came back to the front. What is put in order by it does not move
 * while it is looked at.
 */
export function useArrival(): Date {
  const [arrival, setArrival] = useState(() => new Date());
  useEffect(() => {
    const arrive = () => {
      if (document.visibilityState === 'visible') setArrival(new Date());
    };
    document.addEventListener('visibilitychange', arrive);
    return () => document.removeEventListener('visibilitychange', arrive);
  }, []);
  return arrival;
}
