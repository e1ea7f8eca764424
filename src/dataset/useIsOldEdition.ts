import { useSyncExternalStore } from 'react';
import { useNow } from '../device/clock.ts';
import { directoryStore } from './dataset.ts';

/** After so many days an edition says how old it is. */
export const OLD_DAYS = 90;

/**
 * Whether the edition that is read is an old one, by this phone's clock. A clock that is behind says no and one that is ahead
 * yes: neither takes anything from the screen.
 */
export function useIsOldEdition(): boolean {
  const now = useNow();
  const state = useSyncExternalStore(directoryStore.subscribe, directoryStore.getSnapshot);
  return state.state === 'ready' && isOldEdition(state.directory.date, now);
}

/** @param date the day of the edition, `YYYY-MM-DD` */
export function isOldEdition(date: string, now: Date): boolean {
  return now.getTime() - Date.parse(date) > OLD_DAYS * 24 * 60 * 60 * 1000;
}
