/** What is shown of an answer, and in what order. No React. */

import type { Answer, Hit, HitType } from '../search/types.ts';
import type { Named } from './screens.ts';

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
/** So much room, in CSS pixels, a phone's screen has below the box: rows that begin in it are drawn with the letter that was typed. */
const ROOM = 500;
/** How high a row is, about: with a number to call, and without. */
const HIGH = { withCall: 200, without: 140 };
/** Kinds that are found with the guidance, not in the directory. */
const GUIDANCE: ReadonlySet<HitType> = new Set(['guide', 'term', 'practice', 'network', 'screen']);
/** Kinds that hold in every country: no country chosen leaves one of them away. */
export const EVERYWHERE: ReadonlySet<HitType> = new Set(['guide', 'term', 'screen']);
/** In the order in which they are shown, unless a screen is asked for by its whole name. */
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

const SCREENS_FIRST: readonly HitType[] = ['screen', ...GROUPS.filter((type) => type !== 'screen')];

/** An answer by kinds of hits. */
export interface Found {
  asked: string;
  answer: Answer;
  /** Those of one kind that pass the filters. The guidance is only asked for its own kinds. */
  of(type: HitType): readonly Hit[];
  /** The kinds in the order in which they are shown. */
  groups: readonly HitType[];
  /** Whether something is found that is of one country. */
  ofCountries: boolean;
  /** The first few of all. */
  inSight: readonly Hit[];
  /** Whether these are not all. */
  more: boolean;
}

/**
 * @param callable whether a hit's row has a number to call
 * @param named the app's own screens that are called what was asked; where only they are, what is nearest is left away
 */
export function foundBy(
  asked: string,
  given: Answer,
  accepted: (hit: Hit) => boolean,
  callable: (hit: Hit) => boolean,
  named: Named = { hits: [], whole: false },
): Found {
  const groups = named.whole ? SCREENS_FIRST : GROUPS;
  const answer = given.nearest && named.hits.length > 0 ? { ...given, hits: [], nearest: false } : given;
  const known = new Map<HitType, readonly Hit[]>();
  const of = (type: HitType) => {
    let hits = known.get(type);
    if (!hits) {
      const all = GUIDANCE.has(type) ? answer.guidance() : answer.hits;
      hits = (type === 'screen' ? [...all, ...named.hits] : all).filter((hit) => hit.type === type && accepted(hit));
      known.set(type, hits);
    }
    return hits;
  };
  const inSight: Hit[] = [];
  let high = 0;
  for (const hit of shown(groups, of)) {
    if (high >= ROOM) break;
    inSight.push(hit);
    high += callable(hit) ? HIGH.withCall : HIGH.without;
  }
  const ofCountries = groups.some((type) => !EVERYWHERE.has(type) && of(type).length > 0);
  return { asked, answer, of, groups, ofCountries, inSight, more: high >= ROOM };
}

/** Every row that is drawn unless more are wanted, from the top. */
function* shown(groups: readonly HitType[], of: Found['of']): Generator<Hit> {
  for (const type of groups) yield* of(type).slice(0, FIRST_ROWS[type]);
}
