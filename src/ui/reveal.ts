/** Anchors and printing on a page whose parts fold away. */
import { useEffect } from 'react';

/** Whether there is room to have every part open from the start. */
export function wideScreen(): boolean {
  return matchMedia('(min-width: 60rem)').matches;
}

/** Opens whatever hides the element that the address names after `#`, and goes there; again whenever that changes. */
export function useRevealedAnchor(): void {
  useEffect(() => {
    reveal();
    addEventListener('hashchange', reveal);
    return () => removeEventListener('hashchange', reveal);
  }, []);
}

/** The same, once, for what came after the rest of its page. */
export function reveal(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let at: Element | null | undefined = target; at; at = at.parentElement?.closest('details')) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  const own = target.querySelector<HTMLDetailsElement>(':scope > details');
  if (own) own.open = true;
  target.scrollIntoView();
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** Opens the parts of the page for the printer, and closes again those that were closed. */
export function usePartsOpenInPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('#content details:not([open])')];
      for (const details of opened) details.open = true;
    };
    const close = () => {
      for (const details of opened) details.open = false;
      opened = [];
    };
    addEventListener('beforeprint', open);
    addEventListener('afterprint', close);
    return () => {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', close);
    };
  }, []);
}
