import { expect, type Page, test } from '@playwright/test';
import { readData } from '../../scripts/data/read.ts';
import { violations } from './axe.ts';

/** The settings as the app keeps them, once, so that what the test changes stays changed. */
async function settings(page: Page, change: Record<string, unknown> = {}) {
  await page.addInitScript(
    (value) => {
      if (!localStorage.getItem('harbour.settings')) localStorage.setItem('harbour.settings', JSON.stringify(value));
    },
    { language: 'en', country: 'ee', ...change },
  );
}

const map = (page: Page) => page.getByRole('group', { name: 'Map of the region' });
const list = (page: Page) => page.getByRole('region', { name: 'All fourteen countries' });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const part = (page: Page, name: string | RegExp) =>
  page.locator('summary').filter({ has: page.getByRole('heading', { name }) });

test.describe('the map and the list', () => {
  test('each country is a link, by Tab and Enter as well', async ({ page }) => {
    await settings(page);
    await page.goto('/countries');
    await expect(map(page).getByRole('link')).toHaveCount(14);
    await map(page).getByRole('link', { name: 'Latvia' }).focus();
    await page.keyboard.press('Tab');
    await expect(map(page).getByRole('link', { name: 'Lithuania' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText('Lithuania');
    await expect(page).toHaveURL(/\/countries\/lt$/);
  });

  test('the comparison of all countries is a tap away', async ({ page }) => {
    await settings(page);
    await page.goto('/countries');
    await page.getByRole('link', { name: 'Compare countries' }).click();
    await expect(heading(page)).toHaveText('Compare countries');
  });

  test('a tap in the middle of a country opens it, and the chosen one says so', async ({ page }) => {
    await settings(page);
    await page.goto('/countries');
    await expect(map(page).getByRole('link', { name: 'Estonia, chosen' })).toBeVisible();
    await map(page).getByRole('link', { name: 'Poland' }).click();
    await expect(heading(page)).toHaveText('Poland');
  });

  test('the list has the same countries, each with number and line, and the international bodies', async ({ page }) => {
    await settings(page);
    await page.goto('/countries');
    const latvia = list(page).getByRole('listitem').filter({ hasText: 'Latvija' });
    await expect(latvia).toContainText('112');
    await expect(latvia).toContainText(/Line\s+\+371 28 612 120 (● open|○ closed)/);
    await expect(list(page).getByRole('listitem').filter({ hasText: 'Россия' })).toContainText(
      'not found in our sources',
    );
    await expect(list(page).locator('a[href^="/countries/"]')).toHaveCount(15);
    await list(page).getByRole('link', { name: 'International' }).click();
    await expect(heading(page)).toHaveText('International');
  });

  for (const where of ['map', 'list'] as const) {
    test(`a country is chosen in the ${where}, kept, and Home speaks of it`, async ({ page }) => {
      await settings(page);
      await page.goto('/');
      await page.getByRole('link', { name: 'Change country' }).click();
      await expect(heading(page)).toHaveText('In which country are you?');
      await (where === 'map' ? map : list)(page).getByRole('link', { name: 'Romania' }).click();
      await expect(page).toHaveURL(/\/$/);
      await expect(page.getByRole('link', { name: 'Change country' })).toHaveText(/Romania/);
      await page.reload();
      await expect(page.getByRole('link', { name: 'Change country' })).toHaveText(/Romania/);
    });
  }
});

test.describe('a country', () => {
  test('begins with the numbers to call', async ({ page }) => {
    await settings(page, { country: 'lv' });
    await page.goto('/countries/lv');
    const emergency = page.getByRole('region', { name: 'Emergency' });
    await expect(emergency.getByRole('link', { name: /112/ })).toHaveAttribute('href', 'tel:112');
    await expect(emergency.getByRole('link', { name: /113/ })).toHaveAttribute('href', 'tel:113');
    const line = page.getByRole('region', { name: 'Anti-trafficking line' });
    await expect(line.getByRole('link', { name: /^\+371 28 612 120/ })).toHaveAttribute('href', 'tel:+37128612120');
    await expect(page.getByRole('region', { name: 'Contact point' })).toContainText('Why this one');
  });

  test('says of each European number whether it works there', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/lt');
    const numbers = page.getByRole('region', { name: 'European short numbers' });
    await expect(numbers.getByRole('listitem').filter({ hasText: '116 111' })).toContainText('works here');
    await expect(numbers.getByRole('listitem').filter({ hasText: '116 006' })).toContainText('does not work here');
    // A link that rings; the way to say that it is wrong stays.
    await expect(numbers.getByRole('listitem').filter({ hasText: '116 006' }).locator('a[href^="tel:"]')).toHaveCount(
      0,
    );
  });

  test('unfolds measures, law, responders, figures and open questions', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/dk');
    await part(page, 'The seven measures').click();
    await expect(page.getByRole('heading', { name: '7. Long-term assistance' })).toBeVisible();
    await part(page, 'What the law says').click();
    await expect(page.locator('#legal-assistanceDurationDays')).toContainText('Not found in our sources');
    await expect(page.locator('#legal-reflectionPeriodDays')).toContainText(/\d+ days/);
    await part(page, /^\d+ responders/).click();
    await expect(page.locator('#responders-lines').getByRole('article').first()).toBeVisible();
    await part(page, 'How many victims').click();
    await expect(page.getByText(/\d+ identified/).first()).toBeVisible();
    await part(page, 'What we do not know').click();
    await page.locator('#questions').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/responders\/dk-/);
  });

  test('opens at the fact that an address names', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/lv#lv-m3-2');
    await expect(page.locator('#lv-m3-2')).toBeFocused();
    await expect(page.locator('#lv-m3-2')).toBeInViewport();
    await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Law' }).click();
    await expect(page.locator('#legal-offence')).toBeInViewport();
  });

  test('a fact shows its sources on demand', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/lv#lv-m3-1');
    await page.locator('#lv-m3-1 summary').click();
    await expect(page.locator('#lv-m3-1').getByRole('link', { name: 'bsr-trm.com' })).toBeVisible();
  });

  test('Russia says at once that it has no contact point, and why', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/ru');
    const notice = page.getByRole('region', { name: 'No contact point' });
    await expect(notice).toBeInViewport();
    await expect(notice).toContainText('17 May 2022');
  });

  test('becomes the chosen one', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/fi');
    await page.getByRole('button', { name: 'Make this my country' }).click();
    await expect(page.getByText('Your chosen country')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Change country' })).toHaveText(/Finland/);
  });

  test('that is none says so', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/atlantis');
    await expect(heading(page)).toHaveText('Nothing at this address');
  });

  test('prints every part, with the sources at the end under the numbers the facts give', async ({ page }) => {
    await settings(page);
    await page.goto('/countries/lv');
    await expect(page.locator('#measures details').first()).not.toHaveAttribute('open');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('#lv-m3-1')).toContainText(/\[\d+\]/);
    const [, number] = /\[(\d+)\]/.exec((await page.locator('#lv-m3-1').textContent()) ?? '') ?? [];
    // The last list is the page's own.
    const pages = page.locator('#content section').last().locator('ol > li');
    await expect(pages.nth(Number(number) - 1)).toContainText('bsr-trm.com');
    await expect(page.getByText(/^Harbour, edition \d+/)).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect(page.locator('#measures details').first()).not.toHaveAttribute('open');
  });
});

