/** What is known of a case is known to its tab alone, until one keeps it, and to nobody once it is forgotten. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import fc from 'fast-check';

/** Words of the case, as they are written in an address, in what is stored, and on a screen. */
const CASE = /found|origin|sexual|ukrain|female|debt|leipzig|abducted|passport/i;
const PLAN = 'found=pl&age=adult&sex=female&form=sexual&origin=ua';
const WORDS = 'debt bondage Leipzig';

test.beforeEach(({ context }) =>
  context.addInitScript(() => {
    // Only once: it is deleted in some of the tests.
    if (!sessionStorage.getItem('begun')) localStorage.setItem('harbour.settings', '{"language":"en"}');
    sessionStorage.setItem('begun', '1');
  }),
);

const title = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });
const box = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search' });
const steps = (page: Page): Locator => page.locator('[data-step]');
const hits = (page: Page): Locator => page.locator('[data-hit]');

/** All that is left where others can look: the tab's list of entries with addresses, titles and what each of them says. */
const inHistory = (page: Page) =>
  page.evaluate(() =>
    [location.href, document.title, JSON.stringify(history.state), ...navigation.entries().map(({ url }) => url)].join(
      '\n',
    ),
  );

/** All that outlives the tab. */
const onDevice = (page: Page) =>
  page.evaluate(async () => {
    const rows: unknown[] = Object.entries(localStorage);
    if (!(await indexedDB.databases()).some(({ name }) => name === 'workspace')) return JSON.stringify(rows);
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('workspace'));
    for (const name of database.objectStoreNames) {
      rows.push(name, ...(await done(database.transaction(name).objectStore(name).getAll())));
    }
    database.close();
    return JSON.stringify(rows);
  });

async function expectNoTrace(page: Page) {
  await expect.poll(() => inHistory(page)).not.toMatch(CASE);
  expect(await onDevice(page)).not.toMatch(CASE);
}

/** Nothing on the screen was answered or typed. */
async function expectNothingOf(page: Page) {
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(steps(page)).toHaveCount(0);
  await expect(page.getByText(/Poland · |Woman or girl · /)).toHaveCount(0);
  for (const field of await page.locator('input[type=search]').all()) await expect(field).toHaveValue('');
  await expect(page.locator('input:checked').and(page.locator('[type=checkbox]'))).toHaveCount(0);
  // "Not said" is what is left of a question.
  for (const answer of await page.locator('#content input[type=radio]:checked').all()) {
    await expect(answer.locator('xpath=..')).toHaveText(/Not said|As the device|Normal|English/);
  }
}

