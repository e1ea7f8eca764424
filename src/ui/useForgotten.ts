import { useSyncExternalStore } from 'react';
import { caseStore, timesForgotten } from '../device/case-of-tab.ts';

/** Another number once cases were forgotten, here or in another tab: as the `key` of a form it empties what was begun there. */
export function useForgotten(): number {
  return useSyncExternalStore(caseStore.subscribe, timesForgotten);
}
