import { useLayoutEffect } from 'react';

/** While a dialog stands before it, the page does not scroll. */
export function useStillBehind(open: boolean): void {
  useLayoutEffect(() => {
    if (!open) return;
    const { classList } = document.documentElement;
    classList.add('still');
    return () => classList.remove('still');
  }, [open]);
}
