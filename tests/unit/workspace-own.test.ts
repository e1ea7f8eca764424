/** Own contacts, notes and visits in the database. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { deleteOwn, editOwn, putBack, putOwn, readOne, readOwn } from '../../src/workspace/corner.ts';
import type { Own, OwnContact, OwnKind, OwnNote, Visit } from '../../src/workspace/own.ts';
import { READERS } from '../../src/workspace/rows.ts';
import { clearCases, DATABASE, putKept, withDatabase } from '../../src/workspace/store.ts';

beforeEach(() => Dexie.delete(DATABASE));

const contact = (id: string, more: Partial<OwnContact> = {}): OwnContact => ({
  id,
  at: 1,
  name: `Name of ${id}`,
  channels: [],
  languages: [],
  ...more,
});
const note = (id: string, on: string, kind: 'contact' | 'responder' | 'visit' = 'contact'): OwnNote => ({
  id,
  at: 1,
  about: { kind, id: on },
  day: '2026-11-20',
  text: `Text of ${id}`,
});
const visit: Visit = {
  id: 'v',
  at: 1,
  title: 'Suceava',
  country: 'ro',
  programme: [],
  met: [],
  questions: [],
  agreed: [],
  ready: [],
};

const add = <Kind extends OwnKind>(kind: Kind, item: Own[Kind]) => editOwn(kind, item.id, [() => item]);
/** Puts what another version or nobody we know wrote. */
const putRaw = (kind: OwnKind, row: object) => withDatabase((database) => database.table(kind).put(row));
const raw = (kind: OwnKind, key: string) => withDatabase((database) => database.table(kind).get(key));
const ids = async (kind: OwnKind) => (await readOwn(kind)).items.map(({ id }) => id).sort();

describe('two tabs', () => {
  test('that change different fields of one contact both have their way', async () => {
    await add('contacts', contact('a'));
    await Promise.all([
      editOwn('contacts', 'a', [(was) => was && { ...was, role: 'Duty officer' }]),
      editOwn('contacts', 'a', [(was) => was && { ...was, met: 'Kyiv' }]),
    ]);
    expect(await readOne('contacts', 'a')).toMatchObject({ role: 'Duty officer', met: 'Kyiv', name: 'Name of a' });
  });

  test('that tick different things of a visit have both ticks', async () => {
    await add('visits', visit);
    const tick = (id: string) => editOwn('visits', 'v', [(was) => was && { ...was, ready: [...was.ready, id] }]);
    await Promise.all([tick('offline'), tick('numbers')]);
    expect((await readOne('visits', 'v'))?.ready.toSorted()).toEqual(['numbers', 'offline']);
  });

  test('of which one deletes and one changes leave nothing half behind', async () => {
    await add('contacts', contact('a'));
    await deleteOwn('contacts', 'a');
    expect(await editOwn('contacts', 'a', [(was) => was && { ...was, met: 'Kyiv' }])).toBeUndefined();
    expect(await ids('contacts')).toEqual([]);
  });
});

test('a field that is taken away is gone, and when it was changed is noted', async () => {
  await add('contacts', contact('a', { role: 'Duty officer', channels: [{ kind: 'phone', value: '116 006' }] }));
  const after = await editOwn('contacts', 'a', [
    (was) => {
      const { role: _role, ...rest } = was ?? contact('a');
      return { ...rest, channels: [] };
    },
  ]);
  expect(after).toEqual({ ...contact('a'), at: after?.at });
  expect(after?.at).toBeGreaterThan(1);
  expect(await raw('contacts', 'a')).not.toHaveProperty('role');
});

test('an edit that changes nothing writes nothing', async () => {
  await putRaw('contacts', contact('a'));
  await editOwn('contacts', 'a', [(was) => was]);
  expect((await readOne('contacts', 'a'))?.at).toBe(1);
});

test('what a newer version wrote stays: fields, fields of items, items of a kind that is not known', async () => {
  const pager = { kind: 'pager', value: '7' };
  await putRaw('contacts', {
    ...contact('a'),
    colour: 'blue',
    channels: [{ kind: 'phone', value: '116 006', pref: true }, pager],
  });
  await editOwn('contacts', 'a', [(was) => was && { ...was, met: 'Kyiv' }]);
  expect(await raw('contacts', 'a')).toMatchObject({
    colour: 'blue',
    met: 'Kyiv',
    channels: [{ kind: 'phone', value: '116 006', pref: true }, pager],
  });
  await editOwn('contacts', 'a', [
    (was) => was && { ...was, channels: [...was.channels, { kind: 'email', value: 'a@office.example' }] },
  ]);
  expect(await raw('contacts', 'a')).toMatchObject({
    channels: [{ kind: 'phone', value: '116 006', pref: true }, { kind: 'email', value: 'a@office.example' }, pager],
  });
  expect((await readOne('contacts', 'a'))?.channels.map(({ value }) => value)).toEqual(['116 006', 'a@office.example']);
});

