/** Where in the list one was, so that coming back leads to the same responder at the same height of the screen. */

/** A responder and how far from the top of the window it stood, in CSS pixels. */
export interface Anchor {
  id: string;
  top: number;
}

let last: { query: string; anchor: Anchor } | undefined;

/** Notes, in the history entry of the list itself, which responder is about to be opened. */
export function markPlace(query: string, anchor: Anchor): void {
  last = { query, anchor };
  history.replaceState({ ...history.state, anchor }, '');
}

/** The list one came from, as an address and the state that leads back to the place in it. */
export function lastList(): { href: string; state: { anchor?: Anchor } } {
  return { href: `/responders${last?.query ? `?${last.query}` : ''}`, state: last ? { anchor: last.anchor } : {} };
}

/** The place noted in the present history entry. */
export function placeHere(): Anchor | undefined {
  return (history.state as { anchor?: Anchor } | null)?.anchor;
}
