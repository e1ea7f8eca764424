import { expect, type Page, test } from '@playwright/test';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { violations } from './axe.ts';

/** The settings as the app keeps them, before the first page. */
async function settings(page: Page, change: Record<string, unknown>) {
  await page.addInitScript((value) => {
    localStorage.setItem(
      'harbour.settings',
      JSON.stringify({ ...value, ...JSON.parse(localStorage.getItem('harbour.settings') ?? '{}') }),
    );
  }, change);
}

const call = (page: Page, number: string) => page.locator(`#app a[href="tel:${number}"]`);

test('without a country: 112 first, where it is not enough, and one question', async ({ page }) => {
  await page.goto('/');
  const emergency = page.getByRole('region', { name: 'Emergency numbers' });
  await expect(emergency.getByRole('link').first()).toHaveAccessibleName('112 Police · Ambulance · Fire Call');
  await expect(emergency.getByText('Norway: 112 is the police.')).toBeVisible();
  // Nobody has said where they are: what rings the ambulance in Norway alone is to read.
  await expect(emergency.getByText('113', { exact: true })).toBeVisible();
  await expect(emergency.locator('a[href="tel:113"]')).toHaveCount(0);

  const question = page.getByRole('region', { name: 'Which country are you in?' });
  await expect(question.getByRole('button')).toHaveCount(14);
  await question.getByRole('button', { name: 'Latvia' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Whom to call in Latvia' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Change country' })).toHaveText(/In Latvia/);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Whom to call in Latvia' })).toBeAttached();
  await expect(question).toHaveCount(0);
});

test('with a country: its numbers, line and contact point without a tap', async ({ page }) => {
  await settings(page, { country: 'lv' });
  await page.clock.setFixedTime(new Date('2026-11-17T12:00:00+02:00')); // a Tuesday
  await page.goto('/');
  for (const number of ['112', '110', '113']) await expect(call(page, number)).toBeInViewport();
  const line = page.getByRole('region', { name: 'Anti-trafficking line' });
  await expect(line.locator('a[href="tel:+37128612120"]')).toBeInViewport();
  await expect(line).toContainText('open until 17:00');
  await expect(line).toContainText('one source');
  await expect(line).not.toContainText('from any');
  await expect(line.getByRole('link', { name: /Sources disagree/ })).toBeVisible();
  await expect(page.getByRole('region', { name: /Contact point/ }).locator('a[href="tel:+37167898343"]')).toBeVisible();
});

// The languages with the longest words, and the one of the country with the most numbers.
for (const language of ['nb', 'lv', 'uk', 'ru']) {
  test(`whatever is remarked on emergency numbers, the line stands on the first screen: ${language}`, async ({
    page,
  }) => {
    const countries = [...COUNTRIES].filter((country) => country !== 'ru');
    await page.goto('/about');
    for (const country of countries) {
      await page.evaluate((chosen) => localStorage.setItem('harbour.settings', JSON.stringify(chosen)), {
        language,
        country,
      });
      await page.goto('/');
      const first = page
        .locator('#content h2')
        .first()
        .locator('xpath=following::a[starts-with(@href, "tel:")]')
        .first();
      await expect(first, country).toBeVisible();
      const bar = await page.getByRole('navigation').last().boundingBox();
      await expect(async () => {
        const box = await first.boundingBox();
        expect((box?.y ?? 999) + (box?.height ?? 0), country).toBeLessThanOrEqual(bar?.y ?? 0);
      }).toPass({ timeout: 5_000 });
    }
  });
}

// Where numbers that can wait are known, too.
for (const country of ['dk', 'de', 'lt', 'no', 'se'] as const) {
  test(`the line stands on the smallest phone, and what is not urgent below it: ${country}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await settings(page, { country });
    await page.goto('/');
    const line = page.getByRole('region', { name: /^Anti-trafficking line/ });
    const number = line.locator('a[href^="tel:"] > span').first();
    const bar = await page.getByRole('navigation').last().boundingBox();
    await expect(async () => {
      const box = await number.boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    }).toPass({ timeout: 5_000 });
    const later = page.getByRole('region', { name: 'When it is not urgent' });
    await expect(later.locator('a[href^="tel:"]').first()).toBeVisible();
    expect((await later.boundingBox())?.y).toBeGreaterThan((await line.boundingBox())?.y ?? 999);
  });
}

test('a closed line says when it opens, and what time it is there when that differs', async ({ page }) => {
  await settings(page, { country: 'lv' });
  await page.clock.setFixedTime(new Date('2026-11-21T12:00:00+02:00')); // a Saturday
  await page.goto('/');
  const line = page.getByRole('region', { name: 'Anti-trafficking line' });
  await expect(line).toContainText('closed · opens Mon 09:00');
  await expect(line).not.toContainText('there now');
  await page.goto('/settings');
  await page.getByLabel('Country you are in').selectOption('Denmark');
  await page.goto('/');
  await expect(page.getByRole('region', { name: /Anti-trafficking line/ })).toContainText('11:00 there now');
});

test('in Estonia the line that answers stands on the smallest phone, the number for callers elsewhere further down', async ({
  page,
}) => {
  await settings(page, { country: 'ee' });
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto('/');
  await expect(call(page, '112')).toBeInViewport();
  // Round the clock comes before the line of whose hours no page speaks.
  await expect(call(page, '116006')).toBeInViewport();
  const answers = await call(page, '116006').boundingBox();
  const unknown = await call(page, '+3726607320').boundingBox();
  expect(answers?.y).toBeLessThan(unknown?.y ?? 0);
  const elsewhere = page.getByRole('region', { name: /callers from another country/ });
  await expect(elsewhere.locator('a[href="tel:+3726000112"]')).toBeVisible();
});

test('Russia: no line, and what to do instead', async ({ page }) => {
  await settings(page, { country: 'ru' });
  await page.goto('/');
  const instead = page.getByRole('region', { name: /No anti-trafficking line in Russia/ });
  await expect(instead).toContainText('Council of the Baltic Sea States');
  await expect(instead.getByRole('link', { name: /Responders found in Russia/ })).toHaveAttribute(
    'href',
    '/responders?country=ru',
  );
  await expect(call(page, '102')).toBeVisible();
});

test('every country has an emergency number, and a line or the reason why not', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByLabel('Country you are in')).toBeVisible();
  const names = await page.getByLabel('Country you are in').locator('option:not([value=""])').allTextContents();
  expect(names).toHaveLength(14);
  for (const name of names) {
    await page.getByLabel('Country you are in').selectOption(name);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Whom to call in ${name}`);
    await expect(page.locator('#emergency')).toHaveAttribute('href', /^tel:\d+$/);
    await expect(page.getByRole('region', { name: /[Aa]nti-trafficking line/ })).toBeVisible();
    await page.getByRole('banner').getByRole('link', { name: 'Settings' }).click();
  }
});

