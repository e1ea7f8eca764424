/** The lock: what lies in the database while it is on, and what two tabs, a kill and the clocks can do to it. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seal, unseal } from '../../src/workspace/backup/seal.ts';
import { fromBytes, toBytes, Unsayable } from '../../src/workspace/lock/bytes.ts';
import { createSealer, newKey } from '../../src/workspace/lock/sealer.ts';
import type { Crypt } from '../../src/workspace/lock/slots.ts';
import type { LockRow } from '../../src/workspace/lock/state.ts';
import { elapsed } from '../../src/workspace/lock/watch.ts';
import { DATABASE } from '../../src/workspace/store.ts';

/** The same sealing, with as little work as there can be. */
const crypt: Crypt = {
  seal: (text, passphrase) => seal(text, passphrase, undefined, 1),
  unseal: (sealed, passphrase) =>
    unseal(new TextEncoder().encode(sealed), passphrase).catch((error) => {
      if (error.fault === 'wrong-passphrase') return undefined;
      throw error;
    }),
};
const task = () => ({ onPercent: () => undefined, signal: new AbortController().signal, crypt });

/** The clocks of the phone, in milliseconds. */
let wall = 0;
let steady = 0;

/** A tab: the code of the app, loaded anew, on the same database. */
async function openTab() {
  vi.resetModules();
  const [lock, state, corner, ticks, plans, store, outbox, tables, contents, damaged] = await Promise.all([
    import('../../src/workspace/lock/lock.ts'),
    import('../../src/workspace/lock/state.ts'),
    import('../../src/workspace/corner.ts'),
    import('../../src/workspace/ticks.ts'),
    import('../../src/workspace/plans.ts'),
    import('../../src/workspace/store.ts'),
    import('../../src/workspace/outbox.ts'),
    import('../../src/workspace/backup/tables.ts'),
    import('../../src/workspace/backup/contents.ts'),
    import('../../src/workspace/damaged.ts'),
  ]);
  return { lock, state, corner, ticks, plans, store, outbox, tables, contents, damaged };
}
type Tab = Awaited<ReturnType<typeof openTab>>;

const MARK = 'Q7ZMARKER';
const note = (id: string, text = MARK) => ({
  id,
  at: 1,
  about: { kind: 'responder' as const, id: MARK },
  day: '2026-11-20',
  text,
});

/** What lies on the disk, past everything. */
async function raw(): Promise<Record<string, Record<string, unknown>[]>> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  try {
    const names = [...database.objectStoreNames];
    if (names.length === 0) return {};
    const transaction = database.transaction(names);
    const rows = await Promise.all(
      names.map(
        (name) =>
          new Promise<Record<string, unknown>[]>((resolve) => {
            const request = transaction.objectStore(name).getAll();
            request.onsuccess = () => resolve(request.result);
          }),
      ),
    );
    return Object.fromEntries(names.map((name, at) => [name, rows[at] ?? []]));
  } finally {
    database.close();
  }
}

/** Whether a text stands anywhere in it, also as bytes. */
async function holds(text: string): Promise<boolean> {
  const found = (value: unknown): boolean => {
    if (typeof value === 'string') return value.includes(text);
    if (value instanceof ArrayBuffer) return Buffer.from(value).includes(text);
    if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).includes(text);
    return typeof value === 'object' && value !== null && Object.entries(value).flat().some(found);
  };
  return found(await raw());
}

const isOn = async () => ((await raw()).lock ?? []).length > 0;
/** Every row is sealed, and says nothing. */
async function expectSealed() {
  const { lock: _lock, ...tables } = await raw();
  for (const row of Object.values(tables).flat()) {
    const { sealed, ...rest } = row;
    expect(Object.prototype.toString.call(sealed)).toMatch(/Uint8Array|ArrayBuffer/);
    expect(Object.values(rest)).toHaveLength(1);
    expect(ArrayBuffer.isView(Object.values(rest)[0])).toBe(true);
  }
  expect(await holds(MARK)).toBe(false);
}

