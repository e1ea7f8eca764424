/**
 * The first visit over a thin network: nothing is on the phone yet, and what is fetched for later shares the network with
 * what somebody waits for. Beside it the least it can take: what had come until then, as one file.
 */
import { join } from 'node:path';
import { serve } from '../serve.ts';
import { launch, percentile, portOf } from './browser.ts';
import { thinNetwork } from './thin-network.ts';

const VISITS = 3;
/** As phones have it where 3G is good. */
const BYTES_PER_SECOND = 180_000;
const DELAY_MS = 150;

/** What is opened, and what stands there once it can be used. */
const SCREENS = [
  ['the number, on Home', '', 'a[href="tel:112"]'],
  ['a country', 'countries/de', '#content a[href^="/responders/de-"]'],
  ['a guide', 'guides/roles/police', '#content nav a'],
  ['the first results of a search', 'search?q=shelter', '#content a[href^="/responders/"]'],
] as const;

interface Visit {
  ms: number;
  /** What had come through the network. */
  bytes: number;
}

/** @param work a folder for the browser's profiles */
export async function firstVisit(work: string): Promise<void> {
  const server = await serve('dist', 0);
  console.log(
    `\n## First visit, ${BYTES_PER_SECOND / 1000} kB a second, ${DELAY_MS} ms before an answer, median of ${VISITS} new phones\n`,
  );
  console.log('| what stands | kB until then | ms | ratio to one file of that size |\n| --- | ---: | ---: | ---: |');
  for (const [what, path, there] of SCREENS) {
    const visits: Visit[] = [];
    for (let visit = 0; visit < VISITS; visit++) {
      visits.push(
        await onNewPhone(
          join(work, `first-visit-${path.replaceAll(/\W/g, '-')}-${visit}`),
          portOf(server),
          path,
          there,
        ),
      );
    }
    const half = (part: keyof Visit) =>
      percentile(
        visits.map((visit) => visit[part]),
        0.5,
      );
    const oneFile = DELAY_MS + (half('bytes') / BYTES_PER_SECOND) * 1000;
    console.log(
      `| ${what} | ${(half('bytes') / 1000).toFixed(0)} | ${half('ms').toFixed(0)} | ${(half('ms') / oneFile).toFixed(2)} |`,
    );
  }
  server.closeAllConnections();
  server.close();
}

async function onNewPhone(profile: string, port: number, path: string, there: string): Promise<Visit> {
  const network = await thinNetwork(port, BYTES_PER_SECOND, DELAY_MS);
  const context = await launch(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.addInitScript(() =>
    localStorage.setItem('harbour.settings', JSON.stringify({ country: 'ee', language: 'en' })),
  );
  await page.goto(`http://localhost:${network.port}/${path}`, { waitUntil: 'commit' });
  await page.locator(there).first().waitFor({ timeout: 120_000 });
  const visit = { ms: await page.evaluate(() => performance.now()), bytes: network.carried() };
  await context.close();
  network.close();
  return visit;
}
