/** Typing in the search box: from each key to the painted results, beside the least that a list under a box costs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../serve.ts';
import { launch, percentile, portOf, SLOWER, slow } from './browser.ts';

/** Of every kind: exact, misspelt, in another script or language, concepts with places, half a number. */
const TEXTS = [
  'patversme rīga',
  'притулок київ',
  'turvakoti rīga',
  'drosha maya',
  'vilnus hotlne',
  'shelter men tallinn',
  'forced labour poland',
  '6789 83',
  'krisesenter i oslo',
  'residence permit germany',
];

/** Runs in the page, as text because a compiled function would not be whole there. */
const WATCH = `(() => {
  let pressed = 0;
  let seen = 0;
  let all = 0;
  let byKey = false;
  const begin = (event) => { pressed = event.timeStamp; seen = all = 0; };
  addEventListener('keydown', (event) => { begin(event); byKey = true; }, { capture: true });
  // Letters that are on no key come without one.
  addEventListener('beforeinput', (event) => {
    if (!byKey) begin(event);
    byKey = false;
  }, { capture: true });
  const rectOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.getBoundingClientRect();
  // The bar at the foot of a phone's screen covers what lies behind it.
  const foot = document.querySelector('nav')?.getBoundingClientRect().top || innerHeight;
  const shows = (rect) => rect && rect.width > 1 && rect.top < foot && rect.bottom > 0;
  const inSight = ({ type, target, addedNodes, previousSibling }) => {
    if (type === 'characterData') return shows(rectOf(target));
    if (addedNodes.length > 0) return [...addedNodes].some((node) => shows(rectOf(node)));
    // What was taken away stood behind its neighbour.
    const before = previousSibling ? rectOf(previousSibling)?.bottom : rectOf(target)?.top;
    return before !== undefined && before < foot;
  };
  new MutationObserver((changes) => requestAnimationFrame(() => {
    const now = changes.some(inSight);
    // The first task after the frame: urgent, or it would wait behind work that begins when all is painted.
    scheduler.postTask(() => {
      all = performance.now() - pressed;
      if (now) seen = all;
    }, { priority: 'user-blocking' });
  })).observe(document.getElementById('content'), { subtree: true, childList: true, characterData: true });
  window.lastKey = () => ({ seen, all });
})()`;
/** Until nothing is drawn any more after a key; before the address is written, which draws nothing. */
const PAUSE_MS = 280;

interface Times {
  /** Until the screen is right, in milliseconds, for each key that changes it. */
  seen: number[];
  /** Until what lies below the screen is, too. */
  all: number[];
}

/** @param work a folder for the pages and the browser's profiles */
export async function typing(work: string): Promise<void> {
  const least = join(work, 'list');
  leastList(least);
  const list = await measure(least, join(work, 'list-profile'), async () => {});
  const app = await measure('dist', join(work, 'typing-profile'), async (page) => {
    // First all is stored and opened at full speed: what is measured is typing.
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.reload();
    await page.getByRole('searchbox').fill('shelter');
    await page.locator('[data-hit]').first().waitFor();
    await page.waitForTimeout(2000);
  });
  console.log(`\n## Typing in the search box, processor slowed ${SLOWER} times: ${app.all.length} keys\n`);
  console.log(
    '| from key until painted | p50 ms | p95 ms | p50 ratio | budget (p95) |\n| --- | ---: | ---: | ---: | ---: |',
  );
  const base = percentile(list.seen, 0.5);
  for (const [what, times, budget] of [
    ['five plain rows on an empty page', list.seen, ''],
    ['results on the screen', app.seen, '50'],
    ['and those below it', app.all, ''],
  ] as const) {
    const [half, most] = [percentile(times, 0.5), percentile(times, 0.95)];
    console.log(`| ${what} | ${half.toFixed(0)} | ${most.toFixed(0)} | ${(half / base).toFixed(2)} | ${budget} |`);
  }
}

/** A box and five rows of plain text below it, which are other ones at each key. */
function leastList(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>List</title><input id="box" type="search" aria-label="List"><ul id="content"></ul><script src="/page.js"></script></html>',
  );
  writeFileSync(
    join(folder, 'page.js'),
    "box.oninput = () => { content.innerHTML = [1, 2, 3, 4, 5].map((n) => `<li><a href='tel:112'>${box.value} ${n}</a><p>112</p></li>`).join(''); };",
  );
}

async function measure(dist: string, profile: string, prepare: (page: Page) => Promise<void>): Promise<Times> {
  const server = await serve(dist, 0);
  const context = await launch(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(() =>
    localStorage.setItem('harbour.settings', JSON.stringify({ country: 'lv', language: 'en' })),
  );
  await page.goto(`http://localhost:${portOf(server)}/search`);
  await prepare(page);
  await page.evaluate(WATCH);
  await slow(page);
  const times: Times = { seen: [], all: [] };
  for (const text of TEXTS) {
    await page.getByRole('searchbox').fill('');
    await page.waitForTimeout(PAUSE_MS);
    for (const letter of text) {
      await page.keyboard.type(letter);
      await page.waitForTimeout(PAUSE_MS);
      const { seen, all } = await page.evaluate<{ seen: number; all: number }>('window.lastKey()');
      // A key that changes nothing is not waited for.
      if (seen > 0) times.seen.push(seen);
      if (all > 0) times.all.push(all);
    }
  }
  await context.close();
  server.closeAllConnections();
  server.close();
  return times;
}
