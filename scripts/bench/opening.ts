/** Opening the search: the tables made at build, from their text to the first answer, on a page that has run nothing before. */
import { join } from 'node:path';
import { launch, percentile, portOf, SLOWER, servePage, slow } from './browser.ts';

const TIMES = 9;

/** @param work a folder for the page and the browser's profile */
export async function opening(work: string): Promise<void> {
  const server = await servePage(join(work, 'opening'), 'opening-page.ts');
  const context = await launch(join(work, 'opening-profile'));
  const page = context.pages()[0] ?? (await context.newPage());
  await slow(page);
  const all: Awaited<ReturnType<Window['openSearch']>>[] = [];
  for (let time = 0; time < TIMES; time++) {
    await page.goto(`http://localhost:${portOf(server)}/`);
    await page.waitForFunction(() => 'openSearch' in window);
    all.push(await page.evaluate(() => window.openSearch()));
  }
  await context.close();
  server.closeAllConnections();
  server.close();
  const half = (part: keyof (typeof all)[number]) =>
    percentile(
      all.map((times) => times[part]),
      0.5,
    ).toFixed(0);
  console.log(`\n## Opening the search, processor slowed ${SLOWER} times, median of ${TIMES} new pages\n`);
  console.log('| what | ms | budget |\n| --- | ---: | ---: |');
  console.log(`| from the text of the tables to a search that can be asked | ${half('open')} | 50 |`);
  console.log(`| the first answer, misspelt | ${half('answer')} | |`);
  console.log(`| making the tables anew, where the pack is not there | ${half('make')} | |`);
}
