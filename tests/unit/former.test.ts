import { describe, expect, it } from 'vitest';
import type { EditionChanges } from '../../src/directory/changes-schema.ts';
import type { Directory } from '../../src/directory/directory.ts';
import {
  type ContactChange,
  contactsChangedSince,
  formerNumbers,
  formersOf,
  formerWith,
  goneFrom,
  whoseWas,
} from '../../src/directory/former.ts';
import type { PackChannel } from '../../src/directory/pack.ts';

const ID = 'no-duty-office';
const NUMBER = { a: '+47 40 40 40 15', b: '+47 40 40 40 16', c: '+47 40 40 40 17', d: '+47 40 40 40 18' };
type Name = keyof typeof NUMBER;
const value = (name: Name) => NUMBER[name].replace(/ /g, '');
const channel = (name: Name): PackChannel => ({
  type: 'phone',
  value: value(name),
  tel: value(name),
  sources: ['page'],
});

const digits = (name: Name) => value(name).slice(1);
/** Editions, the newest first: "a>b" is b in the place of a. */
const country = (...editions: string[]): { changes: EditionChanges[] } => ({
  changes: editions.map((said, at) => ({
    edition: 9 - at,
    date: `2026-12-0${9 - at}`,
    changes: said.split(' ').map((one) => {
      const [was, now] = one.split('>') as [Name | '', Name | ''];
      return {
        what: 'contact' as const,
        responder: ID,
        type: 'phone',
        ...(was && { was: NUMBER[was] }),
        ...(now && { now: NUMBER[now], value: value(now) }),
      };
    }),
  })),
});

describe('what stood in the place of a number', () => {
  it.each<[string, string[], Name, Name[]]>([
    ['the one before', ['a>b'], 'b', ['a']],
    ['those of editions that were skipped', ['b>c', 'a>b'], 'c', ['b', 'a']],
    ['with an edition between that changed something else', ['b>c', '>d', 'a>b'], 'c', ['b', 'a']],
    ['nothing, where it is new', ['>b'], 'b', []],
    ['nothing of another line', ['a>b'], 'd', []],
    ['not itself, where it has come back', ['b>a', 'a>b'], 'a', ['b']],
  ])('%s', (_, editions, now, was) => {
    expect(formersOf(country(...editions), ID, channel(now)).map((one) => one.was)).toEqual(
      was.map((one) => NUMBER[one]),
    );
    expect(formersOf(country(...editions), 'no-other', channel(now))).toEqual([]);
  });

  it('says until when', () => {
    expect(formersOf(country('b>c', 'a>b'), ID, channel('c')).map(({ until }) => until)).toEqual([
      '2026-12-09',
      '2026-12-08',
    ]);
  });
});

describe('what became of numbers since an edition of before', () => {
  it.each<[string, string[], number, ContactChange['kind'][]]>([
    ['one that changed', ['a>b'], 8, ['changed']],
    ['one that changed twice, once', ['b>c', 'a>b'], 7, ['changed']],
    ['one that changed twice, also with another edition between', ['b>c', '>d', 'a>b'], 6, ['changed', 'came']],
    ['one that came back, not at all', ['b>a', 'a>b'], 7, []],
    ['one that went and came back, not at all', ['>a', 'a>'], 7, []],
    ['one that came and went, not at all', ['b>', '>b'], 7, []],
    ['one that came and then changed is new', ['b>c', '>b'], 7, ['came']],
    ['one that changed and then went is no longer there', ['b>', 'a>b'], 7, ['went']],
    ['one that went, and another that came after it', ['>b', 'a>'], 7, ['came', 'went']],
    ['what changed before that edition, not at all', ['a>b', 'c>d'], 8, ['changed']],
    ['two that changed in one edition', ['a>b c>d'], 8, ['changed', 'changed']],
    ['one that went, and one that came', ['a> >b'], 8, ['went', 'came']],
  ])('%s', (_, editions, since, kinds) => {
    const told = contactsChangedSince({ countries: new Map([['no', country(...editions)]]) }, since);
    expect(told).toEqual(kinds.map((kind) => ({ region: 'no', responder: ID, kind })));
  });
});

