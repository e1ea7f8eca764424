/** To whom corrections go, and as what file. No React. */
import { proposalsText } from '../directory/proposal-text.ts';
import { type Curators, REGIONS, type Region } from '../directory/schema.ts';
import type { Correction } from '../workspace/useOutbox.ts';

/** Those that go to one mailbox; without one they are handed over. */
export interface Post {
  to: string | undefined;
  corrections: Correction[];
}

/** Corrections by the mailbox of their country's curators, or of those for all. */
export function postsOf(corrections: readonly Correction[], curators: Curators): Post[] {
  const posts = new Map<string | undefined, Correction[]>();
  for (const correction of corrections) {
    const region = regionOf(correction.proposal);
    const to = (region && curators.countries?.[region]) ?? curators.all;
    posts.set(to, [...(posts.get(to) ?? []), correction]);
  }
  return [...posts].map(([to, its]) => ({ to, corrections: its }));
}

function regionOf({ country, responder, about }: Correction['proposal']): Region | undefined {
  const id = typeof responder === 'string' ? responder : String(about ?? '').replace(/^responder\./, '');
  return REGIONS.find((region) => country === region || id.startsWith(`${region}-`));
}

/** One file of all of them, oldest first, as `npm run data:apply` reads it. */
export function fileText(corrections: readonly Correction[]): string {
  const inOrder = [...corrections].sort((a, b) => a.at - b.at);
  const made = inOrder.map((one) => one.made).sort()[0] ?? '';
  // The edition of the oldest: nothing later was looked at by all of them.
  const edition = Math.min(...inOrder.map((one) => one.edition));
  return proposalsText(
    made,
    edition,
    inOrder.map(({ proposal }) => proposal),
  );
}

/** What its file is called. */
export function fileName(day: string, ending: 'json' | 'txt'): string {
  return `harbour-corrections-${day}.${ending}`;
}
