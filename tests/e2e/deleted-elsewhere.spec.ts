/** What one deletes in one tab, no other tab shows, holds or writes anew. */
import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';

test.use({ serviceWorkers: 'block' });

/** What somebody wrote: kept, half written, searched. */
const MINE = /Ana Popescu|half written|dead since March|debt bondage/i;

const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** Screens of other tabs, and what was begun on them. */
const TABS: Record<string, (page: Page) => Promise<unknown>> = {
  'a contact': async (page) => {
    await page.goto('/workspace');
    await page.getByRole('link', { name: /Ana Popescu/ }).click();
    await expect(title(page)).toHaveText('Ana Popescu');
  },
  'a contact half written': async (page) => {
    await page.goto('/workspace/contacts/new');
    await page.getByLabel('Name', { exact: true }).fill('half written');
  },
  'a correction half written': async (page) => {
    await page.goto('/responders/lv-centrs-marta');
    await page
      .getByRole('link', { name: /^Wrong/ })
      .first()
      .click();
    await page.getByRole('textbox').last().fill('dead since March');
  },
  Kept: async (page) => {
    await page.goto('/workspace');
    await page.getByRole('searchbox', { name: 'Search what you keep' }).fill('popescu');
    await expect(page.getByRole('link', { name: /Ana Popescu/ })).toBeVisible();
  },
  'a search': async (page) => {
    await page.goto('/search');
    await page.getByRole('searchbox', { name: 'Search' }).fill('debt bondage');
    await expect(page.locator('[data-hit]').first()).toBeVisible();
  },
};

const WIPES: Record<string, (page: Page) => Promise<unknown>> = {
  'Delete everything': async (page) => {
    await page.goto('/settings');
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Everything is deleted' })).toBeVisible();
  },
  'Delete all that is mine': async (page) => {
    await page.goto('/workspace');
    await page.getByRole('button', { name: 'Delete all that is mine' }).click();
    await page.getByRole('button', { name: 'Delete it' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing of yours is here any more' })).toBeVisible();
  },
};

/** All that a tab shows and holds, and what all tabs have in common. */
const held = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify([
      document.title,
      document.body.textContent,
      [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
      { ...sessionStorage },
      { ...localStorage },
      history.state,
    ]),
  );

/** It hears of other tabs from when nothing else is to be done. */
const hears = (page: Page) =>
  page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/deletedElsewhere-')),
  );

async function expectNothing(page: Page) {
  await expect(title(page).first()).toBeVisible();
  await expect.poll(() => held(page)).not.toMatch(MINE);
}

for (const [name, wipe] of Object.entries(WIPES)) {
  test(`after "${name}" no other tab shows or holds anything, whatever is done there next`, async ({ context }) => {
    test.slow();
    const moves = fc.array(fc.constantFrom('back', 'forward', 'reload', 'wait'), { minLength: 1, maxLength: 3 });
    const tabs = fc.uniqueArray(fc.constantFrom(...Object.keys(TABS)), { minLength: 2, maxLength: 3 });
    const all = Object.keys(TABS);
    await fc.assert(
      fc.asyncProperty(tabs, moves, async (names, sequence) => {
        const page = await context.newPage();
        await page.goto('/workspace/contacts/new');
        await page.getByLabel('Name', { exact: true }).fill('Ana Popescu');
        await page.getByRole('button', { name: 'Keep', exact: true }).click();
        await expect(title(page)).toHaveText('Ana Popescu');
        const others: Page[] = [];
        for (const tab of names) {
          const other = await context.newPage();
          await TABS[tab]?.(other);
          await hears(other);
          others.push(other);
        }

        await wipe(page);
        for (const other of others) await expectNothing(other);
        const left = await page.evaluate(async () => ({
          mark: localStorage.getItem('harbour.kept'),
          databases: (await indexedDB.databases()).map((database) => database.name),
        }));
        expect(left.mark).toBeNull();
        if (name === 'Delete everything') expect(left.databases).toEqual([]);
        for (const other of others) {
          for (const move of sequence) {
            const { canGoBack, canGoForward } = await other.evaluate(() => ({
              canGoBack: navigation.canGoBack,
              canGoForward: navigation.canGoForward,
            }));
            if (move === 'reload') await other.reload();
            if (move === 'back' && canGoBack) await other.goBack();
            if (move === 'forward' && canGoForward) await other.goForward();
            await expectNothing(other);
          }
        }
        await page.goto('/workspace');
        await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
        for (const each of [page, ...others]) await each.close();
      }),
      { numRuns: 3, endOnFailure: true, examples: [[all, ['reload', 'back']]] },
    );
  });
}

for (const [name, wipe] of Object.entries(WIPES)) {
  test(`a page that was frozen during "${name}" shows nothing of before once it is thawed`, async ({
    page,
    context,
  }) => {
    const other = await context.newPage();
    // Chromium under test freezes no pages: it is kept from hearing, and the events are given by hand.
    await other.addInitScript(() =>
      addEventListener('storage', (event) => Object.hasOwn(window, 'frozen') && event.stopImmediatePropagation(), {
        capture: true,
      }),
    );
    await TABS['a contact half written']?.(other);
    await hears(other);
    await other.evaluate(() => {
      Object.assign(window, { frozen: true });
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    });
    await wipe(page);
    expect(await held(other)).toMatch(MINE);
    await other.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expectNothing(other);
    expect(await page.evaluate(() => localStorage.getItem('harbour.kept'))).toBeNull();
  });
}

const FORGET = {
  'Forget cases': async (page: Page) => {
    await page.goto('/settings');
    await page.getByRole('button', { name: 'Forget cases' }).click();
    await expect(page.getByText('The cases are forgotten.')).toBeVisible();
  },
};

test('after "Forget cases" what was half written in other tabs is gone from them, and can be begun anew', async ({
  page,
  context,
}) => {
  const forms = ['a contact half written', 'a correction half written'];
  const others: Page[] = [];
  for (const tab of forms) {
    const other = await context.newPage();
    await TABS[tab]?.(other);
    others.push(other);
  }
  await FORGET['Forget cases'](page);
  for (const other of others) {
    await expectNothing(other);
    const field = other.getByRole('textbox').last();
    await field.pressSequentially('begun anew');
    await expect(field).toHaveValue('begun anew');
    await other.reload();
    await expect(other.getByRole('textbox').last()).toHaveValue('begun anew');
  }
});

test('the calendar holds nothing of a case, however one came to it', async ({ page }) => {
  await TABS['a search']?.(page);
  expect(await held(page)).toMatch(MINE);
  await page.goto('/away.html');
  await expectNothing(page);
});

for (const [name, wipe] of Object.entries({ ...WIPES, ...FORGET })) {
  test(`after "${name}" it is said what no page can clear without being asked for it there`, async ({ page }) => {
    await wipe(page);
    await expect(page.getByText(/may still be on the clipboard: copy something else/)).toBeVisible();
  });
}
