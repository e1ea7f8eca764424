/** What is kept, while another tab holds the database: nothing untrue is said, and all goes on by itself once it is free. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';

test.use({ serviceWorkers: 'block' });

const HELD = 'another tab with Harbour seems to hold it';
/** What is said of a browser that keeps nothing, and of one that kept nothing yet. */
const UNTRUE = [/does not let Harbour keep anything/, /Nothing kept yet/, /is no longer here/];

const HOLDS = {
  /** It does not open: somebody wants to change it and waits for a connection that nobody closes. */
  unopened: () =>
    new Promise<void>((resolve, reject) => {
      const open = indexedDB.open('workspace');
      open.onerror = () => reject(open.error);
      open.onsuccess = () => {
        Object.assign(window, { held: open.result });
        const change = indexedDB.open('workspace', 10_000);
        change.onupgradeneeded = () => change.transaction?.abort();
        change.onblocked = () => resolve();
      };
    }),
  /** It opens, and answers nothing: somebody writes and never comes to an end. */
  mute: () =>
    new Promise<void>((resolve, reject) => {
      const open = indexedDB.open('workspace');
      open.onerror = () => reject(open.error);
      open.onsuccess = () => {
        const database = open.result;
        const store = database.transaction([...database.objectStoreNames], 'readwrite').objectStore('kept');
        let asked = 0;
        const ask = () => {
          store.get('nobody').onsuccess = ask;
          if (asked++ === 1) resolve();
        };
        ask();
      };
    }),
};

/** Another tab takes hold of it. @returns what closes that tab */
async function hold(context: BrowserContext, how: keyof typeof HOLDS): Promise<() => Promise<void>> {
  const other = await context.newPage();
  await other.goto('/away.html');
  await other.evaluate(HOLDS[how]);
  return () => other.close();
}

async function keepContact(page: Page, name: string) {
  await page.goto('/workspace/contacts/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** The last try, after which nothing is asked for any more. */
const givenUp = (page: Page) =>
  page.waitForEvent('console', (said) => /^(workspace|lock): (?!once more).*does not (open|answer)/.test(said.text()));

async function expectHeld(page: Page) {
  await expect(page.getByText(HELD)).toHaveCount(1);
  for (const words of UNTRUE) await expect(page.getByText(words)).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Set up a lock' })).toHaveCount(0);
}

for (const how of ['unopened', 'mute'] as const) {
  test(`one that is ${how}: no screen says that this browser keeps nothing, none offers a lock, and each goes on by itself`, async ({
    page,
    context,
  }) => {
    await keepContact(page, 'Ana Popescu');
    const free = await hold(context, how);
    const screens = [
      '/workspace',
      '/workspace/lock',
      '/workspace/corrections',
      '/workspace/exchange',
      '/settings',
      '/workspace/backup',
    ];
    const tabs = await Promise.all(
      screens.map(async (address) => {
        const tab = await context.newPage();
        await tab.goto(address);
        await expect(tab.getByText(HELD)).toBeVisible();
        return tab;
      }),
    );
    const [kept, lock] = tabs as [Page, Page];
    for (const tab of tabs) await expectHeld(tab);
    const once = givenUp(kept);
    await kept.reload();
    await once;
    await expectHeld(kept);
    // What is written meanwhile stays in its form, and is no other fault.
    const form = await context.newPage();
    await form.goto('/workspace/contacts/new');
    await form.getByLabel('Name', { exact: true }).fill('Ion Ionescu');
    await form.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(form.getByText('Your text still stands here')).toBeVisible();
    await expectHeld(form);

    await free();
    for (const tab of [...tabs, form]) await expect(tab.getByText(HELD)).toHaveCount(0);
    await expect(kept.getByRole('link', { name: /Ana Popescu/ })).toBeVisible();
    await expect(kept.getByRole('link', { name: 'Set up a lock' })).toBeVisible();
    await expect(lock.getByRole('heading', { level: 1, name: 'Lock' })).toBeVisible();
    await expect(lock.getByLabel('Passphrase', { exact: true }).first()).toBeVisible();
    await form.getByRole('button', { name: 'Try again' }).click();
    await expect(form.getByRole('heading', { level: 1, name: 'Ion Ionescu' })).toBeVisible();
    await expect(kept.getByRole('link', { name: /Ion Ionescu/ })).toBeVisible();
  });
}

test('held and freed in whatever order, with reloads between, what was kept is shown and nothing untrue is said', async ({
  page,
  context,
}) => {
  test.slow();
  await keepContact(page, 'Ana Popescu');
  const steps = fc.array(fc.constantFrom('unopened', 'mute', 'free', 'free', 'reload', 'lock', 'kept'), {
    minLength: 3,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      let free: (() => Promise<void>) | undefined;
      await page.goto('/workspace');
      await expect(page.getByRole('link', { name: /Ana Popescu/ })).toBeVisible();
      let isRead = true;
      for (const step of sequence) {
        if (step === 'unopened' || step === 'mute') free ??= await hold(context, step);
        if (step === 'free') {
          await free?.();
          free = undefined;
        }
        if (step === 'reload') await page.reload();
        if (step === 'lock') await page.goto('/workspace/lock');
        if (step === 'kept') await page.goto('/workspace');
        // What was read before it was held stays on the screen.
        if (step === 'reload' || step === 'lock' || step === 'kept') isRead = !free;
        if (!free) {
          isRead = true;
          await expect(page.getByText(HELD)).toHaveCount(0);
          const isLock = page.url().endsWith('/lock');
          await expect(
            isLock
              ? page.getByLabel('Passphrase', { exact: true }).first()
              : page.getByRole('link', { name: /Ana Popescu/ }),
          ).toBeVisible();
        } else if (!isRead) {
          await expectHeld(page);
        }
        for (const words of UNTRUE) await expect(page.getByText(words)).toHaveCount(0);
      }
      await free?.();
    }),
    { numRuns: 4, endOnFailure: true, examples: [[['mute', 'reload', 'free', 'unopened', 'reload', 'free']]] },
  );
});
