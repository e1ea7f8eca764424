/**
 * The lock as whoever uses it believes it to be, against the real one: two tabs, in whatever order things happen. Nothing that
 * was acknowledged is lost, nothing is read where it is locked, and nothing plain lies in the database of a lock that is on.
 */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { seal, unseal } from '../../src/workspace/backup/seal.ts';
import type { Crypt } from '../../src/workspace/lock/slots.ts';
import { DATABASE } from '../../src/workspace/store.ts';

const crypt: Crypt = {
  seal: (text, passphrase) => seal(text, passphrase, undefined, 1),
  unseal: (sealed, passphrase) =>
    unseal(new TextEncoder().encode(sealed), passphrase).catch((error) => {
      if (error.fault === 'wrong-passphrase') return undefined;
      throw error;
    }),
};
const task = () => ({ onPercent: () => undefined, signal: new AbortController().signal, crypt });

// With a character that no base64 has: a slot of the lock held the three letters by chance, once in three hundred.
const MARK = 'Q7Z~';
const MINUTES = 5;
const PASSPHRASES = ['the first of them', 'the second of them', 'the third of them'] as const;

let wall = 1_800_000_000_000;
let steady = 1_000;

async function openTab() {
  vi.resetModules();
  const [lock, state, corner, ticks, plans, store, outbox, tables, contents] = await Promise.all([
    import('../../src/workspace/lock/lock.ts'),
    import('../../src/workspace/lock/state.ts'),
    import('../../src/workspace/corner.ts'),
    import('../../src/workspace/ticks.ts'),
    import('../../src/workspace/plans.ts'),
    import('../../src/workspace/store.ts'),
    import('../../src/workspace/outbox.ts'),
    import('../../src/workspace/backup/tables.ts'),
    import('../../src/workspace/backup/contents.ts'),
  ]);
  return { lock, state, corner, ticks, plans, store, outbox, tables, contents };
}
type Tab = Awaited<ReturnType<typeof openTab>>;

const KINDS = ['contacts', 'notes', 'visits', 'ticks', 'plans', 'kept', 'recent', 'outbox'] as const;
type Kind = (typeof KINDS)[number];

/** Writes a text in the way of each kind. */
async function write(tab: Tab, kind: Kind, id: string, text: string): Promise<void> {
  const at = 1;
  switch (kind) {
    case 'contacts':
      await tab.corner.editOwn(kind, id, [() => ({ id, at, name: text, channels: [], languages: [] })]);
      break;
    case 'notes':
      await tab.corner.editOwn(kind, id, [
        () => ({ id, at, about: { kind: 'contact', id: MARK }, day: '2026-11-20', text }),
      ]);
      break;
    case 'visits':
      await tab.corner.putOwn(kind, [
        { id, at, title: text, country: 'ro', programme: [], met: [], questions: [], agreed: [], ready: [] },
      ]);
      break;
    case 'ticks':
      await tab.ticks.editTicks(id, [() => [text]]);
      break;
    case 'plans':
      await tab.plans.editPlan(id, id, [() => ({ ticks: [text], days: {} })]);
      break;
    case 'kept':
      await tab.store.putKept({ id, at, name: { en: text } });
      break;
    case 'recent':
      await tab.store.putRecent({ id, at, name: { en: text } });
      break;
    case 'outbox':
      await tab.outbox.putCorrection({ id, at, made: '2026-11-26', edition: 1, proposal: { kind: text } }, `${id}x`);
      break;
  }
}

/** All that a tab can read, by kind and name. */
async function readAll({ corner, store, ticks, plans, outbox }: Tab): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  const own = await Promise.all([corner.readOwn('contacts'), corner.readOwn('notes'), corner.readOwn('visits')]);
  expect(own.flatMap(({ damaged }) => damaged)).toEqual([]);
  for (const { id, name } of own[0].items) all.set(`contacts ${id}`, name);
  for (const { id, text } of own[1].items) all.set(`notes ${id}`, text);
  for (const { id, title } of own[2].items) all.set(`visits ${id}`, title);
  for (const id of NAMES) {
    const done = await ticks.readTicks(id);
    if (done) all.set(`ticks ${id}`, done.join());
  }
  for (const plan of await plans.readPlans()) all.set(`plans ${plan.key}`, plan.ticks.join());
  const { kept, recent } = await store.readWorkspace();
  for (const { id, name } of kept) all.set(`kept ${id}`, name.en ?? '');
  for (const { id, name } of recent) all.set(`recent ${id}`, name.en ?? '');
  for (const { id, proposal } of await outbox.readOutbox()) all.set(`outbox ${id}`, String(proposal.kind));
  return all;
}
const NAMES = ['a', 'b'].map((name) => `${MARK}-${name}`);

