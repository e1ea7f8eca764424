import { useSyncExternalStore } from 'react';
import { useSettings } from '../../device/settings.ts';

/** Whether there is room for the questions beside the plan: 60 rem, in the text size the user chose. */
export function useWide(): boolean {
  const { textScale } = useSettings();
  // Media queries count in the browser's own text size.
  const query = `(min-width: ${60 * textScale}rem)`;
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
