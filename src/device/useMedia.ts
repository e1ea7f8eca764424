import { useSyncExternalStore } from 'react';

/**
 * Whether a media query holds, followed as it changes.
 * @param query such as `(min-width: 60rem)`
 */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
