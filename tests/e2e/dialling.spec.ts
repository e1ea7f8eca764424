import { expect, type Page, test } from '@playwright/test';
import { COUNTRIES } from '../../src/directory/codes.ts';

/** A number rings whom it is written beside, or it is no link. */

const choose = (page: Page, country: string) =>
  page.addInitScript((code) => localStorage.setItem('harbour.settings', JSON.stringify({ country: code })), country);

test("in Latvia, Estonia's short number is text wherever it stands: its page, Kept, Home, search", async ({ page }) => {
  await choose(page, 'lv');
  await page.goto('/responders/ee-ska-ohvriabi-kriisitelefon');
  await expect(page.getByRole('heading', { level: 1, name: 'Victim support crisis helpline' })).toBeVisible();
  const numbers = page.getByRole('region', { name: 'Call or write' });
  await expect(numbers.getByText('116 006', { exact: true })).toBeVisible();
  await expect(numbers.getByText('only inside Estonia')).toBeVisible();
  await expect(page.locator('#app a[href="tel:116006"]')).toHaveCount(0);
  // The number that works stands above the one that does not.
  const works = await numbers.locator('a[href^="tel:+"]').first().boundingBox();
  const silent = await numbers.getByText('116 006', { exact: true }).boundingBox();
  expect(works?.y).toBeLessThan(silent?.y ?? 0);

  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('button', { name: 'Kept' })).toBeVisible();
  await page.goto('/workspace');
  await expect(page.getByText(/Estonia/).first()).toBeVisible();
  await expect(page.locator('#app a[href="tel:116006"]')).toHaveCount(0);

  await page.goto('/');
  const kept = page.getByRole('region', { name: 'Kept' });
  await expect(kept.locator('a[href^="tel:+372"]')).toBeVisible();
  await expect(kept.locator('a[href="tel:116006"]')).toHaveCount(0);

  await page.goto('/search?q=116006');
  const hit = page
    .locator('#app li')
    .filter({ has: page.locator('a[href="/responders/ee-ska-ohvriabi-kriisitelefon"]') });
  await expect(hit.first()).toBeVisible();
  await expect(hit.locator('a[href="tel:116006"]')).toHaveCount(0);
});

test('in Estonia it calls', async ({ page }) => {
  await choose(page, 'ee');
  await page.goto('/responders/ee-ska-ohvriabi-kriisitelefon');
  await expect(page.locator('#app a[href="tel:116006"]').first()).toBeVisible();
  await expect(page.getByText('only inside Estonia')).toHaveCount(0);
});

for (const country of ['de', 'pl', 'is'] as const) {
  test(`the emergency numbers of ${country} are no links for who stands in Latvia, and say what to call instead`, async ({
    page,
  }) => {
    await choose(page, 'lv');
    await page.goto(`/countries/${country}`);
    const emergency = page.locator('#emergency');
    await expect(emergency.getByText('Where you are: call 112.')).toBeVisible();
    await expect(emergency.getByText('112', { exact: true })).toBeVisible();
    await expect(page.locator('#app a[href="tel:112"], #app a[href="tel:110"]')).toHaveCount(0);
  });
}

test('a country that nobody has chosen yet is the place one most likely stands in', async ({ page }) => {
  await page.goto('/countries/de');
  await expect(page.locator('#emergency a[href="tel:112"]')).toBeVisible();
});

test("from Latvia, the number of Romania's helpline that works from abroad stands above the free one", async ({
  page,
}) => {
  await choose(page, 'lv');
  await page.goto('/countries/ro');
  const works = page.locator('#app a[href="tel:+40213133100"]').first();
  await expect(works).toBeVisible();
  await expect(page.locator('#app a[href="tel:+40800800678"]')).toHaveCount(0);
  const free = page.locator('#app').getByText('0800 800 678').first();
  await expect(free).toBeVisible();
  expect((await works.boundingBox())?.y).toBeLessThan((await free.boundingBox())?.y ?? 0);
});

