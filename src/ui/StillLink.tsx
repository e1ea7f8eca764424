import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useRouter } from 'wouter';
import { navigate } from 'wouter/use-browser-location';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** A path of the app, as in a `Link`. */
  href: string;
  'data-hit'?: '';
}

/**
 * A link within the app that does not watch where one is: a `Link` asks the browser for the address at every drawing, which
 * rows that are drawn with each letter cannot afford.
 */
export function StillLink({ href, ...rest }: Props) {
  const { base } = useRouter();
  return <a {...rest} href={base + href} onClick={follow} />;
}

/** A plain press opens the screen; with a key held or another button the browser does as it does with every link. */
function follow(event: MouseEvent<HTMLAnchorElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  navigate(event.currentTarget.getAttribute('href') ?? '');
}
