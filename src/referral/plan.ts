/**
 * From a situation to a plan: the rules that hold, in order, with the responders and the sources of each step.
 * Pure: the same situation, directory and moment give the same plan. No React.
 */

import { isCall } from '../directory/dialling.ts';
import type { Directory } from '../directory/directory.ts';
import { COMMON } from '../directory/emergency.ts';
import { isNationwide } from '../directory/places.ts';
import type { Measure, Region } from '../directory/schema.ts';
import { ageIn, type Case, caseOf, hasLine, standsAbroad } from './case.ts';
import { type Guidance, resolve, type Statement } from './cite.ts';
import type { Deadline } from './deadline.ts';
import { OF_ONE_COUNTRY } from './guidance-points.ts';
import { ANCHORS, type Anchor, POINT_AGES } from './readings.ts';
import { type Choice, emergencyFrom, type Need, respondersFor } from './responders-for.ts';
import { type Rule, type StepRule, TIMES, type Time } from './rules/rule.ts';
import { RULES } from './rules.ts';
import { membersOf, type Origin, SHARED, type Shared, type Situation, valuesOf } from './situation.ts';

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
  /** The country of origin whose step it is, where each origin has its own; what `{{origin}}` of the wording means. */
  origin: Origin | undefined;
  /** Of several people: for whom it is, where it is not for all of them. */
  whose: { readonly [P in Shared]?: readonly string[] } | undefined;
  /** Danger, injury, a child now. */
  urgent: boolean;
  /** Its call is for when something happens. */
  waits: boolean;
  /** Emergency numbers to dial before anything else, each dialled as it is from where the user stands. */
  emergency: readonly string[];
  /** What the country's data say, short; English. */
  facts: readonly string[];
  /** Leads to the handover note. */
  note: boolean;
  choices: readonly Choice[];
  /** How many more fit who work in other towns only, and of which country. */
  elsewhere: { count: number; country: Region };
  deadlines: readonly Deadline[];
  /** What it rests on, best first. */
  statements: readonly Statement[];
}

