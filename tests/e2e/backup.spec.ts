/** What is kept as one sealed file, brought back from it, and deleted so that nothing of it is found. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { readContents, type Tables, writeContents } from '../../src/workspace/backup/contents.ts';
import { seal, unseal } from '../../src/workspace/backup/seal.ts';
import { violations } from './axe.ts';
import { filesWith, kill, onProfile } from './profile.ts';

const RESPONDER = '/responders/lv-patverums-drosa-maja';
const PASSPHRASE = 'three words of mine';
/** So that opening takes milliseconds; the file says so, as any file does. */
const LOW = 8;

const contact = (id: string, at: number, more: object = {}) => ({
  id,
  at,
  name: `Officer ${id}`,
  channels: [{ kind: 'phone', value: '+49 (0)30 1 23' }],
  languages: [],
  ...more,
});

/** Puts rows into the database as it is, past the app. */
function put(page: Page, tables: Tables): Promise<void> {
  return page.evaluate(
    (rows) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('workspace');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(Object.keys(rows), 'readwrite');
          for (const [table, all] of Object.entries(rows))
            for (const row of all) transaction.objectStore(table).put(row);
          transaction.oncomplete = () => {
            database.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    tables,
  );
}

/** All rows that are kept, as they lie there. */
function rows(page: Page): Promise<Tables> {
  return page.evaluate(
    () =>
      new Promise<Record<string, unknown[]>>((resolve, reject) => {
        const opening = indexedDB.open('workspace');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const names = [...database.objectStoreNames].filter((name) => name !== 'lock');
          const all: Record<string, unknown[]> = {};
          const transaction = database.transaction(names, 'readonly');
          for (const name of names) {
            const request = transaction.objectStore(name).getAll();
            request.onsuccess = () => {
              all[name] = request.result;
            };
          }
          transaction.oncomplete = () => {
            database.close();
            resolve(all);
          };
        };
      }),
  );
}

const opening = (page: Page) => page.getByRole('region', { name: 'Bring back from a backup' });
const making = (page: Page) => page.getByRole('region', { name: 'Make a backup' });

async function choose(page: Page, content: string | Buffer, name = 'harbour.age') {
  const buffer = Buffer.from(content as string);
  await opening(page).getByLabel('Choose a file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

async function open(page: Page, passphrase = PASSPHRASE) {
  await opening(page).getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await opening(page).getByRole('button', { name: 'Open it' }).click();
}

const sealed = (tables: Tables, work = LOW) =>
  seal(writeContents(tables, Date.UTC(2026, 10, 1)).text, PASSPHRASE, undefined, work);

test('a backup is made, everything is deleted with two taps, and all of it comes back', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('harbour.settings', '{"country":"lv","role":"police"}'));
  await page.goto(RESPONDER);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Kept/ })).toBeVisible();
  await put(page, { contacts: [contact('a', 1)], ticks: [{ guide: 'roles/health', done: ['1'] }] });

  await page.goto('/workspace');
  await expect(page.getByText('is in no backup, or the last one is older than a month')).toBeVisible();
  await page.getByRole('link', { name: 'Back up now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Backup' })).toBeFocused();

  const form = making(page);
  await form.getByLabel('Passphrase', { exact: true }).fill('short');
  await form.getByRole('button', { name: 'Make the backup' }).click();
  await expect(form.getByText('Too short: at least 8 characters.')).toBeVisible();
  await form.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await form.getByRole('button', { name: 'Make the backup' }).click();
  await expect(form.getByText('The two are not the same.')).toBeVisible();
  expect(await violations(page, 'main')).toEqual([]);
  await form.getByRole('button', { name: 'Suggest one' }).click();
  const passphrase = await form.getByLabel('Passphrase', { exact: true }).inputValue();
  expect(passphrase).toMatch(/^[a-z-]{24}$/);
  await form.getByRole('button', { name: 'Make the backup' }).click();
  const ready = form.getByText(/harbour-\d{4}-\d\d-\d\d\.age is ready\. Entries: 4/);
  await expect(ready).toBeFocused();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    form.getByRole('button', { name: 'Save it' }).click(),
  ]);
  const file = readFileSync(await download.path());
  const before = await rows(page);
  expect(readContents(await unseal(file, passphrase)).tables).toEqual(before);
  await expect(form.getByText(/Last backup: /)).toBeVisible();

  await page.getByRole('link', { name: 'Kept' }).first().click();
  await expect(page.getByRole('link', { name: 'Backup: make one, or bring one back' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete all that is mine' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing of yours is here any more' })).toBeFocused();
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    local: Object.entries(localStorage).sort(),
    tab: Object.keys(sessionStorage),
    address: location.pathname,
  }));
  expect(left.databases).not.toContain('workspace');
  expect(left.local.map(([key]) => key)).not.toContain('harbour.backup');
  expect(Object.fromEntries(left.local)['harbour.settings']).not.toContain('police');
  expect(Object.fromEntries(left.local)['harbour.settings']).toContain('lv');
  expect(left).toMatchObject({ tab: [], address: '/' });
  await page.getByRole('link', { name: 'Open Harbour' }).click();
  await expect(page.getByRole('link', { name: /112/ }).first()).toBeVisible();

  await page.goto('/workspace/backup');
  await choose(page, file);
  await expect(opening(page).getByLabel('Passphrase', { exact: true })).toBeFocused();
  await open(page, `${passphrase}x`);
  await expect(opening(page).getByRole('alert')).toContainText('This passphrase does not open the file.');
  await expect(opening(page).getByLabel('Passphrase', { exact: true })).toBeFocused();
  // A keyboard may put a space behind a word.
  await open(page, `${passphrase} `);
  await expect(page.getByRole('heading', { name: 'What the backup would bring' })).toBeFocused();
  await expect(opening(page).getByText('new: 1')).toHaveCount(4);
  expect(Object.values(await rows(page)).flat()).toEqual([]);
  await opening(page).getByRole('button', { name: 'Bring it back' }).click();
  await expect(opening(page).getByText('Brought back. Entries written: 4.')).toBeVisible();
  expect(await rows(page)).toEqual(before);
});

