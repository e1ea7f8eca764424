import { expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { violations } from './axe.ts';

/** The settings as the app keeps them, before the first page. */
async function settings(page: Page, change: Record<string, unknown>) {
  await page.addInitScript((value) => localStorage.setItem('harbour.settings', JSON.stringify(value)), change);
}

const box = (page: Page) => page.getByRole('searchbox', { name: 'Search' });
const hits = (page: Page) => page.locator('[data-hit]');
const responders = (page: Page) => page.getByRole('region', { name: /^\d+ responders?$/ });

test('what is typed on Home becomes the search, without losing a letter or the focus', async ({ page }) => {
  await settings(page, { country: 'lv' });
  await page.goto('/');
  await box(page).click();
  await page.keyboard.type('safe house');
  await expect(page).toHaveURL('/search');
  await expect(box(page)).toHaveValue('safe house');
  await expect(box(page)).toBeFocused();
  await expect(page).toHaveTitle('Search · Harbour');
  const first = responders(page).getByRole('listitem').first();
  await expect(first.getByRole('link', { name: /Safe House/ })).toBeVisible();
  await expect(first.locator('a[href^="tel:+371"]')).toBeVisible();

  // All that typing is one entry in the history.
  await page.goBack();
  await expect(page).toHaveURL('/');
  await expect(box(page)).toHaveValue('');
  await expect(page.locator('#emergency')).toBeVisible();
});

test('an address carries the search in; coming back to it keeps it and leaves the keyboard down', async ({ page }) => {
  await page.goto('/search?q=safe%20house');
  await expect(box(page)).toHaveValue('safe house');
  await hits(page).first().click();
  await expect(page).toHaveURL(/\/responders\//);
  await page.goBack();
  await expect(box(page)).toHaveValue('safe house');
  await expect(hits(page).first()).toBeVisible();
  await expect(box(page)).not.toBeFocused();
});

test('a tap right after the last letter still keeps that letter in the history', async ({ page }) => {
  await page.goto('/search');
  await box(page).fill('safe house');
  await expect(responders(page)).toBeVisible();
  await box(page).press('End');
  await page.keyboard.type('s');
  await page.evaluate(() => document.querySelector<HTMLElement>('nav a[href="/countries"]')?.click());
  await expect(page).toHaveURL('/countries');
  await page.goBack();
  await expect(box(page)).toHaveValue('safe houses');
});

test('the search button leads into the empty box, with where to begin', async ({ page }) => {
  await page.goto('/countries');
  await page.getByRole('link', { name: 'Search' }).click();
  await expect(box(page)).toBeFocused();
  const examples = page.getByRole('region', { name: 'For example' });
  await expect(examples.getByRole('button')).toHaveCount(4);
  await expect(page.getByRole('region', { name: /What is needed/ })).toBeVisible();
  await examples.getByRole('button').first().click();
  await expect(box(page)).not.toHaveValue('');
  await expect(hits(page).first()).toBeVisible();
});

test('matches are marked in the spelling of the data, and a hit says why it is there', async ({ page }) => {
  await page.goto('/search?q=drosa%20maja');
  // Typed without the accents, marked with them.
  await expect(page.locator('mark', { hasText: 'Drošā' }).first()).toBeVisible();
});

test('arrow keys go through the results, Esc back to the box, Enter to the first', async ({ page }) => {
  await page.goto('/search?q=shelter');
  await expect(hits(page).nth(2)).toBeVisible();
  await box(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(hits(page).nth(0)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('shelter');
});

test('the result is spoken once typing pauses', async ({ page }) => {
  await page.goto('/search?q=safe%20house');
  await expect(
    page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /result/ }),
  ).toHaveText(/^\d+ results?(, first|): /);
});

test('groups come responders first, and show all when asked', async ({ page }) => {
  await page.goto('/search?q=latvia');
  const groups = page.getByRole('main').getByRole('heading', { level: 2 });
  await expect(groups.first()).toHaveText(/responder/);
  const count = Number((await groups.first().textContent())?.match(/\d+/)?.[0]);
  expect(count).toBeGreaterThan(5);
  await expect(responders(page).locator('[data-hit]')).toHaveCount(5);
  await responders(page)
    .getByRole('button', { name: /^Show all/ })
    .click();
  await expect(responders(page).locator('[data-hit]')).toHaveCount(count);
});

test('part of a number shows that number, also where another one is usually called first', async ({ page }) => {
  await page.goto('/search?q=28612120');
  await expect(responders(page).getByRole('listitem')).toHaveCount(2);
  await expect(responders(page).locator('a[href="tel:+37128612120"]')).toHaveCount(2);
});

test('a short answer stands alone at once, with no group of the answer before below it', async ({ page }) => {
  await page.goto('/search?q=shelter');
  await expect(page.getByRole('region', { name: /good practices$/ })).toBeVisible();
  await page.evaluate(() => {
    const headings = () => [...document.querySelectorAll('#content h2')].map((heading) => heading.textContent).join();
    const shown = [headings()];
    Object.assign(window, { shown });
    new MutationObserver(() => shown.push(headings())).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await box(page).fill('28612120');
  await expect(page.getByRole('region', { name: /^\d+ responders$|good practices$/ })).toHaveCount(1);
  expect(new Set(await page.evaluate<string[]>('shown'))).toHaveProperty('size', 2);
});

test('only one country, by a tap, and the address says so', async ({ page }) => {
  await settings(page, { country: 'ee' });
  await page.goto('/search?q=helpline');
  await page.getByRole('button', { name: 'Only in Estonia' }).click();
  await expect(page).toHaveURL('/search?country=ee');
  for (const href of await responders(page)
    .locator('[data-hit]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
    expect(href).toMatch(/^\/responders\/ee-/);
  }
  await page.getByRole('button', { name: 'Take off: Only in Estonia' }).click();
  await expect(page).toHaveURL('/search');
  // Where nothing that is found is of one country, it would do nothing.
  await page.getByRole('searchbox').fill('glossary');
  await expect(page.getByRole('link', { name: 'Glossary', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Only in Estonia' })).toHaveCount(0);
});

test('legal facts and points of measures lead to their place on the country’s page', async ({ page }) => {
  await page.goto('/search?q=reflection%20period%20latvia');
  const facts = page.getByRole('region', { name: /legal fact|point/ }).locator('[data-hit]');
  await expect(facts.first()).toHaveAttribute('href', /^\/countries\/[a-z]{2}#/);
  const anchor = (await facts.first().getAttribute('href'))?.split('#')[1];
  await facts.first().click();
  await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
});

test('nothing found: says so, and offers the way into the country', async ({ page }) => {
  await settings(page, { country: 'lv' });
  await page.goto('/search?q=qqqqwwwwzzzz');
  await expect(page.getByText(/“qqqqwwwwzzzz”/)).toBeVisible();
  await expect(page.getByRole('main').locator('a[href="tel:+37167898343"]')).toBeVisible();
});

test('an emptied box has where to begin below it and no result to go to; what was typed is nowhere in the page', async ({
  page,
}) => {
  await settings(page, { country: 'lv' });
  await page.goto('/search?q=qqqqwwwwzzzz');
  await expect(page.getByText(/“qqqqwwwwzzzz”/)).toBeVisible();
  await box(page).fill('');
  await expect(page.getByRole('region', { name: 'For example' })).toBeVisible();
  await expect.poll(() => page.content()).not.toContain('qqqqwwwwzzzz');
  await expect(hits(page).filter({ visible: true })).toHaveCount(0);
  await box(page).press('ArrowDown');
  await expect(box(page)).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: /found/ })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

/** All that stands under the box and can be seen, as it is read. */
const seen = (page: Page) => page.locator('#content').innerText();

test('whatever was typed, emptied and left out before, the answer is that of a box that was just opened', async ({
  page,
  context,
}) => {
  test.slow();
  await settings(page, { country: 'lv' });
  await page.goto('/search');
  await expect(box(page)).toBeFocused();
  const texts = ['shelter', 's', 'patvērums rīga', 'forced labour', '116', 'qqqqwwww', 'ROSA', 'child missing', '112'];
  const steps = fc.array(
    fc.oneof(
      fc.constantFrom(...texts, '').map((text) => ({ text, leave: false })),
      fc.constantFrom(...texts).map((text) => ({ text, leave: true })),
    ),
    { minLength: 3, maxLength: 6 },
  );
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom(...texts), async (walk, last) => {
      for (const { text, leave } of walk) {
        await box(page).fill(text);
        if (!leave) continue;
        await page.evaluate(() => document.querySelector<HTMLElement>('nav a[href="/countries"]')?.click());
        await expect(page).toHaveURL('/countries');
        await page.goBack();
        await expect(box(page)).toHaveValue(text);
      }
      await box(page).fill(last);
      const fresh = await context.newPage();
      await settings(fresh, { country: 'lv' });
      await fresh.goto('/search');
      await box(fresh).fill(last);
      await expect(
        hits(fresh)
          .filter({ visible: true })
          .or(fresh.getByText(`“${last}”`))
          .first(),
      ).toBeVisible();
      // The guidance comes to a new page after the directory.
      await expect.poll(async () => (await seen(page)) === (await seen(fresh))).toBe(true);
      await fresh.close();
    }),
    { numRuns: 6 },
  );
});

test('the directory out of reach: says what works, and tries again', async ({ page }) => {
  await page.route('**/data/**', (route) => route.abort());
  await page.goto('/search?q=shelter');
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be searched' })).toBeVisible();
  await page.unroute('**/data/**');
  // It may have come by itself before one presses.
  await expect(async () => {
    const again = page.getByRole('button', { name: 'Try again' });
    if (await again.isVisible()) await again.click({ timeout: 1000 });
    await expect(hits(page).first()).toBeVisible({ timeout: 5000 });
  }).toPass();
  // The guidance could not be had either.
  await expect(page.getByRole('region', { name: /terms? of the glossary/ })).toBeVisible();
});

for (const [what, file, query, after] of [
  ['the guidance', 'guides', 'reflection period', { role: 'region', name: /terms? of the glossary/ }],
  ['what the search is made of', 'search', 'passport taken', { role: 'link', name: /^Make a plan: / }],
] as const) {
  test(`${what} out of reach: whom to call is found without it, and it is asked for when one searches again`, async ({
    page,
  }) => {
    const pack = new RegExp(`/data/${file}\\..*\\.json$`);
    const refused = page.waitForEvent('console', (message) => message.text().startsWith('search:'));
    await page.route(pack, (route) => route.abort());
    await page.goto(`/search?q=${encodeURIComponent(query)}`);
    await expect(hits(page).first()).toBeVisible();
    await refused;
    const better = page.getByRole(after.role, { name: after.name });
    await expect(better).toHaveCount(0);
    await page.unroute(pack);
    await page.getByRole('link', { name: 'Countries' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Countries' })).toBeVisible();
    await page.goBack();
    await expect(hits(page).first()).toBeVisible();
    await expect(better).toBeVisible();
  });
}

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`has no axe findings: ${theme}`, async ({ page }) => {
    await settings(page, { theme, country: 'lv' });
    for (const query of ['', '?q=shelter%20latvia', '?q=qqqqwwwwzzzz']) {
      await page.goto(`/search${query}`);
      await expect(
        query === '' ? page.getByRole('region', { name: 'For example' }) : page.locator('#app a[href^="tel:"]').first(),
      ).toBeVisible();
      const found = await violations(page);
      expect(found.map(({ id, nodes }) => `${query} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
}

test('where nothing fits in a town of another country, that country’s way in is offered, not the chosen one’s', async ({
  page,
}) => {
  await settings(page, { country: 'lv' });
  await page.goto('/search?q=qqqqwwww+in+Leipzig');
  await expect(hits(page).first()).toBeVisible();
  await expect(page.getByText('Nothing matches all of')).toBeVisible();
  await expect(page.locator('main a[href^="tel:"]').first()).toHaveAttribute('href', /^tel:\+49/);
});

test('what a screen of the app is called, typed, leads to it', async ({ page }) => {
  await page.goto('/search');
  for (const words of ['Say it in their language', 'interpreter']) {
    await box(page).fill(words);
    await expect(page.getByRole('region', { name: 'In Harbour' }).getByRole('link')).toHaveText([
      'Say it in their language',
    ]);
  }
  await page.getByRole('link', { name: 'Say it in their language' }).click();
  await expect(page).toHaveURL('/first-words');
});

test('a screen that nobody has words for is found by its name, also where nothing else is called so', async ({
  page,
}) => {
  await settings(page, { country: 'de', language: 'de' });
  await page.goto('/search');
  const found = page.getByRole('region', { name: 'In Harbour' }).getByRole('link');
  await page.getByRole('searchbox').fill('länder vergl');
  await expect(found).toHaveText(['Länder vergleichen']);
  await expect(page.getByText(/^Nichts passt ganz/)).toHaveCount(0);
  // A town is spelt nearly so, but the whole name of a screen was typed.
  await page.getByRole('searchbox').fill('Glossar');
  await expect(found).toHaveText(['Glossar']);
  await expect(hits(page).first()).toHaveText('Glossar');
  await found.click();
  await expect(page).toHaveURL('/glossary');
});

test('where the tables of the search come late, it finds whom to call meanwhile, and all else once they are there', async ({
  page,
}) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/data\/search\..*\.json$/, async (route) => {
    await released;
    await route.continue();
  });
  await settings(page, { country: 'lv' });
  await page.goto('/search');
  await box(page).fill('safe house');
  await expect(responders(page)).toBeVisible();
  await box(page).fill('reflection period');
  await expect(page.getByRole('region', { name: /terms? of the glossary/ })).toBeVisible();
  await box(page).fill('passport taken');
  await expect(hits(page).first()).toBeVisible();
  const plan = page.getByRole('link', { name: /^Make a plan: / });
  await expect(plan).toHaveCount(0);
  release();
  await expect(plan).toBeVisible();
  // Nothing that was begun without them takes their place afterwards.
  await box(page).fill('interpreter');
  await expect(page.getByRole('region', { name: 'In Harbour' })).toBeVisible();
  await box(page).fill('passport taken');
  await expect(plan).toBeVisible();
});