test('what is needed leads to responders of the country', async ({ page }) => {
  await settings(page, { country: 'lv' });
  await page.goto('/');
  const needs = page.getByRole('region', { name: /What is needed/ });
  await expect(needs.getByRole('link')).toHaveCount(12);
  await expect(needs.getByRole('link', { name: 'Shelter' })).toHaveAttribute(
    'href',
    '/responders?country=lv&need=shelter',
  );
  await needs.getByRole('link', { name: 'Police' }).click();
  await expect(page).toHaveURL('/responders?country=lv&need=police');
});

test('the shortcut to the emergency numbers stands on the number', async ({ page }) => {
  await page.goto('/?start=emergency');
  await expect(page.locator('#emergency')).toBeFocused();
});

test('the numbers wait for nothing: they stand while the directory is held back', async ({ page }) => {
  await settings(page, { country: 'ee' });
  await page.route('**/data/**', () => undefined);
  await page.goto('/');
  await expect(page.locator('html.app-runs')).toBeAttached();
  await expect(call(page, '112').first()).toBeVisible();
  await expect(call(page, '+3726607320').first()).toBeVisible();
});

test('nothing that arrives later moves what stands', async ({ page }) => {
  await settings(page, { country: 'lv' });
  // Something kept and opened, so that the lists at the end have something to show.
  await page.goto('/responders/lv-patverums-drosa-maja');
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('button', { pressed: true })).toBeVisible();
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Kept' }).getByRole('link', { name: /Call/ })).toBeAttached();
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test.describe('without a worker', () => {
  test('the plain page and the app have the number in the same place', async ({ page }) => {
    for (const [width, height] of [
      [390, 844],
      [320, 568],
      [1280, 800],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const country of ['lv', 'no', undefined]) {
        await page.addInitScript(
          (value) => localStorage.setItem('harbour.settings', JSON.stringify({ country: value })),
          country,
        );
        await page.goto('/');
        await expect(page.locator('html.app-runs')).toBeAttached();
        const inApp = await page.locator('#emergency').boundingBox();
        const plain = await page.evaluate(() => {
          document.documentElement.classList.remove('app-runs');
          document.getElementById('app')?.remove();
          const box = [...document.querySelectorAll('#first .big')]
            .find((link) => link.checkVisibility())
            ?.getBoundingClientRect();
          return box && { x: box.x, y: box.y, width: box.width, height: box.height };
        });
        for (const side of ['x', 'y', 'width', 'height'] as const) {
          expect(Math.abs((plain?.[side] ?? 0) - (inApp?.[side] ?? -99)), `${width} ${country} ${side}`).toBeLessThan(
            1.5,
          );
        }
      }
    }
  });
});

test('nothing scrolls sideways at 320 pixels with the largest text', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  for (const country of ['lv', 'ee', 'se', undefined]) {
    await page.addInitScript(
      (value) => localStorage.setItem('harbour.settings', JSON.stringify({ country: value, textScale: 2 })),
      country,
    );
    await page.goto('/');
    await expect(page.locator('html.app-runs')).toBeAttached();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`has no axe findings: ${theme}`, async ({ page }) => {
    for (const country of ['lv', 'ru', undefined]) {
      await page.addInitScript((value) => localStorage.setItem('harbour.settings', JSON.stringify(value)), {
        theme,
        ...(country && { country }),
      });
      await page.goto('/');
      await expect(page.locator('html.app-runs')).toBeAttached();
      const found = await violations(page);
      expect(found.map(({ id, nodes }) => `${country} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}