beforeEach(async () => {
  await Dexie.delete(DATABASE);
  wall = 1_800_000_000_000;
  steady = 1_000;
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(Date, 'now').mockImplementation(() => wall);
  vi.spyOn(performance, 'now').mockImplementation(() => steady);
});
const tabs: Tab[] = [];
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.state.lockNow();
  vi.restoreAllMocks();
});
async function tab(): Promise<Tab> {
  const opened = await openTab();
  tabs.push(opened);
  return opened;
}

const CHOICE = { passphrase: 'three words of mine', ending: 'all gone by noon', minutes: 5 };

/** One row of each kind. */
async function writeAll(one: Tab) {
  await one.store.putKept({ id: 'lv-siva', at: 5, name: { en: MARK } });
  await one.store.putRecent({ id: 'lv-line', at: 6, name: { en: MARK } });
  await one.ticks.editTicks('roles/health', [() => [MARK]]);
  await one.plans.editPlan(`found=${MARK}`, `found=${MARK}`, [() => ({ ticks: [MARK], days: {} })]);
  await one.outbox.putCorrection(
    { id: 'p-1', at: 7, made: '2026-11-26', edition: 2, proposal: { kind: 'gone', note: MARK } },
    'p-2',
  );
  await one.corner.editOwn('contacts', 'c-1', [() => ({ id: 'c-1', at: 8, name: MARK, channels: [], languages: [] })]);
  await one.corner.editOwn('notes', 'n-1', [() => note('n-1')]);
  await one.corner.editOwn('visits', 'v-1', [
    () => ({
      id: 'v-1',
      at: 9,
      title: MARK,
      country: 'ro',
      programme: [],
      met: [],
      questions: [],
      agreed: [],
      ready: [],
    }),
  ]);
}

test('a lock seals every row of every table, and taking it off brings all of it back as it was', async () => {
  const one = await tab();
  await writeAll(one);
  const before = await raw();
  expect(await holds(MARK)).toBe(true);
  await one.lock.putOn(CHOICE, task());
  await expectSealed();
  expect((await raw()).lock).toHaveLength(1);
  const { tables } = one;
  const { lock: _lock, ...plain } = before;
  expect(await tables.readAll()).toEqual(plain);
  expect(await one.lock.takeOff(CHOICE.passphrase, task())).toBe('open');
  expect(await raw()).toEqual(before);
  expect(one.state.lockStore.getSnapshot()).toBe('off');
});

test('an open lock is not noticed by anything that reads and writes', async () => {
  const [one, plain] = [await tab(), await tab()];
  await writeAll(plain);
  const read = async ({ corner, store, ticks, plans, outbox }: Tab) => ({
    ...(await store.readWorkspace()),
    ticks: await ticks.readTicks('roles/health'),
    plans: await plans.readPlans(),
    outbox: await outbox.readOutbox(),
    contacts: await corner.readOwn('contacts'),
    notes: await corner.readOwn('notes'),
    visits: await corner.readOne('visits', 'v-1'),
  });
  const asPlain = await read(plain);
  await Dexie.delete(DATABASE);
  await one.lock.putOn(CHOICE, task());
  await writeAll(one);
  await expectSealed();
  expect(await read(one)).toEqual(asPlain);
  for (let at = 0; at < 15; at++) await one.store.putRecent({ id: `r${at}`, at: 100 + at, name: { en: 'x' } });
  expect((await one.store.readWorkspace()).recent.map(({ id }) => id)).toEqual(
    Array.from({ length: 10 }, (_, at) => `r${14 - at}`),
  );
  await one.plans.editPlan(`found=${MARK}`, 'found=ee', [(was) => was]);
  expect((await one.plans.readPlans()).map(({ key }) => key)).toEqual(['found=ee']);
  const removed = await one.corner.deleteOwn('contacts', 'c-1');
  expect((await one.corner.readOwn('contacts')).items).toEqual([]);
  await one.corner.putBack(removed);
  expect((await one.corner.readOwn('contacts')).items).toHaveLength(1);
  await one.store.deleteKept('lv-siva');
  expect((await one.store.readWorkspace()).kept).toEqual([]);
  await one.store.clearCases();
  expect(await one.plans.readPlans()).toEqual([]);
  await expectSealed();
});

