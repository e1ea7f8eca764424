/** An edition on its way: published without a new version of the app, let in, told of, and given from phone to phone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { NEXT_DEVELOPMENT_KEY } from '../../scripts/edition/development.ts';
import { newSecretKey } from '../../scripts/edition/sign.ts';
import { openEditionFile, writeEditionFile } from '../../src/dataset/file.ts';
import { violations } from './axe.ts';
import { assetOf, expect as expectSoon, manifestOf, publishData, publishManifest, test } from './harbour.ts';

const expect = expectSoon.configure({ timeout: 60_000 });
test.setTimeout(400_000);

/** The line that Home shows first in Latvia, as the built data have it. */
function line(dist: string): { id: string; tel: string } {
  const pack = packOf(dist, 'lv');
  const id: string = pack.antiTraffickingLine[0];
  const channel = pack.responders.find((responder: { id: string }) => responder.id === id).channels[0];
  return { id, tel: channel.tel };
}

function packOf(dist: string, region: string) {
  const file = manifestOf(dist).packs.find(({ id }) => id === region)?.file ?? '';
  return JSON.parse(readFileSync(join(dist, 'data', file), 'utf8'));
}

/** Another number in the place of the line's, and that this is told. */
const OTHER = { tel: '+37129195442', shown: '+371 29 195 442', national: '29 195 442' };

/** Publishes the next edition, in which one number is another. @returns the name of the pack's file */
function publishNumber(dist: string, other = OTHER): string {
  const { id, tel } = line(dist);
  const { edition } = manifestOf(dist);
  return publishData(dist, 'lv', (text) => {
    const pack = JSON.parse(text);
    const channels = pack.responders.find((responder: { id: string }) => responder.id === id).channels;
    const channel = channels.find((one: { tel: string }) => one.tel === tel);
    const change = {
      what: 'contact',
      responder: id,
      type: 'phone',
      was: channel.international,
      now: other.shown,
      value: other.tel,
    };
    // Whoever else has it, too: it is one number.
    for (const one of pack.responders.flatMap((responder: { channels: { tel?: string }[] }) => responder.channels)) {
      if (one.tel !== tel) continue;
      Object.assign(one, { value: other.tel, tel: other.tel, national: other.national, international: other.shown });
      delete one.freephone;
    }
    const date = new Date().toISOString().slice(0, 10);
    pack.changes = [{ edition: edition + 1, date, changes: [change] }, ...pack.changes];
    return JSON.stringify(pack);
  });
}

const notice = (page: Page) => page.getByRole('region', { name: 'Newer edition' });
const useIt = (page: Page) => notice(page).getByRole('button', { name: 'Use it now' });
const ready = (page: Page) => page.getByRole('status').filter({ hasText: /Ready offline/ });
const says = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

/** What a phone asks the host for. */
function requestsOf(context: BrowserContext): string[] {
  const asked: string[] = [];
  context.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/data/') && !request.serviceWorker()) asked.push(pathname.slice('/data/'.length));
  });
  return asked;
}

