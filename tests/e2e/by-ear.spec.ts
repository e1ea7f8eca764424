/** What is heard and where the focus goes, for whoever sees nothing of the screen. */
import { expect, type Page, test } from '@playwright/test';

test.use({ serviceWorkers: 'block' });

test.beforeEach(({ page }) =>
  page.addInitScript(() =>
    localStorage.setItem('harbour.settings', JSON.stringify({ language: 'en', country: 'fi', role: 'police' })),
  ),
);

const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name, exact: true }).first().focus();
  await page.keyboard.press('Enter');
};

async function keep(page: Page, id: string) {
  await page.goto(`/responders/${id}`);
  await press(page, 'Keep');
  await expect(page.getByRole('button', { name: 'Kept', exact: true })).toBeVisible();
}

test('the parts of the directory are not counted aloud while it is opened', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = { counted: 0, aloud: [] as string[] };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      if (/\d of \d+ parts/.test(document.getElementById('content')?.textContent ?? '')) seen.counted++;
      for (const live of document.querySelectorAll('#content [role="status"]')) {
        if (/\d of \d/.test(live.textContent ?? '')) seen.aloud.push(live.textContent ?? '');
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await page.goto('/countries/compare');
  await expect(page.getByRole('heading', { level: 1, name: 'Compare countries' })).toBeVisible();
  const seen = await page.evaluate(() => (window as unknown as { seen: { counted: number; aloud: string[] } }).seen);
  expect(seen.counted).toBeGreaterThan(0);
  expect(seen.aloud).toEqual([]);
});

test('what takes its own row away gives the focus to the one beside it, and the last one to the heading', async ({
  page,
}) => {
  await keep(page, 'fi-auttamisjarjestelma');
  await keep(page, 'lv-patverums-drosa-maja');
  await keep(page, 'ee-ska-ohvriabi-kriisitelefon');
  await page.goto('/workspace');
  const rows = page.getByRole('list', { name: 'Kept responders' }).getByRole('article');
  await expect(rows).toHaveCount(3);
  for (let left = 3; left > 1; left--) {
    await press(page, /^Remove /);
    await expect(rows).toHaveCount(left - 1);
    await expect(rows.first().getByRole('link').first()).toBeFocused();
  }
  await press(page, /^Remove /);
  await expect(rows).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await press(page, 'Clear this list');
  await expect(page.getByRole('button', { name: 'Clear this list' })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('whoever presses Enter twice in haste deletes nothing, and hears what cannot be brought back', async ({
  page,
}) => {
  await page.goto('/settings');
  await press(page, 'Delete everything');
  const question = page.getByRole('dialog', { name: 'Delete everything from this device?' });
  await expect(question).toHaveAccessibleDescription(/cannot be brought back/);
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('first words: what stands before the person is said with its meaning as it opens, and with every other sentence', async ({
  page,
}) => {
  await page.goto('/first-words');
  await press(page, 'Български');
  await page.getByRole('button', { name: /^Do you need a doctor/ }).focus();
  await page.keyboard.press('Enter');
  const facing = page.getByRole('dialog', { name: 'Say it in their language' });
  await expect(facing).toHaveAccessibleDescription('Do you need a doctor?');
  // A place that is put in anew together with its words is not read out.
  const live = facing.locator('[aria-live="polite"]');
  await expect(live).toHaveText(['Имате ли нужда от лекар?', 'Do you need a doctor?']);
  const places = await live.elementHandles();
  await press(page, 'Next sentence');
  await expect(live.last()).toHaveText('Are you hurt, or in pain?');
  for (const place of places) expect(await place.evaluate((one) => one.isConnected)).toBe(true);
});

test('a number is said as it is read, and a note has one heading over its parts', async ({ page }) => {
  await page.goto('/responders/lv-patverums-drosa-maja');
  await expect(page.getByRole('link', { name: 'Wrong? Tell the curators: +371 67 898 343' })).toBeVisible();
  await page.goto('/referral/note?found=fi&origin=ua&age=adult');
  const note = page.getByRole('article').first();
  await expect(note.getByRole('heading', { level: 2 })).toHaveText(['Handover note']);
  await expect(note.getByRole('heading', { level: 3 }).first()).toBeVisible();
});

test('another part of a visit takes the focus', async ({ page }) => {
  await page.goto('/workspace/visits/new?to=ro');
  await press(page, 'Prepare this visit');
  await page.getByRole('link', { name: 'There', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'There', exact: true })).toBeFocused();
});

test('where the system gives the colours, the place one is in and what is pressed differ from the rest', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/responders/lv-patverums-drosa-maja');
  const ground = (name: string, role: 'button' | 'link') =>
    page
      .locator('#app')
      .getByRole(role, { name, exact: true })
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor);
  const unpressed = await ground('Keep', 'button');
  await press(page, 'Keep');
  await expect.poll(() => ground('Kept', 'button')).not.toBe(unpressed);
  // Else the text gets the page's ground behind it.
  await expect(page.getByRole('button', { name: 'Kept', exact: true })).toHaveCSS('forced-color-adjust', 'none');
  await page.goto('/guides');
  await expect(page.getByRole('heading', { level: 1, name: 'Guides' })).toBeVisible();
  expect(await ground('Guides', 'link')).not.toBe(await ground('Countries', 'link'));
});
