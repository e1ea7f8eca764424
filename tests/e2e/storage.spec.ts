import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, manifestOf, type Site, test } from './harbour.ts';

/** What the database `directory` holds, read past the app; undefined when there is no such database or it has other parts. */
function stored(
  page: Page,
): Promise<{ manifest?: string; signature?: string; packs: Record<string, string> } | undefined> {
  return page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'directory')) return undefined;
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open('directory'));
    try {
      const transaction = database.transaction(['packs', 'meta']);
      const [packs, meta] = await Promise.all([
        done(transaction.objectStore('packs').getAll()),
        done(transaction.objectStore('meta').get('current')),
      ]);
      return {
        manifest: meta?.text,
        signature: meta?.signature,
        packs: Object.fromEntries(packs.map(({ id, text }) => [id, text])),
      };
    } catch {
      return undefined;
    } finally {
      database.close();
    }
  });
}

/** What it ought to hold. */
function published({ dist }: Site): Awaited<ReturnType<typeof stored>> {
  const text = (file: string) => readFileSync(join(dist, 'data', file), 'utf8');
  return {
    manifest: text('edition.json'),
    signature: text('edition.json.minisig'),
    packs: Object.fromEntries(manifestOf(dist).packs.map(({ file }) => [file, text(file)])),
  };
}

/** The database holds exactly the published edition. */
async function expectStored(page: Page, site: Site): Promise<void> {
  await expect(async () => expect(await stored(page)).toEqual(published(site))).toPass({ timeout: 60_000 });
}

/** The screen of all responders counts all of them. */
async function expectDirectory(page: Page, site: Site): Promise<void> {
  const count = manifestOf(site.dist)
    .packs.map(({ file }) => JSON.parse(readFileSync(join(site.dist, 'data', file), 'utf8')))
    .reduce((sum, pack) => sum + (pack.kind === 'country' ? pack.responders.length : 0), 0);
  // How far the opening is stands beside it until then.
  await expect(
    page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: `${count} responders` }),
  ).toHaveCount(1);
}

test('the second start reads the database and asks for no pack', async ({ site, phone }) => {
  const page = await phone.open('/responders');
  await expectDirectory(page, site);
  await expectStored(page, site);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await expectDirectory(page, site);
  expect(asked.filter((path) => /^\/data\/(?!edition\.)/.test(path))).toEqual([]);
});

/** Where the database alone matters, nothing is kept beside it: that takes longer than all the rest. */
const withoutWorker = () => void Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');

/** What Settings says of it, and how it comes about. */
const BREAKAGES: Record<string, [says: string, breakage: () => void]> = {
  'IndexedDB is missing': [
    'This browser keeps no database here',
    () => {
      Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
    },
  ],
  'opening is forbidden': [
    'The database does not open',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
    },
  ],
  'opening fails': [
    'The database',
    () => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (name) {
        const request = open.call(this, `broken ${name}`, 1);
        request.addEventListener('upgradeneeded', (event) => {
          event.stopImmediatePropagation();
          request.transaction?.abort();
        });
        return request;
      };
    },
  ],
  'opening never answers': [
    'The database does not answer',
    () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    },
  ],
  'the connection is lost before reading': [
    'The database was lost while it was read',
    () => {
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException(
          'Connection to Indexed Database server lost. Refresh the page to try again',
          'UnknownError',
        );
      };
    },
  ],
  'the connection closes in the middle of reading': [
    'There was trouble with the database. It has been built anew.',
    () => {
      const get = IDBObjectStore.prototype.get;
      IDBObjectStore.prototype.get = function (...args) {
        if (this.transaction.mode !== 'readonly') return get.apply(this, args);
        this.transaction.db.close();
        const request = get.apply(this, args);
        this.transaction.abort();
        return request;
      };
    },
  ],
};

