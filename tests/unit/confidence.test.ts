import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Confidence, confidenceOf, type Evidence, newestDate } from '../../src/directory/confidence.ts';

const TODAY = new Date('2026-11-21T12:00:00Z');
const page = (publisher: string, date?: string): Evidence => ({ publisher, date });

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
