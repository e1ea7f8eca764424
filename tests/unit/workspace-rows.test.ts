import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { editOwn, readOwn } from '../../src/workspace/corner.ts';
import { deleteCorrection, markSent, putCorrection, readOutbox } from '../../src/workspace/outbox.ts';
import type { OwnContact } from '../../src/workspace/own.ts';
import { editPlan, readPlan, readPlans } from '../../src/workspace/plans.ts';
import type { Correction } from '../../src/workspace/rows.ts';
import { readCorrection, readNoted, readPlanRow, readTicksRow } from '../../src/workspace/rows.ts';
import { DATABASE, deleteKept, putKept, putRecent, RECENT, readWorkspace } from '../../src/workspace/store.ts';
import { editTicks, readTicks } from '../../src/workspace/ticks.ts';

beforeEach(() => Dexie.delete(DATABASE));

/** The database as each version that was published made it, with a row in each table it had. */
const STORES: Record<string, string>[] = [
  { kept: 'id, at', recent: 'id, at' },
  { kept: 'id, at', recent: 'id, at', ticks: 'guide' },
  { kept: 'id, at', recent: 'id, at', ticks: 'guide', plans: 'key, at' },
  { kept: 'id, at', recent: 'id, at', ticks: 'guide', plans: 'key, at', outbox: 'id, at' },
  {
    kept: 'id, at',
    recent: 'id, at',
    ticks: 'guide',
    plans: 'key, at',
    outbox: 'id, at',
    contacts: 'id, at',
    notes: 'id, at',
    visits: 'id, at',
  },
];
// Version 6 added the lock, of which there is none.
STORES.push({ ...STORES.at(-1), lock: 'id' });
const ROWS: Record<string, object> = {
  kept: { id: 'lv-siva', at: 7, name: { en: 'Social Integration State Agency' }, number: '+371 67 898 343' },
  recent: { id: 'ee-ohvriabi', at: 8, name: { en: 'Victim Support' } },
  ticks: { guide: 'roles/health', done: ['first/p1', 'first/p2'] },
  plans: { key: 'found=lv&age=child', at: 9, ticks: ['child.protect'], days: { period: '2026-11-24' } },
  outbox: {
    id: 'p-1',
    at: 10,
    made: '2026-11-26',
    edition: 2,
    proposal: {
      kind: 'gone',
      responder: 'lv-line',
      source: { how: 'rang', by: 'Centre', day: '2026-11-26' },
      id: 'p-1',
    },
  },
  contacts: {
    id: 'c-1',
    at: 11,
    name: 'Ilze',
    channels: [{ kind: 'phone', value: '+49 (0)30 1 23', label: 'duty' }],
    languages: ['lv', 'en'],
    responder: 'lv-line',
  },
  notes: { id: 'n-1', at: 12, about: { kind: 'contact', id: 'c-1' }, day: '2026-11-20', text: 'Answers until eight.' },
  visits: {
    id: 'v-1',
    at: 13,
    title: 'Suceava',
    country: 'ro',
    home: 'ee',
    people: 4,
    programme: [{ day: '2026-12-01', text: '9:00 border police' }],
    met: [{ kind: 'contact', id: 'c-1' }],
    questions: [{ id: 'q-1', text: 'Who decides?', done: true }],
    agreed: [{ id: 'a-1', text: 'Send the form', by: '2026-12-10' }],
    ready: ['offline'],
  },
};

