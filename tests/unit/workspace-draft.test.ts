import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Draft } from '../../src/workspace/draft.ts';
import { DATABASE } from '../../src/workspace/store.ts';
import { editTicks, readTicks } from '../../src/workspace/ticks.ts';

const GUIDE = 'roles/health';
const ITEMS = ['a', 'b', 'c', 'd'] as const;
type Item = (typeof ITEMS)[number];

/** A tab: the code of the app, loaded anew, on the same database. */
interface Tab {
  ticks: Draft<string[]>;
  held(): boolean;
  close(): void;
}

async function openTab(): Promise<Tab> {
  vi.resetModules();
  const [{ draft }, store, { heldStore }] = await Promise.all([
    import('../../src/workspace/draft.ts'),
    import('../../src/workspace/ticks.ts'),
    import('../../src/workspace/held.ts'),
  ]);
  const ticks = draft<string[]>(
    'ticks',
    () => store.readTicks(GUIDE),
    (edits) => store.editTicks(GUIDE, edits),
  );
  return { ticks, held: heldStore.getSnapshot, close: ticks.subscribe(() => undefined) };
}

const set =
  (item: Item, on: boolean) =>
  (done: string[] = []) => [...done.filter((other) => other !== item), ...(on ? [item] : [])];

const shown = ({ ticks }: Tab) => ticks.getSnapshot();

/** What a lost connection does to transactions: nothing begins any more, or what has begun is not finished. */
type Fault = 'does not begin' | 'is not finished';
let faults: Fault[] = [];
const begin = IDBDatabase.prototype.transaction;

beforeEach(async () => {
  faults = [];
  await Dexie.delete(DATABASE);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  IDBDatabase.prototype.transaction = function (...args: Parameters<typeof begin>) {
    const fault = args[1] === 'readwrite' ? faults.shift() : undefined;
    if (fault === 'does not begin')
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    const transaction = begin.apply(this, args);
    if (fault) queueMicrotask(() => transaction.abort());
    return transaction;
  };
});
afterEach(() => {
  IDBDatabase.prototype.transaction = begin;
  vi.restoreAllMocks();
});

describe('a connection that is lost', () => {
  for (const fault of ['does not begin', 'is not finished'] as const) {
    test(`a transaction that ${fault} is made once more on a new connection, and saved once`, async () => {
      const tab = await openTab();
      faults = [fault];
      expect(await tab.ticks.edit(set('a', true))).toBe(true);
      expect(await readTicks(GUIDE)).toEqual(['a']);
      expect(shown(tab)).toEqual({ value: ['a'], stored: ['a'], state: 'ready' });
      tab.close();
    });

    test(`where it ${fault} again, that is said, and what was ticked stays until it can be saved`, async () => {
      const tab = await openTab();
      await tab.ticks.edit(set('a', true));
      faults = [fault, fault];
      expect(await tab.ticks.edit(set('b', true))).toBe(false);
      expect(shown(tab)).toEqual({ value: ['a', 'b'], stored: ['a'], state: 'unsaved' });
      expect(await readTicks(GUIDE)).toEqual(['a']);
      expect(await tab.ticks.retry()).toBe(true);
      expect(shown(tab)).toEqual({ value: ['a', 'b'], stored: ['a', 'b'], state: 'ready' });
      expect(await readTicks(GUIDE)).toEqual(['a', 'b']);
      tab.close();
    });
  }

  test('where nothing could ever be read, it is said that nothing is kept here', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const tab = await openTab();
    expect(await tab.ticks.edit(set('a', true))).toBe(false);
    expect(shown(tab)).toEqual({ value: ['a'], stored: undefined, state: 'refused' });
    tab.close();
  });
});

test('a change is shown at once and counts as written when its transaction is complete', async () => {
  const tab = await openTab();
  await tab.ticks.retry();
  const written = tab.ticks.edit(set('a', true));
  expect(shown(tab)).toEqual({ value: ['a'], stored: undefined, state: 'ready' });
  await written;
  expect(shown(tab)).toEqual({ value: ['a'], stored: ['a'], state: 'ready' });
  tab.close();
});