test('112 has no mark, no "hours not found" and no "from abroad" in its own country', async ({ page }) => {
  await choose(page, 'is');
  await page.goto('/responders/is-112');
  const numbers = page.getByRole('region', { name: 'Call or write' });
  const call = numbers
    .locator('div')
    .filter({ has: page.locator('a[href="tel:112"]') })
    .last();
  await expect(call).toBeVisible();
  await expect(call.getByText('hours not found in our sources')).toHaveCount(0);
  await expect(call.getByText('from abroad: not known')).toHaveCount(0);
  await expect(call.getByText(/last seen on a page|pages without a date/)).toHaveCount(0);
});

test('above a plan, whoever may not answer at this hour is said to be that, and 112 is not', async ({ page }) => {
  // Of every country: which of them stand there depends on the data and on the hour.
  const said = new Set<boolean>();
  for (const country of COUNTRIES) {
    await page.goto(`/referral?found=${country}&age=adult&sex=female&form=sexual&tonight=1`);
    const calls = page.getByRole('region', { name: 'Whom to call now' }).getByRole('link');
    await expect(calls.first()).toBeVisible();
    for (const call of (await calls.all()).slice(1)) {
      const isAlarm = /^tel:\d{2,3}$/.test((await call.getAttribute('href')) ?? '');
      const says = /●|◐|○|– hours not found/.test((await call.textContent()) ?? '');
      said.add(/– hours not found/.test((await call.textContent()) ?? ''));
      expect(says || isAlarm, `${country}: ${await call.textContent()}`).toBe(true);
    }
  }
  expect(said).toContain(true);
});

test('without the app, numbers of other countries than the chosen one are no links either', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.abort());
  await choose(page, 'lv');
  await page.goto('/');
  await expect(page.locator('#first section[data-country="lv"] a[href="tel:112"]')).toBeVisible();
  await expect(page.locator('#first section[data-country="ee"] a[href="tel:112"]')).toHaveCount(0);
  await expect(
    page.locator('#first section[data-country="ee"]').getByText('only inside Estonia').first(),
  ).toBeVisible();
});

test('the tile for work in Iceland leads to the unions', async ({ page }) => {
  await choose(page, 'is');
  await page.goto('/');
  await page.getByRole('link', { name: 'Work and wages' }).click();
  await expect(page.locator('a[href="/responders/is-asi"]')).toBeVisible();
  await expect(page.locator('a[href="/responders/is-efling"]')).toBeVisible();
});

test('a tile with nobody behind it names whom to ask instead', async ({ page }) => {
  await choose(page, 'ru');
  await page.goto('/responders?country=ru&need=interpretation');
  await expect(page.getByRole('heading', { name: /nobody found for “Interpreting”/ })).toBeVisible();
  await expect(page.locator('article').first()).toBeVisible();
});

test('who is closed is a line that says when it opens, below those who answer', async ({ page }) => {
  // Saturday, 03:00 in Berlin.
  await page.clock.setFixedTime(new Date('2026-11-21T02:00:00Z'));
  await choose(page, 'de');
  await page.goto('/responders?country=de');
  const items = page.locator('[data-responder]');
  await expect(items.first().getByRole('article')).toBeVisible();
  const folded = items.filter({ has: page.locator('summary') });
  await expect(folded.first()).toContainText(/closed · opens/);
  await expect(folded.first().getByRole('article')).toBeHidden();
  await folded.first().locator('summary').click();
  await expect(folded.first().locator('a[href^="tel:"]').first()).toBeVisible();
  const states = await items.evaluateAll((all) => all.map((item) => item.querySelector('summary') !== null));
  expect(states.lastIndexOf(false)).toBeLessThan(states.indexOf(true));
});

test.describe('a telephone of Estonia', () => {
  test.use({ locale: 'et-EE' });

  test('finds first, in Romania, the number that it gets through to', async ({ page }) => {
    await page.addInitScript(() =>
      localStorage.setItem('harbour.settings', JSON.stringify({ country: 'ro', language: 'en' })),
    );
    for (const address of ['/countries/ro', '/responders/ro-anitp-helpline']) {
      await page.goto(address);
      const foreign = page.locator('#content a[href="tel:+40213133100"]').first();
      const free = page.locator('#content a[href="tel:+40800800678"]').first();
      await expect(foreign).toBeVisible();
      await expect(free).toBeVisible();
      // Either may still be drawn once more.
      await expect(async () => {
        expect((await foreign.boundingBox())?.y).toBeLessThan((await free.boundingBox())?.y ?? 0);
      }).toPass();
    }
  });
});

