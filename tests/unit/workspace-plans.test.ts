import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeEach, expect, test } from 'vitest';
import { deletePlan, movePlan, putPlan, readPlan, readPlans } from '../../src/workspace/plans.ts';
import { DATABASE, readWorkspace } from '../../src/workspace/store.ts';

const plan = (key: string, at: number) => ({ key, at, ticks: ['talk.alone'], days: { period: '2026-11-24' } });

beforeEach(() => Dexie.delete(DATABASE));

test('a plan is kept, changed, moved to another situation and forgotten', async () => {
  expect(await readPlan('found=lv')).toBeUndefined();
  await putPlan(plan('found=lv', 1));
  await putPlan({ ...plan('found=lv', 3), ticks: [] });
  await putPlan(plan('found=se', 2));
  expect((await readPlans()).map(({ key }) => key)).toEqual(['found=lv', 'found=se']);
  expect((await readPlan('found=lv'))?.ticks).toEqual([]);
  await movePlan('found=se', plan('found=se&age=child', 4));
  expect((await readPlans()).map(({ key }) => key)).toEqual(['found=se&age=child', 'found=lv']);
  await deletePlan('found=lv');
  expect((await readPlans()).map(({ key }) => key)).toEqual(['found=se&age=child']);
});

test('what was kept before there were plans is still there', async () => {
  const old = new Dexie(DATABASE);
  old.version(1).stores({ kept: 'id, at', recent: 'id, at' });
  await old.open();
  const noted = { id: 'lv-siva', at: 7, name: { en: 'Social Integration State Agency' } };
  await old.table('kept').put(noted);
  await old.table('recent').put(noted);
  old.close();

  await putPlan(plan('found=lv', 1));
  expect(await readWorkspace()).toMatchObject({ kept: [noted], recent: [noted] });
  expect(await readPlans()).toHaveLength(1);
});
