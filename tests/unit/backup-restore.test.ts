/** What stands in a backup, what it would bring, and bringing it: all or nothing. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { compare, type Fate, type Item, sideOf } from '../../src/workspace/backup/compare.ts';
import { ContentsError, readContents, type Tables, writeContents } from '../../src/workspace/backup/contents.ts';
import { isBackupDue, writtenIn } from '../../src/workspace/backup/due.ts';
import { ChangedMeanwhile, compareWithHere, readAll, restore } from '../../src/workspace/backup/tables.ts';
import { DATABASE, withDatabase } from '../../src/workspace/store.ts';

beforeEach(() => Dexie.delete(DATABASE));
afterEach(() => vi.restoreAllMocks());

const contact = (id: string, at: number, more: object = {}) => ({
  id,
  at,
  name: `Officer ${id}`,
  channels: [{ kind: 'phone', value: '+49 (0)30 1 23' }],
  languages: ['de'],
  ...more,
});
/** A row for each table that was ever released. */
const ROWS: Tables = {
  kept: [{ id: 'lv-siva', at: 7, name: { en: 'Agency' }, number: '+371 67 898 343' }],
  recent: [{ id: 'ee-ohvriabi', at: 8, name: { en: 'Victim Support' } }],
  ticks: [{ guide: 'roles/health', done: ['first/p1', 'first/p2'] }],
  plans: [{ key: 'found=lv&age=child', at: 9, ticks: ['child.protect'], days: { period: '2026-11-24' } }],
  outbox: [{ id: 'p-1', at: 10, made: '2026-11-26', edition: 2, proposal: { kind: 'gone', responder: 'lv-line' } }],
  contacts: [contact('a', 11, { colour: 'a later version wrote this' })],
  notes: [{ id: 'n', at: 12, about: { kind: 'contact', id: 'a' }, day: '2026-11-20', text: 'Звонить до 17:00 🕔' }],
  visits: [{ id: 'v', at: 13, title: 'Suceava', country: 'ro', programme: [{ day: '2026-11-20', text: '9:00' }] }],
};
const KEYS = { ticks: 'guide', plans: 'key', kept: 'id', contacts: 'id' };
const MADE = Date.UTC(2026, 10, 28);

const put = (tables: Tables) =>
  withDatabase(async (database) => {
    for (const [name, rows] of Object.entries(tables)) await database.table(name).bulkPut(rows);
  });
const backedUp = (tables: Tables) => readContents(writeContents(tables, MADE).text);
const only = (tables: Tables) => backedUp(tables);
const nobodyAsked = () => undefined;

describe('a backup', () => {
  test('has every row of every table, and brings a phone that has nothing to the same', async () => {
    await put(ROWS);
    const before = await readAll();
    expect(before).toEqual(ROWS);
    const { text, rows, leftOut } = writeContents(before, MADE);
    expect({ rows, leftOut }).toEqual({ rows: 8, leftOut: 0 });
    await Dexie.delete(DATABASE);
    const contents = readContents(text);
    expect(contents).toMatchObject({ made: MADE, unreadable: 0 });
    const { items } = await compareWithHere(contents);
    expect(items.map(({ fate }) => fate)).toEqual(Array(8).fill('new'));
    expect(await restore(items, nobodyAsked)).toBe(8);
    expect(await readAll()).toEqual(before);
    expect((await compareWithHere(contents)).items.map(({ fate }) => fate)).toEqual(Array(8).fill('same'));
  });

  test('is read by a version that has fewer tables, and says what it could not take', async () => {
    const contents = only({ ...ROWS, journeys: [{ id: 'j' }, { id: 'k' }] });
    const comparison = await compareWithHere(contents);
    expect(comparison).toMatchObject({ unknown: 2, unreadable: 0 });
    expect(comparison.items).toHaveLength(8);
  });

  test('takes along what a later version has added, before it was rolled back', async () => {
    await put(ROWS);
    const later = new Dexie(DATABASE);
    later.version(99).stores({ kept: 'id, at', journeys: 'id' });
    await later.open();
    await later.table('journeys').put({ id: 'j', place: 'Suceava' });
    later.close();
    const contents = backedUp(await readAll());
    expect(contents.tables.journeys).toEqual([{ id: 'j', place: 'Suceava' }]);
    await withDatabase(async (database) => void (await database.table('kept').clear()));
    const { items, unknown } = await compareWithHere(contents);
    expect(unknown).toBe(0);
    expect(items.filter(({ fate }) => fate === 'new').map(({ table }) => table)).toEqual(['kept']);
  });

  test('leaves out, and counts, only what JSON cannot say', () => {
    const cyclic: Record<string, unknown> = { id: 'c' };
    cyclic.self = cyclic;
    const strange = [{ id: new Date(0) }, { id: 'x', at: Number.NaN }, { id: 'y', at: 7n }, 'text', null, [], cyclic];
    expect(writeContents({ kept: [...strange, { id: 'z', number: undefined }] }, 0)).toMatchObject({
      rows: 1,
      leftOut: 7,
    });
  });
});

