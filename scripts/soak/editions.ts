/**
 * Editions are taken, from the host or from a file, and in the middle of it the browser is killed, several times over. Whatever
 * happened, what the database holds afterwards is whole, and the page reads the edition of before or the new one.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { writeEditionFile } from '../../src/dataset/file.ts';
import { newPhone } from './browser.ts';
import { manifestOf, publishData, publishFolder } from './publish.ts';
import { newSite } from './site.ts';
import { Violation, type Walk } from './walk.ts';

/** How long a screen may take on a busy machine, in milliseconds. */
const SHOWN_MS = 60_000;
const KILLS = 5;

const script = fc.array(
  fc.record({
    way: fc.constantFrom('host', 'file'),
    region: fc.constantFrom('lv', 'ee', 'ua', 'guides', 'search'),
    /** After how many milliseconds the browser is killed. */
    after: fc.nat(1200),
    /** Whether it is killed while the app starts with what has come, too. */
    atStart: fc.boolean(),
  }),
  { minLength: KILLS, maxLength: KILLS, size: 'max' },
);

export const editions: Walk = {
  what: 'editions are taken, the browser is killed: what is there is whole, and of one edition',
  async run(seed) {
    const [steps] = fc.sample(script, { seed, numRuns: 1 });
    if (!steps) throw new Error('no script');
    const site = await newSite();
    const phone = newPhone();
    const done: string[] = [];
    const open = async () => {
      const page = await (await phone.start()).newPage();
      page.setDefaultTimeout(SHOWN_MS);
      // The app's files are not what this is about, and keeping them takes longer than all the rest.
      await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
      await page.addInitScript('globalThis.__name = (named) => named');
      await page.goto(`${site.url}/settings`);
      return page;
    };
    try {
      publishFolder(site.dist, process.env.DIST ?? 'dist');
      let page = await open();
      await settled(page, [manifestOf(site.dist).edition], done);
      for (const [turn, { way, region, after, atStart }] of steps.entries()) {
        const before = manifestOf(site.dist).edition;
        publishData(site.dist, region, (text) => `${text.slice(0, -1)}${' '.repeat(turn + 1)}}`);
        done.push(`${before + 1} by ${way}, killed after ${after}`);
        if (way === 'host') await page.getByRole('button', { name: 'Look for a newer edition' }).click();
        else await page.getByLabel('Choose the file').setInputFiles(await fileOf(site.dist));
        await wait(after);
        await phone.kill();
        if (atStart) {
          await open().catch(() => undefined);
          await phone.kill();
        }
        page = await open();
        await settled(page, [before, before + 1], done);
      }
      return done.join(', ');
    } finally {
      await phone.end();
      await site.end();
    }
  },
};

async function fileOf(dist: string) {
  const read = (file: string) => readFileSync(join(dist, 'data', file), 'utf8');
  const texts = new Map(manifestOf(dist).packs.map(({ file }) => [file, read(file)]));
  const text = await writeEditionFile({ text: read('edition.json'), signature: read('edition.json.minisig') }, texts);
  return { name: 'edition.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
}

/** Until the page says which edition it reads, and has put it away. @throws Violation when something is half */
async function settled(page: Page, allowed: readonly number[], done: readonly string[]): Promise<void> {
  const shown = page.getByText(/edition \d+ of/).first();
  await shown.waitFor();
  const edition = Number(/edition (\d+)/.exec(await shown.innerText())?.[1]);
  if (!allowed.includes(edition)) throw new Violation(`reads ${edition} after: ${done.join(', ')}`);
  let found = await page.evaluate(held);
  // What is read is put away behind the screen.
  for (const end = Date.now() + SHOWN_MS; found.current !== edition && Date.now() < end; await wait(100)) {
    found = await page.evaluate(held);
  }
  if (found.current !== edition)
    throw new Violation(`reads ${edition}, holds ${found.current} after: ${done.join(', ')}`);
  if (found.broken) throw new Violation(`${found.broken} after: ${done.join(', ')}`);
}

/** Runs in the page: which edition the database holds, and what of it is not as its manifest says. */
async function held(): Promise<{ current: number | undefined; broken: string }> {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes('directory')) return { current: undefined, broken: '' };
  const result = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await result(indexedDB.open('directory'));
  try {
    if (!database.objectStoreNames.contains('meta')) return { current: undefined, broken: '' };
    const transaction = database.transaction(['meta', 'packs']);
    const rows: { key: string; text: string }[] = await result(transaction.objectStore('meta').getAll());
    const packs: { id: string; text: string }[] = await result(transaction.objectStore('packs').getAll());
    const texts = new Map(packs.map(({ id, text }) => [id, text]));
    let broken = '';
    let current: number | undefined;
    for (const { key, text } of rows) {
      const manifest = JSON.parse(text) as { edition: number; packs: { file: string; sha256: string }[] };
      if (key === 'current') current = manifest.edition;
      for (const { file, sha256 } of manifest.packs) {
        const bytes = new TextEncoder().encode(texts.get(file) ?? '');
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
        if (hex !== sha256) broken = `${key} lacks ${file}`;
      }
    }
    return { current, broken };
  } finally {
    database.close();
  }
}
