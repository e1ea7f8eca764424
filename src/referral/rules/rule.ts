/**
 * How a rule is written. Its wording stands in `src/i18n/messages/en/plan.json` under `plan.steps.<rule>.<step>`:
 * `do`, and `dont` and `why` where the step has them.
 */
import type { Measure } from '../../directory/schema.ts';
import type { Case } from '../case.ts';
import type { Cite } from '../cite.ts';
import type { Deadline } from '../deadline.ts';
import type { Need } from '../responders-for.ts';

/** When a step is due, in order. */
export const TIMES = ['now', 'today', 'days', 'recovery', 'before-return', 'after-return'] as const;
export type Time = (typeof TIMES)[number];

export interface Rule {
  id: string;
  /** The measure of the referral mechanism that the rule carries out. */
  measure: Measure;
  time: Time;
  /** For whom it holds. */
  when: (c: Case) => boolean;
  /** In the order in which they are done. */
  steps: readonly StepRule[];
}

export interface StepRule {
  id: string;
  /** For whom within the rule; absent = for all. */
  when?: (c: Case) => boolean;
  /** The step says what not to do. */
  dont?: true;
  /** Shows the country's emergency numbers for this service before anything else. */
  emergency?: 'police' | 'ambulance';
  /** What the country's own data say, shown in the step itself: short English texts. */
  facts?: (c: Case) => readonly string[];
  /** Leads to the handover note. */
  note?: true;
  /** Whom the step needs. */
  needs?: readonly Need[];
  /** The wording that stands in when nobody was found for `needs`, and whom to ask instead. */
  otherwise?: { id: string; dont?: true; needs: readonly Need[] };
  /** Who is named before those, where those are found. */
  also?: readonly Need[];
  /** Whom to ask as well when nobody found works in the whole country and has a number. */
  backup?: readonly Need[];
  deadlines?: (c: Case) => readonly Deadline[];
  /** What it rests on, best first. References that the data do not hold are passed over, but one must remain. */
  sources: (c: Case) => readonly Cite[];
}
