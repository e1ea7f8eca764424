/** What is shown of an answer, and in what order. No React. */

import type { Answer, Hit, HitType } from '../search/types.ts';

/** So many rows of a group are drawn until more are wanted: drawing is what typing waits for. */
export const FIRST_ROWS: Record<HitType, number> = {
  responder: 5,
  country: 2,
  point: 2,
  legal: 2,
  guide: 2,
  term: 2,
  practice: 2,
  network: 2,
  screen: 2,
};
/** So many rows fit on a phone's screen below the box: these are drawn with the letter that was typed. */
export const IN_SIGHT = 3;
/** Kinds that are found with the guidance, not in the directory. */
const GUIDANCE: ReadonlySet<HitType> = new Set(['guide', 'term', 'practice', 'network', 'screen']);
/** In the order in which they are shown. */
export const GROUPS: readonly HitType[] = [
  'responder',
  'screen',
  'guide',
  'term',
  'country',
  'network',
  'point',
  'legal',
  'practice',
];

/** An answer by kinds of hits. */
export interface Found {
  asked: string;
  answer: Answer;
  /** Those of one kind that pass the filters. The guidance is only asked for its own kinds. */
  of(type: HitType): readonly Hit[];
  /** The first few of all. */
  inSight: readonly Hit[];
}

export function foundBy(asked: string, answer: Answer, accepted: (hit: Hit) => boolean): Found {
  const known = new Map<HitType, readonly Hit[]>();
  const of = (type: HitType) => {
    let hits = known.get(type);
    if (!hits) {
      const all = GUIDANCE.has(type) ? answer.guidance() : answer.hits;
      hits = all.filter((hit) => hit.type === type && accepted(hit));
      known.set(type, hits);
    }
    return hits;
  };
  const inSight: Hit[] = [];
  for (const type of GROUPS) {
    if (inSight.length >= IN_SIGHT) break;
    inSight.push(...of(type).slice(0, Math.min(FIRST_ROWS[type], IN_SIGHT - inSight.length)));
  }
  return { asked, answer, of, inSight };
}