describe('while it is locked', () => {
  test('nothing is read or written; cases can be forgotten all the same', async () => {
    const one = await tab();
    await writeAll(one);
    await one.lock.putOn(CHOICE, task());
    one.state.lockNow();
    const before = await raw();
    for (const work of [
      () => one.store.readWorkspace(),
      () => one.corner.readOwn('notes'),
      () => one.corner.editOwn('notes', 'n-2', [() => note('n-2')]),
      () => one.store.putKept({ id: 'x', at: 1, name: {} }),
      () => one.store.deleteKept('lv-siva'),
      () => one.plans.editPlan('a', 'b', [() => ({ ticks: [], days: {} })]),
      () => one.tables.readAll(),
      () => one.tables.restore([], () => undefined).then(() => one.damaged.readDamaged()),
      () => one.corner.putOwn('notes', [note('n-3')]),
    ])
      await expect(work()).rejects.toThrow(one.state.Locked);
    expect(await raw()).toEqual(before);
    await one.store.clearCases();
    expect((await raw()).plans).toEqual([]);
    expect(await one.lock.unlock(CHOICE.passphrase, task())).toBe('open');
    expect((await one.corner.readOwn('notes')).items).toHaveLength(1);
    expect(await one.plans.readPlans()).toEqual([]);
  });

  test('the right passphrase opens, another one says so and may be followed by the right one, the second one ends', async () => {
    const one = await tab();
    await writeAll(one);
    await one.lock.putOn(CHOICE, task());
    one.state.lockNow();
    expect(await one.lock.unlock('something else', task())).toBe('wrong');
    expect(one.state.lockStore.getSnapshot()).toBe('locked');
    expect(await one.lock.unlock(CHOICE.ending, task())).toBe('end');
    expect(one.state.lockStore.getSnapshot()).toBe('locked');
    expect(await one.lock.unlock(` ${CHOICE.passphrase} `, task())).toBe('open');
    expect((await one.corner.readOwn('notes')).items).toHaveLength(1);
  });

  test('a cancelled opening stays locked', async () => {
    const one = await tab();
    await one.lock.putOn(CHOICE, task());
    one.state.lockNow();
    const stop = new AbortController();
    const opening = one.lock.unlock(CHOICE.passphrase, { ...task(), signal: stop.signal });
    stop.abort();
    await expect(opening).rejects.toThrow('aborted');
    expect(one.state.lockStore.getSnapshot()).toBe('locked');
  });
});

test('nobody sees whether there is a second passphrase', async () => {
  const one = await tab();
  const shapes = new Set<string>();
  const orders = new Set<number>();
  for (let round = 0; round < 24; round++) {
    const ending = round % 2 === 0 ? CHOICE.ending : undefined;
    await Dexie.delete(DATABASE);
    await one.lock.putOn({ ...CHOICE, ending }, task());
    const [row] = (await raw()).lock as unknown as LockRow[];
    shapes.add(
      JSON.stringify({
        ...row,
        key: row?.key.length,
        slots: row?.slots.map((slot) => slot.replace(/[\w+/=]+/g, ({ length }) => `${length}`)),
      }),
    );
    if (round % 2 === 0)
      orders.add(
        await crypt
          .unseal(row?.slots[0] ?? '', CHOICE.ending, () => undefined, task().signal)
          .then((text) => (text ? 1 : 0)),
      );
  }
  expect([...shapes]).toHaveLength(1);
  expect(orders.size).toBe(2);
});

