/** What of a kept plan is due first. */
import { expect, it, test } from 'vitest';
import { dayAfter } from '../../src/referral/deadline.ts';
import { byDue, daysUntil, dueFirst } from '../../src/referral/due.ts';
import { planReferral } from '../../src/referral/plan.ts';
import { parseSituation } from '../../src/referral/situation.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();
const now = new Date('2026-11-27T12:00:00Z');
const KEY = 'found=lv&origin=ua&age=adult';
const { steps } = planReferral(parseSituation(KEY), directory, { now });
/** Every limit of the plan, from whatever it counts. */
const limits = steps.flatMap(({ id, deadlines }) => deadlines.map((deadline) => ({ step: id, deadline })));
const everyDay = Object.fromEntries(limits.map(({ deadline }) => [deadline.from, '2026-11-20']));

test('the plan that this is tried with has limits', () => {
  expect(limits.length).toBeGreaterThan(1);
});

test('nothing is due before a day is known from which a limit counts', () => {
  expect(dueFirst(KEY, { ticks: [], days: {} }, directory, now)).toBeUndefined();
});

test('the limit that ends first is due first, and one whose step is done is not', () => {
  const days = limits.map(({ deadline }) => dayAfter('2026-11-20', deadline)).sort();
  const first = dueFirst(KEY, { ticks: [], days: everyDay }, directory, now);
  expect(first?.day).toBe(days[0]);
  const itsSteps = limits.filter(({ deadline }) => deadline.id === first?.deadline.id).map(({ step }) => step);
  const next = dueFirst(KEY, { ticks: itsSteps, days: everyDay }, directory, now);
  expect(next?.deadline.id).not.toBe(first?.deadline.id);
  const all = limits.map(({ step }) => step);
  expect(dueFirst(KEY, { ticks: all, days: everyDay }, directory, now)).toBeUndefined();
});

test('plans stand by what is due first, the others as they came', () => {
  const due = (day: string) => ({ due: { day, deadline: {} as never } });
  const plans = [
    { id: 'a', due: undefined },
    { id: 'b', ...due('2027-01-01') },
    { id: 'c', due: undefined },
    { id: 'd', ...due('2026-12-01') },
  ];
  expect(byDue(plans).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
});

it.each([
  ['2026-11-28', 1],
  ['2026-11-27', 0],
  ['2026-11-20', -7],
  ['2027-03-29', 122], // over the change of the clocks
])('%s is %d days away', (day, days) => {
  expect(daysUntil(day, '2026-11-27')).toBe(days);
});
