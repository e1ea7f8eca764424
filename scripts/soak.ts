/**
 * `npm run soak -- WALK --seeds N` walks N times, with the seeds from 1 on; `--seed S` walks once more what went wrong
 * with S. Needs a build in `dist` (or in `DIST`). Without a walk it says which there are.
 */
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from './serve.ts';
import { cards } from './soak/cards.ts';
import { corner } from './soak/corner.ts';
import { editions } from './soak/editions.ts';
import { firstVisits } from './soak/first-visits.ts';
import { versions, versionsInFirefox } from './soak/versions.ts';
import type { Walk } from './soak/walk.ts';
import { workspace } from './soak/workspace.ts';

const WALKS: Record<string, Walk> = {
  'first-visits': firstVisits,
  versions,
  'versions-firefox': versionsInFirefox,
  workspace,
  corner,
  editions,
  cards,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string' }, seed: { type: 'string' } },
});
const name = positionals[0] ?? '';
const walk = Object.hasOwn(WALKS, name) ? WALKS[name] : undefined;
if (!walk) {
  console.log('npm run soak -- WALK [--seeds N] [--seed S]');
  for (const [known, { what }] of Object.entries(WALKS)) console.log(`  ${known}: ${what}`);
  process.exit(positionals.length > 0 ? 1 : 0);
}
const dist = process.env.DIST ?? 'dist';
if (!existsSync(join(dist, 'index.html'))) {
  console.error(`There is no build in ${dist}: run "npm run build" first.`);
  process.exit(1);
}

const seeds = values.seed
  ? [Number(values.seed)]
  : Array.from({ length: Number(values.seeds ?? 10) }, (_, index) => index + 1);
const server = await serve(dist, 0);
const site = `http://localhost:${(server.address() as AddressInfo).port}`;
const failed: number[] = [];
for (const seed of seeds) {
  try {
    console.log(`${name} ${seed}: ${await walk.run(seed, site)}`);
  } catch (error) {
    failed.push(seed);
    console.error(`${name} ${seed}: FAILED: ${error instanceof Error ? error.message : error}`);
    console.error(`  again: npm run soak -- ${name} --seed ${seed}`);
  }
}
server.closeAllConnections();
server.close();
console.log(`${seeds.length - failed.length} of ${seeds.length} held`);
process.exitCode = failed.length > 0 ? 1 : 0;
