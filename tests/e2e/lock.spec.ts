/** What is kept, sealed by a passphrase: who may read it and when, and what is found of it on the disk. */
import { expect, type Page, test } from '@playwright/test';
import { violations } from './axe.ts';
import { filesWith, kill, onProfile } from './profile.ts';

test.use({ serviceWorkers: 'block' });

const PASSPHRASE = 'three words of mine';
const ENDING = 'all gone by noon';
const RESPONDER = '/responders/lv-patverums-drosa-maja';
const PLAN = '/referral?found=lv&origin=ro&age=child';
const MARK = 'Q7ZMARKER';

const contact = (id: string) => ({ id, at: 1, name: `${MARK} ${id}`, channels: [], languages: [], met: MARK });

/** Puts rows into the database as it is, past the app. */
function put(page: Page, tables: Record<string, object[]>): Promise<void> {
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

/** What lies in the tables, as text with its bytes as letters. */
function lying(page: Page): Promise<{ text: string; rows: number; sealed: number; locks: number }> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('workspace');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const names = [...database.objectStoreNames];
          const found = { text: '', rows: 0, sealed: 0, locks: 0 };
          if (names.length === 0) return resolve(found);
          const transaction = database.transaction(names, 'readonly');
          const letters = (value: unknown): unknown =>
            ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value) : value;
          for (const name of names) {
            const request = transaction.objectStore(name).getAll();
            request.onsuccess = () => {
              if (name === 'lock') found.locks = request.result.length;
              else {
                found.rows += request.result.length;
                found.sealed += request.result.filter((row) => 'sealed' in row).length;
              }
              found.text += JSON.stringify(request.result, (_, value) => letters(value));
            };
          }
          transaction.oncomplete = () => {
            database.close();
            resolve(found);
          };
        };
      }),
  );
}

const unlocking = (page: Page) => page.getByRole('button', { name: 'Unlock', exact: true });
const locked = (page: Page) => page.getByText('What you keep is locked.', { exact: true });
const field = (page: Page) => page.getByLabel('Passphrase', { exact: true });

/** Something of each kind, by a phone that was used for a while. */
async function begin(page: Page) {
  await page.goto('/workspace');
  await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
  await put(page, {
    contacts: [contact('a'), contact('b')],
    notes: [{ id: 'n', at: 1, about: { kind: 'contact', id: 'a' }, day: '2026-11-20', text: MARK }],
    kept: [{ id: 'lv-patverums-drosa-maja', at: 1, name: { en: MARK } }],
    ticks: [{ guide: 'roles/health', done: [MARK] }],
  });
}

async function lock(page: Page, ending?: string) {
  await putLockOn(page, ending);
  await expect(page.getByText('The lock is on. What you keep is sealed.')).toBeFocused();
}

async function putLockOn(page: Page, ending?: string) {
  await page.goto('/workspace/lock');
  await field(page).fill(PASSPHRASE);
  await page.getByLabel('The same once more').fill(PASSPHRASE);
  if (ending) {
    await page.getByLabel('Also a second passphrase').check();
    await page.getByLabel('The passphrase that deletes').fill(ending);
    await page.getByLabel('The same once more').nth(1).fill(ending);
  }
  await page.getByRole('button', { name: 'Put the lock on' }).click();
}

async function unlock(page: Page, passphrase = PASSPHRASE) {
  await field(page).fill(passphrase);
  await unlocking(page).click();
}

const theirName = (page: Page, id: string) => page.getByRole('link', { name: `${MARK} ${id}` }).first();

