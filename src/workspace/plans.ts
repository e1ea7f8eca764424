/** Referral plans in the database `workspace`: one for each situation the user ticked, dated or kept. */
import { type KeptPlan, withDatabase } from './store.ts';

/** The plan of a situation; undefined when nothing was kept for it. @throws whatever IndexedDB throws */
export function readPlan(key: string): Promise<KeptPlan | undefined> {
  return withDatabase((database) => database.plans.get(key));
}

/** All plans, the one changed last first. @throws whatever IndexedDB throws */
export function readPlans(): Promise<KeptPlan[]> {
  return withDatabase((database) => database.plans.orderBy('at').reverse().toArray());
}

/** Keeps a plan in the place of the one of the same situation. @throws whatever IndexedDB throws */
export async function putPlan(plan: KeptPlan): Promise<void> {
  await withDatabase((database) => database.plans.put(plan));
}

/** Keeps a plan whose situation changed, in the place of what it was. @throws whatever IndexedDB throws */
export async function movePlan(from: string, plan: KeptPlan): Promise<void> {
  await withDatabase((database) =>
    database.transaction('rw', database.plans, async () => {
      await database.plans.delete(from);
      await database.plans.put(plan);
    }),
  );
}

/** Forgets a plan with its ticks, days and note. @throws whatever IndexedDB throws */
export async function deletePlan(key: string): Promise<void> {
  await withDatabase((database) => database.plans.delete(key));
}
