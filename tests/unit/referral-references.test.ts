/** Nothing is cited that does not exist, nothing is read out of a text that does not say it, and every wording is there. */
import { describe, expect, test } from 'vitest';
import messages from '../../src/i18n/messages/en/plan.json' with { type: 'json' };
import { resolve } from '../../src/referral/cite.ts';
import { dayAfter } from '../../src/referral/deadline.ts';
import { GUIDANCE } from '../../src/referral/guidance-points.ts';
import {
  CHILD_AUTHORITY,
  HELP_WAITS,
  LIMITS,
  PERIOD_IN_MONTHS,
  PERIOD_OF_CHILD_IN_MONTHS,
  POINT_AGES,
  POINTS,
  REFLECTION_FOR,
  type Reading,
} from '../../src/referral/readings.ts';
import { TIMES } from '../../src/referral/rules/rule.ts';
import { RULES } from '../../src/referral/rules.ts';
import { publishedGuidance } from '../fixtures/referral/guidance.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();
const guidance = publishedGuidance();

describe('what is cited exists', () => {
  const points = Object.values(POINTS).flatMap((topics) => Object.values(topics).flat());
  test.each([...new Set(points)])('%s', (cite) => {
    const found = resolve(cite, directory, guidance);
    expect(found?.text).toBeTruthy();
    expect(found?.sources.length).toBeGreaterThan(0);
  });

  test('each point is cited in its own country', () => {
    for (const [country, topics] of Object.entries(POINTS)) {
      for (const cite of Object.values(topics).flat()) expect(cite.slice(0, 2)).toBe(country);
    }
  });

  test.each(Object.entries(GUIDANCE))('guidance %s', (_topic, cites) => {
    expect(cites.length).toBeGreaterThan(0);
    for (const cite of cites) {
      const found = resolve(cite, directory, guidance);
      expect(found, cite).toBeDefined();
      expect(found?.sources.length, cite).toBeGreaterThan(0);
    }
  });
});

describe('what is read out of a text stands there', () => {
  const readings: [string, Reading<unknown>][] = [
    ...Object.entries(HELP_WAITS),
    ...Object.entries(REFLECTION_FOR),
    ...Object.entries(PERIOD_IN_MONTHS),
    ...Object.entries(PERIOD_OF_CHILD_IN_MONTHS),
    ...Object.entries(CHILD_AUTHORITY),
    ...Object.entries(POINT_AGES).map(([cite, one]): [string, Reading<unknown>] => [cite.slice(0, 2), one]),
    ...Object.entries(LIMITS).flatMap(([country, all]) => all.map((one): [string, Reading<unknown>] => [country, one])),
  ];
  test.each(readings)('%s: $says', (country, { cite, says }) => {
    const found = resolve(cite, directory, guidance);
    expect(found?.country).toBe(country);
    expect(`${found?.text} ${found?.note ?? ''}`.toLowerCase()).toContain(says.toLowerCase());
  });

  test('months agree with the rounded days of the data', () => {
    for (const [country, { value }] of Object.entries(PERIOD_IN_MONTHS)) {
      const days = directory.countries.get(country as 'fi')?.legal.reflectionPeriodDays;
      expect(30 * value, country).toBe(days?.max ?? days?.min);
    }
  });
});

describe('rules', () => {
  const steps = RULES.flatMap((rule) => rule.steps.map((step) => ({ rule, step })));
  const wordings: Record<string, Record<string, { title: string; do: string; dont?: string; why: string }>> = messages
    .plan.steps;

  test('have ids of their own, and stand in the order of time', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(new Set(steps.map(({ rule, step }) => `${rule.id}.${step.id}`)).size).toBe(steps.length);
    const times = RULES.map(({ time }) => TIMES.indexOf(time));
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  test.each(steps.map(({ rule, step }) => [`${rule.id}.${step.id}`, rule.id, step] as const))(
    '%s has its wording',
    (_id, rule, step) => {
      const own = wordings[rule]?.[step.id];
      expect(own?.do).toBeTruthy();
      expect(own?.why).toBeTruthy();
      expect(own?.dont !== undefined).toBe(step.dont !== undefined);
      if (!step.otherwise) return;
      const other = wordings[rule]?.[step.otherwise.id];
      expect(other?.do).toBeTruthy();
      expect(other?.dont !== undefined).toBe(step.otherwise.dont ?? false);
    },
  );

  test('no wording is left without a step', () => {
    const used = new Set(
      steps.flatMap(({ rule, step }) => [
        `${rule.id}.${step.id}`,
        ...[step.otherwise?.id, step.noLine].flatMap((id) => (id ? [`${rule.id}.${id}`] : [])),
      ]),
    );
    for (const [rule, all] of Object.entries(wordings)) {
      for (const step of Object.keys(all)) expect(used).toContain(`${rule}.${step}`);
    }
  });

  test.each(
    Object.entries(wordings).flatMap(([rule, all]) => Object.entries(all).map(([id, { title }]) => [rule, id, title])),
  )('%s.%s has a title of up to seven words: %s', (_rule, _id, title) => {
    expect(title).toBeTruthy();
    expect((title ?? '').split(/\s+/).length).toBeLessThanOrEqual(7);
  });

  test('each step says for which ages its words are right', () => {
    for (const { rule, step } of steps) expect(step.ages.length, `${rule.id}.${step.id}`).toBeGreaterThan(0);
  });

  test('a step that names the country of origin is each origin’s own', () => {
    for (const { rule, step } of steps) {
      const { title, ...words } = wordings[rule.id]?.[step.id] ?? { title: '' };
      if (`${title} ${Object.values(words).join(' ')}`.includes('{{origin}}')) {
        expect(step.perOrigin, `${rule.id}.${step.id}`).toBe(true);
      }
    }
  });

  test('wordings use only parameters that are filled in', () => {
    for (const text of JSON.stringify(wordings).matchAll(/\{\{(\w+)\}\}/g)) {
      expect(['found', 'origin', 'elsewhere', 'language', 'emergency', 'authority']).toContain(text[1]);
    }
  });
});

describe('days', () => {
  test.each([
    ['2026-11-24', { amount: 3, unit: 'day' }, '2026-11-27'],
    ['2026-11-24', { amount: 72, unit: 'hour' }, '2026-11-27'],
    ['2026-11-30', { amount: 3, unit: 'month' }, '2027-02-28'],
    ['2027-11-30', { amount: 3, unit: 'month' }, '2028-02-29'],
    ['2026-01-31', { amount: 1, unit: 'month' }, '2026-02-28'],
    ['2026-12-31', { amount: 2, unit: 'month' }, '2027-02-28'],
    ['2028-02-29', { amount: 1, unit: 'year' }, '2029-02-28'],
    ['2026-03-28', { amount: 30, unit: 'day' }, '2026-04-27'],
  ] as const)('%s and %o is %s', (day, length, expected) => {
    expect(dayAfter(day, length)).toBe(expected);
  });
});