test('what differs is asked, what is damaged or made to harm changes nothing', async ({ page }) => {
  await page.goto('/workspace');
  await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
  await put(page, {
    contacts: [contact('a', 5, { met: 'Kyiv' }), contact('b', 9, { met: 'Riga' }), { id: 'x', name: 7 }],
    kept: [{ id: 'lv-siva', at: 1, name: { en: 'Agency' } }],
  });

  const damaged = page.getByRole('region', { name: 'Damaged entries' });
  await page.reload();
  await damaged.getByText('Contacts 1').click();
  await expect(damaged.getByText('"name": 7')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    damaged.getByRole('button', { name: 'Save as a file: Contacts 1' }).click(),
  ]);
  expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual({ id: 'x', name: 7 });
  await damaged.getByRole('button', { name: 'Delete: Contacts 1' }).click();
  await expect(damaged.getByText('The entry is deleted.')).toBeFocused();
  await expect(damaged.getByRole('listitem')).toHaveCount(0);
  const before = await rows(page);
  expect(before.contacts).toHaveLength(2);

  await page.goto('/workspace/backup');
  const alert = opening(page).getByRole('alert');
  const good = await sealed({
    contacts: [contact('a', 5, { met: 'Lviv' }), contact('b', 8, { met: 'Vilnius' }), contact('c', 1)],
    journeys: [{ id: 'j' }],
  });
  await choose(page, 'no backup', 'notes.txt');
  await expect(alert).toContainText('This file is not a backup of Harbour.');
  await choose(page, Buffer.from(good.replace(/\n.*\n.*\n.*\n/, '\n')));
  await expect(alert).toContainText(/not a backup|damaged/);
  await choose(
    page,
    `age-encryption.org/v1\n-> scrypt ${'A'.repeat(22)} 30\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n`,
  );
  await expect(alert).toContainText('would take more work than a phone should do');
  await choose(page, Buffer.from(await seal('{"what":"something else"}', PASSPHRASE, undefined, LOW)));
  await open(page);
  await expect(alert).toContainText('This file is not a backup of Harbour.');

  await choose(page, await sealed({}, 18));
  await open(page);
  await opening(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(opening(page).getByText('Cancelled. Nothing was changed.')).toBeVisible();
  expect(await rows(page)).toEqual(before);

  await choose(page, good);
  await open(page);
  await expect(opening(page).getByText('different, you decide: 1')).toBeVisible();
  await expect(opening(page).getByText('changed later here, stays: 1')).toBeVisible();
  await expect(opening(page).getByText('does not know: 1')).toBeVisible();
  await opening(page).getByRole('button', { name: 'Bring it back' }).click();
  await expect(opening(page).getByText('Decide first')).toBeVisible();
  const ask = (name: string) => opening(page).getByRole('group', { name });
  await expect(ask('Contacts: Officer a').getByLabel('As here')).toBeFocused();
  await expect(ask('Contacts: Officer b').getByLabel('As here')).toBeChecked();
  await ask('Contacts: Officer a').getByLabel('As in the backup').check();
  await expect(ask('Contacts: Officer a')).toContainText('Lviv');
  expect(await violations(page, 'main')).toEqual([]);

  // Another tab changes one of them meanwhile.
  await put(page, { contacts: [contact('c', 2, { met: 'Bucharest' })] });
  await opening(page).getByRole('button', { name: 'Bring it back' }).click();
  await expect(alert).toContainText('Something was changed here meanwhile');
  await ask('Contacts: Officer a').getByLabel('As in the backup').check();
  await ask('Contacts: Officer c').getByLabel('As in the backup').check();
  await opening(page).getByRole('button', { name: 'Bring it back' }).click();
  await expect(opening(page).getByText('Brought back. Entries written: 2.')).toBeVisible();
  expect((await rows(page)).contacts).toEqual([
    contact('a', 5, { met: 'Lviv' }),
    contact('b', 9, { met: 'Riga' }),
    contact('c', 1),
  ]);
  expect((await rows(page)).kept).toEqual(before.kept);
});

