/** First visits to a server that hangs or lies: a number is on the screen all the same, and the screen comes when it can. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { assetOf, expect, manifestOf, ownManifest, publishEdition, type Site, test } from './harbour.ts';

const app = (page: Page) => page.locator('#app');
const call = (page: Page) => app(page).getByRole('main').locator('a[href="tel:112"]').first();
const again = (page: Page) => app(page).getByRole('button', { name: 'Try again' });
const heading = (page: Page, name: string | RegExp) => app(page).getByRole('heading', { level: 1, name });
const packOf = ({ dist }: Site, id: string) => manifestOf(dist).packs.find((pack) => pack.id === id)?.file ?? '';

/** Whichever screen is asked for first, and whatever it waits for. */
const HANGING: [address: string, what: string, file: (site: Site) => string, opened: string | RegExp][] = [
  ['/countries/lv', 'a pack', (site) => packOf(site, 'lv'), 'Latvia'],
  ['/countries/lv', 'its code', (site) => assetOf(site.dist, 'Country'), 'Latvia'],
  ['/responders/lv-centrs-marta', 'a pack', (site) => packOf(site, 'lv'), 'MARTA'],
  ['/referral', 'its code', (site) => assetOf(site.dist, 'Referral'), /./],
  ['/guides/roles/police', 'the pack of the guides', (site) => packOf(site, 'guides'), /Police/],
  ['/glossary', 'its own pack', (site) => packOf(site, 'glossary'), 'Glossary'],
];

for (const [address, what, file, opened] of HANGING) {
  test(`${address}, while ${what} hangs: number and "Try again", then the screen by itself`, async ({
    site,
    phone,
  }) => {
    const release = site.hold(file(site));
    const page = await phone.open(address);
    await expect(call(page)).toBeVisible();
    await expect(again(page)).toBeVisible();
    await expect(heading(page, 'This takes longer than usual')).toBeVisible();
    if (address.includes('lv')) await expect(app(page).locator('a[href="tel:+37128612120"]').first()).toBeVisible();
    else await expect(app(page).getByRole('button', { name: 'Estonia' })).toBeVisible();
    release();
    await expect(heading(page, opened)).toBeVisible();
    await expect(again(page)).toHaveCount(0);
  });
}

for (const [address, what, file] of HANGING) {
  test(`Leave, while ${address} waits for ${what}: nothing more of Harbour is asked for`, async ({ site, phone }) => {
    site.hold(file(site));
    site.hold('/away.html');
    const page = await (await phone.context()).newPage();
    await page.clock.install({ time: 0 });
    await page.goto(address);
    await expect(call(page)).toBeVisible();
    await page.clock.pauseAt(9000);
    // What was asked for before that has arrived when this has.
    await page.evaluate(() => fetch('/manifest.webmanifest').then((response) => response.text()));
    const before = site.requests.length;
    await app(page).getByRole('button', { name: /Leave/ }).click();
    await expect(page).toHaveTitle('Calendar');
    // The neutral page may take three seconds: within them the time is up at which all that waits for the screen begins.
    await expect.poll(() => site.requests.some((path) => path.endsWith('/away.html'))).toBe(true);
    await page.clock.runFor(2900);
    await page.clock.resume();
    await page.waitForURL('about:blank');
    expect(site.requests.slice(before).filter((path) => !path.endsWith('/away.html'))).toEqual([]);
  });
}

test('while the manifest that came with the app hangs, what the host publishes is read', async ({ site, phone }) => {
  site.hold(ownManifest(site.dist));
  const page = await phone.open('/countries/lv');
  await expect(heading(page, 'Latvia')).toBeVisible();
});

test('"Try again" asks anew for a pack that hangs, and the screen opens', async ({ site, phone }) => {
  const file = packOf(site, 'lv');
  const release = site.hold(file);
  const page = await phone.open('/countries/lv');
  await expect(again(page)).toBeVisible();
  const before = site.requests.filter((path) => path.endsWith(file)).length;
  await again(page).click();
  await expect.poll(() => site.requests.filter((path) => path.endsWith(file)).length).toBeGreaterThan(before);
  release();
  await expect(heading(page, 'Latvia')).toBeVisible();
});

test('"Try again" opens a screen whose code hangs, and keeps the numbers while nobody answers', async ({
  site,
  phone,
}) => {
  const release = site.hold(assetOf(site.dist, 'Country'));
  const page = await phone.open('/countries/lv');
  await expect(again(page)).toBeVisible();
  await site.stop();
  await again(page).click();
  await expect(again(page)).toBeVisible();
  await expect(call(page)).toBeVisible();
  release();
  await site.start();
  // What broke off with the network may have been asked for again by itself.
  await expect(async () => {
    if (await again(page).isVisible()) await again(page).click();
    await expect(heading(page, 'Latvia')).toBeVisible({ timeout: 30_000 });
  }).toPass();
});

for (const [what, file] of [
  ['a pack', (site: Site) => `data/${packOf(site, 'lv')}`],
  ["a screen's code", (site: Site) => assetOf(site.dist, 'Country')],
] as const) {
  test(`${what} that was answered with a page, to be kept for a year, is fetched past the browser's cache`, async ({
    site,
    phone,
  }) => {
    const path = join(site.dist, file(site));
    const right = readFileSync(path);
    writeFileSync(path, readFileSync(join(site.dist, 'index.html')));
    const page = await phone.open('/countries/lv');
    await expect(app(page).getByRole('alert').filter({ hasText: /./ })).toBeVisible();
    await expect(call(page)).toBeVisible();
    writeFileSync(path, right);
    await again(page).click();
    await expect(heading(page, 'Latvia')).toBeVisible();
  });
}

test('a part that fails once is asked for once more before anything is said', async ({ site, phone }) => {
  const context = await phone.context();
  await context.route(`**/${assetOf(site.dist, 'Country')}`, (route) => route.fulfill({ status: 404 }), { times: 1 });
  const page = await phone.open('/countries/lv');
  await expect(heading(page, 'Latvia')).toBeVisible();
  await expect(again(page)).toHaveCount(0);
});

test('a word of 400 letters makes no screen wider than the phone', async ({ site, phone }) => {
  const word = 'Überprüfungsstellen'.repeat(21);
  publishEdition(site.dist, 'lv', (text) => {
    const pack = JSON.parse(text);
    for (const responder of pack.responders) {
      responder.name.en = `${word} ${responder.name.en}`;
      responder.about = word;
      responder.coverage = word;
      for (const channel of responder.channels) channel.purpose = word;
    }
    return JSON.stringify(pack);
  });
  for (const address of ['/responders/lv-centrs-marta', '/countries/lv', '/responders?country=lv']) {
    const page = await phone.open(address);
    await expect(app(page).getByText(word).first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), address).toBeLessThanOrEqual(
      0,
    );
    await page.close();
  }
});