test('changing the passphrase seals anew: the old one opens nothing, and a tab that was open is locked', async () => {
  const [one, two] = [await tab(), await tab()];
  await writeAll(one);
  await one.lock.putOn(CHOICE, task());
  await two.lock.unlock(CHOICE.passphrase, task());
  const before = (await raw()).notes;
  const next = { passphrase: 'quite another one', ending: undefined, minutes: 15 };
  expect(await one.lock.change('no', next, task())).toBe('wrong');
  expect(await one.lock.change(CHOICE.ending, next, task())).toBe('end');
  expect((await raw()).notes).toEqual(before);
  expect(await one.lock.change(CHOICE.passphrase, next, task())).toBe('open');
  expect((await raw()).notes).not.toEqual(before);
  expect((await one.corner.readOwn('notes')).items).toHaveLength(1);
  await expect(two.corner.editOwn('notes', 'n-2', [() => note('n-2')])).rejects.toThrow(two.state.Locked);
  expect(two.state.lockStore.getSnapshot()).toBe('locked');
  expect(await two.lock.unlock(CHOICE.passphrase, task())).toBe('wrong');
  expect(await two.lock.unlock(CHOICE.ending, task())).toBe('wrong');
  expect(await two.lock.unlock(next.passphrase, task())).toBe('open');
  await expectSealed();
});

test('two tabs that put a lock on at once make one lock, and whoever comes second is told', async () => {
  const [one, two] = [await tab(), await tab()];
  await writeAll(one);
  const done = await Promise.allSettled([
    one.lock.putOn(CHOICE, task()),
    two.lock.putOn({ ...CHOICE, passphrase: 'quite another one' }, task()),
  ]);
  expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expectSealed();
  const [first, passphrase] = done[0]?.status === 'fulfilled' ? [one, CHOICE.passphrase] : [two, 'quite another one'];
  expect((await first.corner.readOwn('notes')).items).toHaveLength(1);
  const third = await tab();
  expect(await third.lock.unlock(passphrase, task())).toBe('open');
});

describe('a kill', () => {
  test.each(['putOn', 'change', 'takeOff', 'unlock'] as const)(
    'in the middle of %s leaves all as it was',
    async (verb) => {
      const put = IDBObjectStore.prototype.put;
      for (let step = 0; step < 12; step++) {
        await Dexie.delete(DATABASE);
        const one = await tab();
        await writeAll(one);
        if (verb !== 'putOn') await one.lock.putOn(CHOICE, task());
        const before = await raw();
        let left = step;
        IDBObjectStore.prototype.put = function (...args) {
          if (left-- <= 0) this.transaction.abort();
          return put.apply(this, args);
        };
        const work = {
          putOn: () => one.lock.putOn(CHOICE, task()),
          change: () => one.lock.change(CHOICE.passphrase, { ...CHOICE, passphrase: 'quite another one' }, task()),
          takeOff: () => one.lock.takeOff(CHOICE.passphrase, task()),
          unlock: () => one.lock.unlock(CHOICE.passphrase, task()),
        }[verb];
        const failed = await work().then(
          () => false,
          () => true,
        );
        IDBObjectStore.prototype.put = put;
        one.state.lockNow();
        const after = await tab();
        if (failed) expect(await raw()).toEqual(before);
        if (await isOn()) {
          await expectSealed();
          const outcome = await after.lock.unlock(CHOICE.passphrase, task());
          if (outcome === 'wrong') expect(await after.lock.unlock('quite another one', task())).toBe('open');
        }
        expect((await after.corner.readOwn('notes')).items).toHaveLength(1);
      }
    },
  );
});

