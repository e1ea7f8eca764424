/** Keeping the screen on while somebody reads from it. */
import { useEffect } from 'react';

/** Whether the browser can. */
export function canStayAwake(): boolean {
  return 'wakeLock' in navigator;
}

/** Keeps the screen on as long as it is wanted and seen. A phone that refuses, to save its battery, goes dark as ever. */
export function useAwake(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !canStayAwake()) return;
    let ended = false;
    let lock: WakeLockSentinel | undefined;
    const ask = async () => {
      if (ended || document.visibilityState !== 'visible') return;
      const held = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (ended) await held?.release();
      else lock = held;
    };
    void ask();
    // The browser takes it back whenever the screen is left.
    document.addEventListener('visibilitychange', ask);
    return () => {
      ended = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, [wanted]);
}
