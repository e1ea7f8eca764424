import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { wholeChromiumPath } from '../../scripts/chromium.ts';

test.use({ serviceWorkers: 'allow' });

/** A page of another site, so that there is something before Harbour in the history. */
const FOREIGN = 'data:text/html,<title>Foreign</title><h1>Foreign</h1>';

const calendar = (page: Page) => page.getByRole('button', { name: 'Next month' });

/** Everything of Harbour that is drawn from now on, in any page of the tab. */
async function watchForHarbour(page: Page): Promise<string[]> {
  const drawn: string[] = [];
  await page.exposeFunction('harbourDrawn', (what: string) => drawn.push(what));
  await page.addInitScript(() => {
    const look = () => {
      const shown = !document.documentElement.hidden && /Harbour/.test(document.title + document.body?.textContent);
      if (shown) (window as unknown as { harbourDrawn(what: string): void }).harbourDrawn(location.href);
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    addEventListener('pageshow', look);
  });
  return drawn;
}

/** Three presses within a second by the clock of the keyboard, however busy the machine is. */
async function escapeThreeTimes(page: Page): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const now = Date.now() / 1000;
  const key = { type: 'rawKeyDown', key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 } as const;
  await Promise.all(
    [0.6, 0.3, 0].map((ago) => keyboard.send('Input.dispatchKeyEvent', { ...key, timestamp: now - ago })),
  );
}

/** Presses Back until the other site is reached (it is, in so many presses) or there is nothing left. */
async function pressBack(page: Page, presses = 10): Promise<'foreign' | 'calendar'> {
  for (let press = 0; press < presses; press++) {
    // A page that gives way cuts the going back short.
    await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
    const foreign = page.getByRole('heading', { name: 'Foreign' });
    await expect(foreign.or(calendar(page))).toBeVisible();
    if (await foreign.isVisible()) return 'foreign';
  }
  return 'calendar';
}

async function visitFourScreens(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Latvia' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Countries' }).click();
  await expect(page).toHaveTitle(/Countries/);
  await page.getByRole('banner').getByRole('link', { name: 'Settings' }).click();
  await expect(page).toHaveTitle(/Settings/);
  await page.getByRole('link', { name: /About Harbour/ }).click();
  await expect(page).toHaveTitle(/About Harbour/);
}

test('after Leave, Back never shows Harbour and Forward leads nowhere', async ({ page }) => {
  const drawn = await watchForHarbour(page);
  await page.goto(FOREIGN);
  await visitFourScreens(page);
  expect(drawn.length).toBeGreaterThan(0);
  await page.getByRole('button', { name: /Leave/ }).click();
  await expect(page).toHaveTitle('Calendar');
  await expect(calendar(page)).toBeVisible();
  drawn.length = 0;
  expect(await page.goForward()).toBeNull();
  expect(await pressBack(page)).toBe('foreign');
  expect(drawn).toEqual([]);
});

test('the screen is empty and the title neutral in the same moment', async ({ page }) => {
  await page.goto('/settings');
  const button = page.getByRole('button', { name: /Leave/ });
  const after = await button.evaluate((element: HTMLElement) => {
    element.click();
    const files = [...document.querySelectorAll('link')].map(({ outerHTML }) => outerHTML);
    return { text: document.body.textContent, title: document.title, files };
  });
  expect(after).toEqual({ text: '', title: 'Calendar', files: [] });
  await expect(calendar(page)).toBeVisible();
});

test('pressed before anything that a new screen still has to do, the title stays neutral', async ({ page }) => {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      const [heading] = document.querySelectorAll('#content h1');
      const button = [...document.querySelectorAll<HTMLElement>('#app header button')].find((one) =>
        one.textContent?.includes('Leave'),
      );
      if (heading?.textContent !== 'Settings' || !button) return;
      observer.disconnect();
      button.click();
      void (globalThis as unknown as { note(title: string): void }).note(document.title);
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  const seen: string[] = [];
  await page.exposeFunction('note', (title: string) => void seen.push(title));
  await page.goto('/settings');
  await expect.poll(() => seen).toEqual(['Calendar']);
  await expect(calendar(page)).toBeVisible();
});

