/** The life of a version: whatever waits, is broken or was thrown away, a start without a network ends with a number. */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  assetOf,
  cached,
  expect as expectSoon,
  listed,
  manifestOf,
  publishEdition,
  publishFolder,
  publishRelease,
  spoil,
  test,
} from './harbour.ts';

// Each of these stores the app at least once, which takes long on a busy machine.
const expect = expectSoon.configure({ timeout: 90_000 });
test.setTimeout(400_000);

const DIST = process.env.DIST ?? 'dist';
/** The edition that is published when a test begins. */
const BUILT = manifestOf(DIST).edition;
const ready = (page: Page) => page.getByRole('status').filter({ hasText: /Ready offline/ });
const updateBar = (page: Page) => page.getByRole('region', { name: 'New version' });
const updateNow = (page: Page) => updateBar(page).getByRole('button', { name: 'Update now' });
const number = (page: Page) => page.locator('a[href="tel:112"]:visible').first();
const inApp = (page: Page) => page.locator('#app a[href="tel:112"]').first();
const edition = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.getElementById('first')?.dataset.edition));
const reads = (page: Page, wanted: number) => expect(async () => expect(await edition(page)).toBe(wanted)).toPass();
const next = (dist: string) => publishEdition(dist, 'lv', (text) => text.replace('"checked":"2', '"checked":"1'));

/** Deletes files from one of the caches: of the version that waits, or of all. */
function throwAway(page: Page, what: RegExp, which: 'newest' | 'all'): Promise<number> {
  return page.evaluate(
    async ([source, which]) => {
      const number = (name: string) => Number(name.split(':')[2] ?? -1);
      const names = (await caches.keys()).sort((a, b) => number(b) - number(a));
      let gone = 0;
      for (const name of which === 'newest' ? names.slice(0, 1) : names) {
        const cache = await caches.open(name);
        for (const key of await cache.keys()) {
          if (new RegExp(source).test(key.url) && (await cache.delete(key))) gone++;
        }
      }
      return gone;
    },
    [what.source, which] as const,
  );
}

test('while a new version waits, any number of reloads and a closed browser end in the app, without a network', async ({
  site,
  phone,
}) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  next(site.dist);
  await page.reload();
  await expect(updateNow(page)).toBeVisible();
  for (let times = 0; times < 3; times++) {
    await page.reload();
    await expect(updateNow(page)).toBeVisible();
  }
  await phone.close();
  await site.stop();
  const cold = await phone.open('/countries/lv');
  await expect(inApp(cold)).toBeVisible();
});

test('a new version that waits is let in without a network', async ({ site, phone }) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  next(site.dist);
  await page.reload();
  await expect(updateNow(page)).toBeVisible();
  await page.reload();
  await expect(updateNow(page)).toBeVisible();
  await site.stop();
  await updateNow(page).click();
  await reads(page, BUILT + 1);
  await expect(inApp(page)).toBeVisible();
});

test('a waiting version that lost parts is made whole from the version before, without a network', async ({
  site,
  phone,
}) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  next(site.dist);
  await page.reload();
  await expect(updateNow(page)).toBeVisible();
  expect(await throwAway(page, /\/assets\//, 'newest')).toBeGreaterThan(1);
  await site.stop();
  await updateNow(page).click();
  await reads(page, BUILT + 1);
  await expect(inApp(page)).toBeVisible();
});

test('a waiting version that lost what only it has is not let in, until there is a network', async ({
  site,
  phone,
}) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  const pack = next(site.dist);
  await page.reload();
  await expect(updateNow(page)).toBeVisible();
  expect(await throwAway(page, new RegExp(pack), 'newest')).toBe(1);
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
  await site.stop();
  await updateNow(page).click();
  await expect(updateBar(page)).toContainText('cannot be fetched now');
  expect(await edition(page)).toBe(BUILT);
  await site.start();
  await updateBar(page).getByRole('button', { name: 'Try again' }).click();
  await reads(page, BUILT + 1);
});

