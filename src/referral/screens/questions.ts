/** The conversation: which questions there are, in which order, and which parts of the situation each asks for. No React. */
import { PARTS, type Part, SHARED, type Situation, valuesOf } from '../situation.ts';

export interface Field {
  part: Part;
  /** Several values may be ticked. */
  several?: true;
  /** So many values that one chooses from a list. */
  list?: true;
  /** A number. */
  number?: true;
  /** Asked only in such a situation. */
  when?: (situation: Situation) => boolean;
}

export interface Question {
  /** The message `plan.question.<id>`. */
  id: string;
  fields: readonly Field[];
}

const areSeveral = ({ people }: Situation) => people === 'several';

/** Who asks changes every step; then what decides on life; what only refines the plan comes last. */
export const QUESTIONS: readonly Question[] = [
  { id: 'role', fields: [{ part: 'role' }] },
  { id: 'found', fields: [{ part: 'found' }, { part: 'place', when: ({ found }) => found !== undefined }] },
  { id: 'safety', fields: [{ part: 'danger' }, { part: 'injured' }] },
  {
    id: 'person',
    fields: [{ part: 'people' }, { part: 'count', number: true, when: areSeveral }, { part: 'age' }, { part: 'sex' }],
  },
  {
    id: 'form',
    fields: [
      { part: 'form', several: true },
      { part: 'held', several: true },
    ],
  },
  { id: 'origin', fields: [{ part: 'origin' }] },
  {
    id: 'elsewhere',
    fields: [
      { part: 'elsewhere', list: true },
      { part: 'lang', list: true },
    ],
  },
  { id: 'protection', fields: [{ part: 'asylum' }, { part: 'fears' }] },
  { id: 'wishes', fields: [{ part: 'police' }, { part: 'home' }, { part: 'stay' }] },
];

/** The question with which one begins: who one is, unless that is known of the device. */
export function firstQuestion(role: string | undefined): Question {
  return QUESTIONS[role === undefined ? 0 : 1] as Question;
}

/** The fields of a question in a situation. */
export function fieldsOf(question: Question, situation: Situation): readonly Field[] {
  return question.fields.filter(({ when }) => when?.(situation) ?? true);
}

/** Whether several values may be ticked: of several people their origins, ages and sexes, too. */
export function takesSeveral({ part, several }: Field, situation: Situation): boolean {
  return several === true || (areSeveral(situation) && (SHARED as readonly Part[]).includes(part));
}

/** A question by its id; undefined when there is none. */
export function questionCalled(asked: string | undefined): Question | undefined {
  return QUESTIONS.find(({ id }) => id === asked);
}

/** The question after this one; undefined after the last. */
export function nextOf(question: Question): Question | undefined {
  return QUESTIONS[QUESTIONS.indexOf(question) + 1];
}

export function previousOf(question: Question): Question | undefined {
  return QUESTIONS[QUESTIONS.indexOf(question) - 1];
}

export function isAnswered(question: Question, situation: Situation): boolean {
  return question.fields.some(({ part }) => valuesOf(situation, part).length > 0);
}

/** The values of a field, the country the user is in before the others. */
export function valuesFor(part: Part, here: string | undefined): readonly string[] {
  const values = PARTS[part];
  if (part !== 'found' || here === undefined) return values;
  return [here, ...values.filter((value) => value !== here)];
}
