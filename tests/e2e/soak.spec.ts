/** The first six seeds of each long walk; `npm run soak` walks as many as one likes. */
import { test } from '@playwright/test';
import { versions } from '../../scripts/soak/versions.ts';
import { workspace } from '../../scripts/soak/workspace.ts';

const SEEDS = 6;

test.setTimeout(600_000);

for (const walk of [versions, workspace]) {
  test.describe(walk.what, () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      test(`seed ${seed}`, async ({ baseURL }) => {
        await walk.run(seed, baseURL ?? '');
      });
    }
  });
}
