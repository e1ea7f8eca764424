/**
 * How a rule is written. Its wording stands in `src/i18n/messages/en/plan.json` under `plan.steps.<rule>.<step>`:
 * `title` in up to seven words, `do` and `why`, and `dont` where the step has it.
 */
import type { Measure } from '../../directory/schema.ts';
import type { Case } from '../case.ts';
import type { Cite } from '../cite.ts';
import type { Deadline } from '../deadline.ts';
import type { Need } from '../responders-for.ts';
import type { Age } from '../situation.ts';

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
  /** All of it is done beside the person: see {@link StepRule.beside}. */
  beside?: true;
  /** In the order in which they are done. */
  steps: readonly StepRule[];
}

/** For whom a sentence is meant. Nobody's age is unsaid here: who is not said to be a child, or perhaps one, is an adult. */
export const ADULTS: readonly Age[] = ['adult'];
export const CHILDREN: readonly Age[] = ['child', 'unsure'];
export const UNSURE: readonly Age[] = ['unsure'];
export const EVERYONE: readonly Age[] = [...ADULTS, ...CHILDREN];

export interface StepRule {
  id: string;
  /** For which ages the wording is right: each step says so. */
  ages: readonly Age[];
  /** For whom within the rule; absent = for all. */
  when?: (c: Case) => boolean;
  /** Done beside the person, or by those who are: left out for whoever asks from another country. */
  beside?: true;
  /** The step says what not to do; a condition where that is not for everybody. */
  dont?: true | ((c: Case) => boolean);
  /** Shows emergency numbers for this service before anything else: the country's, or those of where the user stands. */
  emergency?: 'police' | 'ambulance' | 'own-police';
  /** A short number of Europe that the words name: shown where one stands in the country and `needs` found nobody behind it. */
  europeanNumber?: string;
  /** Danger, injury, a child now: whoever is named may be reached by an emergency number as well. */
  urgent?: true | ((c: Case) => boolean);
  /** Its call is for when something happens, and not made now. */
  waits?: true;
  /** The wording or what stands below it is one country of origin's: of several people each origin has its own. */
  perOrigin?: true;
  /** What the country's own data say, shown in the step itself: short English texts. */
  facts?: (c: Case) => readonly string[];
  /** Leads to the handover note. */
  note?: true;
  /** Whom the step needs. */
  needs?: readonly Need[];
  /** The wording where it, or what stands in for it, has the line asked and there is none, or none for this person: nobody is named instead. */
  noLine?: string;
  /** The wording that stands in when nobody was found for `needs`, and whom to ask instead. */
  otherwise?: { id: string; dont?: true; emergency?: 'police'; needs: readonly Need[] };
  /** Who is named before those, where those are found. */
  also?: readonly Need[];
  /** Whom to ask as well when nobody found works in the whole country and has a number. */
  backup?: readonly Need[] | ((c: Case) => readonly Need[]);
  deadlines?: (c: Case) => readonly Deadline[];
  /** What it rests on, best first. References that the data do not hold are passed over, but one must remain. */
  sources: (c: Case) => readonly Cite[];
}