test('a lock is put on, asked for, changed and taken off', async ({ page }) => {
  await begin(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Lock now' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Set up a lock' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Lock' })).toBeFocused();
  await expect(page.getByText('If you lose the passphrase, everything that is sealed is lost.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Make a backup first' })).toHaveAttribute('href', '/workspace/backup');

  // What is wrong is said, at the field that is wrong.
  await field(page).fill('short');
  await page.getByRole('button', { name: 'Put the lock on' }).click();
  await expect(page.getByText('Too short: at least 8 characters.')).toBeVisible();
  await expect(field(page)).toBeFocused();
  await field(page).fill(PASSPHRASE);
  await page.getByLabel('The same once more').fill(PASSPHRASE);
  await page.getByLabel('Also a second passphrase').check();
  await expect(
    page.getByText('deletes everything of yours on this device, at once and without a question'),
  ).toBeVisible();
  const second = page.getByLabel('The passphrase that deletes');
  await second.fill(PASSPHRASE);
  await page.getByLabel('The same once more').nth(1).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Put the lock on' }).click();
  await expect(page.getByText('It must be another one than the first.')).toBeVisible();
  await expect(second).toBeFocused();
  await page.getByLabel('Also a second passphrase').uncheck();
  await page.getByLabel('15 min').check();

  // Ended in the middle, nothing has changed.
  await page.getByRole('button', { name: 'Put the lock on' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled. Nothing was changed.')).toBeVisible();
  expect(await lying(page)).toMatchObject({ locks: 0, sealed: 0 });
  await page.getByRole('button', { name: 'Put the lock on' }).click();
  await expect(page.getByText('The lock is on. What you keep is sealed.')).toBeFocused();
  const sealed = await lying(page);
  expect(sealed).toMatchObject({ locks: 1, rows: 5, sealed: 5 });
  expect(sealed.text).not.toContain(MARK);
  expect(sealed.text).not.toContain('patverums');
  await expect(page.getByLabel('15 min')).toBeChecked();

  await page.getByRole('link', { name: 'Kept' }).first().click();
  await expect(theirName(page, 'a')).toBeVisible();
  await page.reload();
  await expect(locked(page)).toBeVisible();
  await expect(page.getByText(MARK)).toHaveCount(0);

  // By the keyboard alone; a wrong one may be followed by the right one at once.
  await field(page).focus();
  await page.keyboard.type('something else');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'This passphrase does not open it.' })).toBeVisible();
  await expect(field(page)).toBeFocused();
  await page.getByLabel('Show the passphrase').check();
  await expect(field(page)).toHaveAttribute('type', 'text');
  await field(page).fill(` ${PASSPHRASE}`);
  await page.keyboard.press('Enter');
  await expect(theirName(page, 'a')).toBeVisible();
  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(locked(page)).toBeVisible();
  await expect(page.getByText(MARK)).toHaveCount(0);
  await unlock(page);
  await expect(theirName(page, 'b')).toBeVisible();

  await page.getByRole('link', { name: 'Change the lock or take it off' }).click();
  const changing = page.getByRole('region', { name: 'Change the passphrase' });
  await changing.getByLabel('The passphrase now').fill(PASSPHRASE);
  await changing.getByLabel('The new passphrase').fill('quite another one');
  await changing.getByLabel('The same once more').fill('quite another one');
  await changing.getByRole('button', { name: 'Change the passphrase' }).click();
  await expect(page.getByText('The passphrase is changed.')).toBeFocused();
  const taking = page.getByRole('region', { name: 'Take the lock off' });
  await taking.getByLabel('The passphrase now').fill(PASSPHRASE);
  await taking.getByRole('button', { name: 'Take the lock off' }).click();
  await expect(taking.getByRole('alert')).toContainText('This passphrase does not open it.');
  await taking.getByLabel('The passphrase now').fill('quite another one');
  await taking.getByRole('button', { name: 'Take the lock off' }).click();
  await expect(page.getByText('The lock is off.')).toBeFocused();
  expect(await lying(page)).toMatchObject({ locks: 0, sealed: 0, rows: 5 });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Put the lock on' })).toBeVisible();
});