test('the tile one tapped names the list, and a card there names country and town', async ({ page }) => {
  await choose(page, 'pl');
  await page.goto('/');
  await page.getByRole('link', { name: 'Shelter' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Shelter in Poland' })).toBeVisible();
  const gdansk = page.locator('[data-responder]').filter({ hasText: 'Gdańsk' });
  await expect(gdansk.first()).toContainText('Poland');
});

test("without the directory, another country's numbers are to read, and 112 helps where one is", async ({ page }) => {
  await page.route('**/data/*.json', (route) => route.abort());
  await choose(page, 'lv');
  await page.goto('/countries/de');
  const emergency = page.locator('#app').getByRole('region', { name: 'Emergency numbers' });
  await expect(emergency.getByRole('link', { name: /112/ })).toBeVisible();
  await expect(emergency).toContainText('110 Police in Germany.');
  await expect(page.locator('#app a[href="tel:110"]')).toHaveCount(0);
});

const SCREENS = [
  '/',
  '/countries',
  '/countries/lv',
  '/countries/compare?c=lv,se&q=contact',
  '/missions?q=ro&in=de',
  '/responders?country=lv',
  '/responders/lv-patverums-drosa-maja',
  '/search?q=shelter',
  '/guides/roles/health',
  '/referral?found=lv&origin=ro&age=child',
];

test('a number to call stands on one line of a phone, however long the word for calling is', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const language of ['de', 'lt', 'uk', 'pl']) {
    await page.goto('/away.html');
    await page.evaluate(
      (spoken) => localStorage.setItem('harbour.settings', JSON.stringify({ country: 'pl', language: spoken })),
      language,
    );
    for (const screen of ['/', '/countries/de', '/responders/pl-kcik', '/referral?found=ua&origin=ua&age=adult']) {
      await page.goto(screen);
      const links = page.locator('#app main a[href^="tel:+"]').filter({ visible: true });
      await expect(links.first()).toBeVisible();
      const broken = await links.evaluateAll((all) =>
        all.flatMap((link) => {
          const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
          for (let node = texts.nextNode(); node; node = texts.nextNode()) {
            const number = /\+\d[\d ]+\d/.exec(node.textContent ?? '');
            if (!number) continue;
            const range = document.createRange();
            range.setStart(node, number.index);
            range.setEnd(node, number.index + number[0].length);
            if (new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1) return number[0];
          }
          return [];
        }),
      );
      expect(broken, `${language} ${screen}`).toEqual([]);
    }
  }
});

test('no number is cut on the narrowest phone in the largest text, on every kind of screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.addInitScript(() =>
    localStorage.setItem('harbour.settings', JSON.stringify({ country: 'lv', language: 'en', textScale: 2 })),
  );
  for (const screen of SCREENS) {
    await page.goto(screen);
    const numbers = page.locator('#app a[href^="tel:"]').filter({ visible: true });
    await expect(numbers.first()).toBeVisible();
    const cut = await numbers.evaluateAll((links) =>
      links.flatMap((link) => {
        const { right } = link.getBoundingClientRect();
        const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const text = document.createRange();
          text.selectNode(walker.currentNode);
          // What only a screen reader reads is a pixel wide.
          const reaches = (part: DOMRect) => part.width > 1 && part.right > right + 1;
          if (
            walker.currentNode.parentElement?.className !== 'visually-hidden' &&
            [...text.getClientRects()].some(reaches)
          )
            return [walker.currentNode.textContent];
        }
        return [];
      }),
    );
    expect(cut, screen).toEqual([]);
  }
});

test('what a finger meets at a number is its link, on every kind of screen', async ({ page }) => {
  await choose(page, 'lv');
  for (const screen of SCREENS) {
    await page.goto(screen);
    const numbers = page.locator('#app a[href^="tel:"]').filter({ visible: true });
    await expect(numbers.first()).toBeVisible();
    // A try, without the tap: it fails where something else would be tapped. From the start again if the screen was still growing.
    await expect(async () => {
      for (const number of (await numbers.all()).slice(0, 20)) await number.click({ trial: true, timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
  }
});
