import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  assetOf,
  cached,
  expect,
  listed,
  manifestOf,
  ownManifest,
  publishEdition,
  test,
  unpublish,
} from './harbour.ts';

/** The edition that is published when a test begins. */
const BUILT = manifestOf(process.env.DIST ?? 'dist').edition;
const ready = (page: Page) => page.getByRole('status').filter({ hasText: /Ready offline/ });
const updateBar = (page: Page) => page.getByRole('region', { name: 'New version' });
/** The edition that this page would read now. */
const offered = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.getElementById('first')?.dataset.edition));
/** Waits until a page reads an edition; asked between two documents, it is asked again. */
const reads = (page: Page, edition: number) => expect(async () => expect(await offered(page)).toBe(edition)).toPass();

test('a first visit shows how far it is, then says that it is ready', async ({ site, phone }) => {
  const release = site.hold('/icons/icon-512.png');
  const page = await phone.open('/');
  const progress = page.getByRole('progressbar');
  await expect(progress).toHaveAttribute('max', String(listed(site.dist)));
  const done = Number(await progress.getAttribute('value'));
  expect(done).toBeLessThan(listed(site.dist));
  await expect(page.getByText(`of ${listed(site.dist)} files`)).toBeVisible();
  await expect(ready(page)).toHaveCount(0);
  release();
  await expect(ready(page)).toBeVisible();
  await expect(progress).toHaveCount(0);
  expect(await cached(page)).toBe(listed(site.dist));
  // It goes again by itself: nothing is left to be dismissed.
  await expect(ready(page)).toHaveCount(0);
});

test('nothing is called ready when one file is not what this version lists', async ({ site, phone }) => {
  const icon = join(site.dist, 'icons/icon.svg');
  const drawing = readFileSync(icon);
  writeFileSync(icon, '<!doctype html>');
  const release = site.hold('/icons/icon.svg');
  const page = await phone.open('/');
  await expect(page.getByRole('progressbar')).toBeVisible();
  release();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(ready(page)).toHaveCount(0);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active ?? null)).toBeNull();

  writeFileSync(icon, drawing);
  await page.reload();
  await expect(ready(page)).toBeVisible();
});

test('files that the browser threw away are fetched again at the next start', async ({ site, phone }) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  const lost = await page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => name.startsWith('harbour:'));
    const cache = await caches.open(name ?? '');
    const keys = (await cache.keys()).filter(({ url }) => /\/data\/|index\.html/.test(url));
    await Promise.all(keys.map((key) => cache.delete(key)));
    return keys.length;
  });
  // The packs, the manifest with its signature, the page.
  expect(lost).toBe(manifestOf(site.dist).packs.length + 3);
  await page.reload();
  await expect(ready(page)).toBeVisible();
  expect(await cached(page)).toBe(listed(site.dist));
});

test('a new version waits, is offered, and comes only when it is let in', async ({ site, phone }) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  const pack = publishEdition(site.dist, 'lv', (text) => text.replace('"checked":"2', '"checked":"1'));
  site.requests.length = 0;
  await page.reload();
  await expect(updateBar(page).getByText('A new version is ready')).toBeVisible();
  // One changed number: one pack, and of the new version its manifest, its page and the worker that lists them.
  const own = ownManifest(site.dist);
  const published = ['/data/edition.json', '/data/edition.json.minisig'];
  await expect
    .poll(() => [...new Set(site.requests)].filter((path) => !published.includes(path)).sort())
    .toEqual([`/data/${own}`, `/data/${own}.minisig`, `/data/${pack}`, '/index.html', '/sw.js'].sort());

  expect(await offered(page)).toBe(BUILT);
  await updateBar(page).getByRole('button', { name: 'Later' }).click();
  await expect(updateBar(page).getByRole('button')).toHaveCount(0);
  await page.reload();
  expect(await offered(page)).toBe(BUILT);

  await page.goto('/countries?choose');
  await updateBar(page).getByRole('button', { name: 'Update now' }).click();
  await reads(page, BUILT + 1);
  await expect(updateBar(page).getByRole('button')).toHaveCount(0);
  await expect(page).toHaveURL(/\/countries\?choose$/);
  await expect.poll(() => cached(page)).toBe(listed(site.dist));
});

