import { useLayoutEffect, useRef } from 'react';
import type { Filtered } from './filter.ts';
import { type Anchor, placeHere } from './place.ts';

/**
 * Coming back from a responder, leads to its card where it stood. In a layout effect, because who comes back before the
 * responder is drawn finds the list not made anew but shown again, and only these effects run then.
 */
export function useReturn(list: React.RefObject<HTMLDivElement | null>, shown: Filtered): void {
  const done = useRef<Anchor>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card may be among those drawn second
  useLayoutEffect(() => {
    const anchor = placeHere();
    const item = anchor && list.current?.querySelector(`[data-responder="${CSS.escape(anchor.id)}"]`);
    if (!anchor || !item || done.current === anchor) return;
    done.current = anchor;
    const settle = () => window.scrollBy(0, item.getBoundingClientRect().top - anchor.top);
    // Twice: cards far from the window have only a guessed height until the first jump brings them near.
    requestAnimationFrame(() => {
      item.querySelector('details')?.setAttribute('open', ''); // it was opened to get to the link
      settle();
      item.querySelector('a')?.focus({ preventScroll: true });
      requestAnimationFrame(settle);
    });
  }, [list, shown]);
}
