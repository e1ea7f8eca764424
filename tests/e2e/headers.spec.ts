import { signingKey } from '../../scripts/edition/keys.ts';
import { publicHalf } from '../../scripts/edition/sign.ts';
import { byBrowser, publicKey, verifySignature } from '../../src/dataset/signature.ts';
import { expect, manifestOf, test } from './harbour.ts';

const SCREENS = [
  '/',
  '/search?q=shelter',
  '/countries',
  '/countries/lv',
  '/responders',
  '/responders/lv-centrs-marta',
  '/workspace',
  '/settings',
  '/about',
];

test('every screen works under the policy it is served with, and asks nobody else for anything', async ({
  page,
  site,
}) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${site.url}/`) && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Permissions-Policy/i.test(message.text())) refused.push(message.text());
  });
  for (const screen of SCREENS) {
    await page.goto(site.url + screen);
    await expect(page.locator('#app').getByRole('heading', { level: 1 }), screen).toBeVisible();
  }
  expect(refused).toEqual([]);
  expect(foreign).toEqual([]);
});

test('what never changes is kept for ever, all else is asked for again, what is missing is missing', async ({
  request,
  site,
}) => {
  const [pack] = manifestOf(site.dist).packs;
  const index = await request.get(`${site.url}/countries/lv`);
  const [asset] = /\/assets\/[^"]+\.js/.exec(await index.text()) ?? [];
  const kept = async (path: string) => (await request.get(site.url + path)).headers()['cache-control'];
  expect(await kept(`/data/${pack?.file}`)).toContain('immutable');
  expect(await kept(asset ?? '')).toContain('immutable');
  for (const path of ['/', '/index.html', '/countries/lv', '/sw.js', '/data/edition.json', '/manifest.webmanifest']) {
    expect(await kept(path), path).toBe('no-cache');
  }
  const { etag } = index.headers();
  expect((await request.get(`${site.url}/`, { headers: { 'If-None-Match': etag ?? '' } })).status()).toBe(304);
  for (const path of ['/assets/none.js', '/assets/none', '/data/lv.0123456789ab.json', '/data/none', '/none.png']) {
    const missing = await request.get(site.url + path);
    expect(missing.status(), path).toBe(404);
    expect(missing.headers()['cache-control'], path).toBe('no-cache');
  }
  for (const path of ['/%ff', '/%00']) expect((await request.get(site.url + path)).status(), path).toBeLessThan(500);
  expect((await request.post(site.url)).status()).toBe(405);
  // An address that leads out of the folder does not: what lies there is not served, and the app says what it knows.
  const outside = await request.get(`${site.url}/${'%2e%2e%2f'.repeat(9)}etc%2fpasswd`);
  expect(await outside.text()).toBe(await index.text());
  expect(index.headers()).toMatchObject({
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
});

test('the published edition is signed', async ({ request, site }) => {
  const [edition, signature] = await Promise.all(
    ['edition.json', 'edition.json.minisig'].map(async (file) =>
      (await request.get(`${site.url}/data/${file}`)).body(),
    ),
  );
  const key = publicKey(publicHalf(signingKey()));
  const bytes = new Uint8Array(edition ?? []);
  const { edition: number, date } = manifestOf(site.dist);
  expect(await verifySignature(bytes, String(signature), [key], byBrowser)).toEqual({
    signed: { edition: number, date },
    by: 0,
  });
});

test('the web app manifest is what installing needs', async ({ phone, site }) => {
  const page = await phone.open('/');
  const protocol = await page.context().newCDPSession(page);
  const { errors, data, url } = await protocol.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data ?? '{}') as {
    icons: { src: string; sizes: string; purpose: string }[];
    shortcuts: { name: string; url: string }[];
  };
  for (const { src } of manifest.icons) {
    expect((await page.request.get(new URL(src, url).href)).status(), src).toBe(200);
  }
  expect(manifest.icons.map(({ sizes, purpose }) => `${purpose} ${sizes}`)).toEqual(
    expect.arrayContaining(['any 192x192', 'any 512x512', 'maskable 512x512', 'monochrome any']),
  );
  expect(manifest.shortcuts.map((shortcut) => new URL(shortcut.url, url).href)).toEqual([
    `${site.url}/?start=emergency`,
    `${site.url}/search`,
  ]);
  expect((await protocol.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
});
