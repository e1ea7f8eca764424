/** Hostile contact files in the built app: a walk hands over a hundred of them, one after the other, and keeps nothing. */
import { chromium, type Page } from '@playwright/test';
import fc from 'fast-check';
import { chromiumPath } from '../chromium.ts';
import { hostileCards } from './hostile-cards.ts';
import { Violation, type Walk } from './walk.ts';

/** How many files a walk hands over; a hundred walks are ten thousand. */
const FILES = 100;
/** How long the app may take for one of them, in ms, on a machine that does other things, too. */
const PATIENCE_MS = 10_000;

export const cards: Walk = {
  what: `${FILES} hostile contact files are taken in: none stops the app, runs anything, leads anywhere or is kept without a tap`,
  async run(seed, site) {
    const path = chromiumPath();
    const browser = await chromium.launch({ args: ['--no-sandbox'], ...(path && { executablePath: path }) });
    try {
      return await walk(seed, site, await browser.newPage({ serviceWorkers: 'block', locale: 'en-GB' }));
    } finally {
      await browser.close();
    }
  },
};

async function walk(seed: number, site: string, page: Page): Promise<string> {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(`an error: ${error.message}`));
  page.on('dialog', (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site) && !/^(blob|data):/.test(request.url())) wrong.push(`asked ${request.url()}`);
  });
  await page.goto(`${site}/workspace/exchange`);
  const input = page.locator('input[type=file][multiple]');
  await input.waitFor({ state: 'attached' });
  let read = 0;
  const files = fc.sample(hostileCards(), { seed, numRuns: FILES });
  for (const [index, bytes] of files.entries()) {
    await input.setInputFiles({ name: 'cards.vcf', mimeType: 'text/vcard', buffer: Buffer.from(bytes) });
    // It answers: with what it read, or with why there is nothing.
    const answer = page.locator('#coming, [role=alert] > p').first();
    await answer.waitFor({ timeout: PATIENCE_MS }).catch(() => wrong.push('no answer'));
    const live = await page.evaluate(() => ({
      pwned: 'pwned' in window,
      links: document.querySelectorAll('section[aria-labelledby=coming] :is(a, img, script, iframe, [onerror])').length,
      cards: document.querySelectorAll('section[aria-labelledby=coming] li input').length,
    }));
    if (live.pwned) wrong.push('a script ran');
    if (live.links > 0) wrong.push('markup came alive');
    if (wrong.length > 0) throw new Violation(`file ${index} of seed ${seed}: ${wrong.join('; ')}`);
    read += live.cards;
    const discard = page.locator('section[aria-labelledby=coming] button').last();
    if ((await discard.count()) > 0) await discard.click();
    await page.locator('#coming').waitFor({ state: 'detached' });
  }
  const kept = await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const asked = indexedDB.open('workspace');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const count = asked.result.transaction('contacts').objectStore('contacts').count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
  if (kept > 0) throw new Violation(`${kept} contacts were kept without a tap`);
  return `${FILES} files, ${read} cards shown`;
}
