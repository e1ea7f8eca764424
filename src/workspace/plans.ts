/** Referral plans in the database `workspace`: one for each situation the user ticked, dated or kept. */
import type { Edit } from './draft.ts';
import { type KeptPlan, type PlanContent, readPlanRow } from './rows.ts';
import { withDatabase } from './store.ts';

/** What is kept of the plan of a situation; undefined when nothing is. @throws whatever IndexedDB throws */
export function readPlan(key: string): Promise<PlanContent | undefined> {
  return withDatabase(async ({ plans }) => contentOf(await plans.get(key)));
}

/** All plans, the one changed last first. @throws whatever IndexedDB throws */
export function readPlans(): Promise<KeptPlan[]> {
  return withDatabase(async ({ plans }) =>
    (await plans.toArray()).flatMap((row) => readPlanRow(row) ?? []).sort((a, b) => b.at - a.at),
  );
}

/**
 * Changes a plan: what stands there, also from another tab, with the edits made to it, in one transaction. A plan
 * whose situation changed moves; where one of the new situation is kept already, the two become one.
 * @param from the situation under which the plan stands
 * @param to the situation under which it is to stand; mostly the same
 * @param edits one that ends in undefined forgets the plan
 * @returns what stands there now
 * @throws whatever IndexedDB throws; then nothing is changed
 */
export function editPlan(
  from: string,
  to: string,
  edits: readonly Edit<PlanContent>[],
): Promise<PlanContent | undefined> {
  return withDatabase((database) =>
    database.transaction('rw', database.plans, async () => {
      const [old, there] = await database.plans.bulkGet([from, to]);
      const base = from === to ? contentOf(there) : merged(contentOf(old), contentOf(there));
      const content = edits.reduce<PlanContent | undefined>((value, edit) => edit(value), base);
      if (from !== to) await database.plans.delete(from);
      // Of what may be taken away again, nothing is to come from the row; what a newer version wrote there stays.
      const { name: _old, ...before } = { ...old, ...there };
      if (content) await database.plans.put({ ...before, ...content, key: to, at: Date.now() });
      else await database.plans.delete(to);
      return content;
    }),
  );
}

function contentOf(row: unknown): PlanContent | undefined {
  const plan = readPlanRow(row);
  if (!plan) return undefined;
  const { key: _key, at: _at, ...content } = plan;
  return content;
}

/** Both, the first one's word counting where they differ. */
function merged(first: PlanContent | undefined, second: PlanContent | undefined): PlanContent | undefined {
  if (!first || !second) return first ?? second;
  return {
    ...second,
    ...first,
    ticks: [...new Set([...second.ticks, ...first.ticks])],
    days: { ...second.days, ...first.days },
  };
}
