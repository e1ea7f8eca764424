/** The mark that something is kept is there exactly while a row of it is, whatever was written, deleted and brought back. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isMarkedKept, markKept } from '../../src/device/kept-mark.ts';
import { restore } from '../../src/workspace/backup/tables.ts';
import { deleteOwn, editOwn } from '../../src/workspace/corner.ts';
import { editPlan } from '../../src/workspace/plans.ts';
import { clearCases, DATABASE, deleteKept, hasRows, putKept, putRecent } from '../../src/workspace/store.ts';
import { editTicks } from '../../src/workspace/ticks.ts';

const rows = new Map<string, string>();

beforeEach(async () => {
  rows.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => rows.get(key) ?? null,
    setItem: (key: string, value: string) => void rows.set(key, value),
    removeItem: (key: string) => void rows.delete(key),
  });
  await Dexie.delete(DATABASE);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const noted = (id: string) => ({ id, at: 1, name: { en: id }, edition: 1, date: '2026-11-20' });
const contact = { id: 'c', at: 1, name: 'C', channels: [], languages: [] };

/** What is done, and what of it is missed when it is gone; `-` before what is deleted. */
const DEEDS = {
  'keep a': () => putKept(noted('a') as never),
  'keep b': () => putKept(noted('b') as never),
  '-keep a': () => deleteKept('a'),
  '-keep b': () => deleteKept('b'),
  'plan p': () => editPlan('found=lv', 'found=lv', [() => ({ ticks: ['x'], days: {} })]),
  '-plan p': () => editPlan('found=lv', 'found=lv', [() => undefined]),
  'contact c': () => editOwn('contacts', 'c', [() => contact]),
  '-contact c': () => deleteOwn('contacts', 'c'),
} as const;
type Deed = keyof typeof DEEDS;

test('after whatever is kept and deleted, in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...(Object.keys(DEEDS) as Deed[]), 'forget' as const), { maxLength: 12 }),
      async (deeds) => {
        rows.clear();
        await Dexie.delete(DATABASE);
        const there = new Set<string>();
        for (const deed of deeds) {
          if (deed === 'forget') {
            await clearCases();
            there.delete('plan p');
          } else {
            await DEEDS[deed]();
            if (deed.startsWith('-')) there.delete(deed.slice(1));
            else there.add(deed);
          }
          expect(isMarkedKept()).toBe(there.size > 0);
          expect(await hasRows()).toBe(there.size > 0);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('says nothing but that', async () => {
  await DEEDS['plan p']();
  await DEEDS['contact c']();
  expect([...rows]).toEqual([['harbour.kept', '1']]);
});

test('is not set by what nobody would miss: what was opened, the ticks of a guide', async () => {
  await putRecent(noted('a') as never);
  await editTicks('guide', [() => ['x']]);
  expect(isMarkedKept()).toBe(false);
});

test('stays when the browser has cleared the database, until something is kept and deleted again', async () => {
  await DEEDS['keep a']();
  await Dexie.delete(DATABASE);
  expect(await hasRows()).toBe(false);
  await putRecent(noted('b') as never);
  expect(isMarkedKept()).toBe(true);
  await DEEDS['keep a']();
  await DEEDS['-keep a']();
  expect(isMarkedKept()).toBe(false);
});

test('is set by a backup that is brought back', async () => {
  const there = { ...contact };
  await restore([{ table: 'contacts', key: 'c', here: undefined, there, fate: 'new' } as never], () => 'there');
  expect(isMarkedKept()).toBe(true);
});

test('keeps nobody from anything where storage is blocked', async () => {
  vi.stubGlobal('localStorage', {
    getItem() {
      throw new DOMException('refused', 'SecurityError');
    },
  });
  await DEEDS['keep a']();
  await DEEDS['-keep a']();
  expect(isMarkedKept()).toBe(false);
  expect(() => markKept(true)).not.toThrow();
});