test('a version that came in by itself and has lost its page opens with the page of the one before', async ({
  site,
  phone,
}) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  next(site.dist);
  await page.reload();
  await expect(updateNow(page)).toBeVisible();
  expect(await throwAway(page, /index\.html|\/assets\//, 'newest')).toBeGreaterThan(1);
  await phone.close();
  await site.stop();
  await expect(inApp(await phone.open('/'))).toBeVisible();
});

test('with every file thrown away and no network, the worker shows the numbers that it carries', async ({
  site,
  phone,
}) => {
  const page = await phone.open('/');
  await page.getByRole('main').getByRole('button', { name: 'Estonia' }).click();
  await expect(ready(page)).toBeVisible();
  // And that English is spoken here.
  expect(await throwAway(page, /./, 'all')).toBe(listed(site.dist) + 1);
  await phone.close();
  await site.stop();
  const cold = await phone.open('/countries/ee');
  await expect(number(cold)).toBeVisible();
  await expect(cold.locator('#first section').first()).toHaveAttribute('data-country', 'ee');
  await expect(cold.getByText('The app is slow to start')).toBeVisible();
  // Leave is neutral even now.
  await cold.getByRole('link', { name: 'Leave' }).click();
  await expect(cold).toHaveTitle('Calendar');
  await phone.close();

  await site.start();
  const again = await phone.open('/');
  await expect(inApp(again)).toBeVisible();
  await expect.poll(() => cached(again)).toBe(listed(site.dist));
});

test('from the first release: its page lets this version in, also without a network', async ({ site, phone }) => {
  publishRelease(site.dist, '2026-11-21');
  const page = await phone.open('/');
  await page.getByRole('main').getByRole('button', { name: 'Latvia' }).click();
  await expect(ready(page)).toBeVisible();
  publishFolder(site.dist, DIST);
  await page.reload();
  await expect(updateNow(page)).toBeVisible();
  await page.reload();
  await expect(updateNow(page)).toBeVisible();
  await site.stop();
  await updateNow(page).click();
  await expect(async () => {
    expect(await page.evaluate(() => document.querySelector('#late') !== null)).toBe(true);
  }).toPass();
  await expect(inApp(page)).toBeVisible();
  await site.start();
  await page.reload();
  // Once only pages of this version are open, what the first release left is cleared away. It never said which languages
  // are spoken here: those that it had are there.
  await expect.poll(() => cached(page)).toBe(listed(site.dist, ['et', 'lv', 'lt']));
});

test('from the first release: closed while this version waits, it opens without a network', async ({ site, phone }) => {
  publishRelease(site.dist, '2026-11-21');
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  publishFolder(site.dist, DIST);
  await page.reload();
  await expect(updateNow(page)).toBeVisible();
  await page.reload();
  await page.reload();
  await expect(updateNow(page)).toBeVisible();
  await phone.close();
  await site.stop();
  const cold = await phone.open('/');
  await expect(inApp(cold)).toBeVisible();
  expect(await cold.evaluate(() => document.querySelector('#late') !== null)).toBe(true);
});

test('back to the first release and forth again, nothing is lost on the way', async ({ site, phone }) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  for (const publish of [() => publishRelease(site.dist, '2026-11-21'), () => publishFolder(site.dist, DIST)]) {
    publish();
    await page.reload();
    await expect(updateNow(page)).toBeVisible();
    await updateNow(page).click();
    await expect(updateBar(page).getByRole('button')).toHaveCount(0);
    await expect(inApp(page)).toBeVisible();
  }
  await phone.close();
  await site.stop();
  await expect(inApp(await phone.open('/'))).toBeVisible();
});

test('a version that throws at its start gives way to the next one by itself', async ({ site, phone }) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  const mend = spoil(site.dist, assetOf(site.dist, 'index'), "throw new Error('broken');");
  await page.reload();
  await updateNow(page).click();
  await expect(page.locator('#first')).toBeVisible();
  await expect(number(page)).toBeVisible();
  // Reloading harms nothing, with or without a network, and the numbers stand.
  await site.stop();
  await page.reload();
  await expect(number(page)).toBeVisible();
  await site.start();
  mend();
  next(site.dist);
  await page.reload();
  await expect(inApp(page)).toBeVisible();
  expect(await edition(page)).toBe(BUILT + 1);
});

