/** The conversation: which questions there are, in which order, and which parts of the situation each asks for. No React. */
import { PARTS, type Part, type Situation, valuesOf } from '../situation.ts';

export interface Field {
  part: Part;
  /** Several values may be ticked. */
  several?: true;
  /** So many values that one chooses from a list. */
  list?: true;
}

export interface Question {
  /** The message `plan.question.<id>`, and `ask=<id>` in the address. */
  id: string;
  fields: readonly Field[];
}

/** What decides on life comes first, what only refines the plan last. */
export const QUESTIONS: readonly Question[] = [
  { id: 'found', fields: [{ part: 'found' }] },
  { id: 'safety', fields: [{ part: 'danger' }, { part: 'injured' }] },
  { id: 'person', fields: [{ part: 'age' }, { part: 'sex' }, { part: 'people' }] },
  { id: 'form', fields: [{ part: 'form', several: true }] },
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
  { id: 'role', fields: [{ part: 'role' }] },
];

/** The question of an address; undefined when it asks for none. */
export function questionIn(query: string): Question | undefined {
  const asked = new URLSearchParams(query).get('ask');
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
