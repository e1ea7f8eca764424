/**
 * The worked cases as plans, whole. After a change of data or rules: read the difference line by line against the
 * sources, then accept it with `npx vitest run tests/unit/referral-cases.test.ts -u`.
 */
import { describe, expect, test } from 'vitest';
import { planReferral } from '../../src/referral/plan.ts';
import { parseSituation } from '../../src/referral/situation.ts';
import { CASES } from '../fixtures/referral/cases.ts';
import { publishedGuidance } from '../fixtures/referral/guidance.ts';
import { printPlan } from '../fixtures/referral/print.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();
const guidance = publishedGuidance();
// A Tuesday, noon in Riga.
const now = new Date('2026-11-24T10:00:00Z');

describe('worked cases', () => {
  test.each(CASES)('$title', async ({ file, title, story, query, standing }) => {
    const plan = planReferral(parseSituation(query), directory, { now, standing, guidance });
    await expect(printPlan(title, story, plan)).toMatchFileSnapshot(`../fixtures/referral/cases/${file}.md`);
  });
});
