/** The first few seeds of each long walk; `npm run soak` walks as many as one likes. */
import { test } from '@playwright/test';
import { cards } from '../../scripts/soak/cards.ts';
import { corner } from '../../scripts/soak/corner.ts';
import { editions } from '../../scripts/soak/editions.ts';
import { firstVisits } from '../../scripts/soak/first-visits.ts';
import { versions } from '../../scripts/soak/versions.ts';
import { workspace } from '../../scripts/soak/workspace.ts';

/** A walk of editions kills five times. */
const WALKS = [
  [firstVisits, 2],
  [versions, 2],
  [workspace, 2],
  [corner, 1],
  [editions, 1],
  [cards, 1],
] as const;

test.setTimeout(600_000);

for (const [walk, seeds] of WALKS) {
  test.describe(walk.what, () => {
    for (let seed = 1; seed <= seeds; seed++) {
      test(`seed ${seed}`, async ({ baseURL }) => {
        await walk.run(seed, baseURL ?? '');
      });
    }
  });
}