test('of two tabs one lets the new version in, the other goes on as it is', async ({ site, phone }) => {
  const page = await phone.open('/');
  await expect(ready(page)).toBeVisible();
  const other = await phone.open('/');
  await other.evaluate(() => Object.assign(window, { unsaved: 'half a sentence' }));

  const part = assetOf(site.dist, 'About');
  unpublish(site.dist, part);
  publishEdition(site.dist, 'ee', (text) => text.replace('"checked":"2', '"checked":"1'));
  await page.reload();
  await updateBar(page).getByRole('button', { name: 'Update now' }).click();
  await reads(page, BUILT + 1);

  await expect(updateBar(other).getByText('updated in another tab')).toBeVisible();
  expect(await other.evaluate(() => (window as { unsaved?: string }).unsaved)).toBe('half a sentence');
  // A part of the old version that this tab has not loaded yet, and that is nowhere on the server any more.
  const status = await other.evaluate(async (path) => {
    await import(/* @vite-ignore */ path);
    return (await fetch(path, { cache: 'no-store' })).status; // past the browser's own cache
  }, `/${part}`);
  expect(status).toBe(200);

  await updateBar(other).getByRole('button', { name: 'Reload' }).click();
  await expect(async () => {
    expect(await other.evaluate(() => (window as { unsaved?: string }).unsaved)).toBeUndefined();
  }).toPass();
  await expect(updateBar(other).getByRole('button')).toHaveCount(0);
  // Once one page is left, what only the old version needed is cleared away.
  await page.close();
  await other.reload();
  await expect.poll(() => cached(other)).toBe(listed(site.dist));
});

test('a phone stores the languages that were chosen on it, also in the version that waits', async ({ site, phone }) => {
  const page = await phone.open('/settings');
  await expect(ready(page)).toBeVisible();
  expect(site.requests.filter((path) => /\/assets\/lang-/.test(path))).toEqual([]);
  const choose = (on: Page, name: string) => on.getByRole('radio', { name: new RegExp(name) }).click();
  publishEdition(site.dist, 'lv', (text) => text.replace('"checked":"2', '"checked":"1'));
  await page.reload();
  await expect(updateBar(page).getByText('A new version is ready')).toBeVisible();
  await expect(page.getByRole('radio', { name: /Lietuvių/ })).toHaveAccessibleName(/not on this phone/);
  await choose(page, 'Lietuvių');
  await expect(page.getByRole('heading', { level: 1, name: 'Nustatymai' })).toBeVisible();
  await expect.poll(() => cached(page)).toBe(2 * listed(site.dist, ['lt']));
  await site.stop();
  await phone.close();

  // Nothing is open, nothing can be fetched: the version that waited comes in, and speaks Lithuanian.
  const cold = await phone.open('/settings');
  await expect(cold.getByRole('heading', { level: 1, name: 'Nustatymai' })).toBeVisible();
  expect(await offered(cold)).toBe(BUILT + 1);
  // A language that is not here is no loss of the app's own parts.
  await choose(cold, 'Eesti');
  await expect(cold.getByRole('status').filter({ hasText: 'estų' })).toContainText('Nepavyko įkelti');
  await expect(cold.getByRole('heading', { level: 1, name: 'Nustatymai' })).toBeVisible();
  await expect(cold.getByRole('region', { name: 'Nauja versija' })).toHaveCount(0);

  await site.start();
  await choose(cold, 'Eesti');
  await expect(cold.getByRole('heading', { level: 1, name: 'Seaded' })).toBeVisible();
  await expect(cold.getByRole('radio', { name: /Eesti/ })).not.toHaveAccessibleName(/telefonis/);
});