export interface Plan {
  situation: Situation;
  /** The situation of the first person against the directory: countries, group, where the user stands. */
  case: Case;
  /** The same for each group of several people; one for one person. */
  cases: readonly Case[];
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

/**
 * Makes the plan for a situation. Of several people who differ, what is done for all stands once, and what only some
 * need stands once for each group, which says for whom it is.
 */
export function planReferral(situation: Situation, directory: Directory, options: PlanOptions): Plan {
  const guidance = options.guidance ?? NO_GUIDANCE;
  const mixed = valuesOf(situation, 'origin').length > 1;
  const members = membersOf(situation).map((member) => caseOf(member, directory, { ...options, mixed }));
  const [first] = members as [Case];
  const steps = RULES.flatMap((rule) =>
    rule.steps.flatMap((step) => merged(members, (c) => stepFor(rule, step, c, guidance))),
  );
  return {
    situation,
    case: first,
    cases: members,
    steps: TIMES.flatMap((time) => steps.filter((step) => step.time === time)),
  };
}

function stepFor(rule: Rule, step: StepRule, c: Case, guidance: Guidance): Step | undefined {
  if ((rule.beside || step.beside) && standsAbroad(c)) return undefined;
  if (!step.ages.includes(ageIn(c.situation)) || !rule.when(c) || !(step.when?.(c) ?? true)) return undefined;
  return stepOf(rule, step, c, guidance);
}

/** One step for all whom it says the same, and one for each group of the others. */
function merged(members: readonly Case[], make: (c: Case) => Step | undefined): Step[] {
  const groups = new Map<string, { step: Step; cases: Case[] }>();
  for (const c of members) {
    const step = make(c);
    if (!step) continue;
    const said = JSON.stringify([
      step.wording,
      step.origin,
      step.emergency,
      step.facts,
      step.deadlines,
      step.choices.map(({ responder, channel }) => [responder.id, channel.value]),
    ]);
    const group = groups.get(said);
    if (group) {
      group.cases.push(c);
      group.step = restingOnBoth(group.step, step);
    } else groups.set(said, { step, cases: [c] });
  }
  return [...groups.values()].flatMap(({ step, cases }) => {
    return cases.length === members.length ? [step] : blocksOf(cases, members).map((whose) => forSome(step, whose));
  });
}

/** What it rests on for either of them: a step that says the same to people of two countries may do so by the pages of both. */
function restingOnBoth(step: Step, other: Step): Step {
  const further = other.statements.filter(({ cite }) => step.statements.every((known) => known.cite !== cite));
  return further.length > 0 ? { ...step, statements: [...step.statements, ...further] } : step;
}

/** For whom a step is that is not for all: what is true of no simple group is said to as few groups as can be. */
function blocksOf(some: readonly Case[], all: readonly Case[]): NonNullable<Step['whose']>[] {
  const whose = whoAre(some, all);
  if (whose) return [whose];
  const [fewest = []] = SHARED.map((part) =>
    [...new Set(some.map(({ situation }) => situation[part]))].map((value) =>
      some.filter(({ situation }) => situation[part] === value),
    ),
  )
    .filter((groups) => groups.length > 1)
    .map((groups) => groups.flatMap((group) => blocksOf(group, all)))
    .sort((a, b) => a.length - b.length);
  return fewest;
}

/** What some of several people have in common and the others have not; undefined when that names others as well. */
function whoAre(some: readonly Case[], all: readonly Case[]): Step['whose'] | undefined {
  const whose: Partial<Record<Shared, readonly string[]>> = {};
  let named = 1;
  for (const part of SHARED) {
    const values = (cases: readonly Case[]) => [...new Set(cases.flatMap(({ situation }) => situation[part] ?? []))];
    const these = values(some);
    if (these.length < values(all).length) whose[part] = these;
    named *= Math.max(1, these.length);
  }
  return named === some.length ? whose : undefined;
}

function forSome(step: Step, whose: NonNullable<Step['whose']>): Step {
  return { ...step, id: `${step.id}@${Object.values(whose).flat().join('+')}`, whose };
}

function stepOf(rule: Rule, step: StepRule, c: Case, guidance: Guidance): Step {
  const urgent = typeof step.urgent === 'function' ? step.urgent(c) : (step.urgent ?? false);
  const own = choices(step.needs ?? [], c, urgent);
  const nobody = step.otherwise !== undefined && own.choices.length === 0;
  const backup = own.choices.some(helpsAnywhere)
    ? []
    : typeof step.backup === 'function'
      ? step.backup(c)
      : (step.backup ?? []);
  const unlisted = step.noLine !== undefined && !hasLine(c);
  const standIns = choices(nobody && !unlisted ? (step.otherwise?.needs ?? []) : [], c, urgent);
  const noneAsked = nobody ? standIns.choices.length === 0 : step.otherwise === undefined && unlisted;
  const noLine = noneAsked ? step.noLine : undefined;
  const named = nobody
    ? standIns
    : step.also || backup.length > 0
      ? choices([...(step.also ?? []), ...(step.needs ?? []), ...backup], c, urgent)
      : own;
  const emergency = nobody ? step.otherwise?.emergency : step.emergency;
  return {
    id: `${rule.id}.${step.id}`,
    rule: rule.id,
    wording: noLine ?? (nobody ? step.otherwise?.id : undefined) ?? step.id,
    measure: rule.measure,
    time: rule.time,
    dont: nobody
      ? (step.otherwise?.dont ?? false)
      : typeof step.dont === 'function'
        ? step.dont(c)
        : (step.dont ?? false),
    origin: step.perOrigin ? c.situation.origin : undefined,
    whose: undefined,
    urgent,
    waits: step.waits ?? false,
    emergency: [
      ...(emergency ? emergencyNumbers(c, emergency) : []),
      ...(step.europeanNumber && own.choices.length === 0 && c.standing === c.found.country
        ? [step.europeanNumber]
        : []),
    ],
    facts: step.facts?.(c) ?? [],
    note: step.note ?? false,
    choices: named.choices,
    elsewhere: named.elsewhere,
    deadlines: step.deadlines?.(c) ?? [],
    statements: [...new Set(step.sources(c))]
      .filter((cite) => POINT_AGES[cite]?.value.includes(ageIn(c.situation)) ?? true)
      .filter((cite) => isOfCase(OF_ONE_COUNTRY[cite], c))
      .flatMap((cite) => resolve(cite, c.directory, guidance) ?? []),
  };
}

/** Of no country alone, or of one that the case is about. */
function isOfCase(country: Region | undefined, { found, origin }: Case): boolean {
  return country === undefined || country === found.country || country === origin?.country;
}

/** Whoever has a number and works in the whole country: no matter where in it the person is. */
function helpsAnywhere({ responder, channel, near }: Choice): boolean {
  return (isNationwide(responder) || near === 'there') && isCall(channel);
}

/** Those of the country that work from where the user stands; where the police there cannot be rung, the user's own. */
function emergencyNumbers(c: Case, service: NonNullable<StepRule['emergency']>): readonly string[] {
  const there = service === 'own-police' ? [] : emergencyFrom(c.found, c.standing, service);
  if (there.length > 0 || service === 'ambulance') return there;
  const here = c.directory.countries.get(c.standing);
  const own = here ? emergencyFrom(here, here.country) : [];
  return own.length > 0 ? own : [COMMON];
}

function choices(needs: readonly Need[], c: Case, urgent: boolean): Pick<Step, 'elsewhere'> & { choices: Choice[] } {
  const found = { choices: [] as Choice[], elsewhere: { count: 0, country: c.found.country as Region } };
  for (const need of needs) {
    const taken = found.choices.map(({ responder }) => responder.id);
    const { choices: more, elsewhere } = respondersFor(need, c, { taken, urgent });
    found.choices.push(...more);
    const country = more[0]?.country ?? c.found.country;
    if (elsewhere > 0 && found.elsewhere.count === 0) found.elsewhere.country = country;
    // Those of a second country would stand under the name of the first.
    if (country === found.elsewhere.country) found.elsewhere.count += elsewhere;
  }
  return found;
}

/** The days the user can set for a plan: those from which one of its limits or periods counts, in order. */
export function anchorsOf(plan: Plan): Anchor[] {
  const used = new Set(plan.steps.flatMap((step) => step.deadlines.map(({ from }) => from)));
  if (plan.steps.some(({ time }) => time === 'after-return')) used.add('return').add('follow-up');
  return ANCHORS.filter((anchor) => used.has(anchor));
}

/** The countries whose people a plan names: the one the person was found in, then as they are needed, bodies of no country last. */
export function countriesOf({ case: { found }, steps }: Plan): Region[] {
  const needed = steps.flatMap(({ choices }) => choices.map(({ country }) => country));
  const countries = [...new Set([found.country, ...needed])];
  return [...countries.filter((code) => code !== 'eu'), ...countries.filter((code) => code === 'eu')];
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
