import { useSettings } from '../../device/settings.ts';
import { useMedia } from '../../device/useMedia.ts';

/** Whether there is room for the questions beside the plan: 60 rem, in the text size the user chose. */
export function useWide(): boolean {
  const { textScale } = useSettings();
  // Media queries count in the browser's own text size.
  return useMedia(`(min-width: ${60 * textScale}rem)`);
}
