/** Embassies and consulates: who serves a person of one country in another, and who stands on the other side. */
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';

const settings = (page: Page, change: Record<string, unknown>) =>
  page.addInitScript((value) => localStorage.setItem('harbour.settings', JSON.stringify(value)), {
    language: 'en',
    country: 'de',
    ...change,
  });
const origin = (page: Page) => page.getByRole('combobox', { name: 'The person is from' });
const place = (page: Page) => page.getByRole('combobox', { name: 'and is now in' });
const cardsIn = (page: Page, name: string) => page.getByRole('region', { name }).locator('[data-responder]');

test('from Home in one tap: the missions of the own state where one is, its service at home, and the other side', async ({
  page,
}) => {
  await settings(page, {});
  await page.goto('/');
  await page.locator('#app').getByRole('link', { name: 'Embassy, consulate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Embassies and consulates' })).toBeVisible();
  await expect(place(page)).toHaveValue('de');
  await origin(page).selectOption('ro');
  const there = cardsIn(page, 'Romania’s missions in Germany');
  await expect(there.first()).toBeVisible();
  await expect(there.locator('a[href^="tel:+49"]').first()).toBeAttached();
  for (const id of await there.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.responder))) {
    expect(id).toMatch(/^de-.*romania/);
  }
  await expect(cardsIn(page, 'Who helps in Romania')).toHaveCount(1);
  // Where somebody comes from stands in the tab, not in the address.
  expect(page.url()).not.toMatch(/ro\b|origin/);
  await page.reload();
  await expect(origin(page)).toHaveValue('ro');
  await page.getByRole('button', { name: 'Other way round: from Germany, in Romania' }).click();
  await expect(origin(page)).toHaveValue('de');
  await expect(place(page)).toHaveValue('ro');
  await expect(cardsIn(page, 'Germany’s missions in Romania').first()).toBeVisible();
});

test('where a state has no mission, those next door are named, and that none was found', async ({ page }) => {
  await settings(page, { country: 'lt' });
  await page.goto('/missions?q=ua');
  const region = page.getByRole('region', { name: 'Ukraine’s missions in Lithuania' });
  await expect(region).toContainText('Not found in our sources');
  await expect(cardsIn(page, 'Ukraine’s missions in the countries next to Lithuania').first()).toBeVisible();
});

test('where a country has no contact point, that is said, and its page leads on', async ({ page }) => {
  await settings(page, {});
  await page.goto('/missions?q=ru');
  const region = page.getByRole('region', { name: 'Who helps in Russia' });
  await expect(region).toContainText('Not found in our sources');
  await expect(region.getByRole('link', { name: 'All of Russia' })).toHaveAttribute('href', '/countries/ru');
});

test("a ministry finds its state's missions abroad", async ({ page }) => {
  await settings(page, { country: 'bg' });
  await page.goto('/missions?q=bg');
  await expect(cardsIn(page, 'Bulgaria’s missions abroad').nth(3)).toBeAttached();
});

test('without a country it asks for one', async ({ page }) => {
  await settings(page, { country: undefined });
  await page.goto('/missions');
  await expect(page.getByText('Choose the country where the person is now.')).toBeVisible();
  await place(page).selectOption('pl');
  await expect(page).toHaveURL('/missions?in=pl');
  await expect(cardsIn(page, 'Ukraine’s missions in Poland').first()).toBeVisible();
});

test('the sheet of consular staff leads there', async ({ page }) => {
  await settings(page, {});
  await page.goto('/guides/roles/consular');
  await page.getByRole('link', { name: 'Embassies and consulates: both sides' }).click();
  await expect(place(page)).toHaveValue('de');
});

for (const theme of ['light', 'dark', 'contrast']) {
  test(`axe finds nothing: ${theme}`, async ({ page }) => {
    await settings(page, { theme });
    await page.goto('/missions?q=ro');
    await expect(cardsIn(page, 'Who helps in Romania')).toHaveCount(1);
    const found = await violations(page);
    expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}

for (const language of ['en', 'et', 'lv', 'lt']) {
  test(`fits 320 px with text twice as large: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await settings(page, { language, textScale: 2 });
    await page.goto('/missions?q=ro');
    await expect(page.locator('#content [data-responder]').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}
