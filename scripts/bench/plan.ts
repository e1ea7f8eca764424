/**
 * What a referral plan costs: one plan with all its responders and sources, in milliseconds, over 14 countries and 17
 * origins. `new moment`: opening hours are worked out anew for each plan.
 */

import { COUNTRIES } from '../../src/directory/codes.ts';
import { createDirectory } from '../../src/directory/directory.ts';
import type { GuidesPack, LawPack } from '../../src/directory/pack.ts';
import { guidanceOf } from '../../src/referral/guidance.ts';
import { planReferral } from '../../src/referral/plan.ts';
import { ORIGINS, type Situation } from '../../src/referral/situation.ts';
import { buildManifest, buildPacks } from '../data/publish.ts';
import { readData } from '../data/read.ts';

const BUDGET_MS = 5;
const data = readData('data');
const files = buildPacks(data);
const packs = files.map(({ pack }) => pack);
const manifest = buildManifest(data, files);
const guidance = guidanceOf(
  packs.find((pack) => pack.kind === 'guides') as GuidesPack,
  packs.find((pack) => pack.kind === 'law') as LawPack,
);
const situations = COUNTRIES.flatMap((found) =>
  ORIGINS.map(
    (origin): Situation => ({
      found,
      origin,
      age: 'adult',
      sex: 'female',
      form: ['sexual', 'labour'],
      danger: true,
      police: 'yes',
      home: 'yes',
      lang: 'uk',
    }),
  ),
);

function measure(plans: number, momentOf: (index: number) => Date): { median: number; p95: number } {
  const directory = createDirectory(manifest, packs);
  const times: number[] = [];
  for (let index = 0; index < plans; index++) {
    const situation = situations[index % situations.length] as Situation;
    const begun = performance.now();
    planReferral(situation, directory, { now: momentOf(index), guidance });
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

const start = Date.parse('2026-11-24T10:00:00Z');
const ms = (value: number) => `${value.toFixed(2)} ms`;
console.log('\n## Referral plan\n');
console.log(`| what | plans | median | p95 | budget |\n| --- | ---: | ---: | ---: | ---: |`);
for (const [what, plans, momentOf] of [
  ['the same moment', 2000, () => new Date(start)],
  ['a new moment each time', 2000, (index: number) => new Date(start + index * 60_000)],
] as const) {
  measure(200, momentOf); // lets the machine warm up
  const { median, p95 } = measure(plans, momentOf);
  console.log(`| ${what} | ${plans} | ${ms(median)} | ${ms(p95)} | ${BUDGET_MS} ms |`);
}