/** The edition that a site publishes, as a file. */
function fileOf(dist: string): Promise<string> {
  const read = (file: string) => readFileSync(join(dist, 'data', file), 'utf8');
  const texts = new Map(manifestOf(dist).packs.map(({ file }) => [file, read(file)]));
  return writeEditionFile({ text: read('edition.json'), signature: read('edition.json.minisig') }, texts);
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel('Choose the file').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

/** The phone is ready offline, and a plan is half made. */
async function readyPhone(page: Page): Promise<void> {
  await page.goto('/settings');
  await expect(ready(page)).toBeVisible();
}

test('one changed number: three files are fetched, it waits, it is let in, and Home says the new number from its first moment', async ({
  site,
  phone,
}) => {
  const context = await phone.context();
  const page = await context.newPage();
  await readyPhone(page);
  const { tel: old, id } = line(site.dist);
  const pack = publishNumber(site.dist);
  const asked = requestsOf(context);
  await page.getByRole('button', { name: 'Look for a newer edition' }).click();
  await expect(useIt(page)).toBeVisible();
  expect(asked.sort()).toEqual(['edition.json', 'edition.json.minisig', pack].sort());
  expect(await violations(page)).toEqual([]);

  // Nothing has moved.
  await page.evaluate(() =>
    localStorage.setItem(
      'harbour.settings',
      JSON.stringify({ ...JSON.parse(localStorage.getItem('harbour.settings') ?? '{}'), country: 'lv' }),
    ),
  );
  await site.stop();
  await notice(page).getByRole('link', { name: 'What changed' }).click();
  await expect(page.getByRole('heading', { name: 'What changed', level: 1 })).toBeVisible();
  await expect(page.locator('#content')).toContainText(OTHER.shown);
  expect(await violations(page)).toEqual([]);
  await page.goto('/');
  await expect(page.locator(`#app a[href="tel:${OTHER.tel}"]`).first()).toBeVisible();
  await expect(page.locator(`a[href="tel:${old}"]:visible`)).toHaveCount(0);
  await page.goto(`/responders/${id}`);
  await expect(page.locator('#content')).toContainText(`Until`);
  await expect(page.locator(`#content a[href="tel:${OTHER.tel}"]`).first()).toBeVisible();

  // The page that stands before the app runs says it, too.
  const plain = await context.newPage();
  // Without a place to run in the app does not begin; its script comes when the page is parsed.
  await plain.addInitScript(() => {
    new MutationObserver(() => document.getElementById('app')?.remove()).observe(document, {
      childList: true,
      subtree: true,
    });
  });
  await plain.goto('/');
  await expect(plain.locator(`#first a[href="tel:${OTHER.tel}"]`).first()).toBeVisible();
  await expect(plain.locator(`#first [data-country="lv"] a[href="tel:${old}"]`)).toHaveCount(0);
});

test('from phone to phone without a network: what is right is taken, and what is not is refused for its own reason', async ({
  site,
  phone,
}) => {
  const page = await phone.open('/settings');
  await expect(ready(page)).toBeVisible();
  const before = manifestOf(site.dist);
  const same = await fileOf(site.dist);
  publishNumber(site.dist);
  const manifest = manifestOf(site.dist);
  const good = await fileOf(site.dist);
  const signedBy = async (change: (it: typeof manifest) => void, key?: string) => {
    const other = structuredClone(manifest);
    change(other);
    publishManifest(site.dist, other, key);
    return fileOf(site.dist);
  };
  const stranger = await signedBy(() => undefined, newSecretKey());
  const older = await signedBy((it) => Object.assign(it, { edition: before.edition - 1 }));
  const double = await signedBy((it) => Object.assign(it, { edition: before.edition }));
  const later = await signedBy((it) => Object.assign(it, { format: it.format + 1 }));
  await site.stop();

  const refusals: [string, string, RegExp][] = [
    ['half.txt', good.slice(0, good.length / 2), /damaged or not whole/],
    [
      'tampered.txt',
      `${good.slice(0, 5000)}${good[5000] === 'A' ? 'B' : 'A'}${good.slice(5001)}`,
      /damaged or not whole/,
    ],
    ['stranger.harbour', stranger, /signed by somebody else/],
    ['older.harbour', older, /older than the one here/],
    ['double.harbour', double, /says something else/],
    ['later.harbour', later, /newer version of Harbour/],
    ['letter.txt', 'Dear colleague', /no edition of Harbour/],
  ];
  for (const [name, text, reason] of refusals) {
    await choose(page, name, text);
    await says(page, reason);
  }
  expect(await violations(page)).toEqual([]);
  await choose(page, 'same.txt', same);
  await says(page, 'newest edition');
  await choose(page, 'good.txt', good);
  await expect(useIt(page)).toBeVisible();
  await useIt(page).click();
  await expect(page.locator('#content')).toContainText(`edition ${manifest.edition}`);
  await expect(useIt(page)).toHaveCount(0);
  // What was refused before is an older one now; what was taken is no news.
  await choose(page, 'good.txt', good);
  await says(page, 'newest edition');
});

test('a phone gives the edition it reads: letter by letter what was published', async ({ site, phone }) => {
  publishNumber(site.dist);
  const page = await phone.open('/settings');
  await expect(ready(page)).toBeVisible();
  // Who comes for the first time reads what is published, not what the app was built with.
  await expect(page.locator('#content')).toContainText(`edition ${manifestOf(site.dist).edition}`);
  await site.stop();
  await page.getByRole('button', { name: 'Make the file' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the file' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe(`harbour-edition-${manifestOf(site.dist).edition}.harbour`);
  const text = readFileSync(await saved.path(), 'utf8');
  // Two browsers pack the same letters differently.
  expect(await openEditionFile(text)).toEqual(await openEditionFile(await fileOf(site.dist)));
});

test('the next key leaves behind an edition with an absurd number', async ({ site, phone }) => {
  const page = await phone.open('/settings');
  await expect(ready(page)).toBeVisible();
  const number = manifestOf(site.dist).edition;
  publishManifest(site.dist, { ...manifestOf(site.dist), edition: 987_654 });
  await page.getByRole('button', { name: 'Look for a newer edition' }).click();
  await useIt(page).click();
  await expect(page.locator('#content')).toContainText('edition 987654');
  publishManifest(site.dist, { ...manifestOf(site.dist), edition: number + 1 });
  await page.getByRole('button', { name: 'Look for a newer edition' }).click();
  await says(page, /older than the one here/);
  publishManifest(site.dist, { ...manifestOf(site.dist), edition: number + 1 }, NEXT_DEVELOPMENT_KEY);
  await page.getByRole('button', { name: 'Look for a newer edition' }).click();
  await useIt(page).click();
  await expect(page.locator('#content')).toContainText(`edition ${number + 1}`);
});

test('it is looked for by itself: at the start, and when the network is back', async ({ site, phone }) => {
  const page = await phone.open('/settings');
  await expect(ready(page)).toBeVisible();
  publishNumber(site.dist);
  await page.reload();
  await expect(useIt(page)).toBeVisible();
  await useIt(page).click();
  await expect(useIt(page)).toHaveCount(0);
  await page.context().setOffline(true);
  publishData(site.dist, 'ee', otherWords);
  await page.context().setOffline(false);
  await expect(useIt(page)).toBeVisible();
});

test('an edition shared with the installed app is taken once', async ({ site, phone }) => {
  const page = await phone.open('/settings');
  await expect(ready(page)).toBeVisible();
  publishNumber(site.dist);
  const text = await fileOf(site.dist);
  await site.stop();
  // As the share sheet posts it; a form of our own may not, by our policy.
  await page.evaluate(async (content) => {
    const body = new FormData();
    body.append('edition', new File([content], 'harbour-edition.txt', { type: 'text/plain' }));
    await fetch('/take-edition', { method: 'POST', body, redirect: 'manual' });
  }, text);
  await page.goto('/settings?take');
  await expect(useIt(page)).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await expect(page.locator('#content')).toContainText(`edition ${manifestOf(site.dist).edition}`);
  await expect(useIt(page)).toHaveCount(0);
});

const otherWords = (text: string) => text.replace('"checked":"2', '"checked":"1');

/** Runs in the page: the number of the edition that was fetched while the app was closed. */
async function fetchedBehind(): Promise<number | undefined> {
  const name = (await caches.keys()).find((key) => key.startsWith('harbour-edition:'));
  const manifest = name && (await (await caches.open(name)).match('/data/edition.json'));
  return manifest ? (await manifest.json()).edition : undefined;
}

test('the browser wakes the worker while the app is closed: the next start reads the newer edition, without a network', async ({
  site,
  phone,
}) => {
  const context = await phone.context();
  const page = await context.newPage();
  await readyPhone(page);
  const protocol = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    protocol.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [registration] = registrations;
      if (registration) resolve(registration.registrationId);
    });
  });
  await protocol.send('ServiceWorker.enable');
  const registrationId = await registered;
  // The app shows something that looks for nothing.
  await page.goto('/away.html');
  // More than once: what an edition of before has brought is part of the next.
  for (const publish of [() => publishNumber(site.dist), () => publishData(site.dist, 'ee', otherWords)]) {
    publish();
    await protocol.send('ServiceWorker.dispatchPeriodicSyncEvent', {
      origin: site.url,
      registrationId,
      tag: 'edition',
    });
    await expect.poll(() => page.evaluate(fetchedBehind)).toBe(manifestOf(site.dist).edition);
  }
  await site.stop();
  await page.goto('/settings');
  await expect(page.locator('#content')).toContainText(`edition ${manifestOf(site.dist).edition}`);
  // Once it is in the database, it is nowhere else.
  await expect.poll(() => page.evaluate(fetchedBehind)).toBeUndefined();
});

