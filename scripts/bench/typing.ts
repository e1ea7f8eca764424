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
  let painted = 0;
  let byKey = false;
  addEventListener('keydown', (event) => { pressed = event.timeStamp; painted = 0; byKey = true; }, { capture: true });
  // Letters that are on no key come without one.
  addEventListener('beforeinput', (event) => {
    if (!byKey) { pressed = event.timeStamp; painted = 0; }
    byKey = false;
  }, { capture: true });
  new MutationObserver(() => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { painted = performance.now(); };
    port2.postMessage(0);
  })).observe(document.getElementById('content'), { subtree: true, childList: true, characterData: true });
  window.lastKey = () => (painted === 0 ? undefined : painted - pressed);
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
  const times: number[] = [];
  for (const text of TEXTS) {
    await page.getByRole('searchbox').fill('');
    await page.waitForTimeout(PAUSE_MS);
    for (const letter of text) {
      await page.getByRole('searchbox').pressSequentially(letter);
      await page.waitForTimeout(PAUSE_MS);
      const time = await page.evaluate<number | undefined>('window.lastKey()');
      if (time !== undefined) times.push(time);
    }
  }
  await context.close();
  server.closeAllConnections();
  server.close();
  console.log(`\n## Typing in the search box, processor slowed ${SLOWER} times: ${times.length} keys\n`);
  console.log('| from key to painted results | ms | budget |\n| --- | ---: | ---: |');
  console.log(`| p50 | ${percentile(times, 0.5).toFixed(0)} | |`);
  console.log(`| p95 | ${percentile(times, 0.95).toFixed(0)} | 50 |`);
}
