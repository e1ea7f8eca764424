/** What is kept, in more than one tab and when the browser's database lets one down. */
import { expect, type Locator, type Page, test } from '@playwright/test';

// Two tabs and the app's own files at once are a lot for a small machine, and the files are not what this is about.
test.use({ serviceWorkers: 'block' });

const GUIDE = '/guides/roles/health';
const PLAN = '/referral?found=lv&origin=ro&age=child';
const RESPONDER = '/responders/lv-patverums-drosa-maja';

const box = (page: Page, at: number): Locator =>
  page.getByRole('main').getByRole('listitem').getByRole('checkbox').nth(at);
const step = (page: Page, id: string): Locator => page.locator(`[data-step="${id}"]`).getByRole('checkbox');
/** It is on, and that is on the disk. */
const isWritten = async (ticked: Locator) => {
  await expect(ticked).toBeChecked();
  await expect(ticked).not.toHaveAttribute('data-saving');
};

/** Lets the next transactions that write fail as WebKit's do after the app was in the background. */
async function losesConnections(page: Page): Promise<(fault: 'begin' | 'end', times: number) => Promise<void>> {
  await page.addInitScript(() => {
    const faults: string[] = [];
    Object.assign(window, { faults });
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...args) {
      const fault = this.name === 'workspace' && args[1] === 'readwrite' ? faults.shift() : undefined;
      if (fault === 'begin') {
        throw new DOMException(
          'Connection to Indexed Database server lost. Refresh the page to try again',
          'UnknownError',
        );
      }
      const transaction = begin.apply(this, args);
      if (fault === 'end') queueMicrotask(() => transaction.abort());
      return transaction;
    };
  });
  return (fault, times) =>
    page.evaluate(
      ([what, count]) => {
        const { faults } = window as unknown as { faults: string[] };
        faults.push(...Array.from({ length: count }, () => what));
      },
      [fault, times] as const,
    );
}

