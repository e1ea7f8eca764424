import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { default as Axe, Result } from 'axe-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds on a screen. It answers with that alone: handing over all that passed takes ten times as long as looking.
 * @param within a selector of the part that is looked at; absent = all of it
 */
export async function violations(page: Page, within = 'html'): Promise<Result[]> {
  await page.evaluate(SOURCE);
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    return (await axe.run(selector, { resultTypes: ['violations'] })).violations;
  }, within);
}
