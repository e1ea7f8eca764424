/** A card as a QR code that any phone's camera reads: with fewer fields where all of them would make it too fine. */
import { encode } from 'uqr';
import type { Card } from './card.ts';
import { writeForCode } from './write.ts';

/** What was left out of a code. */
export type LeftOut = 'note' | 'address' | 'pages' | 'labels' | 'languages' | 'ways' | 'role' | 'organisation' | 'name';

export interface Code {
  /** Dark squares, row by row, with the white frame that readers need. */
  rows: boolean[][];
  leftOut: LeftOut[];
}

/**
 * How many bytes a code holds at most: 97 squares a side. On the width of a small phone each is then 3 points wide, which
 * another phone's camera still takes apart from half a metre.
 */
export const MOST_IN_CODE = 858;
/** White squares around a code; four says the standard. */
const FRAME = 4;

/** From what one misses least to what the card is for. */
const FEWER: readonly [LeftOut | undefined, (card: Card) => Card][] = [
  // Nobody misses what no screen shows.
  [undefined, (card) => ({ ...card, uid: undefined })],
  ['note', (card) => ({ ...card, note: undefined })],
  ['address', (card) => ({ ...card, addresses: [] })],
  ['pages', (card) => ({ ...card, ways: card.ways.filter(({ kind }) => kind !== 'web') })],
  ['labels', (card) => ({ ...card, ways: card.ways.map(({ kind, value }) => ({ kind, value })) })],
  ['languages', (card) => ({ ...card, languages: [] })],
  ['ways', (card) => ({ ...card, ways: card.ways.slice(0, 4) })],
  ['role', (card) => ({ ...card, role: undefined })],
  ['organisation', (card) => ({ ...card, organisation: undefined })],
  ['ways', (card) => ({ ...card, ways: card.ways.slice(0, 1) })],
  // The name stands there twice, and a letter may take four bytes.
  ['name', (card) => ({ ...card, name: [...card.name].slice(0, 60).join('') })],
];

/** The text of a card's code, and what had to be left out of it. */
export function textForCode(card: Card): { text: string; leftOut: LeftOut[] } {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const leftOut = new Set<LeftOut>();
  let less = card;
  let text = writeForCode(less);
  for (const [what, without] of FEWER) {
    if (bytes(text) <= MOST_IN_CODE) break;
    less = without(less);
    const shorter = writeForCode(less);
    if (what && shorter !== text) leftOut.add(what);
    text = shorter;
  }
  return { text, leftOut: [...leftOut] };
}

/** A card as a QR code. */
export function codeOf(card: Card): Code {
  const { text, leftOut } = textForCode(card);
  return { rows: encode(text, { ecc: 'L', boostEcc: true, border: FRAME }).data, leftOut };
}