test.describe('in two tabs', () => {
  test('ticks of a guide are all there, and each tab shows the other’s', async ({ page, context }) => {
    const other = await context.newPage();
    for (const tab of [page, other]) {
      await tab.goto(GUIDE);
      await expect(box(tab, 1)).toBeVisible();
    }
    await box(page, 0).check();
    await isWritten(box(other, 0));
    await box(other, 1).check();
    await isWritten(box(page, 1));
    await box(other, 0).uncheck();
    await expect(box(page, 0)).not.toBeChecked();
    await box(page, 2).check();
    await isWritten(box(page, 2));
    await page.reload();
    await isWritten(box(page, 1));
    await isWritten(box(page, 2));
    await expect(box(page, 0)).not.toBeChecked();
    await expect(page.getByText('2 ticks, on this phone only')).toBeVisible();
    await other.getByRole('button', { name: 'Clear all ticks' }).click();
    await expect(box(page, 1)).not.toBeChecked();
  });

  test('ticks, days and the note of a plan are all there', async ({ page, context }) => {
    const other = await context.newPage();
    await page.goto(PLAN);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
    await other.goto(PLAN);
    await expect(other.getByRole('button', { name: 'Kept: forget' })).toBeVisible();

    await step(page, 'child.hold').check();
    await isWritten(step(other, 'child.hold'));
    await other.locator('[data-step] [type=checkbox]').first().check();
    await isWritten(page.locator('[data-step] [type=checkbox]').first());
    const days = (tab: Page) => tab.locator('#days input[type=date]');
    await page.getByRole('button', { name: /^Days that count/ }).click();
    await days(page).first().fill('2026-11-24');
    await expect(days(other).first()).toHaveValue('2026-11-24');

    const openDone = (tab: Page) => tab.locator('summary', { hasText: 'Done so far' }).click();
    await page.getByRole('link', { name: 'Handover note' }).first().click();
    await openDone(page);
    await page.getByRole('group', { name: 'Done so far' }).getByRole('checkbox').first().check();
    await other.getByRole('link', { name: 'Handover note' }).first().click();
    await openDone(other);
    const done = (tab: Page) => tab.getByRole('group', { name: 'Done so far' }).getByRole('checkbox');
    await expect(done(other).first()).toBeChecked();
    await done(other).nth(1).check();
    await expect(done(page).nth(1)).toBeChecked();

    await page.goto(PLAN);
    await isWritten(step(page, 'child.hold'));
    await isWritten(page.locator('[data-step] [type=checkbox]').first());
    await expect(days(page).first()).toHaveValue('2026-11-24');
    await page.getByRole('button', { name: 'Kept: forget' }).click();
    await other.goto('/workspace');
    await expect(other.getByRole('heading', { name: 'Referral plans' })).toBeHidden();
  });

  test('a plan that moves on to another answer in one tab takes along what the other tab did', async ({
    page,
    context,
  }) => {
    await page.goto(PLAN);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
    const other = await context.newPage();
    await other.goto(PLAN);
    await step(other, 'child.hold').check();
    await isWritten(step(other, 'child.hold'));
    await page.setViewportSize({ width: 1280, height: 900 }); // questions beside the plan
    await page.getByRole('radio', { name: 'Woman or girl' }).check();
    await isWritten(step(page, 'child.hold'));
    await page.goto('/workspace');
    await expect(page.getByRole('region', { name: 'Referral plans' }).getByRole('listitem')).toHaveCount(1);
  });

  test('what one keeps or takes off shows in the other', async ({ page, context }) => {
    const other = await context.newPage();
    await other.goto('/workspace');
    await expect(other.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
    await page.goto(RESPONDER);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(other.getByRole('list', { name: 'Kept responders' }).getByRole('listitem')).toHaveCount(1);
    await other.getByRole('button', { name: /^Remove/ }).click();
    await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible();
  });
});

test.describe('when the connection to the database is lost', () => {
  for (const fault of ['begin', 'end'] as const) {
    test(`once (${fault}), it is opened anew and everything is saved`, async ({ page }) => {
      const lose = await losesConnections(page);
      await page.goto(GUIDE);
      await box(page, 0).check();
      await isWritten(box(page, 0));
      await lose(fault, 1);
      await box(page, 1).check();
      await isWritten(box(page, 1));
      await page.goto(RESPONDER);
      await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible();
      await lose(fault, 1);
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
      await expect(page.getByRole('button', { name: 'Kept', exact: true })).toBeVisible();
    });
  }

  test('again, the tick says that it is not saved, stays, and is saved by Try again', async ({ page }) => {
    const lose = await losesConnections(page);
    await page.goto(GUIDE);
    await box(page, 0).check();
    await isWritten(box(page, 0));
    await lose('begin', 2);
    await box(page, 1).check();
    await expect(page.getByText('The last ticks could not be saved.')).toBeVisible();
    await expect(box(page, 1)).toBeChecked();
    await expect(box(page, 1)).toHaveAttribute('data-saving', 'failed');
    await expect(box(page, 1)).toHaveAccessibleDescription('Not saved');
    await expect(box(page, 0)).not.toHaveAttribute('data-saving');
    await page.getByRole('button', { name: 'Try again' }).click();
    await isWritten(box(page, 1));
    await expect(page.getByText('2 ticks, on this phone only')).toBeVisible();
    await page.reload();
    await isWritten(box(page, 1));
  });

  test('again, a plan keeps its tick on the screen, also on the way to the note and back, until it is saved', async ({
    page,
  }) => {
    const lose = await losesConnections(page);
    await page.goto(PLAN);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Kept: forget' })).toBeVisible();
    await lose('end', 100);
    await step(page, 'child.hold').check();
    await expect(page.getByText('The last changes could not be saved.')).toBeVisible();
    await expect(step(page, 'child.hold')).toHaveAccessibleDescription(/Not saved/);
    await page.getByRole('link', { name: 'Handover note' }).first().click();
    await expect(page.getByText('The last changes could not be saved.')).toBeVisible();
    await page.getByRole('link', { name: 'Referral plan' }).click();
    await expect(step(page, 'child.hold')).toBeChecked();
    await page.evaluate(() => (window as unknown as { faults: string[] }).faults.splice(0));
    // Opened again, the screen has tried by itself: if that came after the last fault, there is nothing left to press.
    const again = page.getByRole('button', { name: 'Try again' });
    await expect(async () => {
      if (await again.isVisible()) await again.click({ timeout: 1000 });
      await expect(step(page, 'child.hold')).not.toHaveAttribute('data-saving', /./, { timeout: 1000 });
      await expect(page.getByText('The last changes could not be saved.')).toBeHidden({ timeout: 1000 });
    }).toPass();
    await page.reload();
    await isWritten(step(page, 'child.hold'));
  });

  test('before anything was read, that is not taken for a browser that keeps nothing', async ({ page }) => {
    await losesConnections(page);
    // That the responder was opened is the first that is written.
    await page.addInitScript(() => {
      (window as unknown as { faults: string[] }).faults.push(...Array.from({ length: 100 }, () => 'begin'));
    });
    await page.goto(RESPONDER);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByText('That could not be saved. Nothing was changed: try again.')).toBeVisible();
  });

  test('again, a responder is not shown as kept, and that is said', async ({ page }) => {
    const lose = await losesConnections(page);
    await page.goto(RESPONDER);
    await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Keep');
    // Every write, not the next two: that the responder was opened is written too, whenever the phone gets to it.
    await lose('begin', 100);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByText('That could not be saved. Nothing was changed: try again.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Keep', exact: true })).toHaveAttribute('aria-pressed', 'false');
    await page.evaluate(() => (window as unknown as { faults: string[] }).faults.splice(0));
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Kept', exact: true })).toBeVisible();
  });
});