for (const [name, [says, breakage]] of Object.entries(BREAKAGES)) {
  test(`when ${name}, the directory is there, and the database is well again afterwards`, async ({ site, phone }) => {
    const context = await phone.context();
    await context.addInitScript(withoutWorker);
    const broken = await context.newPage();
    await broken.addInitScript(breakage);
    await broken.goto('/responders');
    await expectDirectory(broken, site);

    const well = await phone.open('/responders');
    await expectDirectory(well, site);
    await expectStored(well, site);

    await broken.goto('/settings');
    await expect(broken.getByText(says)).toBeVisible();
    await broken.close();
    await well.reload();
    await expectDirectory(well, site);
    await expectStored(well, site);
  });
}

test('when writing breaks off, nothing is half stored, and the next start stores all', async ({ site, phone }) => {
  const context = await phone.context();
  const page = await context.newPage();
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      if (this.name === 'meta') {
        this.transaction.abort();
        document.documentElement.dataset.aborted = String(Number(document.documentElement.dataset.aborted ?? 0) + 1);
      }
      return request;
    };
  });
  await page.goto('/responders');
  await expectDirectory(page, site);
  // Once as it was, once after dropping the database; then it gives up until the next start.
  await expect(page.locator('html')).toHaveAttribute('data-aborted', '2');
  const next = await context.newPage();
  await next.goto('/away.html');
  expect(await stored(next)).toEqual({ packs: {} });
  await page.close();
  await next.goto('/responders');
  await expectDirectory(next, site);
  await expectStored(next, site);
});

/** Run in the page, past the app, on the database that it filled. */
const NONSENSE: Record<string, () => Promise<void>> = {
  'a pack with one changed letter': () =>
    change((packs) => {
      packs.get(IDBKeyRange.bound('lv.', 'lv/')).onsuccess = ({ target }) => {
        const row = (target as IDBRequest<{ id: string; text: string }>).result;
        packs.put({ ...row, text: row.text.replace('112', '113') });
      };
    }),
  'one pack too few': () => change((packs) => packs.delete(IDBKeyRange.bound('ua.', 'ua/'))),
  'no packs at all': () => change((packs) => packs.clear()),
  'rows of another kind': () =>
    change((packs) => {
      packs.getKey(IDBKeyRange.bound('se.', 'se/')).onsuccess = ({ target }) =>
        packs.put({ id: (target as IDBRequest<string>).result, text: { not: 'a text' } });
    }),
  'a manifest that is none': () => change((_, meta) => meta.put({ key: 'current', text: '[', signature: '' })),
  'a manifest that nobody has signed': () =>
    change((_, meta) => {
      meta.get('current').onsuccess = ({ target }) =>
        meta.put({ ...(target as IDBRequest<object>).result, signature: '' });
    }),
  'somebody else’s database': async () => {
    const settled = (request: IDBOpenDBRequest) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result.close?.());
        request.onerror = () => reject(request.error);
      });
    await new Promise((resolve) => {
      indexedDB.deleteDatabase('directory').onsuccess = resolve;
    });
    const request = indexedDB.open('directory', 999);
    request.onupgradeneeded = () => request.result.createObjectStore('packs', { keyPath: 'other' }).put({ other: 1 });
    await settled(request);
  },
};

declare function change(work: (packs: IDBObjectStore, meta: IDBObjectStore) => void): Promise<void>;

for (const [name, spoil] of Object.entries(NONSENSE)) {
  test(`when the database holds ${name}, the directory is right, and so is the database afterwards`, async ({
    site,
    phone,
  }) => {
    await (await phone.context()).addInitScript(withoutWorker);
    const page = await phone.open('/responders');
    await expectStored(page, site);
    await page.evaluate(() => {
      Object.assign(globalThis, {
        change: (work: (packs: IDBObjectStore, meta: IDBObjectStore) => void) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.open('directory');
            request.onsuccess = () => {
              const transaction = request.result.transaction(['packs', 'meta'], 'readwrite');
              transaction.oncomplete = () => {
                request.result.close();
                resolve();
              };
              transaction.onabort = () => reject(transaction.error);
              work(transaction.objectStore('packs'), transaction.objectStore('meta'));
            };
          }),
      });
    });
    await page.evaluate(spoil);
    expect(await stored(page)).not.toEqual(published(site));
    await page.reload();
    await expectDirectory(page, site);
    await expectStored(page, site);
  });
}

