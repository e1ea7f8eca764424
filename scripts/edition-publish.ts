/**
 * `npm run edition:publish -- FOLDER`: puts the edition that `npm run build:data` has made beside an app that is published from
 * FOLDER. What that app brings of its own stays; the new manifest comes last, so that whoever looks meanwhile finds all or nothing.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../src/directory/pack.ts';

const FROM = 'public/data';
const [folder] = process.argv.slice(2);
const to = join(folder ?? '', 'data');
const manifestOf = (where: string) => JSON.parse(readFileSync(join(where, 'edition.json'), 'utf8')) as Manifest;

if (!folder || !existsSync(join(to, 'edition.json'))) {
  console.error(
    'npm run edition:publish -- FOLDER: the folder from which Harbour is published, with data/edition.json in it.',
  );
  process.exit(1);
}
const [made, there] = [manifestOf(FROM), manifestOf(to)];
if (made.format !== there.format) {
  console.error(
    `The app in ${folder} reads format ${there.format} and this edition has ${made.format}: publish the app. Nothing was written.`,
  );
  process.exit(1);
}
if (made.edition <= there.edition) {
  console.error(
    `Edition ${there.edition} is published and this is ${made.edition}: no phone would take it. "npm run edition:raise" begins the next. Nothing was written.`,
  );
  process.exit(1);
}
const present = new Set(readdirSync(to));
const packs = made.packs.map(({ file }) => file).filter((file) => !present.has(file));
for (const file of [...packs, 'edition.json.minisig', 'edition.json']) copyFileSync(join(FROM, file), join(to, file));
console.log(`Edition ${made.edition} is published in ${to}: ${packs.length} packs were new.`);