test.describe('when the phone is full', () => {
  const words = 'Not saved: there is no room on this phone.';

  /** No more can be stored than is, or again as much as the browser itself would let. */
  async function fill(page: Page, isFull = true): Promise<void> {
    const origin = await page.evaluate(() => location.origin);
    const protocol = await page.context().newCDPSession(page);
    await protocol.send('Storage.overrideQuotaForOrigin', { origin, ...(isFull && { quotaSize: 1000 }) });
    if (!isFull) return;
    // The browser remembers for a moment how much room there was.
    const isRefused = () =>
      page.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            const open = indexedDB.open('room');
            open.onerror = () => resolve(true);
            open.onupgradeneeded = () => open.result.createObjectStore('rows');
            open.onsuccess = () => {
              const writing = open.result.transaction('rows', 'readwrite');
              writing.objectStore('rows').put('x', 0);
              writing.oncomplete = () => resolve(false);
              writing.onabort = () => resolve(true);
              open.result.close();
            };
          }),
      );
    await expect.poll(isRefused, { intervals: [1000] }).toBe(true);
  }

  for (const [what, before] of [
    ['of what somebody keeps already', RESPONDER],
    ['from the first start on', '/away.html'],
  ] as const) {
    test(`${what}, that is said wherever something is kept, with what helps meanwhile`, async ({ page }) => {
      await page.goto(before);
      if (before === RESPONDER) await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible();
      await fill(page);

      await page.goto('/responders/lv-centrs-marta');
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
      await expect(page.getByText(`${words} What was kept before is as it was.`)).toContainText(
        'Until then, share it or save it to your contacts.',
      );
      await expect(page.getByText('Nothing was changed: try again')).toHaveCount(0);

      await page.goto(GUIDE);
      await box(page, 0).check();
      await expect(page.getByText(words)).toBeVisible();
      await page.goto(PLAN);
      await step(page, 'child.hold').check();
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
      await expect(page.getByText(words)).toContainText('copy or print it');
      await page.goto('/workspace/contacts/new');
      await page.getByLabel('Name', { exact: true }).fill('Anna Example');
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
      await expect(page.getByText(words)).toContainText('It still stands on this screen');

      await fill(page, false);
      await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Anna Example' })).toBeVisible();
    });
  }
});

test('a database that never answers is named in Kept, once and in no other words, and once it does, Kept goes on by itself', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await other.goto('/away.html');
  // Whatever asks for it now stands behind a deletion that waits for a connection that nobody closes: no event ever comes.
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('workspace');
        open.onsuccess = () => {
          Object.assign(window, { held: open.result });
          indexedDB.deleteDatabase('workspace').onblocked = () => resolve();
        };
        open.onerror = () => reject(open.error);
      }),
  );
  // The last try, after which nothing is asked for any more.
  const givenUp = page.waitForEvent('console', (said) => /^workspace: (?!once more).*does not open/.test(said.text()));
  await page.goto('/workspace');
  const words = page.getByText('another tab with Harbour seems to hold it');
  await expect(words).toBeVisible();
  await expect(words).toContainText('close the browser and open it again');
  await givenUp;
  await expect(words).toHaveCount(1);
  await expect(page.getByText('This browser does not let Harbour keep anything here')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toHaveCount(0);
  await expect(page.getByRole('searchbox', { name: 'Search what you keep' })).toHaveCount(0);
  // What is ticked meanwhile waits: this browser is none that keeps nothing.
  const guide = await context.newPage();
  const waits = guide.waitForEvent('console', (said) => /^workspace: (?!once more).*does not open/.test(said.text()));
  await guide.goto(GUIDE);
  await waits;
  await box(guide, 0).check();
  await expect(box(guide, 0)).toHaveAttribute('data-saving', 'failed');

  await other.close();
  await isWritten(box(guide, 0));
  await expect(words).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Nothing kept yet' })).toBeVisible();
  await page.getByRole('link', { name: 'New contact' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Ana Popescu');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ana Popescu' })).toBeVisible();
});

test('a tab that holds an older database is named, and once it is closed everything goes on by itself', async ({
  page,
  context,
}) => {
  const old = await context.newPage();
  await old.goto('/away.html');
  await old.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('workspace', 20);
        open.onupgradeneeded = () => {
          open.result.createObjectStore('kept', { keyPath: 'id' }).createIndex('at', 'at');
          open.result.createObjectStore('recent', { keyPath: 'id' }).createIndex('at', 'at');
          open.result.createObjectStore('ticks', { keyPath: 'guide' });
          open.transaction?.objectStore('ticks').put({ guide: 'roles/health', done: [] });
          open.transaction?.objectStore('kept').put({ id: 'lv-gone', at: 1, name: { en: 'Kept long ago' } });
        };
        open.onsuccess = () => {
          Object.assign(window, { held: open.result }); // and nobody closes it when it is asked to
          resolve();
        };
        open.onerror = () => reject(open.error);
      }),
  );
  await page.goto(GUIDE);
  const words = page.getByText('another tab with Harbour seems to hold it');
  await expect(words).toBeVisible();
  await box(page, 0).check();
  await expect(box(page, 0)).toHaveAttribute('data-saving', 'writing');
  await old.close();
  await expect(words).toBeHidden();
  await isWritten(box(page, 0));
  await page.goto('/workspace');
  await expect(page.getByText('Kept long ago')).toBeVisible();
});