async function asVersion<T>(version: number, stores: Record<string, string>, work: (database: Dexie) => Promise<T>) {
  const database = new Dexie(DATABASE);
  database.version(version).stores(stores);
  await database.open();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

describe('what an older version wrote', () => {
  for (const [before, stores] of STORES.entries()) {
    test(`version ${before + 1} is all there, and can be changed, twice over`, async () => {
      await asVersion(before + 1, stores, async (database) => {
        for (const name of Object.keys(stores)) if (ROWS[name]) await database.table(name).put(ROWS[name]);
      });
      for (let round = 0; round < 2; round++) {
        expect(await readWorkspace()).toEqual({ kept: [ROWS.kept], recent: [ROWS.recent] });
        expect(await readTicks('roles/health')).toEqual('ticks' in stores ? ['first/p1', 'first/p2'] : undefined);
        expect(await readPlans()).toEqual('plans' in stores ? [ROWS.plans] : []);
        expect(await readOutbox()).toEqual('outbox' in stores ? [ROWS.outbox] : []);
        for (const kind of ['contacts', 'notes', 'visits'] as const)
          expect(await readOwn(kind)).toEqual({ items: kind in stores ? [ROWS[kind]] : [], damaged: [] });
      }
      expect(await editTicks('roles/health', [(done = []) => [...done, 'first/p3']])).toContain('first/p3');
      await editPlan('found=se', 'found=se', [() => ({ ticks: ['talk.alone'], days: {} })]);
      expect(await readPlans()).toHaveLength('plans' in stores ? 2 : 1);
      await putCorrection({ ...ROWS.outbox, id: 'p-2', at: 11 } as Correction, 'p-3');
      expect((await readOutbox()).map(({ id }) => id)).toEqual('outbox' in stores ? ['p-2', 'p-1'] : ['p-2']);
      await editOwn('contacts', 'c-2', [() => ({ ...(ROWS.contacts as OwnContact), id: 'c-2' })]);
      expect((await readOwn('contacts')).items).toHaveLength('contacts' in stores ? 2 : 1);
    });
  }
});

test('a newer version that was rolled back finds its own fields and tables again', async () => {
  const newer = { ...STORES.at(-1), sets: 'id', plans: 'key, at, due' };
  await asVersion(STORES.length + 1, newer, async (database) => {
    await database.table('plans').put({ ...ROWS.plans, due: '2026-12-01', colour: 'red' });
    await database.table('ticks').put({ ...ROWS.ticks, seen: 3 });
    await database.table('sets').put({ id: 'ro', place: 'Suceava' });
  });
  await editPlan('found=lv&age=child', 'found=lv', [
    (plan) => plan && { ...plan, ticks: [...plan.ticks, 'talk.alone'] },
  ]);
  await editTicks('roles/health', [(done) => done?.slice(1)]);
  await putKept(ROWS.kept as never);
  await asVersion(STORES.length + 1, newer, async (database) => {
    expect(await database.table('plans').toArray()).toMatchObject([
      { key: 'found=lv', due: '2026-12-01', colour: 'red', ticks: ['child.protect', 'talk.alone'] },
    ]);
    expect(await database.table('ticks').toArray()).toEqual([{ guide: 'roles/health', seen: 3, done: ['first/p2'] }]);
    expect(await database.table('sets').toArray()).toEqual([{ id: 'ro', place: 'Suceava' }]);
    expect(await database.table('kept').toArray()).toEqual([ROWS.kept]);
  });
});

/** What IndexedDB can hold in the place of a row. */
const anything = fc.anything({ withDate: true, withTypedArray: true, withBigInt: true, withMap: true, withSet: true });

describe('a row that nobody knows', () => {
  test('is read as something that can be shown, or passed over', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          fc.record({
            id: anything,
            key: anything,
            at: anything,
            name: anything,
            ticks: anything,
            days: fc.oneof(anything, fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.constant('2026-02-31')))),
            done: anything,
            made: anything,
            edition: anything,
            sent: anything,
            proposal: fc.oneof(anything, fc.record({ kind: fc.oneof(anything, fc.string()), responder: anything })),
          }),
        ),
        (row) => {
          const noted = readNoted(row);
          if (noted) {
            expect(Object.values(noted.name).every((name) => typeof name === 'string')).toBe(true);
            expect(Object.keys(noted.name)).not.toEqual([]);
            expect(Number.isNaN(new Date(noted.at).getTime())).toBe(false);
          }
          for (const key of readTicksRow(row) ?? []) expect(typeof key).toBe('string');
          const correction = readCorrection(row);
          if (correction) {
            expect(typeof correction.proposal.kind).toBe('string');
            for (const day of [correction.made, correction.sent ?? '2026-11-27'])
              expect(new Date(day).toISOString()).toContain('T');
            expect(correction.edition).toBeGreaterThan(0);
          }
          const plan = readPlanRow(row);
          if (plan) for (const day of Object.values(plan.days)) expect(new Date(day).toISOString()).toContain('T');
        },
      ),
    );
  });

  test('does not take the others along', async () => {
    await putKept(ROWS.kept as never);
    await putRecent(ROWS.recent as never);
    await editPlan('found=lv', 'found=lv', [() => ({ ticks: ['talk.alone'], days: {} })]);
    await asVersion(STORES.length, STORES.at(-1) as Record<string, string>, async (database) => {
      await database.table('kept').put({ id: 'x', at: 'yesterday' });
      await database.table('kept').put({ id: 7 });
      await database
        .table('plans')
        .put({ key: 'found=se', ticks: 'all', days: { period: 'soon', safe: '2026-11-01' } });
      await database.table('ticks').put({ guide: 'roles/health', done: { 'first/p1': true } });
    });
    expect((await readWorkspace()).kept).toEqual([ROWS.kept, { id: 'x', at: 0, name: { en: 'x' } }]);
    expect(await readTicks('roles/health')).toBeUndefined();
    expect(await readPlan('found=lv')).toEqual({ ticks: ['talk.alone'], days: {} });
    expect((await readPlans()).map(({ key }) => key)).toEqual(['found=lv', 'found=se']);
    expect(await readPlan('found=se')).toEqual({ ticks: [], days: { safe: '2026-11-01' } });
    await deleteKept('x');
    expect((await readWorkspace()).kept).toEqual([ROWS.kept]);
  });
});

