/** What the browser has cleared is said to be gone, once; what the user has deleted is not said to be anything. */
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';

const CLEARED = 'What you kept is no longer here';
const EMPTY = 'Nothing kept yet';
const MARK = 'harbour.kept';

const heading = (page: Page, name: string) => page.getByRole('heading', { name });
const mark = (page: Page) => page.evaluate((key) => localStorage.getItem(key), MARK);
const settings = (page: Page, change: object = {}) =>
  page.addInitScript(
    (value) => localStorage.setItem('harbour.settings', value),
    JSON.stringify({ language: 'en', country: 'lv', ...change }),
  );

/** What the browser itself does when it makes room, or is asked to. */
async function browserClears(page: Page, storageTypes: string) {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes });
}

async function keepContact(page: Page) {
  await page.goto('/workspace/contacts/new');
  await page.getByLabel('Name', { exact: true }).fill('Ana Popescu');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Popescu' })).toBeVisible();
}

async function keepPlan(page: Page) {
  await page.goto('/referral?found=pl&age=adult&sex=female&origin=ua');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
}

test('when the browser cleared it, that is said instead of "nothing yet", with the way back, until something is kept', async ({
  page,
}) => {
  await settings(page);
  await page.goto('/workspace');
  await expect(heading(page, EMPTY)).toBeVisible();
  expect(await mark(page)).toBeNull();
  await keepContact(page);
  expect(await mark(page)).toBe('1');

  await browserClears(page, 'indexeddb');
  await page.goto('/workspace');
  await expect(heading(page, CLEARED)).toBeVisible();
  await expect(heading(page, EMPTY)).toHaveCount(0);
  await expect(page.getByText('Ana Popescu')).toHaveCount(0);
  expect((await violations(page, '#content')).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await expect(page.locator('#content').getByRole('link', { name: 'Keep Harbour on this device' })).toHaveAttribute(
    'href',
    '/settings',
  );
  await page.locator('#content').getByRole('link', { name: 'Backup: make one, or bring one back' }).first().click();
  await expect(page).toHaveURL('/workspace/backup');

  // Opening a responder is no keeping: it is still said.
  await page.goto('/responders/lv-uzticibas-talrunis-28612120');
  await expect(page.locator('#content h1')).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Kept' }).click();
  await expect(heading(page, 'Opened recently')).toBeVisible();
  await expect(heading(page, CLEARED)).toBeVisible();
  await keepContact(page);
  await page.goto('/workspace');
  await expect(page.getByRole('link', { name: /Ana Popescu/ })).toBeVisible();
  await expect(heading(page, CLEARED)).toHaveCount(0);
});

test('once understood it is not said again', async ({ page }) => {
  await settings(page);
  await keepContact(page);
  await browserClears(page, 'indexeddb');
  await page.goto('/workspace');
  await expect(heading(page, CLEARED)).toBeVisible();
  await page.getByRole('button', { name: 'Understood' }).click();
  await expect(heading(page, EMPTY)).toBeVisible();
  await expect(heading(page, CLEARED)).toHaveCount(0);
  await page.reload();
  await expect(heading(page, EMPTY)).toBeVisible();
  await expect(heading(page, CLEARED)).toHaveCount(0);
});

test('where all was cleared, nothing is known and nothing is said', async ({ page }) => {
  await settings(page);
  await keepContact(page);
  await browserClears(page, 'all');
  await page.goto('/workspace');
  await expect(heading(page, EMPTY)).toBeVisible();
  await expect(heading(page, CLEARED)).toHaveCount(0);
});

/** All ways in which the user deletes what was kept. */
const WAYS: Record<string, [keep: (page: Page) => Promise<void>, remove: (page: Page) => Promise<void>]> = {
  'the contact alone': [
    keepContact,
    async (page) => {
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await expect(page.getByText('The contact and its notes are deleted.')).toBeVisible();
    },
  ],
  'the plan alone': [
    keepPlan,
    async (page) => {
      await page.getByRole('button', { name: 'Kept: forget' }).click();
      await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible();
      await expect.poll(() => mark(page)).toBeNull();
    },
  ],
  '"Forget cases"': [
    keepPlan,
    async (page) => {
      await page.goto('/settings');
      await page.getByRole('button', { name: 'Forget cases' }).click();
      await expect(page.getByText('The cases are forgotten.')).toBeVisible();
    },
  ],
  '"Delete everything"': [
    keepContact,
    async (page) => {
      await page.goto('/settings');
      await page.getByRole('button', { name: 'Delete everything' }).click();
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await expect(heading(page, 'Everything is deleted')).toBeVisible();
    },
  ],
  'all of it, in Kept': [
    keepContact,
    async (page) => {
      await page.goto('/workspace');
      await page.getByRole('button', { name: 'Delete all that is mine' }).click();
      await page.getByRole('button', { name: 'Delete it' }).click();
      await expect(heading(page, 'Nothing of yours is here any more')).toBeVisible();
    },
  ],
};

for (const [what, [keep, remove]] of Object.entries(WAYS)) {
  test(`who deletes ${what} is not told that the browser did it, and the mark goes too`, async ({ page }) => {
    await settings(page);
    await keep(page);
    expect(await mark(page)).toBe('1');
    await remove(page);
    expect(await mark(page)).toBeNull();
    await page.goto('/workspace');
    await expect(heading(page, EMPTY)).toBeVisible();
    await expect(heading(page, CLEARED)).toHaveCount(0);
  });
}