test.describe('the networks', () => {
  const { regions } = readData('data');
  /** One with everything there is to show. */
  const { region, body } = regions
    .flatMap((entry) => entry.network.bodies.map((one) => ({ region: entry.region, body: one })))
    .find(({ body: { leads, members, meets } }) => leads && meets && members?.who.some((one) => one.responder)) ?? {
    region: 'lv',
    body: undefined,
  };

  test('of a country stand on its page, each with who sits in it and a way there', async ({ page }) => {
    await settings(page);
    await page.goto(`/countries/${region}#${body?.id}`);
    const here = page.locator(`#${body?.id}`);
    await expect(here).toBeFocused();
    await expect(here.getByRole('heading', { level: 3 })).toHaveText(body?.name.en ?? '');
    await expect(here).toContainText(`Led by${body?.leads?.who}`);
    await expect(here).toContainText(/\[\d+/);
    const member = body?.members?.who.find((one) => one.responder);
    await here.getByRole('link', { name: member?.name ?? '', exact: true }).click();
    await expect(page).toHaveURL(`/responders/${member?.responder}`);
  });

  test('of all countries stand on one screen, over all of them first', async ({ page }) => {
    await settings(page);
    await page.goto('/countries');
    await page.getByRole('link', { name: 'The regional picture: networks of all countries' }).click();
    await expect(heading(page)).toHaveText('Networks of the region');
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(regions.length);
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('International');
    await page.getByRole('link', { name: body?.name.en ?? '', exact: true }).click();
    await expect(page.locator(`#${body?.id}`)).toBeFocused();
  });

  test('are found by their name', async ({ page }) => {
    await settings(page);
    await page.goto(`/search?q=${encodeURIComponent(body?.name.en ?? '')}`);
    await page
      .getByRole('region', { name: /networks?$/ })
      .getByRole('link', { name: body?.name.en ?? '', exact: true })
      .click();
    await expect(page).toHaveURL(`/countries/${region}#${body?.id}`);
  });

  test('that cannot be had say so, and the rest of the page stays', async ({ page }) => {
    await settings(page);
    let broken = true;
    await page.route(/\/data\/networks\..*\.json$/, (route) => (broken ? route.abort() : route.continue()));
    await page.goto('/countries/lv#network');
    await expect(page.getByText('The networks could not be opened.')).toBeVisible();
    await expect(page.locator('#content a[href^="tel:"]').first()).toBeVisible();
    broken = false;
    await page.locator('#network').getByRole('button', { name: 'Try again' }).click();
    await expect(page.locator('#network').getByRole('heading', { level: 3 }).first()).toBeVisible();
  });
});

/** Addresses and headings; the plain page that stands there first has another heading. */
const SCREENS = [
  ['/countries', 'Countries'],
  ['/countries/lv', 'Latvia'],
  ['/countries/ru', 'Russia'],
  ['/countries/networks', 'Networks of the region'],
] as const;

test.describe('for everyone', () => {
  for (const theme of ['light', 'dark', 'contrast']) {
    for (const [path, title] of SCREENS) {
      test(`${path} in ${theme} has nothing that axe finds`, async ({ page }) => {
        await settings(page, { theme });
        await page.goto(path);
        await expect(heading(page)).toHaveText(title);
        if (path === '/countries') await expect(map(page)).toBeVisible();
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        const found = await violations(page);
        expect(found).toEqual([]);
      });
    }
  }

  for (const [path, title] of [...SCREENS, ['/countries/ee', 'Estonia'], ['/countries/de', 'Germany']] as const) {
    test(`${path} fits 320 px with text twice as large`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 568 });
      await settings(page, { textScale: 2 });
      await page.goto(path);
      await expect(heading(page)).toHaveText(title);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }
});

for (const [what, says, button, files, body] of [
  ['out of reach', 'not on this device yet', 'Try again', '**/data/*.*.json', undefined],
  ['damaged', 'arrived damaged', 'Try again', '**/data/*.*.json', '{"torn":'],
  ['that nobody has signed', 'not signed as it should be', 'Reload', '**/data/edition*.json', '{}'],
] as const) {
  test(`the directory ${what}: the screen says so within the frame, shows first numbers, and tries again`, async ({
    page,
  }) => {
    await page.route(files, (route) => (body === undefined ? route.abort() : route.fulfill({ body })));
    await settings(page);
    await page.goto('/countries/lv');
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
    await expect(page.locator('#emergency')).toHaveAttribute('href', 'tel:112');
    await expect(
      page.getByRole('main').getByRole('link', { name: 'Latvia: all measures, law and responders' }),
    ).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await expect(page.getByRole('searchbox')).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
    await page.unroute(files);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('heading', { name: 'Latvia', level: 1 })).toBeVisible();
  });
}
