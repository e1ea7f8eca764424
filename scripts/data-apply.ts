/**
 * `npm run data:apply -- FILE…`: puts proposals into the curators' files and shows what changed. `--check` writes nothing.
 * A file is JSON, a filled-in sheet (`.csv`), a mail as it was saved (`.eml`) or a text in which the JSON stands.
 * Fails when something was not applied; what could be is written all the same.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dataOf, type FileContent, readFiles } from './data/read.ts';
import { applyProposals } from './proposals/apply.ts';
import { countryDiff } from './proposals/diff.ts';
import { MAX_BYTES, type Reading, type Refusal, readMail, readProposals } from './proposals/read.ts';
import { writeFiles } from './proposals/write.ts';

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false }, root: { type: 'string', default: 'data' } },
  allowPositionals: true,
});
const { check, root } = values;
if (positionals.length === 0) {
  console.error('Which files? npm run data:apply -- [--check] FILE…');
  process.exit(2);
}

async function read(file: string): Promise<Reading> {
  try {
    // Larger files are not even read.
    if (statSync(file).size > MAX_BYTES) return readProposals(file, new Uint8Array(MAX_BYTES + 1));
    const bytes = readFileSync(file);
    return /\.eml$/i.test(file) ? await readMail(file, bytes) : readProposals(file, bytes);
  } catch (error) {
    return { entries: [], refused: [{ where: file, reason: error instanceof Error ? error.message : String(error) }] };
  }
}

const readings = await Promise.all(positionals.map(read));
const files = readFiles(root);
const result = applyProposals(
  files,
  readings.flatMap(({ entries }) => entries),
  new Date(),
);
const refused = [...readings.flatMap((reading) => reading.refused), ...result.refused];

const after = new Map<string, FileContent>([
  ...files,
  ...[...result.changed].map(([file, json]) => [file, { json }] as const),
]);
const [old, now] = [dataOf(files), dataOf(after)];
for (const entry of now.regions) {
  const was = old.regions.find(({ region }) => region === entry.region);
  for (const line of was ? countryDiff(was, entry) : []) console.log(line);
}

/** Row by row, as whoever holds the sheet reads it. */
const list = (title: string, lines: readonly Refusal[]) => {
  const inOrder = [...lines].sort((a, b) => a.where.localeCompare(b.where, 'en', { numeric: true }));
  if (lines.length > 0)
    console.log(`\n${title}\n${inOrder.map(({ where, reason }) => `  ${where}: ${reason}`).join('\n')}`);
};
list('WORTH A LOOK', result.said);
list('NOT APPLIED', refused);
list(
  'NOTHING IS WRITTEN: the data check would fail',
  result.errors.map(({ file, path, reason }) => ({ where: `${file} ${path}`, reason })),
);

const failed = result.errors.length > 0;
if (!check && !failed && result.changed.size > 0) writeFiles(root, result.changed);
const done = failed ? 'Nothing written' : check ? 'Only looked at' : `${result.changed.size} files written`;
console.log(
  `\n${done}. ${result.applied.length} applied, ${result.known.length} there already, ${refused.length} not applied.`,
);
if (!failed && !check && result.changed.size > 0) {
  console.log('Now: npm run check:data, read the diff, raise data/edition.json.');
}
if (failed || refused.length > 0) process.exitCode = 1;
