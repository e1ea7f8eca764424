import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { manifestOf } from './harbour.ts';

const SAFE_HOUSE = '/responders/lv-patverums-drosa-maja';
/** A Tuesday, noon in Riga: offices answer, and no card is folded because it is night where the tests run. */
const NOON = new Date('2026-12-01T10:00:00Z');

/** How many responders the built edition has, in some regions or in all. */
function built(...regions: string[]): number {
  const dist = process.env.DIST ?? 'dist';
  return manifestOf(dist)
    .packs.filter(({ id }) => regions.length === 0 || regions.includes(id))
    .map(({ file }) => JSON.parse(readFileSync(join(dist, 'data', file), 'utf8')) as { responders?: unknown[] })
    .reduce((sum, { responders }) => sum + (Array.isArray(responders) ? responders.length : 0), 0);
}

/** The settings as the app keeps them, from the very first page on. */
async function settings(page: Page, change: Record<string, unknown>) {
  await page.addInitScript((value) => localStorage.setItem('harbour.settings', JSON.stringify(value)), {
    language: 'en',
    country: 'lv',
    ...change,
  });
}

const cards = (page: Page) => page.locator('[data-responder]');
const filters = (page: Page) => page.getByRole('button', { name: /^Filters/ });
const group = (sheet: Locator, name: string) =>
  sheet.locator('summary').filter({ has: sheet.page().getByText(name, { exact: true }) });
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOON);
  await settings(page, {});
});