describe('an opened text', () => {
  test.each([
    ['', 'not-backup'],
    ['[]', 'not-backup'],
    ['null', 'not-backup'],
    ['{"what":"Harbour workspace"}', 'not-backup'],
    ['{"what":"Something else","format":1,"tables":{}}', 'not-backup'],
    ['{"what":"Harbour workspace","format":1,"tables":7}', 'not-backup'],
    ['{"what":"Harbour workspace","format":2,"tables":{}}', 'newer'],
    [`{"what":"Harbour workspace","format":1,"tables":{"kept":[${Array(50_001).fill('0')}]}}`, 'too-many'],
    [`${'['.repeat(200_000)}`, 'not-backup'],
    [`{"what":"Harbour workspace","format":1,"deep":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'not-backup'],
  ])('that is none is refused: %#', (text, fault) => {
    let caught: unknown;
    try {
      readContents(text);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(ContentsError);
    expect(caught).toMatchObject({ fault });
  });

  test('of whatever content is compared without an end of the app, and what is restored can be read again', async () => {
    await put(ROWS);
    const table = fc.constantFrom(
      'kept',
      'ticks',
      'plans',
      'contacts',
      'visits',
      '__proto__',
      'constructor',
      'recent ',
    );
    const row = fc.oneof(
      fc.jsonValue(),
      fc.record({
        id: fc.jsonValue(),
        key: fc.jsonValue(),
        guide: fc.string(),
        at: fc.jsonValue(),
        done: fc.jsonValue(),
      }),
      fc.constantFrom(...Object.values(ROWS).flat()),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(table, fc.array(row, { maxLength: 4 }))),
        fc.boolean(),
        async (tables, all) => {
          const named = tables.map(([name, rows]) => `${JSON.stringify(name)}:${JSON.stringify(rows)}`);
          const text = `{"what":"Harbour workspace","format":1,"made":"never","tables":{${named}}}`;
          const comparison = await compareWithHere(readContents(text));
          for (const { key, fate, there } of comparison.items) {
            expect(key).not.toBe('');
            expect(there).toBeTypeOf('object');
            expect(sideOf(fate) === undefined).toBe(fate === 'conflict');
          }
          await restore(comparison.items, () => (all ? 'there' : undefined));
          expect(writeContents(await readAll(), 0).leftOut).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('item by item', () => {
  const kept = (at: unknown, more: object = {}) => ({ id: 'a', at, name: { en: 'A' }, ...more });
  test.each<[string, Tables, Tables, Fate]>([
    ['what is not here', {}, { kept: [kept(1)] }, 'new'],
    [
      'what is here, its fields in another order',
      { kept: [{ name: { en: 'A' }, at: 1, id: 'a' }] },
      { kept: [kept(1)] },
      'same',
    ],
    ['what was changed later here', { kept: [kept(2, { number: '1' })] }, { kept: [kept(1)] }, 'older'],
    ['what was changed later there', { kept: [kept(1, { number: '1' })] }, { kept: [kept(2)] }, 'newer'],
    ['what differs at the same moment', { kept: [kept(1, { number: '1' })] }, { kept: [kept(1)] }, 'conflict'],
    ['what has no moment here', { kept: [kept('then')] }, { kept: [kept(1)] }, 'conflict'],
    ['what has no moment there', { kept: [kept(1)] }, { kept: [kept(null)] }, 'conflict'],
    ['what is here and not to be read', { kept: [kept(new Date(0))] }, { kept: [kept(1)] }, 'conflict'],
    ['ticks of both', { ticks: [{ guide: 'g', done: ['1'] }] }, { ticks: [{ guide: 'g', done: ['2'] }] }, 'joined'],
    [
      'ticks that are all here',
      { ticks: [{ guide: 'g', done: ['1', '2'] }] },
      { ticks: [{ guide: 'g', done: ['2'] }] },
      'same',
    ],
  ])('%s', (_, here, there, fate) => {
    expect(compare(here, backedUp(there), KEYS).items).toMatchObject([{ fate }]);
  });

  test('no tick is lost', async () => {
    await put({ ticks: [{ guide: 'g', done: ['1', '2'], seen: 3 }] });
    await restore((await compareWithHere(only({ ticks: [{ guide: 'g', done: ['2', '3'] }] }))).items, nobodyAsked);
    expect((await readAll()).ticks).toEqual([{ guide: 'g', done: ['1', '2', '3'], seen: 3 }]);
  });

  test('the own card stays the one of this phone', async () => {
    await put({ contacts: [contact('me', 1, { mine: true })] });
    await restore(
      (await compareWithHere(only({ contacts: [contact('old me', 2, { mine: true })] }))).items,
      nobodyAsked,
    );
    expect((await readAll()).contacts).toEqual([contact('me', 1, { mine: true }), contact('old me', 2)]);
  });

  describe('a contact that the other phone took by a card', () => {
    const phone = (value: string) => ({ kind: 'phone', value });
    const given = contact('a', 5);
    const whole = { ...given, role: 'nurse', met: 'Kyiv', note: 'rings back', colour: 'unknown' };
    const taken = {
      ...given,
      at: 9,
      role: 'doctor',
      note: 'on leave',
      channels: [phone('+49 30 123'), phone('+371 2')],
    };
    const joined = {
      ...contact('a', 9, { role: 'doctor', met: 'Kyiv', note: 'on leave\nrings back', colour: 'unknown' }),
      channels: [phone('+49 30 123'), phone('+371 2')],
    };
    test.each<[string, object, object, Fate, object]>([
      ['gets what was written beside it', { ...taken, byCard: true }, whole, 'joined', joined],
      [
        'is that of the card where it is the older',
        { ...taken, byCard: true, at: 1 },
        { ...joined, at: 5 },
        'joined',
        { ...joined, at: 5 },
      ],
      ['or the other way round', whole, { ...taken, byCard: true }, 'joined', joined],
      ['says nothing new', joined, { ...taken, byCard: true }, 'same', joined],
      ['by both', { ...given, byCard: true }, { ...taken, byCard: true }, 'joined', { ...taken, byCard: true }],
      ['is not joined once both were written down', taken, whole, 'older', taken],
    ])('%s', async (_, here, there, fate, after) => {
      await put({ contacts: [here] });
      const { items } = await compareWithHere(only({ contacts: [there] }));
      expect(items.map((item) => item.fate)).toEqual([fate]);
      await restore(items, nobodyAsked);
      expect((await readAll()).contacts).toEqual([after]);
    });
  });

  test('rows without a key or with one twice are counted and passed over', () => {
    const { items, unreadable } = compare({}, backedUp({ kept: [{ at: 1 }, kept(1), kept(2), { id: 7 }] }), KEYS);
    expect(items).toHaveLength(1);
    expect(unreadable).toBe(3);
  });

  test('whose word counts is asked where it is not clear, and can be asked everywhere else', async () => {
    await put({ contacts: [contact('a', 5), contact('b', 1), contact('c', 3)] });
    const theirs = only({
      contacts: [contact('a', 4, { met: 'Kyiv' }), contact('b', 2, { met: 'Kyiv' }), contact('c', 3, { met: 'Kyiv' })],
    });
    const { items } = await compareWithHere(theirs);
    const met = async () => (await readAll()).contacts?.map((row) => (row as { met?: string }).met);
    await restore(items, ({ key }) => (key === 'b' ? 'here' : undefined));
    expect(await met()).toEqual([undefined, undefined, undefined]);
    await restore(items, ({ fate }) => (fate === 'conflict' ? 'there' : undefined));
    expect(await met()).toEqual([undefined, 'Kyiv', 'Kyiv']);
    await restore(items, () => 'there');
    expect(await met()).toEqual(['Kyiv', 'Kyiv', 'Kyiv']);
  });
});

describe('a restore that fails', () => {
  const THEIRS: Tables = {
    ...ROWS,
    contacts: [contact('a', 99), contact('b', 1), contact('c', 1)],
    plans: [{ key: 'found=se', at: 1, ticks: [], days: {} }],
    kept: [{ id: 'lv-siva', at: 99, name: { en: 'Agency' } }],
  };

  test('leaves the workspace as it was, at whichever write it fails', async () => {
    await put(ROWS);
    const before = JSON.stringify(await readAll());
    const { items } = await compareWithHere(only(THEIRS));
    const real = IDBObjectStore.prototype.put;
    const writes = items.filter(({ fate }) => fate !== 'same').length;
    expect(writes).toBe(5);
    for (let failing = 0; failing < writes; failing++) {
      let count = 0;
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
        if (count++ === failing) throw new DOMException('the disk is full', 'QuotaExceededError');
        return real.call(this, row);
      });
      await expect(restore(items, nobodyAsked)).rejects.toThrow('the disk is full');
      vi.restoreAllMocks();
      expect(JSON.stringify(await readAll())).toBe(before);
    }
    expect(await restore(items, nobodyAsked)).toBe(writes);
    expect(JSON.stringify(await readAll())).not.toBe(before);
  });

  test('as the browser ends the transaction at its very end', async () => {
    await put(ROWS);
    const before = JSON.stringify(await readAll());
    const { items } = await compareWithHere(only(THEIRS));
    const real = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row) {
      const request = real.call(this, row);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    await expect(restore(items.slice(-1).concat(newItem), nobodyAsked)).rejects.toThrow();
    vi.restoreAllMocks();
    expect(JSON.stringify(await readAll())).toBe(before);
  });
  const newItem: Item = { table: 'kept', key: 'x', here: undefined, there: { id: 'x', at: 1 }, fate: 'new' };

  test('because another tab has changed something meanwhile', async () => {
    await put(ROWS);
    const { items } = await compareWithHere(only(THEIRS));
    await put({ contacts: [contact('b', 50, { met: 'written in another tab' })] });
    const before = JSON.stringify(await readAll());
    await expect(restore(items, nobodyAsked)).rejects.toThrow(ChangedMeanwhile);
    expect(JSON.stringify(await readAll())).toBe(before);
  });
});

describe('every version that was released', () => {
  const STORES: Record<string, string>[] = [
    { kept: 'id, at', recent: 'id, at' },
    { ticks: 'guide' },
    { plans: 'key, at' },
    { outbox: 'id, at' },
    { contacts: 'id, at', notes: 'id, at', visits: 'id, at' },
  ];
  test.each(STORES.map((_, version) => version + 1))('%i, with a backup of it and one of today', async (version) => {
    const names = STORES.slice(0, version).flatMap((stores) => Object.keys(stores));
    const old = new Dexie(DATABASE);
    for (const [before, stores] of STORES.slice(0, version).entries()) old.version(before + 1).stores(stores);
    await old.open();
    for (const name of names) await old.table(name).bulkPut(ROWS[name] ?? []);
    old.close();
    const ofThen = backedUp(
      Object.fromEntries(Object.entries(await readAll()).filter(([name]) => names.includes(name))),
    );
    const { items } = await compareWithHere(only(ROWS));
    expect(items.filter(({ fate }) => fate === 'same').map(({ table }) => table)).toEqual(
      Object.keys(ROWS).filter((name) => names.includes(name)),
    );
    await restore(items, nobodyAsked);
    expect(await readAll()).toEqual(ROWS);
    await Dexie.delete(DATABASE);
    await restore((await compareWithHere(ofThen)).items, nobodyAsked);
    const now = await readAll();
    for (const name of names) expect(now[name]).toEqual(ROWS[name]);
  });
});

describe('a backup is due', () => {
  const DAY = 24 * 60 * 60 * 1000;
  const NOW = 1000 * DAY;
  test.each<[string, [number, number] | undefined, number | undefined, boolean]>([
    ['never where nothing was written', undefined, undefined, false],
    ['not on the first day', [999, 999], undefined, false],
    ['a month after the first thing was written, where there was none', [969, 999], undefined, true],
    ['not while nothing is new', [1, 900], 901, false],
    ['not within a month of the last', [1, 999], 980, false],
    ['a month after the last, with something new', [1, 999], 960, true],
    ['by what was written, where the last is of a clock gone wrong', [1, 2000], 1500, true],
  ])('%s', (_, days, last, due) => {
    const written = days && { first: days[0] * DAY, last: days[1] * DAY };
    expect(isBackupDue(written, last === undefined ? undefined : last * DAY, NOW)).toBe(due);
  });

  test('by what somebody wrote, not by what was opened', () => {
    expect(writtenIn(ROWS)).toEqual({ first: 7, last: 13 });
    expect(writtenIn({ recent: ROWS.recent ?? [], ticks: ROWS.ticks ?? [] })).toBeUndefined();
  });
});
