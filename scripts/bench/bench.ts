/**
 * `npm run bench`: what Harbour costs, as ratios within this run. Needs a build in `dist/`.
 *
 * 1. Bytes: the JavaScript of the first screen, and everything that is kept offline.
 * 2. Start: offline, from a cold browser, on a processor slowed four times, to the emergency number on the screen,
 *    against an empty page from the same service worker, and the first release beside it.
 * 3. Opening the search, slowed four times (opening.ts).
 * 4. Typing: from each key in the search box to the painted results, slowed four times (typing.ts).
 * 5. First visit: over a thin network, until a screen stands that was asked for at once (first-visit.ts).
 * 6. Import: checking and storing the packs at 1, 25 and 125 times the data.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { LANGUAGES, languageOf } from '../../src/i18n/languages.ts';
import { serve } from '../serve.ts';
import { publishRelease } from '../soak/publish.ts';
import { launch, percentile, portOf, SLOWER, servePage, slow } from './browser.ts';
import { firstVisit } from './first-visit.ts';
import { opening } from './opening.ts';
import { typing } from './typing.ts';

const STARTS = Number(process.env.BENCH_STARTS ?? 15);
const work = mkdtempSync(join(tmpdir(), 'harbour-bench-'));

function bytes(): void {
  const kB = (value: number) => `${(value / 1000).toFixed(1)} kB`;
  const sum = (files: string[], pack: (data: Buffer) => Buffer) =>
    files.reduce((total, file) => total + pack(readFileSync(join('dist', file))).byteLength, 0);
  const first = firstScreenScripts();
  const worker = readFileSync('dist/sw.js', 'utf8');
  const all = readdirSync('dist', { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => worker.includes(`"${file}"`));
  const sizeOf = (language: string) =>
    sum(
      all.filter((file) => languageOf(file) === language),
      (data) => gzipSync(data),
    );
  const largest = LANGUAGES.reduce((most, language) => (sizeOf(language) > sizeOf(most) ? language : most));
  console.log('## Bytes\n');
  console.log('| what | files | raw | gzip | brotli | budget (gzip) |\n| --- | ---: | ---: | ---: | ---: | ---: |');
  for (const [what, files, budget] of [
    ['JavaScript of the first screen', first, '125 kB'],
    ['index.html with all first contacts', ['index.html'], ''],
    ['data packs', all.filter((file) => file.startsWith('data/')), ''],
    ['what a phone stores that speaks one language', [...all.filter((file) => !languageOf(file)), 'sw.js'], '2000 kB'],
    [`each further language, the largest (${largest})`, all.filter((file) => languageOf(file) === largest), '250 kB'],
  ] as const) {
    const list = [...files];
    console.log(
      `| ${what} | ${list.length} | ${kB(sum(list, (data) => data))} | ${kB(sum(list, (data) => gzipSync(data)))} | ${kB(sum(list, (data) => brotliCompressSync(data)))} | ${budget} |`,
    );
  }
}

const half = (values: readonly number[]) => percentile(values, 0.5);

/** The scripts that index.html loads, those they import statically, and the English messages. */
function firstScreenScripts(): string[] {
  const html = readFileSync('dist/index.html', 'utf8');
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(join('dist', file), 'utf8');
    for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) visit(`assets/${name}`);
  };
  for (const [, name] of html.matchAll(/"\/(assets\/[\w.-]+\.js)"/g)) if (name) visit(name);
  for (const file of readdirSync('dist/assets')) if (/^en-[\w-]+\.js$/.test(file)) visit(`assets/${file}`);
  return [...found];
}

async function starts(): Promise<void> {
  const dist = join(work, 'start');
  withEmptyPage(dist);
  const harbour = await prepare(dist, 'harbour');
  const released = join(work, 'released');
  mkdirSync(released);
  publishRelease(released, FIRST_RELEASE);
  const before = await prepare(released, 'released');
  const blank: number[] = [];
  const [now, then] = [
    { paint: [] as number[], app: [] as number[] },
    { paint: [] as number[], app: [] as number[] },
  ];
  for (let run = 0; run < STARTS; run++) {
    blank.push((await coldStart(harbour, EMPTY)).paint);
    for (const [version, times] of [
      [harbour, now],
      [before, then],
    ] as const) {
      const { paint, app } = await coldStart(version, '');
      times.paint.push(paint);
      times.app.push(app);
    }
  }
  const base = half(blank);
  console.log(`\n## Cold offline start, processor slowed ${SLOWER} times, median of ${STARTS}\n`);
  console.log('| what | ms | ratio to an empty page | budget |\n| --- | ---: | ---: | ---: |');
  for (const [what, times, budget] of [
    ['empty page from the same service worker', blank, ''],
    ['emergency number on the screen', now.paint, '1.50'],
    ['the app has taken over, number on Home', now.app, ''],
    [`the release of ${FIRST_RELEASE}: emergency number`, then.paint, ''],
    [`the release of ${FIRST_RELEASE}: the app has taken over`, then.app, ''],
  ] as const) {
    console.log(`| ${what} | ${half(times).toFixed(0)} | ${(half(times) / base).toFixed(2)} | ${budget} |`);
  }
}

