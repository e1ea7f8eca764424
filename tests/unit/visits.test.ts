/** Visits as they are changed, counted in days, reported and dialled from. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { countryOf } from '../../src/directory/directory.ts';
import { editOwn, readOne } from '../../src/workspace/corner.ts';
import type { Visit } from '../../src/workspace/own.ts';
import { byDay, daysOf, stageOf } from '../../src/workspace/visits/days.ts';
import {
  done,
  dropAgreed,
  dropPart,
  dropQuestion,
  newVisit,
  putAgreed,
  putPart,
  putQuestion,
  setDetail,
  setMet,
  setReady,
  setTitle,
} from '../../src/workspace/visits/edits.ts';
import { numbersToKnow } from '../../src/workspace/visits/numbers.ts';
import { reportOf, reportText, whereAndWhen } from '../../src/workspace/visits/report.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const visit: Visit = newVisit({ id: 'v', at: 1, title: 'Study visit to Romania', country: 'ro' }, [
  { id: 'gap.children', text: 'Who is the guardian?' },
]);

describe('changes to a visit', () => {
  const about = { kind: 'responder', id: 'ro-anitp' } as const;
  const part = { day: '2027-05-03', text: '9:00 ANITP' };
  const changes = {
    'a place': setDetail('place', 'Bucharest'),
    'no place': setDetail('place', undefined),
    'a count': setDetail('people', 4),
    'a title': setTitle('Bucharest'),
    'a tick of the checklist': setReady('card', true),
    'somebody met': setMet(about, true),
    'somebody not met': setMet(about, false),
    'a question': putQuestion({ id: 'q', text: 'Who pays?' }),
    'a question asked': putQuestion({ id: 'gap.children', text: 'Who is the guardian?', done: true }),
    'a question less': dropQuestion('gap.children'),
    'something agreed': putAgreed({ id: 'a', text: 'Send the form', by: '2027-06-01' }),
    'something agreed less': dropAgreed('a'),
    'a part': putPart(part),
    'a part changed': putPart({ ...part, text: '10:00 ANITP' }, part),
    'another part': putPart({ day: '2027-05-03', text: 'Dinner' }),
    'a part less': dropPart(part),
  };

  test('made twice they are made once, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Object.values(changes))),
        fc.constantFrom(...Object.values(changes)),
        (before, one) => {
          const stands = before.reduce<Visit | undefined>((value, edit) => edit(value), visit);
          expect(one(one(stands))).toEqual(one(stands));
        },
      ),
    );
  });

  test.each(Object.entries(changes))('%s brings no deleted visit back', (_, edit) => {
    expect(edit(undefined)).toBeUndefined();
  });

  test('a title of nothing changes nothing, and what is not said is not there', () => {
    expect(setTitle('  ')(visit)).toBe(visit);
    expect(setDetail('place', undefined)({ ...visit, place: 'Sofia' })).toEqual(visit);
  });

  test('somebody met twice stands there once; a tick is on or not there', () => {
    expect(setMet(about, true)(setMet(about, true)(visit))?.met).toEqual([about]);
    expect(done({ id: 'a', text: 'b', done: true as const }, false)).toEqual({ id: 'a', text: 'b' });
    expect(done({ id: 'a', text: 'b' }, true)).toEqual({ id: 'a', text: 'b', done: true });
  });

  test('a changed part keeps its place, and one like another becomes one with it', () => {
    const two = [part, { day: '2027-05-04', text: 'Home' }];
    const changed = putPart({ day: '2027-05-03', text: '10:00' }, part)({ ...visit, programme: two });
    expect(changed?.programme.map(({ text }) => text)).toEqual(['10:00', 'Home']);
    expect(putPart(two[1] as typeof part, part)({ ...visit, programme: two })?.programme).toHaveLength(1);
  });

  test('in the database two tabs’ changes to one visit are both there', async () => {
    await editOwn('visits', visit.id, [() => visit]);
    await Promise.all([
      editOwn('visits', visit.id, [setMet(about, true), putAgreed({ id: 'a', text: 'Send the form' })]),
      editOwn('visits', visit.id, [setDetail('place', 'Bucharest'), dropQuestion('gap.children')]),
    ]);
    expect(await readOne('visits', visit.id)).toMatchObject({
      place: 'Bucharest',
      met: [about],
      agreed: [{ id: 'a', text: 'Send the form' }],
      questions: [],
    });
  });
});

describe('the days of a visit', () => {
  it.each([
    [undefined, undefined, '2027-05-03', 'before'],
    ['2027-05-03', '2027-05-05', '2027-05-02', 'before'],
    ['2027-05-03', '2027-05-05', '2027-05-03', 'there'],
    ['2027-05-03', '2027-05-05', '2027-05-05', 'there'],
    ['2027-05-03', '2027-05-05', '2027-05-06', 'after'],
    ['2027-05-03', undefined, '2027-05-03', 'there'],
    ['2027-05-03', undefined, '2027-05-04', 'after'],
    [undefined, '2027-05-05', '2027-05-06', 'after'],
  ] as const)('from %s to %s, on %s: %s', (from, to, today, stage) => {
    expect(stageOf({ ...(from && { from }), ...(to && { to }) }, today)).toBe(stage);
  });

  it.each<[string | undefined, string | undefined, string[]]>([
    ['2027-02-27', '2027-03-01', ['2027-02-27', '2027-02-28', '2027-03-01']],
    ['2027-05-03', undefined, ['2027-05-03']],
    ['2027-05-03', '2027-05-02', []],
    [undefined, '2027-05-02', []],
  ])('%s to %s', (from, to, days) => {
    expect(daysOf({ ...(from && { from }), ...(to && { to }) })).toEqual(days);
  });

  it('offers no more than a month, in whatever zone the phone is', () => {
    const days = daysOf({ from: '2027-03-01', to: '2029-01-01' });
    expect(days).toHaveLength(31);
    expect(days.at(-1)).toBe('2027-03-31');
  });

  it('are in order, and within a day by the time a text begins with', () => {
    const part = (day: string, text: string) => ({ day, text });
    const programme = [
      part('2027-05-04', 'Bus home'),
      part('2027-05-03', 'Dinner'),
      part('2027-05-03', '14.00 DIICOT'),
      part('2027-05-03', '9:30 ANITP'),
      part('2027-05-03', '3.5.2027 is a Monday'),
    ];
    expect(byDay(programme).map(({ day, parts }) => [day, parts.map(({ text }) => text)])).toEqual([
      ['2027-05-03', ['9:30 ANITP', '14.00 DIICOT', 'Dinner', '3.5.2027 is a Monday']],
      ['2027-05-04', ['Bus home']],
    ]);
  });
});

describe('the report', () => {
  const words = {
    say: (key: string, values?: object) => (values ? `${key} ${JSON.stringify(values)}` : key),
    day: (date: string) => `(${date})`,
    country: 'Romania',
    whom: ({ id }: { id: string }) => (id === 'gone' ? undefined : id.toUpperCase()),
  };
  const whole: Visit = {
    ...visit,
    place: 'Bucharest',
    from: '2027-05-03',
    to: '2027-05-05',
    people: 4,
    organisations: 'Social board',
    programme: [{ day: '2027-05-03', text: '9:30 ANITP' }],
    met: [
      { kind: 'responder', id: 'ro-anitp' },
      { kind: 'contact', id: 'gone' },
    ],
    questions: [
      { id: '1', text: 'Who pays?', done: true },
      { id: '2', text: 'Who\n interprets?' },
    ],
    agreed: [
      { id: '1', text: 'Some day' },
      { id: '2', text: 'Send the form', by: '2027-06-01', done: true },
    ],
  };

  it('says first what was agreed, what is due first before the rest', () => {
    const parts = reportOf(whole, ['They meet on Mondays.'], words);
    expect(parts.map(({ heading }) => heading)).toEqual([
      'visits.agreed.title',
      'visits.met.title',
      'visits.report.asked',
      'visits.report.open',
      'visits.programme.title',
      'visits.report.noted',
    ]);
    expect(parts[0]?.lines).toEqual([
      'Send the form · visits.agreed.by {"date":"(2027-06-01)"} · visits.agreed.done',
      'Some day',
    ]);
    expect(parts[1]?.lines).toEqual(['RO-ANITP', 'visits.met.gone']);
    expect(parts[3]?.lines).toEqual(['Who interprets?']);
  });

  it('leaves out what there is nothing of', () => {
    expect(reportOf({ ...visit, questions: [] }, [], words)).toEqual([]);
    expect(whereAndWhen(visit, words)).toBe('Romania');
    expect(whereAndWhen({ ...visit, from: '2027-05-03' }, words)).toBe('Romania · (2027-05-03)');
  });

  it('is a text of headings and lines', () => {
    const text = reportText(whole.title, whereAndWhen(whole, words), reportOf(whole, [], words));
    expect(text).toMatch(
      /^Study visit to Romania\nBucharest, Romania · visits\.fromTo .* · Social board\n\nvisits\.agreed\.title\n- Send the form/,
    );
    expect(text.split('\n\n')).toHaveLength(6);
  });
});

describe('the numbers to know there', () => {
  const directory = publishedDirectory();
  const numbers = numbersToKnow(countryOf(directory, 'ro'), countryOf(directory, 'lt'));
  const of = (id: string) => numbers.find(({ responder }) => responder.id === id);

  it('are the lines, the contact point, one’s own embassy and one’s own consular service', () => {
    expect(numbers.map(({ responder }) => responder.id)).toEqual(
      expect.arrayContaining(['ro-anitp-helpline', 'ro-anitp', 'ro-embassy-lithuania', 'lt-urm-konsuline']),
    );
    expect(numbers.every(({ responder }) => responder.id !== 'ro-embassy-sweden')).toBe(true);
  });

  it('a freephone line comes with the number that a foreign SIM card reaches; a number of all telephones alone', () => {
    expect(of('ro-anitp-helpline')?.channel.freephone).toBe(true);
    expect(of('ro-anitp-helpline')?.foreign?.value).toBe('+40213133100');
    expect(of('ro-anitp')?.foreign).toBeUndefined();
  });

  it('without a home they are those of the country', () => {
    expect(numbersToKnow(countryOf(directory, 'ro'), undefined).every(({ country }) => country.country === 'ro')).toBe(
      true,
    );
  });
});