test.describe('the list', () => {
  test('shows every responder, the chosen country first', async ({ page }) => {
    await page.goto('/responders');
    await expect(cards(page)).toHaveCount(built());
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(`Latvia ${built('lv')}`);
  });

  test('is filtered by its address, and sets apart those whose sources do not say', async ({ page }) => {
    await page.goto('/responders?country=lv&sex=male');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Responders in Latvia');
    await expect(page.getByRole('heading', { name: 'Not stated in our sources' })).toBeVisible();
    const stated = page.getByRole('region', { name: /^Latvia/ }).first();
    await expect(stated.getByRole('link', { name: 'Shelter "Safe House" (NGO)' })).toBeVisible();
    await expect(stated.getByRole('link', { name: 'MARTA Centre (NGO)' })).toHaveCount(0);
    const unstated = page.getByRole('region', { name: /^Latvia/ }).last();
    await expect(unstated.getByRole('link', { name: 'MARTA Centre (NGO)' })).toBeAttached();
  });

  test('passes over what an old link may carry', async ({ page }) => {
    await page.goto('/responders?country=lv,atlantis&service=flying&open=later');
    await expect(cards(page)).toHaveCount(built('lv'));
    await expect(page.getByRole('button', { name: /^Take off/ })).toHaveCount(1);
  });

  test('is filtered by hand: the count follows, the address carries the view, chips take off', async ({ page }) => {
    test.slow();
    await page.goto('/responders');
    await filters(page).click();
    const sheet = page.getByRole('dialog', { name: 'Filter responders' });
    await group(sheet, 'Country').click();
    await sheet.getByRole('checkbox', { name: 'Latvia' }).check();
    await sheet.getByRole('checkbox', { name: 'Estonia' }).check();
    await group(sheet, 'What it gives').click();
    await sheet.getByRole('checkbox', { name: 'Shelter', exact: true }).check();
    await group(sheet, 'Open').click();
    await sheet.getByRole('radio', { name: 'Open round the clock' }).check();
    await expect.poll(() => query(page)).toBe('?country=ee,lv&service=shelter&open=always');
    await sheet.getByRole('radio', { name: 'Any' }).check();
    await expect.poll(() => query(page)).toBe('?country=ee,lv&service=shelter');
    const show = sheet.getByRole('button', { name: /^Show \d+ responders?$/ });
    const count = Number((await show.textContent())?.match(/\d+/)?.[0]);
    await show.click();
    await expect(sheet).toBeHidden();
    await expect(cards(page)).toHaveCount(count);
    await expect(filters(page)).toHaveText('Filters (3)');

    await page.reload();
    await expect(cards(page)).toHaveCount(count);
    await page.getByRole('button', { name: 'Take off: Estonia' }).click();
    await expect.poll(() => query(page)).toBe('?country=lv&service=shelter');
    await expect(cards(page)).toHaveCount(3);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect.poll(() => query(page)).toBe('');
    await expect(cards(page)).toHaveCount(built());
  });

  test('is one entry of the history, and coming back leads to the card one opened', async ({ page }) => {
    test.slow();
    await page.goto('/workspace');
    await expect(page.locator('#content').getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Find a responder' }).click();
    await filters(page).click();
    const sheet = page.getByRole('dialog');
    await group(sheet, 'Country').click();
    for (const country of ['Latvia', 'Lithuania', 'Germany'])
      await sheet.getByRole('checkbox', { name: country }).check();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();

    // The list follows the filters when there is time: a card is picked from the settled one.
    await expect(cards(page)).toHaveCount(built('lv', 'lt', 'de'));

    // At some hours this one is closed, and folded.
    const card = cards(page).nth(70);
    for (const fold of await card.locator('summary').all()) await fold.click();
    const link = card.getByRole('link').first();
    const name = (await link.textContent()) ?? '';
    await link.click();
    await expect(page).toHaveURL(/\/responders\/(lv|lt|de)-/);
    await page.goBack();
    await expect.poll(() => query(page)).toBe('?country=de,lv,lt');
    const again = page.getByRole('link', { name, exact: true }).first();
    await expect(again).toBeInViewport();
    await expect(again).toBeFocused();

    await again.click();
    await expect(page).toHaveURL(/\/responders\/(lv|lt|de)-/);
    await page.getByRole('main').getByRole('link', { name: 'Responders', exact: true }).click();
    await expect.poll(() => query(page)).toBe('?country=de,lv,lt');
    await expect(page.getByRole('link', { name, exact: true }).first()).toBeInViewport();

    // Back over the list just entered by the link, the responder, the list: then the place before.
    await page.goBack();
    await page.goBack();
    await expect.poll(() => query(page)).toBe('?country=de,lv,lt');
    await page.goBack();
    await expect(page).toHaveURL(/\/workspace$/);
  });

  test('says which filter to take off when nothing fits, and whom to ask', async ({ page }) => {
    await page.goto('/responders?country=lv&kind=shelter&service=investigation');
    await expect(page.getByRole('heading', { name: 'No responder fits all of this' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Shelter "Safe House" (NGO)' })).toBeVisible();
    await page.getByRole('button', { name: /^Without “Investigation”/ }).click();
    await expect.poll(() => query(page)).toBe('?country=lv&kind=shelter');
    await expect(cards(page).first()).toBeVisible();
  });

  test('has its filters in a column where there is room', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/responders?country=lv');
    await expect(filters(page)).toHaveCount(0);
    const column = page.getByRole('search', { name: 'Filter responders' });
    await column.getByRole('checkbox', { name: 'Latvia' }).uncheck();
    await expect.poll(() => query(page)).toBe('');
    await expect(cards(page)).toHaveCount(built());
  });
});

test.describe('a responder', () => {
  test('can be called, written to and opened, and says what is not known', async ({ page }) => {
    await page.goto(SAFE_HOUSE);
    const heading = page.locator('#content').getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('Shelter "Safe House" (NGO)');
    await expect(page.locator('#content').getByText('Biedrība "Patvērums "Drošā māja""').first()).toHaveAttribute(
      'lang',
      'lv',
    );
    await expect(page.locator('#content a[href="tel:+37167898343"]').first()).toBeVisible();
    await expect(page.locator('#content a[href="mailto:drosa.maja@gmail.com"]')).toBeVisible();
    await expect(page.locator('#content a[href="https://patverums-dm.lv"]').first()).toBeVisible();
    await expect(page.getByRole('table').first().getByRole('row')).toHaveCount(8);
    await expect(page.getByRole('row').and(page.locator('[aria-current=date]'))).toHaveCount(2);
    const unknown = page.getByRole('region', { name: 'What we do not know' });
    await expect(unknown).toContainText('Is the anti-trafficking line +371 28612120 open round the clock?');
    await expect(page.getByRole('link', { name: /^Measure 3/ })).toHaveAttribute('href', '/countries/lv#measure-3');
    await expect(page.getByText('The numbers were not rung.')).toBeVisible();
  });

  test('shows a number as dialled from where one stands, and what a short number is worth there', async ({ page }) => {
    await settings(page, { country: 'ee' });
    await page.goto(SAFE_HOUSE);
    await expect(page.locator('#content a[href="tel:+37167898343"]').first()).toContainText('+371 67 898 343');
    await page.goto('/responders/lv-116006-skalbes');
    await expect(page.getByRole('region', { name: 'From another country' })).toContainText('Short number');
    await expect(page.locator('#content a[href="tel:116006"]')).toHaveCount(0);
  });

  test('names the other body where a number belongs to that', async ({ page }) => {
    await page.goto('/responders/bg-local-commissions');
    await page.getByRole('link', { name: /^through National Commission/ }).click();
    await expect(page).toHaveURL('/responders/bg-nccthb');
  });

  test('that does not exist says so', async ({ page }) => {
    await page.goto('/responders/lv-nobody');
    await expect(page.locator('#content').getByRole('heading', { level: 1 })).toHaveText('Nothing at this address');
  });

  test('goes to the phone’s contacts', async ({ page }) => {
    await page.goto(SAFE_HOUSE);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'To contacts' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('lv-patverums-drosa-maja.vcf');
    const card = await download.createReadStream().then(async (stream) => {
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      return Buffer.concat(parts).toString('utf8');
    });
    const lines = card.replaceAll('\r\n ', '').split('\r\n');
    const values = (name: string) =>
      lines.flatMap((line) =>
        // A number with a label of its own stands in a group.
        /^(?:ITEM\d+\.)?([A-Z]+)/i.exec(line)?.[1] === name ? line.slice(line.indexOf(':') + 1) : [],
      );
    expect(values('VERSION')).toEqual(['3.0']);
    expect(values('FN')).toEqual(['Shelter "Safe House" (NGO)']);
    expect(values('N')).toEqual(['Shelter "Safe House" (NGO);;;;']);
    expect(values('ORG')).toEqual(['Biedrība "Patvērums "Drošā māja""']);
    expect(values('TEL')).toEqual(['+37167898343', '+37128612120']);
    expect(String(values('NOTE'))).toMatch(/From Harbour\\, edition \d+ of .+\\, not rung\.$/);
  });

  test('is shared by the phone’s own sheet', async ({ page }) => {
    await page.addInitScript(() => {
      const shared: ShareData[] = [];
      Object.assign(navigator, { share: async (data: ShareData) => void shared.push(data) });
      Object.assign(window, { shared });
    });
    await page.goto(SAFE_HOUSE);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { shared: ShareData[] }).shared))
      .toMatchObject([{ text: expect.stringContaining('+371 67 898 343'), url: new URL(SAFE_HOUSE, page.url()).href }]);
  });

  test('is shared by its link where there is no such sheet', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'share', { value: undefined }));
    await page.goto(SAFE_HOUSE);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByText('Link copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(new URL(SAFE_HOUSE, page.url()).href);
  });

  test('is shared as text to select where there is no clipboard either', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'share', { value: undefined });
      Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
    });
    await page.goto(SAFE_HOUSE);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('textbox', { name: /Select the text/ })).toHaveValue(
      new RegExp(`\\+371 67 898 343[\\s\\S]*${SAFE_HOUSE}$`),
    );
  });
});