test('a language that the phone has lost gives way to English, and comes back with the network', async ({
  site,
  phone,
}) => {
  const page = await phone.open('/');
  await page.evaluate(() => localStorage.setItem('harbour.settings', JSON.stringify({ language: 'lt' })));
  await page.reload();
  await expect.poll(() => cached(page)).toBe(listed(site.dist, ['lt']));
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const key of await cache.keys()) if (key.url.includes('/assets/lang-')) await cache.delete(key);
    }
  });
  await site.stop();
  // The browser's own cache has it, too.
  await (await (await phone.context()).newCDPSession(page)).send('Network.clearBrowserCache');
  await phone.close();
  const cold = await phone.open('/');
  await expect(cold.locator('#app a[href="tel:112"]').first()).toBeVisible();
  await expect(cold.locator('html')).toHaveAttribute('lang', 'en');
  await phone.close();
  await site.start();
  const again = await phone.open('/');
  await expect(again.locator('html')).toHaveAttribute('lang', 'lt');
  await expect.poll(() => cached(again)).toBe(listed(site.dist, ['lt']));
});

test('a part that cannot be had is said, with a reload that stays at the same address', async ({ site, phone }) => {
  const part = join(site.dist, assetOf(site.dist, 'About'));
  renameSync(part, `${part}.gone`);
  const page = await phone.open('/countries?choose');
  await expect(updateBar(page).getByText('Part of Harbour could not be loaded')).toBeVisible();
  renameSync(`${part}.gone`, part);
  await updateBar(page).getByRole('button', { name: 'Reload' }).click();
  await expect(ready(page)).toBeVisible();
  await expect(updateBar(page).getByRole('button')).toHaveCount(0);
  await expect(page).toHaveURL(/\/countries\?choose$/);
});

test('browser closed, no network, cold start: the numbers, search, a responder, a country', async ({ site, phone }) => {
  const first = await phone.open('/');
  await first.getByRole('main').getByRole('button', { name: 'Latvia' }).click();
  await expect(ready(first)).toBeVisible();
  await phone.close();
  await site.stop();
  await expect(fetch(site.url)).rejects.toThrow();

  const page = await phone.open('/');
  const app = page.locator('#app');
  await expect(app.getByRole('link', { name: '112' })).toHaveAttribute('href', 'tel:112');
  await expect(app.locator('a[href="tel:+37128612120"]')).toBeVisible();

  await app.getByRole('searchbox', { name: 'Search' }).fill('marta');
  await app.getByRole('link', { name: 'MARTA' }).first().click();
  await expect(app.getByRole('heading', { level: 1, name: 'MARTA' })).toBeVisible();
  await expect(app.locator('a[href^="tel:"]').first()).toBeVisible();

  await page.goto('/countries/ro');
  await expect(app.getByRole('heading', { level: 1, name: 'Romania' })).toBeVisible();
  // From Latvia Romania's 112 is no link; what rings there is.
  await expect(app.locator('a[href="tel:112"]')).toHaveCount(0);
  await expect(app.locator('a[href^="tel:+40"]').first()).toBeVisible();
});

test('without a network every screen opens as the first one', async ({ site, phone }) => {
  await expect(ready(await phone.open('/'))).toBeVisible();
  await phone.close();
  await site.stop();
  for (const address of [
    '/?start=emergency',
    '/search?q=shelter',
    '/countries',
    '/countries/no',
    '/responders?country=ua',
    '/responders/lv-centrs-marta',
    '/workspace',
    '/settings',
    '/about',
    '/nothing-here',
  ]) {
    const page = await phone.open(address);
    await expect(page.locator('#app').getByRole('heading', { level: 1 }), address).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: /./ }), address).toHaveCount(0);
    await page.close();
  }
});
