import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { exceptions, readable } from '../../src/directory/emergency.ts';
import type { FirstContacts } from '../../src/directory/first-contacts.ts';
import { violations } from './axe.ts';

test.use({ serviceWorkers: 'allow' });

/** What one sees before the app runs, and instead of it when it cannot. */
const plain = '#first';

test.describe('with scripts switched off', () => {
  test.use({ javaScriptEnabled: false });

  test('every number of the first contacts of all fourteen countries is a link that calls', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Whom to call' })).toBeVisible();
    const contacts = (JSON.parse(readFileSync('.build/first-contacts.json', 'utf8')) as { contacts: FirstContacts })
      .contacts;
    for (const code of COUNTRIES) {
      const section = page.locator(`section[data-country="${code}"]`);
      await expect(section.getByRole('heading')).toBeVisible();
      const { emergency, lines, contactPoint } = contacts[code];
      for (const { number } of emergency)
        await expect(section.locator(`a[href="tel:${number}"]`).first()).toBeVisible();
      for (const { channel } of [...lines, ...(contactPoint ? [contactPoint] : [])]) {
        const href = channel.tel
          ? `tel:${channel.tel}`
          : channel.type === 'email'
            ? `mailto:${channel.value}`
            : channel.value;
        await expect(section.locator(`a[href="${href}"]`).first()).toBeVisible();
      }
    }
  });

  test('112 comes first, with the countries where it is not enough', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator(`${plain} a[href^="tel:"]`).first()).toHaveAttribute('href', 'tel:112');
    const contacts = (JSON.parse(readFileSync('.build/first-contacts.json', 'utf8')) as { contacts: FirstContacts })
      .contacts;
    const names = new Intl.DisplayNames(['en-GB'], { type: 'region' });
    for (const { country, numbers } of exceptions(contacts)) {
      const where = page.locator(`${plain} .any p`, { hasText: `${names.of(country.toUpperCase())}: 112` });
      await expect(where).toBeVisible();
      for (const { number, shown } of numbers)
        await expect(where.locator('+ ul')).toContainText(shown ?? readable(number));
    }
  });

  test('every address shows it, on a narrow screen without scrolling sideways', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    for (const address of ['/countries/lv', '/search?q=x', '/settings']) {
      await page.goto(address);
      await expect(page.locator(`${plain} .any a[href="tel:112"]`)).toBeVisible();
    }
    await page.getByRole('link', { name: 'Leave' }).click();
    await expect(page).toHaveURL('/away.html');
  });
});

test.describe('with scripts, but without the app', () => {
  test.beforeEach(async ({ page }) => {
    await page.route('**/assets/*.js', (route) => route.abort());
  });

  test('the chosen country stands first, in its theme and text size', async ({ page }) => {
    await page.addInitScript(() =>
      localStorage.setItem('harbour.settings', JSON.stringify({ country: 'ee', theme: 'dark', textScale: 1.5 })),
    );
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'In Estonia' })).toBeVisible();
    await expect(page.locator(`${plain} section`).first()).toHaveAttribute('data-country', 'ee');
    await expect(page.locator(`${plain} .any`)).toBeHidden();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('settings that are nonsense do no harm', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('harbour.settings', '{"country":"\\"]<img>","theme":7'));
    await page.goto('/');
    await expect(page.locator(`${plain} .any a[href="tel:112"]`)).toBeVisible();
  });

  test('Leave leaves no way back', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Leave' }).click();
    await expect(page.getByRole('button', { name: 'Next month' })).toBeVisible();
    await page.goBack().catch(() => undefined);
    await expect(page).not.toHaveTitle(/Harbour/);
  });

  for (const theme of ['light', 'dark', 'contrast'] as const) {
    test(`has no axe findings: ${theme}`, async ({ page }) => {
      await page.addInitScript(
        (value) => localStorage.setItem('harbour.settings', JSON.stringify({ theme: value })),
        theme,
      );
      await page.goto('/');
      const found = await violations(page);
      expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  }
});

test('once the app runs there is one main content and one main heading: its own', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('main')).toHaveId('content');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  // It is there to come back, but neither seen nor read aloud.
  await expect(page.locator(plain)).toBeAttached();
  await expect(page.locator(plain)).toBeHidden();
});

test('a screen that fails brings it back, below a word of what happened', async ({ page }) => {
  const body = 'export default () => { throw new Error("broken"); };';
  await page.route('**/assets/About-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await page.goto('/about');
  await expect(page.getByRole('alert')).toContainText('This screen failed.');
  const notice = await page.getByRole('alert').boundingBox();
  const number = page.locator(`${plain} a[href="tel:112"]`).first();
  await expect(number).toBeVisible();
  await expect(page.getByRole('main')).toHaveId('first');
  expect((await number.boundingBox())?.y).toBeGreaterThan((notice?.y ?? 0) + (notice?.height ?? 0));
});
