import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Confidence, confidenceOf, type Evidence, newestDate } from '../../src/directory/confidence.ts';

const TODAY = new Date('2026-11-21T12:00:00Z');
const page = (publisher: string, date?: string, notBefore?: string): Evidence => ({ publisher, date, notBefore });
const check = (publisher: string, date: string, outcome: Evidence['check'] = 'right'): Evidence => ({
  publisher,
  date,
  check: outcome,
});

describe('confidenceOf', () => {
  it.each<[string, Evidence[], Confidence]>([
    ['no source', [], 'dated'],
    ['one fresh page', [page('a', '2025-06-01')], 'single'],
    ['two fresh pages of two publishers', [page('a', '2025'), page('b', '2024-03')], 'confirmed'],
    ['two fresh pages of one publisher are one voice', [page('a', '2025'), page('a', '2024')], 'single'],
    ['one fresh and one old page', [page('a', '2025'), page('b', '2019')], 'single'],
    ['old pages, however many', [page('a', '2019'), page('b', '2020'), page('c', '2021')], 'dated'],
    ['a page without a date does not vouch', [page('a')], 'dated'],
    ['a page without a date beside a fresh one', [page('a'), page('b', '2026')], 'single'],
    ['five years ago to the day', [page('a', '2021-11-21')], 'single'],
    ['five years and a day ago', [page('a', '2021-11-20')], 'dated'],
    ['a month counts from its first day', [page('a', '2021-11')], 'dated'],
    ['the month after', [page('a', '2021-12')], 'single'],
    ['a year counts from its first day', [page('a', '2021')], 'dated'],
    ['the year after', [page('a', '2022')], 'single'],
    ['a page that can only be newer than its event', [page('a', undefined, '2024')], 'single'],
    ['a page whose event is long ago', [page('a', undefined, '2019')], 'dated'],
    ['an old date and a newer event on one page', [page('a', '2018', '2023')], 'single'],
    ['a new date and an old event on one page', [page('a', '2023', '2018')], 'single'],
    ['a dated page and one that its content dates', [page('a', '2023'), page('b', undefined, '2022')], 'confirmed'],
    ['a check', [check('office', '2026-11-01')], 'single'],
    ['a year-old check, to the day', [check('office', '2025-11-21')], 'single'],
    ['a check a year and a day ago', [check('office', '2025-11-20')], 'dated'],
    ['a check beside a fresh page', [check('office', '2026-11-01'), page('a', '2024')], 'confirmed'],
    ['a check by the office whose page it is', [check('a', '2026-11-01'), page('a', '2024')], 'confirmed'],
    ['a check beside an old page', [check('office', '2026-11-01'), page('a', '2015')], 'single'],
    ['two checks by one office', [check('office', '2026-11-01'), check('office', '2026-05-01')], 'single'],
    ['two checks by two offices', [check('office', '2026-11-01'), check('other', '2026-05-01')], 'confirmed'],
    ['nobody answered', [check('office', '2026-11-01', 'no-answer')], 'dated'],
    ['nobody answered, but pages vouch', [check('office', '2026-11-01', 'no-answer'), page('a', '2025')], 'single'],
    [
      'found wrong after its pages',
      [check('office', '2026-11-01', 'wrong'), page('a', '2025'), page('b', '2024')],
      'dated',
    ],
    [
      'found wrong, then a newer page',
      [check('office', '2024-11-01', 'wrong'), page('a', '2025'), page('b', '2024')],
      'single',
    ],
    ['found wrong, then right', [check('office', '2026-09-01', 'wrong'), check('other', '2026-10-01')], 'single'],
    ['found right, then wrong', [check('office', '2026-09-01'), check('other', '2026-10-01', 'wrong')], 'dated'],
    [
      'found wrong long ago still silences what is older',
      [check('office', '2023-11-01', 'wrong'), page('a', '2022')],
      'dated',
    ],
  ])('%s: %j is %s', (_name, sources, expected) => {
    expect(confidenceOf(sources, TODAY)).toBe(expected);
  });

  it('does not change the day it is given', () => {
    const today = new Date(TODAY);
    confidenceOf([page('a', '2025')], today);
    expect(today).toEqual(TODAY);
  });

  const evidence = fc.array(
    fc.record({
      publisher: fc.constantFrom('a', 'b', 'c'),
      date: fc.option(fc.constantFrom('2017', '2021-11-20', '2021-11-21', '2023-05', '2026'), { nil: undefined }),
      notBefore: fc.option(fc.constantFrom('2017', '2022', '2026-01'), { nil: undefined }),
    }),
  );
  const order: Confidence[] = ['dated', 'single', 'confirmed'];

  it('never falls when a page is added, and never rises as time goes by', () => {
    fc.assert(
      fc.property(evidence, evidence, fc.integer({ min: 0, max: 20 }), (some, more, years) => {
        const now = order.indexOf(confidenceOf(some, TODAY));
        const later = new Date(Date.UTC(2026 + years, 10, 21));
        expect(order.indexOf(confidenceOf([...some, ...more], TODAY))).toBeGreaterThanOrEqual(now);
        expect(order.indexOf(confidenceOf(some, later))).toBeLessThanOrEqual(now);
      }),
    );
  });
});

describe('newestDate', () => {
  it.each<[Evidence[], string | undefined]>([
    [[page('a', undefined, '2024')], '2024/..'],
    [[page('a', '2023', '2024')], '2024/..'],
    [[page('a', '2024', '2024')], '2024'],
    [[page('a', '2025'), page('b', undefined, '2024')], '2025'],
    [[page('a', '2023-05'), page('b', undefined, '2024')], '2024/..'],
    [[page('a', '2023-05'), check('office', '2026-11-01')], '2026-11-01'],
  ])('of %j is %s', (evidence, expected) => {
    expect(newestDate(evidence)).toBe(expected);
  });

  it.each<[(string | undefined)[], string | undefined]>([
    [[], undefined],
    [[undefined], undefined],
    [['2019', undefined, '2021-03'], '2021-03'],
    [['2021', '2020-12-31'], '2021'],
    [['2021-02', '2021'], '2021-02'],
  ])('of %j is %s', (dates, expected) => {
    expect(newestDate(dates.map((date) => page('a', date)))).toBe(expected);
  });
});