test('when the phone has no room for the database, the directory is there', async ({ site, phone }) => {
  const page = await phone.open('/responders');
  await expectStored(page, site);
  await page.goto('/away.html');
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('directory').onsuccess = resolve;
      }),
  );
  await makeRoom(page, site, 1000);
  await page.goto('/responders');
  await expectDirectory(page, site);
  await makeRoom(page, site);
  await page.reload();
  await expectDirectory(page, site);
  await expectStored(page, site);
});

/** Lets the site store so many bytes and no more; undefined: as many as the browser itself would. */
async function makeRoom(page: Page, site: Site, quotaSize?: number): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Storage.overrideQuotaForOrigin', {
    origin: site.url,
    ...(quotaSize !== undefined && { quotaSize }),
  });
}

for (const room of [200_000, 2_000_000]) {
  test(`a first visit with room for ${room} bytes says why it is not ready, opens offline with the numbers, and is ready once there is room`, async ({
    site,
    phone,
  }) => {
    const context = await phone.context();
    const page = await context.newPage();
    await makeRoom(page, site, room);
    await page.goto('/');
    const bar = page.getByRole('contentinfo').getByText('There is no room for it on this phone');
    await expect(bar).toBeVisible();
    await expect(page.getByRole('contentinfo').getByText('Not ready offline yet.')).toBeVisible();
    await expect(page.getByText('when the network comes back')).toHaveCount(0);
    // What could not be whole takes no room from what somebody may keep.
    const caches = () =>
      page.evaluate(async () => (await globalThis.caches.keys()).filter((name) => /:\d+:/.test(name)));
    await expect(async () => expect(await caches()).toEqual([])).toPass();

    await context.setOffline(true);
    for (const address of ['/', '/countries/pl']) {
      await page.goto(address);
      await expect(page.locator('a[href="tel:112"]').first()).toBeVisible();
    }
    await context.setOffline(false);
    await page.goto('/countries');
    await expect(bar).toBeVisible();
    const asked = site.requests.length;
    await page.getByRole('contentinfo').getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => site.requests.length).toBeGreaterThan(asked);
    await expect(bar).toBeVisible();

    await makeRoom(page, site);
    // What was begun before may find the room already: then there is nothing to press.
    const again = page.getByRole('contentinfo').getByRole('button', { name: 'Try again' });
    const ready = page.getByRole('status').filter({ hasText: /Ready offline/ });
    await expect(again.or(ready).first()).toBeVisible();
    await expect(async () => {
      if (await again.isVisible()) await again.click({ timeout: 1000 });
      await expect(ready).toBeVisible({ timeout: 5000 });
    }).toPass();
    await context.setOffline(true);
    await page.goto('/countries/pl');
    await expect(page.getByRole('heading', { level: 1, name: 'Poland' })).toBeVisible();
  });
}

test('the stored edition is enough when packs are neither in the cache nor on the network', async ({ site, phone }) => {
  const page = await phone.open('/responders');
  await expectStored(page, site);
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
  const whole = await stored(page);
  renameSync(join(site.dist, 'data'), join(site.dist, 'gone'));
  await page.goto('/away.html');
  await page.goto('/responders');
  renameSync(join(site.dist, 'gone'), join(site.dist, 'data'));
  await expectDirectory(page, site);
  expect(await stored(page)).toEqual(whole);
});

test('without packs, cache and database the numbers are still there', async ({ site, phone }) => {
  renameSync(join(site.dist, 'data'), join(site.dist, 'gone'));
  const page = await phone.open('/responders');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('#emergency')).toHaveAttribute('href', 'tel:112');
  await expect(page.locator('#emergency')).toBeVisible();
  renameSync(join(site.dist, 'gone'), join(site.dist, 'data'));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectDirectory(page, site);
});