test('Leave from the middle of the history cuts off what lay behind and ahead', async ({ page }) => {
  const drawn = await watchForHarbour(page);
  await page.goto(FOREIGN);
  await visitFourScreens(page);
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveTitle(/Countries/);
  await page.reload();
  await page.getByRole('button', { name: /Leave/ }).click();
  await expect(calendar(page)).toBeVisible();
  drawn.length = 0;
  expect(await page.goForward()).toBeNull();
  expect(await pressBack(page)).toBe('foreign');
  expect(drawn).toEqual([]);
});

test('pages of an earlier visit, with another site between, give way as well', async ({ page }) => {
  const drawn = await watchForHarbour(page);
  await page.goto('/');
  await page.goto('/about');
  await page.goto(FOREIGN);
  await page.goto('/settings');
  await page.getByRole('button', { name: /Leave/ }).click();
  await expect(calendar(page)).toBeVisible();
  drawn.length = 0;
  expect(await pressBack(page)).toBe('foreign');
  expect(await pressBack(page, 3)).toBe('calendar');
  expect(drawn).toEqual([]);
});

test('where the browser does not tell its history, Back still never shows Harbour', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'navigation', { value: undefined }));
  const drawn = await watchForHarbour(page);
  await page.goto(FOREIGN);
  await visitFourScreens(page);
  await page.getByRole('button', { name: /Leave/ }).click();
  await expect(calendar(page)).toBeVisible();
  drawn.length = 0;
  await pressBack(page);
  expect(drawn).toEqual([]);
});

test('Esc three times leaves, also out of a dialog and the search box', async ({ page }) => {
  await page.goto('/search');
  await page.getByRole('searchbox', { name: 'Search' }).fill('shelter');
  await escapeThreeTimes(page);
  await expect(calendar(page)).toBeVisible();

  await page.goto('/settings');
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await escapeThreeTimes(page);
  await expect(calendar(page)).toBeVisible();
});

test('Esc twice leaves nothing', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('the neutral page names nothing of Harbour, turns its months, and knows a way back', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto('/settings');
  await page.getByRole('button', { name: /Leave/ }).click();
  await expect(page.getByRole('cell', { name: '15', exact: true })).toBeVisible();
  const month = page.getByRole('heading', { level: 1 });
  const first = await month.textContent();
  await calendar(page).click();
  await expect(month).not.toHaveText(first ?? '');
  await page.getByRole('button', { name: 'Today' }).click();
  await expect(month).toHaveText(first ?? '');
  for (const file of ['away.html', 'away.js', 'away.css']) {
    const text = await (await page.request.get(`/${file}`)).text();
    expect(text).not.toMatch(/harbour|traffick|victim/i);
  }
  expect(errors).toEqual([]);
  for (let press = 0; press < 5; press++) await month.click();
  await expect(page.getByRole('link', { name: /112.*Call/ }).first()).toBeVisible();
});

test('Leave works without a network', async ({ page, context }) => {
  await page.goto('/settings');
  await expect(page.getByRole('main').getByText('Ready offline.')).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', { name: /Leave/ }).click();
  await expect(calendar(page)).toBeVisible();
  await expect(page.getByRole('cell', { name: '15', exact: true })).toBeVisible();
});

test('opened anew after Leave, Harbour is there again', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('button', { name: /Leave/ }).click();
  await expect(calendar(page)).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('link', { name: /112.*Call/ }).first()).toBeVisible();
});

test('a page that the browser had frozen is thawed as nothing, and gives way when its tab was left', async ({
  page,
}) => {
  // Chromium under test freezes no pages, so its events are given by hand. Firefox does (tests/engines).
  await page.goto('/settings');
  const heading = page.getByRole('heading', { level: 1, name: 'Settings' });
  await expect(heading).toBeVisible();
  const freeze = () => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  const thaw = () => page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await freeze();
  await expect(heading).toBeHidden();
  await thaw();
  await expect(heading).toBeVisible();
  await freeze();
  const tab = await page.evaluate(() => sessionStorage.getItem('tab'));
  await page.evaluate((left) => localStorage.setItem('tabs', `another ${left}`), tab);
  await thaw();
  await expect(calendar(page)).toBeVisible();
});