test('a screen that throws offers the new version, and reloading it harms nothing that waits', async ({
  site,
  phone,
}) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  const mend = spoil(
    site.dist,
    assetOf(site.dist, 'About'),
    "export default function About() { throw new Error('broken'); }",
  );
  await page.reload();
  // The bar is without a button also while the new version is still on its way; it is there once the page is loaded anew.
  const letIn = page.waitForEvent('load');
  await updateNow(page).click();
  await letIn;
  await expect(updateBar(page).getByRole('button')).toHaveCount(0);
  await page.goto('/about');
  await expect(page.getByRole('alert')).toContainText('This screen failed');
  await expect(number(page)).toBeVisible();
  mend();
  const wayOut = page.getByRole('alert').getByRole('button', { name: 'Update now' });
  for (let times = 0; times < 3; times++) {
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('This screen failed');
    await expect(wayOut).toBeVisible();
  }
  await site.stop();
  await wayOut.click();
  await expect(page.getByRole('heading', { level: 1, name: /About/ })).toBeVisible();
  await phone.close();
  await expect(inApp(await phone.open('/'))).toBeVisible();
});

test('a wrong answer that is to be kept for a year is asked for again, past what the browser kept', async ({
  site,
  phone,
}) => {
  const screen = `/${assetOf(site.dist, 'Country')}`;
  const pack = `/data/${manifestOf(site.dist).packs.find(({ id }) => id === 'lv')?.file}`;
  const wrong = [screen, pack].map((path) =>
    site.answer(path, (_, response) => {
      response
        .writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'public, max-age=31536000, immutable' })
        .end('<!doctype html><title>Sign in</title>');
    }),
  );
  const page = await phone.open('/');
  await expect(number(page)).toBeVisible();
  await expect(ready(page)).toHaveCount(0);
  await page.goto('/settings');
  await expect(page.getByRole('main')).toContainText(/could not be stored|Not ready/i);
  for (const right of wrong) right();
  await page.reload();
  await expect(page.getByRole('main').getByText('Ready offline.')).toBeVisible();
  await page.goto('/countries/lv');
  await expect(page.getByRole('heading', { level: 1, name: 'Latvia' })).toBeVisible();
});

test('at an update: 404 with a year in its header, then a portal, then the real thing', async ({ site, phone }) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  const pack = next(site.dist);
  let restore = site.answer(pack, (_, response) => {
    response.writeHead(404, { 'Cache-Control': 'public, max-age=31536000, immutable' }).end('Not found');
  });
  await page.reload();
  await expect.poll(() => site.requests.filter((path) => path.endsWith(pack)).length).toBeGreaterThan(1);
  await expect(updateBar(page).getByRole('button')).toHaveCount(0);
  restore();
  restore = site.answer('', (_, response) => {
    response
      .writeHead(200, { 'Content-Type': 'text/html', 'Cache-Control': 'max-age=86400' })
      .end('<title>Portal</title>');
  });
  await page.reload();
  await expect(inApp(page)).toBeVisible();
  restore();
  await page.reload();
  await updateNow(page).click();
  await reads(page, BUILT + 1);
});

test('a file that stops in the middle is asked for again, and the progress is there after a reload', async ({
  site,
  phone,
}) => {
  const icon = '/icons/icon-512.png';
  let asked = 0;
  const restore = site.answer(icon, (_, response) => {
    asked++;
    response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': '5000' }).write('half');
  });
  const page = await phone.open('/');
  await expect.poll(() => asked).toBeGreaterThan(0);
  await page.reload();
  const progress = page.getByRole('progressbar');
  await expect(progress).toHaveAttribute('max', String(listed(site.dist)));
  await expect(progress).toHaveAttribute('value', String(listed(site.dist) - 1));
  restore();
  await expect(ready(page)).toBeVisible();
});

