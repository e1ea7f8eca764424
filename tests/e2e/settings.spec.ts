import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';

test.use({ serviceWorkers: 'allow' });

const reloaded = async (page: Page) => {
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
};

test('theme and text size hold at once and after a reload', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const normal = await size();
  await page.getByRole('radio', { name: '150%' }).check();
  expect(await size()).toBeCloseTo(normal * 1.5, 1);
  await reloaded(page);
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '150%' })).toBeChecked();
  expect(await size()).toBeCloseTo(normal * 1.5, 1);
  await page.getByRole('radio', { name: 'As the device' }).check();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('the country is changed and taken back', async ({ page }) => {
  await page.goto('/settings');
  await page.getByLabel('Country you are in').selectOption('Finland');
  await expect(page.getByRole('link', { name: 'Change country' })).toHaveText(/In Finland/);
  await reloaded(page);
  await expect(page.getByLabel('Country you are in')).toHaveValue('fi');
  await page.getByLabel('Country you are in').selectOption('None chosen');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Choose a country' })).toBeVisible();
});

test('radio groups work by keyboard', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('radio', { name: 'As the device' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Light' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('the button that deletes everything does not move once it is there, however late the rest is known', async ({
  page,
}) => {
  const button = page.getByRole('button', { name: 'Delete everything' });
  const top = () => button.evaluate((it) => Math.round(it.getBoundingClientRect().top + scrollY));
  await page.goto('/settings');
  await button.waitFor();
  const first = await top();
  await expect(page.getByText(/^Ready offline/).first()).toBeVisible();
  await expect(page.getByText(/Data: edition/).first()).toBeVisible();
  await expect(page.getByRole('radio', { name: /Dansk.*not on this phone/ })).toBeVisible();
  // When the browser offers to install the app is its own matter.
  await page.evaluate(() => dispatchEvent(new Event('beforeinstallprompt', { cancelable: true })));
  await expect(page.locator('#app').getByRole('button', { name: /^Install/ })).toBeVisible();
  expect(await top()).toBe(first);
});

test('says which version and which edition of the data this is', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByText(/^App: version \d+\.\d+\.\d+$/)).toBeVisible();
  await expect(page.getByText(/^Data: edition \d+ of \d+ \w+ \d{4}$/)).toBeVisible();
});

test('About explains the marks, and lists every source of every country', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('link', { name: /^About Harbour/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'About Harbour' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'What the marks mean' })).toContainText('last 5 years');
  await expect(page.getByRole('region', { name: 'What it is not' })).toContainText('not an official product');
  const sources = page.getByRole('region', { name: 'All sources' });
  const countries = sources.locator('summary');
  await expect(countries).toHaveCount(15);
  const total = Number((await sources.locator('p').first().textContent())?.replace(/\D/g, ''));
  let listed = 0;
  for (const country of await countries.all()) {
    const said = Number((await country.textContent())?.match(/(\d+) sources/)?.[1]);
    await country.click();
    const links = sources.locator('details[open] a');
    await expect(links).toHaveCount(said);
    listed += said;
    await country.click();
  }
  expect(listed).toBe(total);
  expect(total).toBeGreaterThan(1000);
});

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`Settings and About have no axe findings: ${theme}`, async ({ page }) => {
    await page.addInitScript(
      (value) => localStorage.setItem('harbour.settings', JSON.stringify({ theme: value })),
      theme,
    );
    await page.goto('/settings');
    await expect(page.getByText(/^Data: edition/)).toBeVisible();
    const inSettings = await violations(page);
    await page.goto('/about');
    await page.locator('summary', { hasText: 'Latvia' }).click();
    await expect(page.getByRole('link', { name: /bsr-trm/ }).first()).toBeVisible();
    const inAbout = await violations(page);
    expect([...inSettings, ...inAbout].map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}
