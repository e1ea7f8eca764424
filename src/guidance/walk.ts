/** The steps of a walk through the signs. No React. */
import { DIMENSIONS, type Dimension, type GuideItem } from '../directory/guides-schema.ts';

export type WalkItem = Pick<GuideItem, 'point' | 'as' | 'dimension'>;

/** One step: a dimension with the items of all chosen forms; `undefined` is what tells nothing of one dimension. */
export interface WalkStep {
  dimension: Dimension | undefined;
  items: WalkItem[];
}

/**
 * The steps through some sections: what is general first, then dimension by dimension, each point once.
 * @param only narrows the walk to one dimension
 */
export function stepsOf(sections: readonly { items: readonly WalkItem[] }[], only: Dimension | undefined): WalkStep[] {
  const seen = new Set<string>();
  const items = sections
    .flatMap((section) => section.items)
    .filter(({ point }) => !seen.has(point) && seen.add(point) !== undefined);
  return (only ? [only] : [undefined, ...DIMENSIONS])
    .map((dimension) => ({ dimension, items: items.filter((item) => item.dimension === dimension) }))
    .filter((step) => step.items.length > 0);
}