test.describe('it locks by itself', () => {
  test('after its time, when the phone slept, and when the clock is set back', async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-28T08:00:00') });
    await begin(page);
    await lock(page);
    await page.getByRole('link', { name: 'Kept' }).first().click();
    await expect(theirName(page, 'a')).toBeVisible();
    await page.clock.fastForward('04:50');
    await expect(theirName(page, 'a')).toBeVisible();
    // A touch extends it.
    await page.mouse.click(5, 5);
    await page.clock.fastForward('04:50');
    await expect(theirName(page, 'a')).toBeVisible();
    await page.clock.fastForward('00:15');
    await expect(locked(page)).toBeVisible();
    await expect(page.getByText(MARK)).toHaveCount(0);

    // The phone slept: its timers stood still, and the clock did not.
    await unlock(page);
    await expect(theirName(page, 'a')).toBeVisible();
    await page.clock.setSystemTime(new Date('2026-11-28T09:00:00'));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect(locked(page)).toBeVisible();

    await unlock(page);
    await expect(theirName(page, 'a')).toBeVisible();
    await page.clock.setSystemTime(new Date('2026-11-28T08:58:00'));
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(locked(page)).toBeVisible();
    await expect(page.getByText(MARK)).toHaveCount(0);
  });

  test('on Leave, in this tab and the others, and in a page that is kept for going back to', async ({
    page,
    context,
  }) => {
    await begin(page);
    await lock(page);
    await page.getByRole('link', { name: 'Kept' }).first().click();
    await expect(theirName(page, 'a')).toBeVisible();
    const left = await page.evaluate(async () => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      // As long as the browser gives a page that it freezes.
      await Promise.resolve();
      return document.body.textContent;
    });
    expect(left).not.toContain(MARK);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect(locked(page)).toBeVisible();

    // A tab is opened by itself alone.
    const other = await context.newPage();
    await other.goto('/workspace');
    await expect(locked(other)).toBeVisible();
    await unlock(page);
    await expect(theirName(page, 'a')).toBeVisible();
    await expect(locked(other)).toBeVisible();
    await unlock(other);
    await expect(theirName(other, 'a')).toBeVisible();
    await other.getByRole('button', { name: /Leave/ }).click();
    await expect(other).toHaveTitle('Calendar');
    await expect(locked(page)).toBeVisible();
  });
});

test('in two tabs nothing plain is written, whatever the other one believes', async ({ page, context }) => {
  await begin(page);
  const other = await context.newPage();
  await other.goto(RESPONDER);
  await expect(other.getByRole('button', { name: /^Kept/ })).toBeVisible();
  await other.goto('/workspace/contacts/new');
  await other.getByLabel('Name', { exact: true }).fill(`${MARK} typed`);
  await lock(page);
  // The form gives way to the lock; what was typed is there again after it.
  await expect(locked(other)).toBeVisible();
  expect((await lying(page)).text).not.toContain(MARK);
  await unlock(other);
  await expect(other.getByLabel('Name', { exact: true })).toHaveValue(`${MARK} typed`);
  await other.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(other.getByRole('heading', { level: 1, name: `${MARK} typed` })).toBeVisible();
  const after = await lying(page);
  expect(after.sealed).toBe(after.rows);
  expect(after.text).not.toContain(MARK);
  await page.getByRole('link', { name: 'Kept' }).first().click();
  await expect(theirName(page, 'typed')).toBeVisible();
});

test('what is begun under a lock stands in the tab sealed, and is there again', async ({ page }) => {
  await begin(page);
  await lock(page);
  await page.getByRole('link', { name: 'Kept' }).first().click();
  await page.getByRole('link', { name: 'New contact' }).click();
  await page.getByLabel('Name', { exact: true }).fill(`${MARK} begun`);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(MARK);
  await page.reload();
  await expect(locked(page)).toBeVisible();
  await unlock(page);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(`${MARK} begun`);
});

test('while it is locked, the directory and the plan in progress go on, and Home says nothing of it', async ({
  page,
}) => {
  await begin(page);
  await page.goto(PLAN);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
  await lock(page);
  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(locked(page)).toBeVisible();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Home' }).click();
  await expect(page.getByRole('link', { name: /112/ }).first()).toBeVisible();
  await expect(page.getByText(/\block(ed)?\b|unlock/i)).toHaveCount(0);
  await expect(page.getByText(MARK)).toHaveCount(0);

  await page.goto(RESPONDER);
  await expect(page.getByRole('link', { name: /^Call|\+371/ }).first()).toBeVisible();
  await expect(page.getByText(MARK)).toHaveCount(0);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByText('This is not saved before you unlock it.')).toBeVisible();

  await page.goto('/guides/roles/health');
  const box = page.getByRole('main').getByRole('listitem').getByRole('checkbox').first();
  await box.check();
  await expect(box).toBeChecked();
  await expect(page.getByText('This is not saved before you unlock it.')).toBeVisible();

  await page.goto(PLAN);
  const step = page.locator('[data-step]').first().getByRole('checkbox');
  await step.check();
  await expect(step).toBeChecked();
  const hint = page.getByText('This is not saved before you unlock it.');
  await expect(hint).toBeVisible();
  expect(await violations(page, 'main')).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'Unlock' }).click();
  await unlock(page);
  await expect(theirName(page, 'a')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
  await expect(step).toBeChecked();
  await expect(step).not.toHaveAttribute('data-saving');
  await expect(hint).toHaveCount(0);

  // A kept plan on the screen goes on as well, and is written once it is open again.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  const next = page.locator('[data-step]').nth(1).getByRole('checkbox');
  await expect(step).toBeChecked();
  await next.check();
  await expect(hint).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Unlock' }).click();
  await unlock(page);
  await expect(theirName(page, 'a')).toBeVisible();
  await page.goBack();
  await expect(next).toBeChecked();
  await expect(next).not.toHaveAttribute('data-saving');
});