test('a database that another tab holds in an older version is waited for, and that is said', async () => {
  const old = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 10);
    request.onupgradeneeded = () => request.result.createObjectStore('kept', { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
  const tab = await openTab();
  const written = tab.ticks.edit(set('a', true));
  await vi.waitFor(() => expect(tab.held()).toBe(true), 3000);
  expect(shown(tab)).toMatchObject({ value: ['a'], stored: undefined, state: 'loading' });
  old.close();
  expect(await written).toBe(true);
  expect(tab.held()).toBe(false);
  tab.close();
});

interface Model {
  ticked: Set<Item>;
}
interface Real {
  tabs: [Tab, Tab];
}

async function allSettled({ ticked }: Model, { tabs }: Real) {
  faults = [];
  for (const tab of tabs) if (shown(tab).state === 'unsaved') expect(await tab.ticks.retry()).toBe(true);
  expect(new Set(await readTicks(GUIDE))).toEqual(ticked);
  for (const tab of tabs) {
    await vi.waitFor(() => {
      expect(shown(tab).state).toBe('ready');
      expect(new Set(shown(tab).value)).toEqual(ticked);
      expect(new Set(shown(tab).stored)).toEqual(ticked);
    }, 5000);
  }
}

/** Ticks and unticks in both tabs at once, each item in one of them only, while connections are lost. */
class Changes implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly changes: readonly { item: Item; on: boolean; tab: 0 | 1 }[],
    private readonly faults: readonly Fault[],
  ) {}
  check = () => true;
  async run(model: Model, real: Real) {
    faults = [...this.faults];
    await Promise.all(this.changes.map(({ item, on, tab }) => real.tabs[tab].ticks.edit(set(item, on))));
    for (const { item, on } of this.changes) model.ticked[on ? 'add' : 'delete'](item);
    await allSettled(model, real);
  }
  toString = () => `changes(${JSON.stringify(this.changes)}, ${JSON.stringify(this.faults)})`;
}

class Clear implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly tab: 0 | 1) {}
  check = () => true;
  async run(model: Model, real: Real) {
    await real.tabs[this.tab].ticks.edit(() => undefined);
    model.ticked.clear();
    await allSettled(model, real);
  }
  toString = () => `clear(${this.tab})`;
}

class Reload implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly tab: 0 | 1) {}
  check = () => true;
  async run(model: Model, real: Real) {
    real.tabs[this.tab].close();
    real.tabs[this.tab] = await openTab();
    await allSettled(model, real);
  }
  toString = () => `reload(${this.tab})`;
}

test('whatever two tabs do, in whatever order, nothing one of them ticked is lost, and both show the same', async () => {
  const tab = fc.constantFrom(0 as const, 1 as const);
  const commands = fc.commands<Model, Real, false>([
    fc
      .tuple(
        fc.uniqueArray(fc.record({ item: fc.constantFrom(...ITEMS), on: fc.boolean(), tab }), {
          selector: ({ item }) => item,
          minLength: 1,
        }),
        fc.array(fc.constantFrom<Fault>('does not begin', 'is not finished'), { maxLength: 3 }),
      )
      .map(([changes, lost]) => new Changes(changes, lost)),
    tab.map((which) => new Clear(which)),
    tab.map((which) => new Reload(which)),
  ]);
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      await Dexie.delete(DATABASE);
      const real: Real = { tabs: [await openTab(), await openTab()] };
      try {
        await fc.asyncModelRun(() => ({ model: { ticked: new Set<Item>() }, real }), sequence);
      } finally {
        for (const { close } of real.tabs) close();
      }
    }),
    { numRuns: 10 },
  );
}, 180_000);

test('edits made in another tab meanwhile are not written over', async () => {
  const tab = await openTab();
  await tab.ticks.edit(set('a', true));
  await editTicks(GUIDE, [set('b', true)]); // nobody tells
  await tab.ticks.edit(set('c', true));
  expect(await readTicks(GUIDE)).toEqual(['a', 'b', 'c']);
  expect(shown(tab).value).toEqual(['a', 'b', 'c']);
  tab.close();
});