/** What lies on the disk: how many rows, how many of them sealed, whether there is a lock, and whether the mark is to be read. */
async function lying() {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const found = { rows: 0, sealed: 0, lock: false, mark: false };
  const holds = (value: unknown): boolean => {
    if (typeof value === 'string') return value.includes(MARK);
    if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).includes(MARK);
    return typeof value === 'object' && value !== null && Object.entries(value).flat().some(holds);
  };
  for (const name of database.objectStoreNames) {
    const rows = await new Promise<object[]>((resolve) => {
      const request = database.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
    });
    if (name === 'lock') found.lock = rows.length > 0;
    else {
      found.rows += rows.length;
      found.sealed += rows.filter((row) => 'sealed' in row).length;
    }
    found.mark ||= holds(rows);
  }
  database.close();
  return found;
}

interface Model {
  rows: Map<string, string>;
  lock: { passphrase: string; ending: string | undefined } | undefined;
  /** By tab: since when it is open; undefined: it holds no key. */
  open: ({ wall: number; steady: number; latest: number } | undefined)[];
  backup: Map<string, string> | undefined;
}
interface Real {
  tabs: Tab[];
  backup: string;
}
type Command = fc.AsyncCommand<Model, Real>;

const isOpen = (model: Model, at: number) => model.lock === undefined || model.open[at] !== undefined;
const opened = () => ({ wall, steady, latest: wall });

/** What holds after every step, whatever it was. */
async function check(model: Model, { tabs }: Real): Promise<void> {
  for (const [at, since] of model.open.entries()) {
    if (!since) continue;
    const over = Math.max(wall - since.wall, steady - since.steady) >= MINUTES * 60_000 || wall < since.latest;
    since.latest = Math.max(since.latest, wall);
    if (over) model.open[at] = undefined;
  }
  const { rows, sealed, lock, mark } = await lying();
  expect({ lock, sealed, mark }).toEqual({
    lock: model.lock !== undefined,
    sealed: model.lock ? rows : 0,
    mark: model.lock === undefined && model.rows.size > 0,
  });
  for (const [at, tab] of tabs.entries()) {
    if (isOpen(model, at)) expect(await readAll(tab)).toEqual(model.rows);
    else {
      await expect(tab.corner.readOwn('notes')).rejects.toThrow(tab.state.Locked);
      await expect(tab.tables.readAll()).rejects.toThrow(tab.state.Locked);
      expect(tab.state.currentSealer()).toBeUndefined();
    }
  }
}

/** Something that is done in one tab; with `kill` it is ended at a write, and the tab is opened anew. */
function step(
  name: string,
  tab: number,
  kill: number | undefined,
  run: (model: Model, tab: Tab, real: Real) => Promise<unknown>,
): Command {
  return {
    check: () => true,
    async run(model, real) {
      const put = IDBObjectStore.prototype.put;
      let left = kill ?? Number.POSITIVE_INFINITY;
      IDBObjectStore.prototype.put = function (...args) {
        if (left-- <= 0) this.transaction.abort();
        return put.apply(this, args);
      };
      try {
        await run(model, real.tabs[tab] as Tab, real);
      } catch (error) {
        if (kill === undefined) throw error;
      } finally {
        IDBObjectStore.prototype.put = put;
      }
      if (kill !== undefined) await reopen(model, real, tab);
      await check(model, real);
    },
    toString: () => `${name} in ${tab}${kill === undefined ? '' : `, killed at write ${kill}`}`,
  };
}

async function reopen(model: Model, real: Real, at: number): Promise<void> {
  real.tabs[at]?.state.lockNow();
  real.tabs[at] = await openTab();
  model.open[at] = undefined;
}

const tabs = fc.integer({ min: 0, max: 1 });
const kills = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined, freq: 4 });
// Mostly the same one, or no lock would be open for long.
const passphrases = fc.constantFrom(...PASSPHRASES, ...Array<string>(7).fill(PASSPHRASES[0]));

const writes = fc
  .tuple(tabs, kills, fc.constantFrom(...KINDS), fc.constantFrom(...NAMES), fc.nat(99))
  .map(([at, kill, kind, name, number]) =>
    step(`write ${kind} ${name}`, at, kill, async (model, tab) => {
      const text = `${MARK}${number}`;
      const done = write(tab, kind, name, text);
      if (!isOpen(model, at)) return expect(done).rejects.toThrow(tab.state.Locked);
      await done;
      model.rows.set(`${kind} ${name}`, text);
    }),
  );

const putOns = fc.tuple(tabs, kills, passphrases, fc.option(passphrases)).map(([at, kill, passphrase, second]) =>
  step(`put on ${passphrase}`, at, kill, async (model, tab) => {
    const ending = second === null || second === passphrase ? undefined : second;
    const done = tab.lock.putOn({ passphrase, ending, minutes: MINUTES }, task());
    if (model.lock) return expect(done).rejects.toThrow();
    await done;
    model.lock = { passphrase, ending };
    model.open = model.open.map((_, other) => (other === at ? opened() : undefined));
  }),
);