test('of what was opened the last ones are remembered', async () => {
  for (let at = 1; at <= RECENT + 3; at++) await putRecent({ id: `r${at}`, at, name: { en: `R${at}` } });
  const { recent } = await readWorkspace();
  expect(recent.map(({ at }) => at)).toEqual(Array.from({ length: RECENT }, (_, index) => RECENT + 3 - index));
});

describe('corrections', () => {
  const row = (id: string, at: number, text = 'a'): Correction => ({
    ...(ROWS.outbox as Correction),
    id,
    at,
    proposal: { kind: 'fact', id, text },
  });

  test('stand the one changed last first, and go one by one', async () => {
    for (const one of [row('a', 1), row('b', 2)]) await putCorrection(one, 'x');
    await putCorrection(row('a', 3, 'changed'), 'x');
    expect((await readOutbox()).map(({ id, proposal }) => [id, proposal.text])).toEqual([
      ['a', 'changed'],
      ['b', 'a'],
    ]);
    await deleteCorrection('a');
    expect((await readOutbox()).map(({ id }) => id)).toEqual(['b']);
  });

  test('are sent as they went out: what was changed or removed meanwhile is not', async () => {
    for (const one of [row('a', 1), row('b', 2), row('c', 3)]) await putCorrection(one, 'x');
    const went = await readOutbox();
    await putCorrection(row('b', 9, 'changed'), 'x');
    await deleteCorrection('c');
    await markSent(went, '2026-11-27');
    await markSent(went, '2026-11-28');
    expect((await readOutbox()).map(({ id, sent }) => [id, sent])).toEqual([
      ['b', undefined],
      ['a', '2026-11-27'],
    ]);
  });

  test('that were sent stay so; a change to one is a new one', async () => {
    await putCorrection(row('a', 1), 'x');
    await markSent([row('a', 1)], '2026-11-27');
    await putCorrection(row('a', 5, 'changed'), 'b');
    expect((await readOutbox()).map(({ id, sent, proposal }) => [id, sent, proposal.id, proposal.text])).toEqual([
      ['b', undefined, 'b', 'changed'],
      ['a', '2026-11-27', 'a', 'a'],
    ]);
  });
});