/** Publishes the next edition, in which a responder of Latvia is not any more. */
function publishGone(dist: string, id: string, name: string, was: string): void {
  const { edition, date } = manifestOf(dist);
  publishData(dist, 'lv', (text) => {
    const pack = JSON.parse(text);
    pack.responders = pack.responders.filter((one: { id: string }) => one.id !== id);
    const changes = [
      { what: 'contact', responder: id, type: 'phone', was },
      { what: 'gone', responder: id, name },
    ];
    pack.changes = [{ edition: edition + 1, date, changes }, ...pack.changes];
    return JSON.stringify(pack);
  });
}

test('whoever comes back after two changes of a number finds the line by the one they know, and what they wrote of who is gone', async ({
  site,
  phone,
}) => {
  const page = await phone.open('/settings');
  await expect(ready(page)).toBeVisible();
  const { id, tel: old } = line(site.dist);
  const shown = packOf(site.dist, 'lv').responders.find((one: { id: string }) => one.id === id).channels[0]
    .international;
  const [gone] = packOf(site.dist, 'lv').responders.filter(({ represents }: { represents?: string }) => represents);
  const yours = page.getByRole('region', { name: 'Yours' });
  await page.goto(`/responders/${gone.id}`);
  await yours.getByRole('button', { name: 'Write a note' }).click();
  await yours.getByLabel('Note').fill('The side door, ring twice');
  await yours.getByRole('button', { name: 'Keep' }).click();
  await expect(yours.getByRole('button', { name: 'Change' })).toBeVisible();
  await page.goto(`/responders/${id}`);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Kept', exact: true })).toBeVisible();
  await page.goto('/workspace/contacts/new');
  await page.getByLabel('Name', { exact: true }).fill('Duty officer');
  await page.getByLabel('Number or address 1').fill(old);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Duty officer' })).toBeVisible();
  const contact = page.url();

  publishNumber(site.dist, { tel: '+37129195441', shown: '+371 29 195 441', national: '29 195 441' });
  publishGone(site.dist, gone.id, 'An embassy', '+371 67 999 888');
  publishNumber(site.dist);
  await page.goto('/settings');
  // What changed twice is one number, and it is one of those that are kept, in the country one is in.
  await page.getByLabel('Country you are in').selectOption('lv');
  await expect(notice(page)).toContainText(
    'Numbers and addresses – changed: 1, no longer there: 1. In Latvia: 2. Of what you keep: 1.',
  );
  await useIt(page).click();
  await expect(page.locator('#content')).toContainText(`edition ${manifestOf(site.dist).edition}`);
  await site.stop();

  // On Home, among what is kept.
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Kept' }).getByText(/^Until .*: \+371 29 195 441$/)).toBeVisible();
  // On paper.
  await page.goto('/search');
  await page.getByRole('searchbox').fill(old.slice(4));
  const found = page
    .locator('#content')
    .getByRole('listitem')
    .filter({ hasText: `: ${shown}` });
  await expect(found.getByRole('link', { name: /Call/ })).toHaveAttribute('href', `tel:${OTHER.tel}`);
  for (const typed of ['67999888', '+371 67 999 888']) {
    await page.getByRole('searchbox').fill(typed);
    await expect(page.locator('#content').getByRole('link', { name: 'An embassy' })).toBeVisible();
    await expect(page.getByText('+371 67 999 888: no longer there. No longer in the directory')).toBeVisible();
  }
  // Among what is kept, with the number between the two as well.
  await page.goto('/workspace');
  const card = page.getByRole('list', { name: 'Kept responders' }).getByRole('listitem');
  await expect(card.getByText(/^Until .*: \+371 29 195 441$/)).toBeVisible();
  await expect(card.getByText(new RegExp(`^Until .*: ${shown.replace('+', '\\+')}$`))).toBeVisible();
  // In a plan.
  await page.goto('/referral#found=lv&age=adult');
  await expect(
    page
      .locator('#content')
      .getByText(/^Until .*: \+371 29 195 441$/)
      .first(),
  ).toBeVisible();
  // Written down by oneself.
  await page.goto(contact);
  await expect(page.getByText(`${OTHER.shown}, was ${shown}`)).toBeVisible();
  // Who is gone.
  await page.goto('/workspace');
  await page.getByRole('link', { name: /The side door/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'An embassy' })).toBeVisible();
  await expect(page.getByText('No longer in the directory')).toBeVisible();
  await expect(yours.getByText('The side door, ring twice')).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a plan that is half made survives a newer edition', async ({ site, phone }) => {
  const page = await phone.open('/settings');
  await expect(ready(page)).toBeVisible();
  await page.goto('/referral#found=se&age=child&role=police');
  const isThere = () => expect(page.locator('#content')).toContainText('Sweden · Child');
  await isThere();
  publishNumber(site.dist);
  await page.reload();
  await useIt(page).click();
  await expect(useIt(page)).toHaveCount(0);
  await isThere();
  expect(new URL(page.url()).hash).toBe('');
});

test('where what tells of editions cannot be had, the rest stands', async ({ site, phone }) => {
  const context = await phone.context();
  const part = `**/${assetOf(site.dist, 'EditionNotice')}`;
  await context.route(part, (route) => route.fulfill({ status: 404 }));
  const page = await context.newPage();
  const asked = page.waitForResponse(part);
  await page.goto('/');
  await asked;
  // Long enough for a second try, and for a screen to fall.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 500))));
  await expect(page.locator('#app a[href="tel:112"]').first()).toBeVisible();
  await expect(page.locator('#app').getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('an old edition says so and hides nothing', async ({ phone }) => {
  const page = await (await phone.context()).newPage();
  const later = new Date(Date.now() + 120 * 24 * 60 * 60 * 1000);
  await page.clock.setFixedTime(later);
  await page.goto('/');
  await expect(notice(page)).toContainText('older than 90 days');
  await expect(page.locator('#app a[href="tel:112"]').first()).toBeVisible();
  await notice(page).getByRole('button', { name: 'Later' }).click();
  await expect(notice(page)).toHaveCount(0);
});