test('one card at most is the user’s own: the one marked last', async () => {
  await add('contacts', contact('a', { mine: true }));
  await add('contacts', contact('b', { mine: true }));
  expect((await readOwn('contacts')).items.filter(({ mine }) => mine).map(({ id }) => id)).toEqual(['b']);
  await putOwn('contacts', [contact('c', { mine: true }), contact('d')]);
  expect((await readOwn('contacts')).items.filter(({ mine }) => mine).map(({ id }) => id)).toEqual(['c']);
});

test('several are kept at once or none of them', async () => {
  const broken = { ...contact('b'), met: () => 'a function cannot be stored' } as unknown as OwnContact;
  await expect(putOwn('contacts', [contact('a'), broken])).rejects.toThrow();
  expect(await ids('contacts')).toEqual([]);
  await putOwn('contacts', [contact('a'), contact('b')]);
  expect(await ids('contacts')).toEqual(['a', 'b']);
});

describe('what is deleted', () => {
  test('takes the notes on it along, and all of it can be put back as it stood', async () => {
    await putRaw('contacts', { ...contact('a'), colour: 'blue' });
    await add('contacts', contact('b'));
    for (const one of [note('1', 'a'), note('2', 'b'), note('3', 'a', 'responder')]) await add('notes', one);
    const removed = await deleteOwn('contacts', 'a');
    expect([await ids('contacts'), await ids('notes')]).toEqual([['b'], ['2', '3']]);
    await putBack(removed);
    await putBack(removed);
    expect([await ids('contacts'), await ids('notes')]).toEqual([
      ['a', 'b'],
      ['1', '2', '3'],
    ]);
    expect(await raw('contacts', 'a')).toHaveProperty('colour', 'blue');
  });

  test('comes not back over what stands there by now', async () => {
    await add('notes', note('1', 'a'));
    const removed = await deleteOwn('notes', '1');
    await add('notes', { ...note('1', 'a'), text: 'Written anew' });
    await putBack(removed);
    expect((await readOne('notes', '1'))?.text).toBe('Written anew');
  });
});

test('a row that cannot be read takes no other along, is given as it is, and goes by itself', async () => {
  await add('contacts', contact('a'));
  const bad = [{ id: 7, name: 'A number for an id' }, { id: 'x', channels: 'none' }, { id: new Date(0) }];
  for (const row of bad) await putRaw('contacts', row);
  const { items, damaged } = await readOwn('contacts');
  expect(items.map(({ id }) => id)).toEqual(['a']);
  expect(damaged.map((row) => row.raw)).toEqual(expect.arrayContaining(bad));
  expect(damaged).toHaveLength(3);
  for (const { key } of damaged) await deleteOwn('contacts', key);
  expect(await readOwn('contacts')).toMatchObject({ items: [{ id: 'a' }], damaged: [] });
});

test('forgetting cases leaves contacts, notes and visits', async () => {
  await add('contacts', contact('a'));
  await add('notes', note('1', 'a'));
  await add('visits', visit);
  await putKept({ id: 'lv-line', at: 1, name: { en: 'Line' } });
  await clearCases();
  expect([await ids('contacts'), await ids('notes'), await ids('visits')]).toEqual([['a'], ['1'], ['v']]);
});

/** What IndexedDB can hold in the place of a row. */
const anything = fc.anything({ withDate: true, withTypedArray: true, withBigInt: true, withMap: true, withSet: true });
const id = fc.oneof({ weight: 4, arbitrary: fc.string() }, anything);
const list = (item: Record<string, fc.Arbitrary<unknown>>) =>
  fc.oneof(anything, fc.array(fc.oneof(anything, fc.record(item, { requiredKeys: [] }))));

test('whatever stands in a row is read as something that can be shown, or as damaged', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<OwnKind>('contacts', 'notes', 'visits'),
      fc.oneof(
        anything,
        fc.record(
          {
            id,
            at: anything,
            name: id,
            title: id,
            text: id,
            day: fc.oneof(anything, fc.constant('2026-02-31')),
            about: fc.oneof(anything, fc.record({ kind: fc.constantFrom('visit', 'x'), id })),
            channels: list({ kind: fc.constantFrom('phone', 'x'), value: id, label: anything }),
            agreed: list({ id, text: id, by: anything, done: anything }),
            programme: list({ day: fc.constantFrom('2026-11-20', '2026-99-99', 7), text: id }),
            ready: list({}),
            languages: anything,
            people: anything,
            from: anything,
            mine: anything,
          },
          { requiredKeys: [] },
        ),
      ),
      (kind, row) => {
        const read = READERS[kind](row);
        if (!read) return;
        expect(typeof read.id).toBe('string');
        expect(Number.isNaN(new Date(read.at).getTime())).toBe(false);
        if ('channels' in read) for (const { value } of read.channels) expect(value.trim()).not.toBe('');
        if ('text' in read) expect(new Date(read.day).toISOString()).toContain('T');
        if ('agreed' in read) {
          for (const { by = '2026-01-01', text } of read.agreed) {
            expect(new Date(by).toISOString()).toContain('T');
            expect(text.trim()).not.toBe('');
          }
          expect(read.ready.every((one) => typeof one === 'string')).toBe(true);
        }
        // Read once more, it says the same.
        expect(READERS[kind](read)).toEqual(read);
      },
    ),
  );
});