test('while it is locked, nobody is told that no plan has a code: unlocked, it is looked for', async ({ page }) => {
  await page.goto(PLAN);
  await page.getByRole('link', { name: 'Handover note' }).first().click();
  const send = page.locator('#send');
  await send.getByRole('button', { name: 'Print' }).click();
  await send.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(send).toContainText('is kept with the plan.');
  const code = (await send.textContent())?.match(/[2-9A-Z]{4}-[2-9A-Z]{4}/)?.[0] ?? '';
  await lock(page);
  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(locked(page)).toBeVisible();

  await page.goto('/search');
  await page.getByRole('searchbox', { name: 'Search', exact: true }).fill(code);
  await expect(page.getByRole('link', { name: `Answer note ${code}` })).toBeVisible();
  await expect(page.getByText('No plan on this phone has the reference')).toHaveCount(0);
  await page.getByRole('link', { name: `Unlock what you keep, to look for ${code} there` }).click();
  await unlock(page);
  await expect(page.getByRole('searchbox')).toHaveValue(code);
  await expect(page.getByRole('list', { name: 'Search what you keep' }).getByRole('link')).toContainText(code);
});

test('the second passphrase deletes everything, and Kept says no word of it', async ({ page, context }) => {
  await page.addInitScript(() => localStorage.setItem('harbour.settings', '{"country":"lv","role":"police"}'));
  await begin(page);
  await lock(page, ENDING);
  const other = await context.newPage();
  await other.goto('/workspace');
  await unlock(other);
  await expect(theirName(other, 'a')).toBeVisible();
  await page.evaluate(() => localStorage.setItem('harbour.backup', '1'));
  await page.goto('/workspace');
  await unlock(page, ENDING);
  await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Kept' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Set up a lock' })).toBeVisible();
  expect(await lying(page)).toMatchObject({ rows: 0, locks: 0 });
  expect(await page.evaluate(() => localStorage.getItem('harbour.backup'))).toBeNull();
  // Nor that something was kept: nothing says that the browser has cleared it.
  expect(await page.evaluate(() => localStorage.getItem('harbour.kept'))).toBeNull();
  await expect(other.getByText(MARK)).toHaveCount(0);
});

