/**
 * From a situation to a plan: the rules that hold, in order, with the responders and the sources of each step.
 * Pure: the same situation, directory and moment give the same plan. No React.
 */

import { isCall } from '../directory/dialling.ts';
import type { Directory } from '../directory/directory.ts';
import type { Measure, Region } from '../directory/schema.ts';
import { type Case, caseOf } from './case.ts';
import { type Guidance, resolve, type Statement } from './cite.ts';
import type { Deadline } from './deadline.ts';
import { ANCHORS, type Anchor } from './readings.ts';
import { type Choice, emergencyFrom, isNational, respondersFor } from './responders-for.ts';
import { type Rule, type StepRule, TIMES, type Time } from './rules/rule.ts';
import { RULES } from './rules.ts';
import type { Situation } from './situation.ts';

/** One thing to do. */
export interface Step {
  /** `shelter.tonight`: rule and step. No plan has it twice. */
  id: string;
  rule: string;
  /** The wording, under `plan.steps.<rule>`: the step's own, or the one that stands in when nobody was found. */
  wording: string;
  measure: Measure;
  time: Time;
  /** Says what not to do as well. */
  dont: boolean;
  /** Emergency numbers to dial before anything else, as dialled from where the user stands where that is possible. */
  emergency: readonly string[];
  /** What the country's data say, short; English. */
  facts: readonly string[];
  /** Leads to the handover note. */
  note: boolean;
  choices: readonly Choice[];
  deadlines: readonly Deadline[];
  /** What it rests on, best first. */
  statements: readonly Statement[];
}

export interface Plan {
  situation: Situation;
  /** The situation against the directory: countries, group, where the user stands. */
  case: Case;
  /** In the order in which they are done. */
  steps: readonly Step[];
}

export interface PlanOptions {
  /** Decides what is open and how old sources are. */
  now: Date;
  /** Where the user stands and dials from; absent = in the country the person was found in. */
  standing?: Region | undefined;
  /** The points of guidance; without them steps show the countries' own sources only. */
  guidance?: Guidance | undefined;
}

const NO_GUIDANCE: Guidance = new Map();

/** Makes the plan for a situation. */
export function planReferral(situation: Situation, directory: Directory, options: PlanOptions): Plan {
  const c = caseOf(situation, directory, options);
  const guidance = options.guidance ?? NO_GUIDANCE;
  const steps = RULES.filter((rule) => rule.when(c)).flatMap((rule) =>
    rule.steps.filter((step) => step.when?.(c) ?? true).map((step) => stepOf(rule, step, c, guidance)),
  );
  return { situation, case: c, steps: TIMES.flatMap((time) => steps.filter((step) => step.time === time)) };
}

function stepOf(rule: Rule, step: StepRule, c: Case, guidance: Guidance): Step {
  const own = choices(step.needs ?? [], c);
  const nobody = step.otherwise !== undefined && own.length === 0;
  const backup = own.some(helpsAnywhere) ? [] : (step.backup ?? []);
  const named = nobody
    ? choices(step.otherwise?.needs ?? [], c)
    : step.also || backup.length > 0
      ? choices([...(step.also ?? []), ...(step.needs ?? []), ...backup], c)
      : own;
  return {
    id: `${rule.id}.${step.id}`,
    rule: rule.id,
    wording: (nobody ? step.otherwise?.id : undefined) ?? step.id,
    measure: rule.measure,
    time: rule.time,
    dont: (nobody ? step.otherwise?.dont : step.dont) ?? false,
    emergency: step.emergency ? emergencyNumbers(c, step.emergency) : [],
    facts: step.facts?.(c) ?? [],
    note: step.note ?? false,
    choices: named,
    deadlines: step.deadlines?.(c) ?? [],
    statements: [...new Set(step.sources(c))].flatMap((cite) => resolve(cite, c.directory, guidance) ?? []),
  };
}

/** Whoever has a number and works in the whole country: no matter where in it the person is. */
function helpsAnywhere({ responder, channel }: Choice): boolean {
  return isNational(responder) && channel !== undefined && isCall(channel);
}

/** Those that work from where the user stands; where there are none, the country's own, which the wording explains. */
function emergencyNumbers(c: Case, service: 'police' | 'ambulance'): readonly string[] {
  const dialled = emergencyFrom(c.found, c.standing, service);
  if (dialled.length > 0) return dialled;
  const own = emergencyFrom(c.found, c.found.country, service);
  return own.length > 0 ? own : emergencyFrom(c.found, c.found.country);
}

function choices(needs: NonNullable<StepRule['needs']>, c: Case): Choice[] {
  const chosen: Choice[] = [];
  for (const need of needs) {
    chosen.push(
      ...respondersFor(
        need,
        c,
        chosen.map(({ responder }) => responder.id),
      ),
    );
  }
  return chosen;
}

/** The days the user can set for a plan: those from which one of its limits or periods counts, in order. */
export function anchorsOf(plan: Plan): Anchor[] {
  const used = new Set(plan.steps.flatMap((step) => step.deadlines.map(({ from }) => from)));
  if (plan.steps.some(({ time }) => time === 'after-return')) used.add('return').add('follow-up');
  return ANCHORS.filter((anchor) => used.has(anchor));
}

/** Everybody a plan names in one country, in the order in which they are first needed, with the steps that need them. */
export function peopleOf(plan: Plan, country: Region): { choice: Choice; steps: Step[] }[] {
  const people = new Map<string, { choice: Choice; steps: Step[] }>();
  for (const step of plan.steps) {
    for (const choice of step.choices) {
      if (choice.country !== country) continue;
      const known = people.get(choice.responder.id);
      if (known) known.steps.push(step);
      else people.set(choice.responder.id, { choice, steps: [step] });
    }
  }
  return [...people.values()];
}