describe('what is damaged', () => {
  test('does not open, takes nothing along, and goes when the user takes it out', async () => {
    const one = await tab();
    await writeAll(one);
    await one.corner.editOwn('notes', 'n-2', [() => note('n-2')]);
    await one.lock.putOn(CHOICE, task());
    const [first] = (await raw()).notes ?? [];
    await one.store.withDatabase(async (database) => {
      const sealed = new Uint8Array(first?.sealed as ArrayBuffer);
      sealed[30] = (sealed[30] ?? 0) ^ 1;
      const store = database.backendDB().transaction('notes', 'readwrite').objectStore('notes');
      await new Promise((resolve) => {
        store.put({ ...first, sealed }).onsuccess = resolve;
      });
    });
    const read = await one.corner.readOwn('notes');
    expect(read.items).toHaveLength(1);
    expect(read.damaged).toHaveLength(1);
    const damaged = await one.damaged.readDamaged();
    expect(damaged).toHaveLength(1);
    expect(one.damaged.rawText(damaged[0]?.raw)).not.toContain(MARK);
    // It stays through everything that converts.
    await one.lock.change(CHOICE.passphrase, CHOICE, task());
    expect(await one.damaged.readDamaged()).toHaveLength(1);
    await one.lock.takeOff(CHOICE.passphrase, task());
    expect(await one.damaged.readDamaged()).toHaveLength(1);
    await one.lock.putOn(CHOICE, task());
    const [row] = await one.damaged.readDamaged();
    if (row) await one.damaged.deleteDamaged(row);
    expect(await one.damaged.readDamaged()).toEqual([]);
    expect((await one.corner.readOwn('notes')).items).toHaveLength(1);
  });

  test('in plain, whatever it holds, is the same again afterwards', async () => {
    const one = await tab();
    const strange = { id: 'x', name: 7, when: new Date(5), bytes: new Uint8Array([1, 2]), much: 7n, no: undefined };
    await one.store.withDatabase(async (database) => {
      await database.table('contacts').bulkPut([strange, { id: 7 }, { id: ['a', 1] }]);
    });
    const before = await raw();
    await one.lock.putOn(CHOICE, task());
    await expectSealed();
    expect(await one.damaged.readDamaged()).toHaveLength(3);
    await one.lock.takeOff(CHOICE.passphrase, task());
    expect(await raw()).toEqual(before);
  });

  test('a row in another table, or under another key, does not open', () => {
    const by = createSealer(newKey());
    const sealed = by.seal('notes', 'id', note('n-1')) as Record<string, unknown>;
    expect(by.open('notes', 'id', sealed)).toEqual(note('n-1'));
    expect(by.open('contacts', 'id', sealed)).toBeUndefined();
    expect(by.open('notes', 'id', { ...sealed, id: by.keyOf('notes', 'n-2') })).toBeUndefined();
    expect(createSealer(newKey()).open('notes', 'id', sealed)).toBeUndefined();
    by.destroy();
    expect(() => by.open('notes', 'id', sealed)).toThrow();
    expect(() => by.seal('notes', 'id', note('n-1'))).toThrow();
  });
});

describe('another version', () => {
  const five = async (work: (database: Dexie) => Promise<unknown>) => {
    const old = new Dexie(DATABASE);
    old.version(5).stores({
      kept: 'id, at',
      recent: 'id, at',
      ticks: 'guide',
      plans: 'key, at',
      outbox: 'id, at',
      contacts: 'id, at',
      notes: 'id, at',
      visits: 'id, at',
    });
    await old.open();
    await work(old).finally(() => old.close());
  };

  test('that knows of no lock changes nothing of what is sealed, and what it wrote is sealed at the next opening', async () => {
    const one = await tab();
    await writeAll(one);
    await one.lock.putOn(CHOICE, task());
    one.state.lockNow();
    await five(async (old) => {
      // As version 5 did it.
      expect(await old.table('notes').get('n-1')).toBeUndefined();
      await old.table('notes').put(note('n-9', 'of yesterday'));
      await old.table('ticks').put({ guide: 'roles/health', done: ['new'] });
      await old.table('plans').put({ key: `found=${MARK}`, at: 1, ticks: ['older'], days: {} });
      for (let at = 0; at < 12; at++) {
        await old.table('recent').put({ id: `o${at}`, at: 1, name: { en: 'x' } });
        await old.table('recent').orderBy('at').reverse().offset(10).delete();
      }
    });
    const again = await tab();
    expect(await again.lock.unlock(CHOICE.passphrase, task())).toBe('open');
    await expectSealed();
    expect((await again.corner.readOwn('notes')).items.map(({ id }) => id).sort()).toEqual(['n-1', 'n-9']);
    expect((await again.ticks.readTicks('roles/health'))?.sort()).toEqual([MARK, 'new']);
    expect((await again.plans.readPlans()).map(({ ticks }) => ticks)).toEqual([[MARK]]);
  });

  test('that has more tables has those sealed, too', async () => {
    const later = new Dexie(DATABASE);
    later.version(99).stores({ kept: 'id, at', journeys: 'id', lock: 'id' });
    await later.open();
    await later.table('journeys').put({ id: 'j', place: MARK });
    later.close();
    const one = await tab();
    await one.lock.putOn(CHOICE, task());
    await expectSealed();
    expect((await one.tables.readAll()).journeys).toEqual([{ id: 'j', place: MARK }]);
  });
});