test.describe('what is kept', () => {
  test('survives a reload, and can be removed', async ({ page }) => {
    await page.goto('/workspace');
    await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
    await page.goto(SAFE_HOUSE);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Kept', exact: true })).toHaveAttribute('aria-pressed', 'true');
    await page.reload();
    await expect(page.getByRole('button', { name: 'Kept', exact: true })).toHaveAttribute('aria-pressed', 'true');
    await page.goto('/responders/lv-centrs-marta');
    await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible();

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Kept' }).click();
    const kept = page.getByRole('list', { name: 'Kept responders' });
    await expect(kept.getByRole('article')).toHaveCount(1);
    const recent = page.getByRole('region', { name: 'Opened recently' });
    await expect(recent.getByRole('link')).toHaveText(['MARTA Centre (NGO)', 'Shelter "Safe House" (NGO)']);
    await recent.getByRole('button', { name: 'Clear this list' }).click();
    await expect(recent).toBeHidden();
    await kept.getByRole('button', { name: 'Remove Shelter "Safe House" (NGO)' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
  });

  test('is listed by its old name when the directory no longer has it', async ({ page }) => {
    await page.goto(SAFE_HOUSE);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Kept', exact: true })).toBeVisible();
    // As if it had been kept from an edition that had one responder more.
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('workspace');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const work = opening.result.transaction('kept', 'readwrite');
            const store = work.objectStore('kept');
            store.getAll().onsuccess = ({ target }) => {
              const [kept] = (target as IDBRequest<{ id: string }[]>).result;
              store.put({ ...kept, id: 'lv-closed-since' });
            };
            work.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
    await page.goto('/workspace');
    const kept = page.getByRole('list', { name: 'Kept responders' });
    await expect(kept.getByRole('listitem')).toHaveCount(2);
    await expect(kept).toContainText('No longer in the directory');
    await expect(kept).toContainText('+371 67 898 343');
  });

  test('says so when the browser keeps nothing, and reading works on', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
    await page.goto(SAFE_HOUSE);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByText('This browser does not let Harbour keep anything.')).toBeVisible();
    await expect(page.locator('#content a[href="tel:+37167898343"]').first()).toBeVisible();
    await page.goto('/workspace');
    await expect(page.getByText('This browser does not let Harbour keep anything here')).toBeVisible();
  });
});

for (const theme of ['light', 'dark', 'contrast']) {
  test(`is without fault for assistive technology, ${theme}`, async ({ page }) => {
    test.slow();
    await settings(page, { theme });
    const check = async () => expect(await violations(page, '#app')).toEqual([]);
    await page.goto('/responders?country=lv&sex=male');
    await expect(cards(page).first()).toBeVisible();
    await check();
    await filters(page).click();
    await group(page.getByRole('dialog'), 'What it gives').click();
    await check();
    await page.goto(SAFE_HOUSE);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Kept', exact: true })).toBeVisible();
    await check();
    await page.goto('/workspace');
    await expect(page.getByRole('article')).toHaveCount(1);
    await check();
  });
}

test('fits a screen of 320 pixels with the largest text', async ({ page }) => {
  await settings(page, { textScale: 2 });
  await page.setViewportSize({ width: 320, height: 568 });
  for (const path of ['/responders?country=lv&sex=male', SAFE_HOUSE, '/responders/lt-nappz-linija', '/workspace']) {
    await page.goto(path);
    await expect(page.locator('#content').getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});