test('what the user kept outlives any damage to the directory, and its rebuilding', async ({ site, phone }) => {
  const page = await phone.open('/responders/lv-centrs-marta');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Kept', exact: true, pressed: true })).toBeVisible();
  await expectStored(page, site);
  const kept = () => page.getByRole('main').getByRole('link', { name: 'MARTA' }).first();
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        indexedDB.deleteDatabase('directory').onsuccess = () => {
          const request = indexedDB.open('directory', 999);
          request.onupgradeneeded = () => request.result.createObjectStore('nonsense');
          request.onerror = reject;
          request.onsuccess = () => {
            request.result.close();
            resolve(undefined);
          };
        };
      }),
  );
  await page.goto('/workspace');
  await expect(kept()).toBeVisible();
  await expectStored(page, site);
  await page.reload();
  await expect(kept()).toBeVisible();
});

/** What the origin holds, of every kind. */
const left = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
    caches: (await caches.keys()).length,
    local: Object.keys(localStorage).length > 0,
    session: Object.keys(sessionStorage).length > 0,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));
const NOTHING = { databases: [], caches: 0, local: false, session: false, workers: 0, cookies: '' };
// The version's files, and which language is spoken here.
const ALL = { databases: ['directory', 'workspace'], caches: 2, local: true, session: true, workers: 1, cookies: '' };

async function deleteEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
}

test('delete everything asks, and leaves nothing on the phone', async ({ site, phone }) => {
  const page = await phone.open('/');
  await page.getByRole('main').getByRole('button', { name: 'Latvia' }).click();
  await page.goto('/responders/lv-centrs-marta');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Kept', exact: true, pressed: true })).toBeVisible();
  await expectStored(page, site);
  await page.goto('/settings');
  await expect(page.getByRole('main').getByText('Ready offline.')).toBeVisible();
  expect(await left(page)).toEqual(ALL);

  await page.getByRole('button', { name: 'Delete everything' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await left(page)).toEqual(ALL);

  await deleteEverything(page);
  await expect(page.getByRole('heading', { name: 'Everything is deleted' })).toBeVisible();
  expect(await left(page)).toEqual(NOTHING);
  await phone.close();
  expect(await left(await phone.open('/away.html'))).toEqual(NOTHING);
});

test('delete everything holds while the app is still being stored', async ({ site, phone }) => {
  const release = site.hold('/icons/icon-512.png');
  const page = await phone.open('/settings');
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect.poll(async () => (await left(page)).databases).toContain('directory');
  await deleteEverything(page);
  await expect(page.getByRole('heading', { name: 'Everything is deleted' })).toBeVisible();
  release();
  // A page that starts nothing.
  const other = await phone.open('/away.html');
  await page.close();
  expect(await left(other)).toEqual(NOTHING);
});

test('delete everything is not undone by an edition that only now arrives whole', async ({ site, phone }) => {
  const last = manifestOf(site.dist).packs.find(({ id }) => id === 'guides')?.file ?? '';
  const release = site.hold(`/data/${last}`);
  const page = await phone.open('/settings');
  await deleteEverything(page);
  await expect(page.getByRole('heading', { name: 'Everything is deleted' })).toBeVisible();
  const arrived = page.waitForResponse((response) => response.url().endsWith(last)).then((whole) => whole.finished());
  release();
  await arrived;
  // Whatever is still under way finds no database to write to.
  await expect(page.evaluate(() => void indexedDB.open('directory'))).rejects.toThrow('everything is being deleted');
  expect(await left(page)).toEqual(NOTHING);
});

test('delete everything says which part another tab keeps, and takes the rest', async ({ site, phone }) => {
  const page = await phone.open('/responders');
  await expectStored(page, site);
  const other = await phone.open('/away.html');
  await other.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('directory');
        request.onsuccess = () => resolve(void Object.assign(globalThis, { held: request.result }));
      }),
  );
  await page.goto('/settings');
  await deleteEverything(page);
  await expect(page.getByRole('alert')).toContainText('database directory is in use in another tab');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await other.close();
  await deleteEverything(page);
  await expect(page.getByRole('heading', { name: 'Everything is deleted' })).toBeVisible();
});
