/** The first ten seeds of each long walk; `npm run soak` walks as many as one likes. */
import { test } from '@playwright/test';
import { workspace } from '../../scripts/soak/workspace.ts';

const SEEDS = 10;

test.describe(workspace.what, () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    test(`seed ${seed}`, async ({ baseURL }) => {
      await workspace.run(seed, baseURL ?? '');
    });
  }
});