test('a backup under the lock has everything but the lock, and brings it back sealed', async () => {
  const one = await tab();
  await writeAll(one);
  await one.lock.putOn(CHOICE, task());
  const { text } = one.contents.writeContents(await one.tables.readAll(), 1);
  expect(Object.keys(JSON.parse(text).tables)).not.toContain('lock');
  await one.store.withDatabase(async (database) => {
    for (const name of ['kept', 'notes', 'plans']) await database.table(name).clear();
  });
  const contents = one.contents.readContents(text.replace('"tables": {', '"tables": { "lock": [{ "id": "lock" }],'));
  const { items, unknown } = await one.tables.compareWithHere(contents);
  expect(unknown).toBe(1);
  expect(items.filter(({ fate }) => fate === 'new')).toHaveLength(3);
  await one.tables.restore(items, () => undefined);
  await expectSealed();
  expect((await one.corner.readOwn('notes')).items).toHaveLength(1);
  const later = await one.tables.compareWithHere(contents);
  await one.corner.editOwn('notes', 'n-1', [(was) => was && { ...was, text: 'changed' }]);
  await one.corner.deleteOwn('notes', 'n-1');
  await expect(
    one.tables.restore(
      later.items.map((item) => ({ ...item, fate: 'newer' })),
      () => 'there',
    ),
  ).rejects.toThrow(one.tables.ChangedMeanwhile);
});

describe('the time', () => {
  test.each([
    ['it is long enough by both', 300_000, 300_000, 'locked'],
    ['the phone slept, and one clock with it', 300_000, 10, 'locked'],
    ['the clock that can be set stood still', 0, 300_000, 'locked'],
    ['the clock was set back', -60_000, 10, 'locked'],
    ['the clock was set back within a long time', -60_000, 299_000, 'locked'],
    ['the network put the clock right', -800, 10, 'open'],
    ['it is not yet time', 299_000, 299_000, 'open'],
  ])('%s', async (_, wallMs, steadyMs, state) => {
    const one = await tab();
    await one.lock.putOn(CHOICE, task());
    wall += wallMs;
    steady += steadyMs;
    await one.corner.readOwn('notes').catch(() => undefined);
    expect(one.state.lockStore.getSnapshot()).toBe(state);
  });

  test('the later of two clocks counts', () => {
    expect(elapsed({ wall: 5, steady: 5 }, { wall: 6, steady: 9 })).toBe(4);
    expect(elapsed({ wall: 5, steady: 5 }, { wall: 10, steady: 9 })).toBe(5);
  });

  test('another time holds at once', async () => {
    const one = await tab();
    await one.lock.putOn(CHOICE, task());
    await one.lock.setMinutes(1);
    wall += 61_000;
    await expect(one.corner.readOwn('notes')).rejects.toThrow(one.state.Locked);
    await one.lock.unlock(CHOICE.passphrase, task());
    wall += 61_000;
    await expect(one.corner.readOwn('notes')).rejects.toThrow(one.state.Locked);
  });
});

describe('a row as bytes', () => {
  test('is the same again, whatever it holds, and its length says little', () => {
    const anything = fc.anything({ withDate: true, withBigInt: true, withMap: true, withSet: true });
    fc.assert(
      fc.property(fc.oneof(anything, fc.dictionary(fc.string(), anything), fc.string({ unit: 'binary' })), (value) => {
        expect(fromBytes(toBytes(value))).toEqual(value);
        expect(toBytes(value).length % 256).toBe(0);
      }),
    );
    for (const value of ['~', '~~', '~n1', { '~d': 1 }, { '~~m': { '~': '~u' } }, '\ud800', [undefined, -0, NaN]])
      expect(fromBytes(toBytes(value))).toEqual(value);
  });

  test('cannot hold itself, nor what does not last', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    for (const value of [cyclic, () => 1, Symbol('x'), new Blob([])]) expect(() => toBytes(value)).toThrow(Unsayable);
  });
});