test('a first visit in the middle of publishing sees the numbers, and the app once all of it is there', async ({
  site,
  phone,
}) => {
  const script = `/${assetOf(site.dist, 'index')}`;
  const there = site.answer(script, (_, response) => {
    response.writeHead(404).end('Not found');
  });
  const page = await phone.open('/countries/lv');
  await expect(page.locator('#first a[href="tel:112"]').first()).toBeVisible();
  await expect(page.getByText('The app is slow to start')).toBeVisible();
  there();
  await page.getByRole('link', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Latvia' })).toBeVisible();
});

test('published in the wrong order, with the files of the release before gone, a phone keeps what it has', async ({
  site,
  phone,
}) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  const other = await phone.open('/');
  // The page, the worker and the manifest first; of what they name nothing is there yet, and nothing of the old any more.
  next(site.dist);
  const late = ['.js', '.css', '.json'].map((ending) =>
    site.answer(ending, (request, response) => {
      if (request.url === '/sw.js') {
        response.writeHead(200, { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-cache' });
        response.end(readFileSync(join(site.dist, 'sw.js')));
      } else response.writeHead(404).end('Not found');
    }),
  );
  await page.reload();
  await expect(inApp(page)).toBeVisible();
  await page.goto('/countries/lv');
  await expect(page.getByRole('heading', { level: 1, name: 'Latvia' })).toBeVisible();
  await other.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Guides' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Guides' })).toBeVisible();
  for (const published of late) published();
  await page.reload();
  await updateNow(page).click();
  await reads(page, BUILT + 1);
});
test('the kill switch takes a stored release off the phone, leaves the numbers, and gives way to the next release', async ({
  site,
  phone,
}) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  cpSync('deploy/kill-switch.js', join(site.dist, 'sw.js'));
  await page.reload();
  await expect(async () => {
    // The page that is open notes again which language it speaks, and nothing else.
    const names = await page.evaluate(() => caches.keys());
    expect(names.filter((name) => !name.startsWith('harbour-languages:'))).toEqual(['harbour-numbers']);
  }).toPass();
  await expect(inApp(page)).toBeVisible();
  await phone.close();
  await site.stop();
  await expect(number(await phone.open('/countries/lv'))).toBeVisible();

  await site.start();
  publishFolder(site.dist, DIST);
  const again = await phone.open('/');
  await expect(inApp(again)).toBeVisible();
  await updateNow(again).click();
  await expect(inApp(again)).toBeVisible();
  await expect.poll(() => cached(again)).toBe(listed(site.dist) + 1);
});

for (const all of [true, false]) {
  test(`a tab of an older version, which does not hear of it, is led away when ${all ? 'everything is' : 'all that is mine is'} deleted in another one`, async ({
    site,
    phone,
  }) => {
    const old = await phone.open('/');
    await expect(ready(old)).toBeVisible();
    // Of a version that heard of nothing.
    await old.addInitScript(() =>
      addEventListener('storage', (event) => location.pathname !== '/away.html' && event.stopImmediatePropagation(), {
        capture: true,
      }),
    );
    await old.goto('/workspace/contacts/new');
    await old.getByLabel('Name', { exact: true }).fill('Ana Popescu');
    await expect(async () =>
      expect(await old.evaluate(async () => (await navigator.locks.query()).held?.length)).toBeGreaterThan(0),
    ).toPass();
    next(site.dist);
    const page = await phone.open('/');
    await updateNow(page).click();
    await reads(page, BUILT + 1);
    await page.goto(all ? '/settings' : '/workspace');
    await expect(async () =>
      expect(
        await page.evaluate(async () => new Set((await navigator.locks.query()).held?.map(({ name }) => name)).size),
      ).toBe(2),
    ).toPass();
    await expect(old.getByLabel('Name', { exact: true })).toHaveValue('Ana Popescu');

    await page.getByRole('button', { name: all ? 'Delete everything' : 'Delete all that is mine' }).click();
    await page.getByRole('button', { name: all ? 'Delete' : 'Delete it', exact: true }).click();
    await expect(
      page.getByRole('heading', { name: all ? 'Everything is deleted' : 'Nothing of yours is here any more' }),
    ).toBeVisible();
    await expect(old).toHaveURL(/\/away\.html$/);
    await expect.poll(() => old.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Ana Popescu');
  });
}