for (const [what, path, buttons, done] of [
  ['all that is mine', '/workspace', ['Delete all that is mine', 'Delete it'], 'Nothing of yours is here any more'],
  ['everything', '/settings', ['Delete everything', 'Delete'], 'Everything is deleted'],
] as const)
  for (const killed of [false, true])
    test(`what was deleted as ${what} is in no file of the browser’s databases any more${killed ? ', also after a kill in between' : ''}`, ({
      launchOptions,
      baseURL,
    }) =>
      onProfile({ launchOptions, baseURL }, async (profile, start) => {
        const mark = 'Q7ZMARKER';
        const contacts = Array.from({ length: 50 }, (_, at) =>
          contact(`c${at}`, 1, { name: `${mark} ${at}`, met: mark }),
        );
        let context = await start();
        let page = await context.newPage();
        await page.goto('/workspace');
        await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
        await put(page, { contacts });
        await context.close();
        expect(filesWith(profile, mark)).not.toEqual([]);

        context = await start();
        page = await context.newPage();
        const beside = await context.newPage();
        await beside.goto('/favicon.ico');
        const helpers = (on: Page) =>
          on.evaluate(async () =>
            (await indexedDB.databases()).filter(({ name }) => name?.startsWith('scrub')).map(({ name }) => name),
          );
        await page.goto(path);
        for (const name of buttons) await page.getByRole('button', { name, exact: true }).click();
        await expect(page.getByText('Keep this page open for a few seconds.')).toBeVisible();
        if (killed) {
          await expect.poll(() => anyRow(beside), { intervals: [20] }).toBe(false);
          expect(await helpers(beside)).not.toEqual([]);
          await kill(profile, context);
          context = await start();
          page = await context.newPage();
          await page.goto('/workspace');
          await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
          await expect.poll(() => helpers(page)).toEqual([]);
        } else await expect(page.getByRole('heading', { name: done })).toBeVisible();
        // The browser merges its files behind the page's back, on a busy machine a moment later.
        await expect.poll(() => filesWith(profile, mark)).toEqual([]);
        await context.close();
        expect(filesWith(profile, mark)).toEqual([]);
      }));

/** Whether anything that the user wrote is there, without making the database where there is none. */
function anyRow(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const all = await indexedDB.databases();
    if (!all.some(({ name }) => name === 'workspace')) return false;
    return new Promise<boolean>((resolve) => {
      const opening = indexedDB.open('workspace');
      opening.onsuccess = () => {
        const database = opening.result;
        database.onversionchange = () => database.close();
        if (!database.objectStoreNames.contains('contacts')) return resolve(false);
        const count = database.transaction('contacts').objectStore('contacts').count();
        count.onsuccess = () => {
          database.close();
          resolve(count.result > 0);
        };
      };
    });
  });
}
