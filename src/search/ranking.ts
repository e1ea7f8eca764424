/** How high a document stands: how well it meets the conditions, where it is, how it stands, and how near its name is. */
import { REGIONS } from '../directory/schema.ts';
import { type Condition, weightOf, worthOf } from './conditions.ts';
import type { Index } from './index.ts';
import type { Sparse } from './sparse.ts';
import type { Candidate, Top } from './top.ts';
import type { SearchOptions } from './types.ts';
import { BONUS } from './weights.ts';

/** The score of a document from 0 to about 1.5: how well it meets the conditions, where it is, how it stands. */
export function scoreBy(
  index: Index,
  conditions: readonly Condition[],
  options: SearchOptions,
): (document: number) => number {
  const whole = weightOf(conditions);
  const bonus = bonusBy(index, options);
  return (document) => {
    let sum = 0;
    for (const condition of conditions) sum += condition.weight * worthOf(index, condition, document);
    return sum / whole + bonus(document);
  };
}

/** What a document is worth by where it is and how it stands. */
export function bonusBy(
  { country: countries, standing }: Index,
  { country, origin }: SearchOptions,
): (document: number) => number {
  const here = country === undefined ? -1 : REGIONS.indexOf(country);
  const from = origin === undefined ? -1 : REGIONS.indexOf(origin);
  const { country: bonusHere, origin: bonusFrom, standing: bonusStanding } = BONUS;
  return (document) => {
    const place = countries[document];
    const bonus = place === here ? bonusHere : place === from ? bonusFrom : 0;
    return bonus + bonusStanding * (standing[document] as number);
  };
}

/**
 * The best of each kind in their order, with what only a close look at a document tells.
 * @param matched the words of the index that the query's words matched
 * @param addresses web and mail addresses that were typed
 */
export function closeLook(index: Index, best: Top, matched: Sparse, addresses: readonly string[]): Candidate[] {
  const { order } = index;
  return best.groups.flatMap((group) =>
    group
      .map(({ document, score }) => ({
        document,
        score:
          score +
          BONUS.name * nameFit(index, document, matched) +
          (addresses.some((address) => hasAddress(index, document, address)) ? BONUS.address : 0),
      }))
      .sort((a, b) => b.score - a.score || (order[a.document] as number) - (order[b.document] as number)),
  );
}

function hasAddress(index: Index, document: number, address: string): boolean {
  return (
    index.documents[document]
      ?.fields()
      .some(({ name, text }) => name === 'channel' && text.toLowerCase().includes(address)) === true
  );
}

/** The share of the document's name, in the language where it is largest, that the query's words make up. */
function nameFit({ table: { names, namesStart } }: Index, document: number, matched: Sparse): number {
  let best = 0;
  let sum = 0;
  let length = 0;
  for (let p = namesStart[document] as number; p < (namesStart[document + 1] as number); p++) {
    const word = names[p] as number;
    if (word === -1) {
      if (length > 0) best = Math.max(best, sum / length);
      sum = 0;
      length = 0;
    } else {
      sum += matched.get(word);
      length++;
    }
  }
  return best;
}