describe('the number that somebody has on paper', () => {
  it.each<[string, string[], Name[], Name, Name | undefined]>([
    ['leads to the one in its place', ['a>b'], ['b'], 'a', 'b'],
    ['leads there over editions that were skipped', ['b>c', 'a>b'], ['c'], 'a', 'c'],
    ['leads to none, where it went without another', ['a>'], ['d'], 'a', undefined],
  ])('%s', (_, editions, today, asked, instead) => {
    const whose = { id: ID, channels: today.map(channel) };
    const found = formerWith({ ...country(...editions), responders: [whose as never] }, whose, digits(asked));
    expect(found?.was).toBe(NUMBER[asked]);
    expect(found?.instead?.value).toBe(instead && value(instead));
  });

  it('is no former one, where it is there today', () => {
    const whose = { id: ID, channels: [channel('a')] };
    const there = { ...country('b>a', 'a>b'), responders: [whose as never] };
    expect(formerNumbers(there, whose).map(({ was }) => was)).toEqual([NUMBER.b]);
    expect(formerWith(there, whose, digits('a'))).toBeUndefined();
  });
});

describe('in the whole directory', () => {
  const pack = { ...country('b>c', 'a>b'), country: 'no', responders: [{ id: ID, channels: [channel('c')] }] };
  const directory = { countries: new Map([['no', pack]]) } as unknown as Pick<Directory, 'countries'>;

  it.each<[string, string, string | undefined, string | undefined]>([
    ['with the code of its country', digits('a'), undefined, value('c')],
    ['as it is dialled there', '40404015', 'no', value('c')],
    ['as it is dialled there, with a 0', '040404015', 'no', value('c')],
    ['of another country, dialled alike', '40404015', 'se', undefined],
    ['its last digits alone', '04015', 'no', undefined],
    ['what is right today', digits('c'), undefined, undefined],
  ])('whose a number was: %s', (_, typed, where, now) => {
    expect(whoseWas(directory, typed, where).map(({ instead }) => instead?.value)).toEqual(now ? [now] : []);
  });

  it('that another responder answers today is no former one', () => {
    const heir = { id: 'no-heir', channels: [channel('a')] };
    const both = { ...pack, responders: [...pack.responders, heir] };
    const moved = { countries: new Map([['no', both]]) } as unknown as Pick<Directory, 'countries'>;
    expect(whoseWas(moved, digits('a'), undefined)).toEqual([]);
  });

  it('whose a number was that nobody has any more', () => {
    const changes = [
      { what: 'contact' as const, responder: ID, type: 'phone', was: NUMBER.a },
      { what: 'gone' as const, responder: ID, name: 'Duty office' },
    ];
    const left = { country: 'no', responders: [], changes: [{ edition: 9, date: '2026-12-09', changes }] };
    const after = { countries: new Map([['no', left]]) } as unknown as Pick<Directory, 'countries'>;
    const expected = { id: ID, name: { en: 'Duty office' }, was: NUMBER.a, until: '2026-12-09', gone: true };
    expect(whoseWas(after, digits('a'), undefined)).toEqual([{ ...expected, instead: undefined }]);
    expect(whoseWas(after, '40404015', 'no')).toMatchObject([expected]);
    expect(whoseWas(after, digits('b'), undefined)).toEqual([]);
  });

  it('who is gone, by name and day', () => {
    const changes = [{ what: 'gone' as const, responder: ID, name: 'Duty office' }];
    const left = { changes: [{ edition: 9, date: '2026-12-09', changes }] };
    const after = { countries: new Map([['no', left]]) } as unknown as Pick<Directory, 'countries'>;
    expect(goneFrom(after, ID)).toEqual({ name: 'Duty office', until: '2026-12-09' });
    expect(goneFrom(after, 'no-other')).toBeUndefined();
  });
});
