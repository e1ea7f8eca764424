/** Whom to call now: what stands above the steps of a plan. No React. */
import { isCall } from '../directory/dialling.ts';
import { countryOf } from '../directory/directory.ts';
import { COMMON, mainNumbers } from '../directory/emergency.ts';
import { isNight } from '../directory/opening.ts';
import { isNationwide } from '../directory/places.ts';
import { type Case, isChild } from './case.ts';
import type { Plan, Step } from './plan.ts';
import { answersNow, type Choice, emergencyFrom, reachFrom } from './responders-for.ts';

export interface FirstCalls {
  /** What brings police and ambulance to where the person is, dialled from where the user stands. */
  emergency: readonly string[];
  /** Where that number is not of the country the person was found in: what the user's own police pass on. */
  own: boolean;
  /** Who knows this field. */
  line: Choice | undefined;
  /** Of several people, for whom it is, where it is not for all of them. */
  lineWhose: Step['whose'];
  /** Who can be called at this hour and place in the first step of today that is not done, beside those. */
  next: { step: Step; choice: Choice } | undefined;
}

/** @param done the ids of the steps that are ticked */
export function firstCallsOf({ case: c, cases, steps }: Plan, done: readonly string[]): FirstCalls {
  const child = cases.some(isChild);
  // Wages can wait for the morning, and nobody rings an office at two to learn that it is shut.
  const night = isNight(c.found.timeZone, c.now);
  const { numbers: emergency, own } = emergencyOf(c);
  const rings = ({ channel, country }: Choice) =>
    isCall(channel) && reachFrom(channel, countryOf(c.directory, country), c.standing) !== 'no';
  const calls = (step: Step) => step.choices.filter(rings);
  const lineSteps = steps.filter(({ rule }) => rule === 'line');
  const naming = ({ responder }: Choice) =>
    lineSteps.filter(({ choices }) => choices.some((other) => other.responder.id === responder.id));
  const lines = lineSteps.flatMap(calls);
  // Of several people one that is for all of them stands before one for some, unless it is shut at this hour.
  const forAll = lines.filter((one) => naming(one).length === lineSteps.length);
  const notShut = forAll.filter(({ opening }) => opening?.state !== 'closed');
  const line = lineOf([notShut, lines.filter(answersNow), forAll].find((some) => some.length > 0) ?? lines, child);
  const [of, ...others] = line ? naming(line) : [];
  const lineWhose = others.length === 0 ? of?.whose : undefined;
  const taken = [...emergency, line?.channel.value];
  for (const step of steps) {
    // Where the words say to call an emergency number, those named below it only advise; and that number stands above.
    if (done.includes(step.id) || step.rule === 'line' || step.emergency.length > 0 || !isForNow(step, child)) continue;
    const choice = calls(step).find(
      (one) =>
        !taken.includes(one.channel.value) &&
        one.responder.id !== line?.responder.id &&
        helpsNow(one) &&
        mayDecide(one, step) &&
        !(step.rule === 'work' && night && !answersNow(one)),
    );
    if (choice) return { emergency, own, line, lineWhose, next: { step, choice } };
  }
  return { emergency, own, line, lineWhose, next: undefined };
}

/**
 * The first line that answers at this hour and is not for one sex only; else the first there is. For a child one that
 * names children comes before all others.
 */
function lineOf(lines: readonly Choice[], child: boolean): Choice | undefined {
  const forChildren = ({ responder }: Choice) => responder.serves?.age?.includes('child') ?? false;
  const answering = lines.filter((one) => answersNow(one) && isForAll(one));
  return (child ? answering.find(forChildren) : undefined) ?? answering[0] ?? lines[0];
}

/** A call of today that waits for nothing to happen; a child is brought to safety before wages are asked for. */
function isForNow({ rule, time, waits }: Step, child: boolean): boolean {
  return !waits && (time === 'now' || time === 'today') && !(rule === 'work' && child);
}

/** Where a child sleeps is for those who may take it into care: no place is rung past them. */
function mayDecide({ responder }: Choice, { rule, wording }: Step): boolean {
  return !(rule === 'shelter' && wording.startsWith('child')) || responder.services.includes('child-custody');
}

/** Not shut at this hour, not in some other town, and not for women or men only while nobody said which: that one can wait for its step. */
function helpsNow(choice: Choice): boolean {
  const { responder, opening, near } = choice;
  if (opening?.state === 'closed' || !isForAll(choice)) return false;
  return isNationwide(responder) || near === 'there' || near === 'region';
}

function isForAll({ reasons }: Choice): boolean {
  return !reasons.some(({ code }) => code === 'one-sex');
}

function emergencyOf(c: Case): { numbers: readonly string[]; own: boolean } {
  if (c.standing === c.found.country) {
    const numbers = mainNumbers(c.found.emergency).map(({ number }) => number);
    return { numbers: numbers.length > 0 ? numbers : [COMMON], own: false };
  }
  const there = emergencyFrom(c.found, c.standing);
  if (there.length > 0) return { numbers: there, own: false };
  const here = c.directory.countries.get(c.standing);
  const numbers = here ? mainNumbers(here.emergency).map(({ number }) => number) : [];
  return { numbers: numbers.length > 0 ? numbers : [COMMON], own: true };
}