/** What somebody does with a case, in the order in which it can be done. */
async function work(page: Page) {
  await page.goto(`/search?q=${encodeURIComponent(WORDS)}`);
  await expect(hits(page).first()).toBeVisible();
  await page.goto(`/referral?${PLAN}`);
  await page.locator('[data-step="talk.explain"]').getByRole('checkbox').check();
  await page.getByText('What you answered').click();
  await page.getByRole('link', { name: /^Who is it/ }).click();
  await expect(title(page, 'Who is it?')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Woman or girl' })).toBeChecked();
}

const FORGETTING = {
  'Forget cases': async (page: Page) => {
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Forget cases' }).click();
    await expect(page.getByText('The cases are forgotten.')).toBeVisible();
  },
  'Delete everything': async (page: Page) => {
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(title(page, 'Everything is deleted')).toBeVisible();
    await expect(page).toHaveURL('/');
    // What only the browser can clear is said.
    await expect(page.getByText(/The browser’s own history may still show/)).toBeVisible();
  },
};

test.describe('while one works on it', () => {
  test('the plan stands neither in the address, the title or the history, nor on the device', async ({ page }) => {
    await page.goto(`/referral#${PLAN}`);
    await expect(steps(page).first()).toBeVisible();
    await expectNoTrace(page);
    // Nor does the way past the navigation lose it.
    await page.getByRole('link', { name: 'Skip to content' }).press('Enter');
    await expect(page.locator('#content')).toBeFocused();
    await expect(steps(page).first()).toBeVisible();
    await page.getByText('What you answered').click();
    await page.getByRole('link', { name: /^What does the person want/ }).click();
    await expect(title(page, 'What does the person want?')).toBeVisible();
    await expectNoTrace(page);
    await page.getByRole('button', { name: 'Show the plan' }).click();
    await page.locator('[data-step="talk.explain"]').getByRole('checkbox').check();
    await page.getByRole('link', { name: 'Handover note' }).first().click();
    await expect(title(page, 'Handover note')).toBeVisible();
    await expect(page.locator('article[lang="en"]')).toContainText('Comes from: Ukraine');
    await expectNoTrace(page);
    // Kept, it is on the device, and there alone.
    await page.goBack();
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
    expect(await onDevice(page)).toContain('origin=ua');
    expect(await inHistory(page)).not.toMatch(CASE);
  });

  test('what was kept is opened without saying so in the address', async ({ page }) => {
    await page.goto(`/referral?${PLAN}`);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
    await page.goto('/workspace');
    const link = page.getByRole('link', { name: /^Poland/ });
    await expect(link).toHaveAttribute('href', '/referral');
    await link.click();
    await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
    expect(await inHistory(page)).not.toMatch(CASE);
  });

  test('the words of a search are found again by Back, Forward and a reload, and nowhere else', async ({ page }) => {
    await page.goto('/');
    await box(page).click();
    await page.keyboard.type('abducted in Leipzig');
    await expect(page).toHaveURL('/search');
    await expect(hits(page).first()).toBeVisible();
    await expectNoTrace(page);
    await page.goBack();
    await expect(box(page)).toHaveValue('');
    await page.goForward();
    await expect(box(page)).toHaveValue('abducted in Leipzig');
    await page.reload();
    await expect(box(page)).toHaveValue('abducted in Leipzig');
    await expect(hits(page).first()).toBeVisible();
    await expectNoTrace(page);
    // What happened leads into a plan.
    await box(page).fill('passport taken in Leipzig');
    await page.locator('#content a[href="/referral"]').click();
    await expect(page).toHaveURL('/referral');
    await expect(steps(page).first()).toBeVisible();
    await expectNoTrace(page);
  });

  test('an address with words in it is understood, and replaced by one without; filters stay', async ({ page }) => {
    await page.goto('/search?q=helpline&country=ee&without=country:ee');
    await expect(box(page)).toHaveValue('helpline');
    await expect(page).toHaveURL('/search?country=ee');
    await page.getByRole('button', { name: 'Take off: Only in Estonia' }).click();
    await expect(page).toHaveURL('/search');
    await expect(box(page)).toHaveValue('helpline');
    await page.reload();
    await expect(box(page)).toHaveValue('helpline');
    await expect(page.getByRole('button', { name: /^Understand/ })).toBeVisible();
  });

  test('what is typed into the glossary is treated alike', async ({ page }) => {
    await page.goto('/glossary?q=debt%20bondage&b=et');
    const field = page.getByRole('searchbox');
    await expect(field).toHaveValue('debt bondage');
    await expect(page).toHaveURL('/glossary?b=et');
    await field.fill('abducted');
    await page.getByRole('combobox').first().selectOption('lv');
    await expect(page).toHaveURL('/glossary?b=et&a=lv');
    await expectNoTrace(page);
    await page.reload();
    await expect(field).toHaveValue('abducted');
  });

  test('neither the tab nor the history says which language the person speaks', async ({ page }) => {
    await page.goto('/first-words');
    await page.getByRole('button', { name: 'Українська' }).click();
    await expect(title(page, 'Українська')).toBeVisible();
    await expect(page).toHaveTitle('Say it in their language · Harbour');
    expect(await inHistory(page)).not.toMatch(/ukrain|україн|[/=]uk\b/i);
    expect(await onDevice(page)).not.toMatch(/ukrain|україн|"uk"/i);
  });

  test('another case begins with nothing of the one before', async ({ page }) => {
    await page.goto(`/referral?${PLAN}`);
    await page.locator('[data-step="talk.explain"]').getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
    await page.getByRole('link', { name: 'Plan', exact: true }).click();
    await expectNothingOf(page);
    await page.getByRole('radio', { name: 'NGO' }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('radio', { name: 'Finland' }).check();
    await page.getByRole('button', { name: 'Show the plan' }).click();
    await expect(steps(page).first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible();
    await expect(page.locator('[data-step] input:checked')).toHaveCount(0);
    await expect(page.getByText('The plan has changed.')).toHaveCount(0);
    await page.goto('/workspace');
    await page.getByRole('link', { name: /^Poland/ }).click();
    await expect(page.locator('[data-step="talk.explain"]').getByRole('checkbox')).toBeChecked();
  });
});

for (const [name, forget] of Object.entries(FORGETTING)) {
  test.describe(`after "${name}"`, () => {
    test('Back, Forward and Reload show nothing of it, in whatever order', async ({ context }) => {
      test.slow();
      const moves = fc.array(fc.constantFrom('back', 'back', 'forward', 'reload'), { minLength: 6, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(moves, fc.boolean(), async (sequence, kept) => {
          // With a history of its own: the one before had opened a country.
          const page = await context.newPage();
          await page.goto('/');
          await work(page);
          if (kept) {
            await page.getByRole('button', { name: 'Show the plan' }).click();
            await page.getByRole('button', { name: 'Keep', exact: true }).click();
            await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
          }
          await forget(page);
          await expectNoTrace(page);
          for (const move of sequence) {
            const { canGoBack, canGoForward } = await page.evaluate(() => ({
              canGoBack: navigation.canGoBack,
              canGoForward: navigation.canGoForward,
            }));
            if (move === 'reload') await page.reload();
            if (move === 'back' && canGoBack) await page.goBack();
            if (move === 'forward' && canGoForward) await page.goForward();
            await expectNothingOf(page);
            await expectNoTrace(page);
          }
          await page.goto('/workspace');
          await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
          // The directory is there as before.
          await page.goto('/countries/pl');
          await expect(title(page, 'Poland')).toBeVisible();
          await page.close();
        }),
        { numRuns: 3, endOnFailure: true },
      );
    });

    test('other tabs show nothing of theirs either, nor does one that the browser opens again', async ({
      page,
      context,
    }) => {
      const other = await context.newPage();
      await other.goto(`/referral?${PLAN}`);
      await expect(steps(other).first()).toBeVisible();
      const third = await context.newPage();
      await third.goto('/search');
      await box(third).fill(WORDS);
      await expect(hits(third).first()).toBeVisible();
      // What the browser puts back into a tab that was closed.
      const inTab = () => third.evaluate(() => ({ ...sessionStorage }));
      await expect.poll(async () => JSON.stringify(await inTab())).toMatch(CASE);
      const tab = await inTab();

      await page.goto('/');
      await forget(page);
      await expectNothingOf(other);
      await expectNothingOf(third);
      await third.evaluate((rows) => Object.assign(sessionStorage, rows), tab);
      await third.reload();
      await expectNothingOf(third);
      expect(JSON.stringify(await inTab())).not.toMatch(CASE);
      // A new case can be begun where the old one was.
      await box(third).fill('shelter');
      await third.reload();
      await expect(box(third)).toHaveValue('shelter');
    });
  });
}

test('"Forget cases" leaves what is kept of the directory, the settings and the directory itself', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.goto('/responders?country=lv');
  await page.locator('[data-responder] a[href^="/responders/"]').first().click();
  await expect(page).toHaveURL(/\/responders\/./);
  const { pathname } = new URL(page.url());
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Kept/ })).toBeVisible();
  await page.goto('/guides/roles/health');
  await page.locator('main li input[type=checkbox]').first().check();
  await expect.poll(() => onDevice(page)).toContain('roles/health');
  await FORGETTING['Forget cases'](page);
  expect(await onDevice(page)).not.toContain('roles/health');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await page.goto('/workspace');
  await expect(page.locator(`#content a[href="${pathname}"]`)).toBeVisible();
  await page.goto('/guides/roles/health');
  await expect(page.locator('main li input[type=checkbox]').first()).not.toBeChecked();
  await page.goto('/search');
  await expect(page.getByRole('region', { name: 'For example' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Opened last' })).toHaveCount(0);
});

test('a link is made only where one asks for it, says no role, and opens the same plan', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => Object.defineProperty(navigator, 'share', { value: undefined }));
  await page.goto('/referral?role=health&found=pl&sex=female');
  await expect(page.getByText('A shared link carries the answers')).toBeVisible();
  await page.getByRole('button', { name: 'Share link' }).click();
  await expect(page.getByText('The link is copied.')).toBeVisible();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect([link.pathname, link.search, link.hash]).toEqual(['/referral', '', '#found=pl&sex=female']);
  const other = await context.newPage();
  await other.goto(link.href);
  await expect(other.locator('[data-step="talk.alone"]')).toBeVisible();
  await expect.poll(() => other.url()).toBe(`${link.origin}/referral`);
  // Pasted where a plan is open already, it is no new page for the browser.
  await page.evaluate((hash) => {
    location.hash = hash;
  }, 'found=fi&sex=male');
  await expect(page).toHaveURL(/\/referral$/);
  await expect(page.locator('summary', { hasText: 'Finland' })).toBeVisible();
});