test('Leave in one tab leaves the others as they are', async ({ page, context }) => {
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto('/settings');
    await expect(tab.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  }
  await page.getByRole('button', { name: /Leave/ }).click();
  await expect(calendar(page)).toBeVisible();
  await other.reload();
  await expect(other.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.reload();
  await expect(calendar(page)).toBeVisible();
});

test('after Leave the tab keeps nothing that tells of Harbour', async ({ page }) => {
  await visitFourScreens(page);
  await page.goto('/countries/lv');
  await page.getByRole('button', { name: /Leave/ }).click();
  await expect(calendar(page)).toBeVisible();
  expect(await page.evaluate(() => ({ ...sessionStorage, name: window.name }))).toEqual({ tab: '', name: 'Calendar' });
});

test('the plain page is left like the app, by the link and by Esc', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.abort());
  const drawn = await watchForHarbour(page);
  const leaves = [() => page.getByRole('link', { name: /Leave/ }).click(), () => escapeThreeTimes(page)];
  for (const leave of leaves) {
    await page.goto(FOREIGN);
    await page.goto('/countries/lv');
    await page.goto('/');
    await leave();
    await expect(calendar(page)).toBeVisible();
    drawn.length = 0;
    expect(await pressBack(page)).toBe('foreign');
    expect(drawn).toEqual([]);
  }
});

test.describe('without a worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('and without a network, Leave ends on an empty page', async ({ page, context }) => {
    await visitFourScreens(page);
    await context.setOffline(true);
    await page.getByRole('button', { name: /Leave/ }).click();
    await expect(page).toHaveURL('about:blank');
    expect(await page.evaluate(() => document.title + document.body.textContent)).toBe('');
  });

  test('Leave works as it does with one', async ({ page }) => {
    const drawn = await watchForHarbour(page);
    await page.goto(FOREIGN);
    await page.goto('/settings');
    await page.goto('/countries/lv');
    await page.getByRole('button', { name: /Leave/ }).click();
    await expect(calendar(page)).toBeVisible();
    drawn.length = 0;
    expect(await pressBack(page)).toBe('foreign');
    expect(drawn).toEqual([]);
  });
});

/** A browser of its own, with a profile that has been prepared. */
async function withBrowser(
  options: { preferences?: object; args?: string[] },
  walk: (context: BrowserContext) => Promise<void>,
): Promise<void> {
  const { baseURL, launchOptions } = test.info().project.use;
  const profile = mkdtempSync(join(tmpdir(), 'harbour-leave-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(options.preferences ?? {}));
  const executablePath = wholeChromiumPath();
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    ...(executablePath && { executablePath }),
    args: [...(launchOptions?.args ?? []), ...(options.args ?? [])],
    ...(baseURL !== undefined && { baseURL }),
  });
  try {
    await walk(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
}

test('with all storage blocked Leave works as well', async () => {
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  await withBrowser({ preferences }, async (context) => {
    const page = await context.newPage();
    const drawn = await watchForHarbour(page);
    await page.goto(FOREIGN);
    await page.goto('/settings');
    expect(
      await page.evaluate(() =>
        Promise.resolve()
          .then(() => sessionStorage.length)
          .catch(() => 'blocked'),
      ),
    ).toBe('blocked');
    await page.goto('/about');
    await page.goto('/countries/lv');
    await page.getByRole('button', { name: /Leave/ }).click();
    await expect(calendar(page)).toBeVisible();
    drawn.length = 0;
    expect(await pressBack(page)).toBe('foreign');
    expect(drawn).toEqual([]);
  });
});

test('from the home-screen window, which has no address bar', async ({ baseURL }) => {
  await withBrowser({ args: [`--app=${baseURL}/settings`] }, async (context) => {
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    const drawn = await watchForHarbour(page);
    await page.goto('/countries/lv');
    await page.getByRole('button', { name: /Leave/ }).click();
    await expect(calendar(page)).toBeVisible();
    drawn.length = 0;
    for (let press = 0; press < 4; press++) {
      // The window's own first entry, an empty page, may lie behind ours.
      await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
      await expect(page).not.toHaveTitle(/Harbour/);
    }
    expect(drawn).toEqual([]);
  });
});