/** What a passphrase does before anything else. @returns whether it was the right one */
async function typed(model: Model, real: Real, outcome: string, passphrase: string): Promise<boolean> {
  const { lock } = model;
  expect(outcome).toBe(lock?.passphrase === passphrase ? 'open' : lock?.ending === passphrase ? 'end' : 'wrong');
  if (outcome === 'end') {
    await Dexie.delete(DATABASE);
    model.rows = new Map();
    model.lock = undefined;
    model.open = real.tabs.map(() => undefined);
  }
  return outcome === 'open';
}

const unlocks = fc.tuple(tabs, kills, passphrases).map(([at, kill, passphrase]) =>
  step(`unlock ${passphrase}`, at, kill, async (model, tab, real) => {
    const outcome = await tab.lock.unlock(passphrase, task());
    if (!model.lock) return expect(outcome).toBe('open');
    if (await typed(model, real, outcome, passphrase)) model.open[at] = opened();
  }),
);

const changes = fc.tuple(tabs, kills, passphrases, passphrases).map(([at, kill, before, after]) =>
  step(`change ${before} to ${after}`, at, kill, async (model, tab, real) => {
    const done = tab.lock.change(before, { passphrase: after, ending: undefined, minutes: MINUTES }, task());
    if (!model.lock) return expect(done).rejects.toThrow();
    if (!(await typed(model, real, await done, before))) return;
    model.lock = { passphrase: after, ending: undefined };
    model.open = model.open.map((_, other) => (other === at ? opened() : undefined));
  }),
);

const takeOffs = fc.tuple(tabs, kills, passphrases).map(([at, kill, passphrase]) =>
  step(`take off ${passphrase}`, at, kill, async (model, tab, real) => {
    const done = tab.lock.takeOff(passphrase, task());
    if (!model.lock) return expect(done).rejects.toThrow();
    if (!(await typed(model, real, await done, passphrase))) return;
    model.lock = undefined;
    model.open = model.open.map(() => undefined);
  }),
);

const times = fc.oneof(
  fc.constantFrom(1, 6).map((minutes) =>
    step(`${minutes} minutes pass`, 0, undefined, async () => {
      wall += minutes * 60_000;
      steady += minutes * 60_000;
    }),
  ),
  fc.constantFrom(1, 6).map((minutes) =>
    step(`asleep for ${minutes} minutes`, 0, undefined, async () => {
      wall += minutes * 60_000;
    }),
  ),
  fc.constantFrom(1, 6).map((minutes) =>
    step(`the clock set back ${minutes} minutes`, 0, undefined, async () => {
      wall -= minutes * 60_000;
    }),
  ),
);

const others = fc.oneof(
  tabs.map((at) =>
    step('lock now', at, undefined, async (model, tab) => {
      tab.state.lockNow();
      model.open[at] = undefined;
    }),
  ),
  tabs.map((at) => step('reload', at, undefined, (model, _, real) => reopen(model, real, at))),
  tabs.map((at) =>
    step('backup', at, undefined, async (model, { tables, contents, state }, real) => {
      if (!isOpen(model, at)) return expect(tables.readAll()).rejects.toThrow(state.Locked);
      real.backup = contents.writeContents(await tables.readAll(), 1).text;
      model.backup = new Map(model.rows);
    }),
  ),
  fc.tuple(tabs, kills).map(([at, kill]) =>
    step('restore', at, kill, async (model, { tables, contents, state }, real) => {
      if (!model.backup) return;
      const there = contents.readContents(real.backup);
      if (!isOpen(model, at)) return expect(tables.compareWithHere(there)).rejects.toThrow(state.Locked);
      const { items } = await tables.compareWithHere(there);
      await tables.restore(items, () => 'there');
      for (const [name, text] of model.backup) {
        const here = name.startsWith('ticks') ? (model.rows.get(name)?.split(',') ?? []) : [];
        model.rows.set(name, [...new Set([...here, ...text.split(',')])].join());
      }
    }),
  ),
);

beforeAll(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(Date, 'now').mockImplementation(() => wall);
  vi.spyOn(performance, 'now').mockImplementation(() => steady);
});
afterAll(() => vi.restoreAllMocks());

test('whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands([writes, writes, putOns, unlocks, unlocks, changes, takeOffs, times, times, others], {
        maxCommands: 24,
        size: 'max',
      }),
      async (commands) => {
        await Dexie.delete(DATABASE);
        const real: Real = { tabs: [await openTab(), await openTab()], backup: '' };
        await real.tabs[0]?.store.readWorkspace();
        const setup = () => ({
          model: { rows: new Map(), lock: undefined, open: [undefined, undefined], backup: undefined } as Model,
          real,
        });
        try {
          await fc.asyncModelRun(setup, commands);
        } finally {
          for (const { state } of real.tabs) state.lockNow();
        }
      },
    ),
    { numRuns: Number(process.env.LOCK_RUNS ?? 25), interruptAfterTimeLimit: 90_000, markInterruptAsFailure: false },
  );
}, 240_000);