test('who has lost the passphrase may delete everything, and a backup waits until it is unlocked', async ({ page }) => {
  await begin(page);
  await lock(page);
  await page.goto('/workspace/backup');
  await expect(locked(page)).toBeVisible();
  await page.getByText('Lost the passphrase?').click();
  await page.getByRole('button', { name: 'Delete all that is mine' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing of yours is here any more' })).toBeFocused();
});

test('the device may open it, too, once that was proven; never instead of the passphrase', async ({
  page,
  context,
}) => {
  const authenticator = await context.newCDPSession(page);
  await authenticator.send('WebAuthn.enable');
  const newDevice = () =>
    authenticator.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        hasPrf: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  const { authenticatorId } = await newDevice();
  /** Whether the device says no. The browser's own stand-in for a device never opens again once it did. */
  const refuses = (no: boolean) =>
    page.evaluate((on) => {
      if (!on) return void Reflect.deleteProperty(navigator.credentials, 'get');
      navigator.credentials.get = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    }, no);
  await begin(page);
  await lock(page);
  const device = page.getByRole('region', { name: 'Open with this device' });
  const allow = async () => {
    await device.getByLabel('The passphrase now').fill(PASSPHRASE);
    await device.getByRole('button', { name: 'Let the device open it' }).click();
  };
  await refuses(true);
  await allow();
  await expect(device.getByText('The device did not allow it.')).toBeVisible();
  await refuses(false);
  await allow();
  await expect(device.getByText('From now on this device opens the lock, too.')).toBeVisible();

  await page.goto('/workspace');
  await refuses(true);
  await page.getByRole('button', { name: 'Open with this device' }).click();
  await expect(page.getByText('The device did not open it. Type the passphrase.')).toBeVisible();
  expect(await violations(page, 'main')).toEqual([]);
  await refuses(false);
  await page.getByRole('button', { name: 'Open with this device' }).click();
  await expect(theirName(page, 'a')).toBeVisible();
  await page.getByRole('button', { name: 'Lock now' }).click();
  // Another device, which knows of the key and has another secret for it: it says so, and the passphrase opens as before.
  const { credentials } = await authenticator.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).not.toEqual([]);
  await authenticator.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  const other = await newDevice();
  for (const credential of credentials) await authenticator.send('WebAuthn.addCredential', { ...other, credential });
  await page.getByRole('button', { name: 'Open with this device' }).click();
  await expect(page.getByText('The device did not open it. Type the passphrase.')).toBeVisible();
  await expect(page.getByText(MARK)).toHaveCount(0);
  await unlock(page);
  await expect(theirName(page, 'a')).toBeVisible();
  await page.getByRole('link', { name: 'Change the lock or take it off' }).click();
  await device.getByRole('button', { name: 'No longer' }).click();
  await expect(device.getByText('Only the passphrase opens the lock now.')).toBeVisible();
  await page.reload();
  await expect(locked(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open with this device' })).toHaveCount(0);
});

for (const [name, colorScheme, width] of [
  ['light', 'light', 390],
  ['dark and narrow', 'dark', 320],
] as const) {
  test(`its screens hold: ${name}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 844 });
    const fits = async (shot: string) => {
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/${shot}-${width}.png`, fullPage: true });
    };
    await begin(page);
    await page.goto('/workspace/lock');
    await page.getByLabel('Also a second passphrase').check();
    await fits('setup');
    await lock(page, ENDING);
    await fits('manage');
    await page.getByRole('link', { name: 'Kept' }).first().click();
    await expect(theirName(page, 'a')).toBeVisible();
    await fits('kept');
    await page.getByRole('button', { name: 'Lock now' }).click();
    await expect(locked(page)).toBeVisible();
    await fits('locked');
    await page.getByText('Lost the passphrase?').click();
    await unlock(page, 'something else');
    await expect(page.getByRole('alert').filter({ hasText: 'does not open it' })).toBeVisible();
    await fits('wrong');
  });
}

for (const killed of [false, true])
  test(`once the lock is on, what was written is in no file of the browser’s databases${killed ? ', also after a kill in between' : ''}`, ({
    launchOptions,
    baseURL,
  }) =>
    onProfile({ launchOptions, baseURL }, async (profile, start) => {
      let context = await start();
      let page = await context.newPage();
      await begin(page);
      await put(page, { contacts: Array.from({ length: 50 }, (_, at) => contact(`c${at}`)) });
      await context.close();
      expect(filesWith(profile, MARK)).not.toEqual([]);

      context = await start();
      page = await context.newPage();
      if (killed) {
        const beside = await context.newPage();
        await beside.goto('/favicon.ico');
        await putLockOn(page);
        // Sealed, and the browser has not merged its files yet.
        await expect.poll(async () => (await lying(beside)).text, { intervals: [20] }).toContain('"rough"');
        await kill(profile, context);
        expect(filesWith(profile, MARK)).not.toEqual([]);
        context = await start();
        page = await context.newPage();
      } else {
        await lock(page);
        expect((await lying(page)).text).not.toContain('"rough"');
      }
      // What is written from now on, too.
      await page.goto('/workspace');
      await unlock(page);
      await expect(theirName(page, 'a')).toBeVisible();
      await page.getByRole('link', { name: 'New contact' }).click();
      await page.getByLabel('Name', { exact: true }).fill(`${MARK} later`);
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: `${MARK} later` })).toBeVisible();
      await expect.poll(async () => (await lying(page)).text).not.toContain('"rough"');
      await context.close();
      expect(filesWith(profile, MARK)).toEqual([]);
    }));
