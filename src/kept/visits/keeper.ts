import type { Edit } from '../../workspace/draft.ts';
import type { Visit } from '../../workspace/useOwn.ts';
import { type Saving, savingOf } from '../../workspace/useTicks.ts';

/** The visit at hand, and how it is changed. */
export interface VisitKeeper {
  visit: Visit;
  /** What of it is on the disk. */
  stored: Visit | undefined;
  state: 'loading' | 'ready' | 'refused' | 'unsaved' | 'locked';
  change(edit: Edit<Visit>): void;
}

/** How far a part of the visit has come on its way to the disk; undefined when it is there. */
export function savingIn({ visit, stored, state }: VisitKeeper, part: (visit: Visit) => unknown): Saving | undefined {
  return savingOf(JSON.stringify(part(visit)) === JSON.stringify(stored && part(stored)), state);
}
