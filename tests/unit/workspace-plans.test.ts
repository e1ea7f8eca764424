import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import type { Edit } from '../../src/workspace/draft.ts';
import { editPlan, readPlan, readPlans } from '../../src/workspace/plans.ts';
import type { PlanContent } from '../../src/workspace/rows.ts';
import { DATABASE } from '../../src/workspace/store.ts';

const tick =
  (...steps: string[]): Edit<PlanContent> =>
  (plan = { ticks: [], days: {} }) => ({ ...plan, ticks: [...new Set([...plan.ticks, ...steps])] });
const day =
  (of: string, date: string): Edit<PlanContent> =>
  (plan = { ticks: [], days: {} }) => ({ ...plan, days: { ...plan.days, [of]: date } });

const keys = async () => (await readPlans()).map(({ key }) => key);

beforeEach(() => Dexie.delete(DATABASE));

test('a plan is kept, changed, moved to another situation and forgotten', async () => {
  expect(await readPlan('found=lv')).toBeUndefined();
  await editPlan('found=lv', 'found=lv', [tick('talk.alone')]);
  await editPlan('found=se', 'found=se', [day('period', '2026-11-24')]);
  expect((await keys()).sort()).toEqual(['found=lv', 'found=se']);
  await editPlan('found=se', 'found=se&age=child', []);
  expect((await keys()).sort()).toEqual(['found=lv', 'found=se&age=child']);
  expect(await readPlan('found=se&age=child')).toEqual({ ticks: [], days: { period: '2026-11-24' } });
  await editPlan('found=lv', 'found=lv', [() => undefined]);
  expect(await keys()).toEqual(['found=se&age=child']);
});

test('the one changed last comes first', async () => {
  const database = new Dexie(DATABASE);
  database.version(3).stores({ plans: 'key, at' });
  await database.open();
  for (const [key, at] of Object.entries({ a: 2, b: 3, c: 1 })) await database.table('plans').put({ key, at });
  database.close();
  expect(await keys()).toEqual(['b', 'a', 'c']);
});

test('a plan that moves to a situation with a plan of its own becomes one with it', async () => {
  await editPlan('a', 'a', [tick('one', 'two'), day('period', '2026-11-24')]);
  await editPlan('b', 'b', [tick('two', 'three'), day('period', '2026-11-01'), day('safe', '2026-11-02')]);
  await editPlan('a', 'b', [tick('four')]);
  expect(await keys()).toEqual(['b']);
  const plan = await readPlan('b');
  expect(plan?.ticks.toSorted()).toEqual(['four', 'one', 'three', 'two']);
  expect(plan?.days).toEqual({ period: '2026-11-24', safe: '2026-11-02' });
});

test('moving what is not kept keeps nothing', async () => {
  await editPlan('a', 'b', [(plan) => plan]);
  expect(await keys()).toEqual([]);
});

test('a plan has a name, which can be taken away again, and goes along', async () => {
  await editPlan('a', 'a', [tick('one'), (plan) => plan && { ...plan, name: 'Gdańsk, Monday' }]);
  expect(await readPlan('a')).toMatchObject({ name: 'Gdańsk, Monday', ticks: ['one'] });
  await editPlan('a', 'b', []);
  expect((await readPlans()).map(({ key, name }) => [key, name])).toEqual([['b', 'Gdańsk, Monday']]);
  await editPlan('b', 'b', [({ name: _name, ...plan } = { ticks: [], days: {} }) => plan]);
  expect(await readPlan('b')).toEqual({ ticks: ['one'], days: {} });
});
