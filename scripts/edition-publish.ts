/**
 * `npm run edition:publish -- FOLDER`: puts the edition that `npm run build:data` has made beside an app that is published from
 * FOLDER. What that app brings of its own stays; the new manifest comes last, so that whoever looks meanwhile finds all or nothing.
 */
import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EditionError } from '../src/dataset/errors.ts';
import { mayFollow, openManifest, type Trusted } from '../src/dataset/manifest.ts';

const MADE = process.env.EDITION_FROM ?? 'public/data';
const [folder] = process.argv.slice(2);
const published = join(folder ?? '', 'data');

function refuse(why: string): never {
  console.error(`${why}\nNothing was written.`);
  process.exit(1);
}

/** As a phone would: with the keys that this build is made with. */
function opened(where: string): Promise<Trusted> {
  const read = (file: string) => readFileSync(join(where, file), 'utf8');
  return openManifest({ text: read('edition.json'), signature: read('edition.json.minisig') });
}

if (!folder || !existsSync(join(published, 'edition.json'))) {
  refuse(
    'npm run edition:publish -- FOLDER: the folder from which Harbour is published, with data/edition.json in it.',
  );
}
const made = await opened(MADE);
try {
  if (!mayFollow(made, await opened(published))) refuse(`Edition ${made.manifest.edition} is published already.`);
} catch (error) {
  if (!(error instanceof EditionError)) throw error;
  refuse(
    ['older', 'double', 'retired'].includes(error.kind)
      ? `No phone would take it (${error.message}). "npm run edition:raise" makes the next edition.`
      : `What is published there cannot be followed by data alone (${error.kind}: ${error.message}). Publish the app.`,
  );
}
const there = new Set(readdirSync(published));
const packs = made.manifest.packs.map(({ file }) => file).filter((file) => !there.has(file));
for (const file of [...packs, 'edition.json.minisig', 'edition.json'])
  copyFileSync(join(MADE, file), join(published, file));
console.log(`Edition ${made.manifest.edition} is published in ${published}: ${packs.length} packs were new.`);