/** The first one that was published: what the start costs is told beside it. */
const FIRST_RELEASE = '2026-11-21';
const EMPTY = 'empty.html';

/** A copy of the build whose worker keeps one page more: the least that any offline page costs. */
function withEmptyPage(folder: string): void {
  cpSync('dist', folder, { recursive: true });
  const page =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><p><a href="tel:112">112</a></p></html>';
  writeFileSync(join(folder, EMPTY), page);
  const integrity = `sha256-${createHash('sha256').update(page).digest('base64')}`;
  const file = join(folder, 'sw.js');
  const worker = readFileSync(file, 'utf8');
  const longer = worker.replace('[{"integrity"', `[{"integrity":"${integrity}","url":"${EMPTY}"},{"integrity"`);
  if (longer === worker) throw new Error('the list of files was not found in sw.js');
  writeFileSync(file, longer);
  // The packed copies of the worker know nothing of the page.
  for (const kind of ['.gz', '.br']) rmSync(file + kind, { force: true });
}

interface Prepared {
  profile: string;
  port: number;
}

/** First visit with a network, until everything is kept; the server is gone afterwards. */
async function prepare(dist: string, name: string): Promise<Prepared> {
  const profile = join(work, `${name}-profile`);
  const server = await serve(dist, 0);
  const port = portOf(server);
  const context = await launch(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(() =>
    localStorage.setItem('harbour.settings', JSON.stringify({ country: 'ee', language: 'en' })),
  );
  await page.goto(`http://localhost:${port}/`);
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await context.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return { profile, port };
}

/** Runs in the page, as text because a compiled function would not be whole there. */
const MEASURE = `(async () => {
  // The first paint may be of the header alone: what counts is the one that holds a number.
  const paint = await new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const entry = list.getEntries().find(({ element }) => element?.closest('section, p'));
      if (entry) resolve(entry.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  if (!document.querySelector('a[href="tel:112"]')) throw new Error('painted without the number');
  while (document.title !== 'Empty' && !document.documentElement.classList.contains('app-runs')) {
    await new Promise(requestAnimationFrame);
  }
  return { paint, app: performance.now() };
})()`;

async function coldStart({ profile, port }: Prepared, path: string): Promise<{ paint: number; app: number }> {
  const context = await launch(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await slow(page);
  await page.goto(`http://localhost:${port}/${path}`, { waitUntil: 'commit' });
  const times = await page.evaluate<{ paint: number; app: number }>(MEASURE);
  await context.close();
  return times;
}

async function imports(): Promise<void> {
  const server = await servePage(join(work, 'import'), 'import-page.ts');
  const context = await launch(join(work, 'import-profile'));
  const page = context.pages()[0] ?? (await context.newPage());
  await slow(page);
  console.log(`\n## Import of the packs, processor slowed ${SLOWER} times\n`);
  console.log('| data | check ms | store ms | ratio per pack to 1× |\n| --- | ---: | ---: | ---: |');
  let base = 0;
  for (const times of [1, 25, 125]) {
    await page.goto(`http://localhost:${portOf(server)}/`);
    await page.waitForFunction(() => 'importPacks' in window);
    if (times === 1) await page.evaluate(() => window.importPacks(1)); // the code itself has to be loaded once
    const { verify, store } = await page.evaluate((count) => window.importPacks(count), times);
    base ||= verify + store;
    console.log(
      `| ${times}× | ${verify.toFixed(0)} | ${store.toFixed(0)} | ${((verify + store) / times / base).toFixed(2)} |`,
    );
  }
  await context.close();
  server.closeAllConnections();
  server.close();
}

bytes();
await starts();
await opening(work);
await typing(work);
await firstVisit(work);
await imports();
rmSync(work, { recursive: true, force: true });
