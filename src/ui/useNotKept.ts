import { useSyncExternalStore } from 'react';
import { useT } from '../i18n/i18n.ts';
import { noRoomStore } from '../workspace/room.ts';

/**
 * What to say where something could not be kept: on a full phone that it is full, since trying again alone does not help there,
 * and otherwise what the screen says. `meanwhile` names what can be done with it until there is room.
 */
export function useNotKept(): (otherwise: string, meanwhile?: 'share' | 'copy') => string {
  const t = useT();
  useSyncExternalStore(noRoomStore.subscribe, noRoomStore.getSnapshot);
  return (otherwise, meanwhile) => {
    // Asked anew: whoever waited for the write asks before the next drawing.
    if (!noRoomStore.getSnapshot()) return otherwise;
    return meanwhile ? `${t('saving.noRoom')} ${t(`saving.meanwhile.${meanwhile}`)}` : t('saving.noRoom');
  };
}
