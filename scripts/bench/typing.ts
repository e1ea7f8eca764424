/** Typing in the search box: from each key to the painted results. */
import { join } from 'node:path';
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
  const inSight = ({ target, addedNodes }) => [...(addedNodes.length > 0 ? addedNodes : [target])].some((node) => {
    const rect = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.getBoundingClientRect();
    return rect && rect.width > 1 && rect.top < innerHeight && rect.bottom > 0;
  });
  new MutationObserver((changes) => requestAnimationFrame(() => {
    const now = changes.some(inSight);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      all = performance.now() - pressed;
      if (now) seen = all;
    };
    port2.postMessage(0);
  })).observe(document.getElementById('content'), { subtree: true, childList: true, characterData: true });
  window.lastKey = () => ({ seen, all });
})()`;
/** Until nothing is drawn any more after a key; before the address is written, which draws nothing. */
const PAUSE_MS = 280;

/** @param work a folder for the browser's profile */
export async function typing(work: string): Promise<void> {
  const server = await serve('dist', 0);
  const context = await launch(join(work, 'typing-profile'));
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(() =>
    localStorage.setItem('harbour.settings', JSON.stringify({ country: 'lv', language: 'en' })),
  );
  await page.goto(`http://localhost:${portOf(server)}/search`);
  // First all is stored and opened at full speed: what is measured is typing.
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.reload();
  await page.getByRole('searchbox').fill('shelter');
  await page.locator('[data-hit]').first().waitFor();
  await page.waitForTimeout(2000);
  await page.evaluate(WATCH);
  await slow(page);
  const seen: number[] = [];
  const all: number[] = [];
  for (const text of TEXTS) {
    await page.getByRole('searchbox').fill('');
    await page.waitForTimeout(PAUSE_MS);
    for (const letter of text) {
      await page.getByRole('searchbox').pressSequentially(letter);
      await page.waitForTimeout(PAUSE_MS);
      const times = await page.evaluate<{ seen: number; all: number }>('window.lastKey()');
      // A key that changes nothing is not waited for.
      if (times.seen > 0) seen.push(times.seen);
      if (times.all > 0) all.push(times.all);
    }
  }
  await context.close();
  server.closeAllConnections();
  server.close();
  console.log(`\n## Typing in the search box, processor slowed ${SLOWER} times: ${all.length} keys\n`);
  console.log('| from key until painted | p50 ms | p95 ms | budget (p95) |\n| --- | ---: | ---: | ---: |');
  for (const [what, times, budget] of [
    ['results on the screen', seen, '50'],
    ['and those below it', all, ''],
  ] as const) {
    console.log(`| ${what} | ${percentile(times, 0.5).toFixed(0)} | ${percentile(times, 0.95).toFixed(0)} | ${budget} |`);
  }
}
