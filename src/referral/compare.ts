/** What changes in a plan when an answer changes. No React. */
import type { Plan, Step } from './plan.ts';

export interface Change {
  /** Ids of steps that are new. */
  added: readonly string[];
  /** Ids of steps that are the same but say, ask or limit something else. */
  changed: readonly string[];
  /** Steps that are gone. */
  removed: readonly Step[];
}

/** Compares two plans step by step. Who answers at this moment is no change. */
export function comparePlans(before: Plan, after: Plan): Change {
  const old = new Map(before.steps.map((step) => [step.id, step]));
  const now = new Set(after.steps.map(({ id }) => id));
  return {
    added: after.steps.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    changed: after.steps
      .filter((step) => {
        const known = old.get(step.id);
        return known !== undefined && substance(known) !== substance(step);
      })
      .map(({ id }) => id),
    removed: before.steps.filter(({ id }) => !now.has(id)),
  };
}

export function isSame(change: Change): boolean {
  return change.added.length + change.changed.length + change.removed.length === 0;
}

function substance({ wording, emergency, facts, choices, deadlines }: Step): string {
  return JSON.stringify([wording, emergency, facts, choices.map(({ responder }) => responder.id), deadlines]);
}
