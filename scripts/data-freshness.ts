/** `npm run data:freshness`: how sure the numbers are, country by country; the oldest; what changed since the last edition. */
import { execFileSync } from 'node:child_process';
import { fileOf, readData } from './data/read.ts';
import { countryDiff } from './proposals/diff.ts';
import { freshness, freshnessTable, oldestLines } from './proposals/freshness.ts';

const OLDEST = 60;

const today = new Date();
const { regions } = readData('data');
const counted = freshness(regions, today);
console.log(freshnessTable(counted));
console.log(`\nOLDEST FIRST (${OLDEST} of ${counted.reduce((sum, { numbers }) => sum + numbers.length, 0)} numbers)`);
for (const line of oldestLines(counted).slice(0, OLDEST)) console.log(`  ${line}`);

const git = (...args: string[]) =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] });
try {
  const commit = git('log', '-1', '--format=%H', '--', 'data/edition.json').trim();
  const then = <T>(file: string): T => JSON.parse(git('show', `${commit}:data/${file}`));
  console.log(`\nSINCE THE LAST EDITION (${then<{ edition: number; date: string }>('edition.json').date})`);
  const lines = regions.flatMap((entry) =>
    countryDiff(
      {
        region: entry.region,
        country: then(fileOf(entry.region, 'country.json')),
        responders: then<{ responders: [] }>(fileOf(entry.region, 'responders.json')).responders,
        sources: then(fileOf(entry.region, 'sources.json')),
        network: then(fileOf(entry.region, 'network.json')),
      },
      entry,
    ),
  );
  console.log(lines.length > 0 ? lines.map((line) => `  ${line}`).join('\n') : '  nothing');
} catch {
  console.log('\nWhat changed since the last edition is known only where the history is.');
}
