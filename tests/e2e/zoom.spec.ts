/** A window at 400 %: 320 by 256 pixels of it are left to read in. */
import { expect, type Page, test } from '@playwright/test';

const SCREENS = [
  '/',
  '/countries',
  '/countries/lv',
  '/countries/compare?countries=lv,lt&questions=1,2',
  '/responders',
  '/responders/lv-patverums-drosa-maja',
  '/missions?q=ro',
  '/search?q=shelter',
  '/guides',
  '/guides/roles/health',
  '/referral?found=lv',
  '/referral?found=lv&origin=ro&age=child',
  '/workspace',
  '/settings',
  '/about',
];
const STOPS = 20;

test.use({ viewport: { width: 320, height: 256 }, isMobile: false, hasTouch: false });
test.beforeEach(({ page }) =>
  page.addInitScript(() => localStorage.setItem('harbour.settings', JSON.stringify({ country: 'lv' }))),
);

/** How many rows of the window are under something that stays while one scrolls. */
function coveredRows(page: Page): Promise<number> {
  return page.evaluate(() => {
    const rows = new Set<number>();
    for (const element of document.querySelectorAll('#app *')) {
      const { position } = getComputedStyle(element);
      const { top, bottom, width } = element.getBoundingClientRect();
      const stays = position === 'fixed' || position === 'sticky';
      if (!stays || !element.checkVisibility() || width < innerWidth / 2) continue;
      for (let row = Math.max(0, Math.floor(top)); row < Math.min(innerHeight, bottom); row++) rows.add(row);
    }
    return rows.size;
  });
}

/** What has the focus and lies under something else; empty where it is in sight. */
function hiddenFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    // A heading that a screen has put the focus on is no stop.
    if (!element || element === document.body || element.matches('[tabindex="-1"]')) return '';
    const box = element.getBoundingClientRect();
    const within = (value: number, end: number) => Math.min(Math.max(value, 1), end - 1);
    // The top of it: what is longer than the window is read from there.
    const found = document.elementFromPoint(
      within((box.left + box.right) / 2, innerWidth),
      within(box.top + Math.min(box.height / 2, 40), innerHeight),
    );
    const seen =
      found && (element.contains(found) || found.contains(element) || element.closest('label, svg')?.contains(found));
    return seen ? '' : `${element.outerHTML.slice(0, 120)} under ${found?.outerHTML.slice(0, 80)}`;
  });
}

for (const screen of SCREENS) {
  test(`${screen}: most of the window is there to read in, and nothing that has the focus is hidden`, async ({
    page,
  }) => {
    await page.goto(screen);
    await expect(page.locator('#app').getByRole('heading', { level: 1 })).toBeVisible();
    await page.evaluate(() => scrollTo(0, 200));
    expect(await coveredRows(page)).toBeLessThanOrEqual(256 / 2);
    await page.evaluate(() => scrollTo(0, 0));
    for (let stop = 0; stop < STOPS; stop++) {
      await page.keyboard.press('Tab');
      // The browser may still be scrolling there.
      await expect.poll(() => hiddenFocus(page)).toBe('');
    }
  });
}

test.describe('the largest text on the narrowest phone', () => {
  test.use({ viewport: { width: 320, height: 568 } });

  for (const screen of [
    '/',
    '/responders',
    '/referral?found=lv&origin=ro&age=child',
    '/responders/lv-patverums-drosa-maja',
  ])
    test(`${screen}: a number to call takes two lines at most`, async ({ page }) => {
      await page.addInitScript(() =>
        localStorage.setItem('harbour.settings', JSON.stringify({ country: 'lv', textScale: 2 })),
      );
      await page.goto(screen);
      const numbers = page.locator('#content a[href^="tel:"]').getByText(/^\+\d[\d ]+$/);
      await expect(numbers.first()).toBeVisible();
      const lines = await numbers.evaluateAll((all) =>
        all
          .filter((one) => one.checkVisibility())
          .map((one) => {
            const range = document.createRange();
            range.selectNodeContents(one);
            const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            return `${one.textContent}: ${tops.size}`;
          }),
      );
      expect(lines.filter((line) => !/: [12]$/.test(line))).toEqual([]);
    });
});
