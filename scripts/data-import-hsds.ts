/**
 * `npm run data:import-hsds -- --source https://… FILE|FOLDER`: another directory's Open Referral HSDS 3.x, in JSON or in tables, becomes
 * a file of proposals, which `npm run data:apply` reads. Nothing is written to `data/`.
 *
 * `--source` is the page on which the other directory can be read again, `--date` its date; `--country lv` says of which country those
 * are that do not say so, and takes no others; `--out` names the file. Fails when something was left out.
 */
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { REGIONS, type Region, Source } from '../src/directory/schema.ts';
import { readData } from './data/read.ts';
import { bodiesOf } from './hsds/import/bodies.ts';
import { proposalsOf } from './hsds/import/propose.ts';
import { type Found, readHsds } from './hsds/import/read.ts';
import { formatted } from './proposals/form.ts';
import { MAX_BYTES } from './proposals/read.ts';

const USAGE =
  'npm run data:import-hsds -- --source https://… [--date 2026-11] [--country lv] [--out proposals.json] FILE|FOLDER';
/** So many lines of one list are shown. */
const SHOWN = 100;

/** Ends with words on what happened and what to do; nothing has been written then. */
function stop(reason: string, code = 2): never {
  console.error(`${reason}\nNothing was written.\n\n${USAGE}`);
  process.exit(code);
}

function asked() {
  try {
    return parseArgs({
      options: {
        source: { type: 'string' },
        date: { type: 'string' },
        country: { type: 'string' },
        out: { type: 'string', default: 'proposals-hsds.json' },
        root: { type: 'string', default: 'data' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error));
  }
}

const { values, positionals } = asked();
const [path, ...more] = positionals;
if (path === undefined || more.length > 0) stop('Name one file or one folder.');
const source = v.safeParse(Source, { url: values.source, ...(values.date !== undefined && { date: values.date }) });
if (!source.success) {
  stop(`Where can the other directory be read again? --source and --date say so: ${source.issues[0].message}.`);
}
const country = REGIONS.find((region): region is Region => region === values.country);
if (values.country !== undefined && !country) stop(`"${values.country}" is no country here: ${REGIONS.join(' ')}.`);
if (existsSync(values.out)) stop(`${values.out} is there already. Move it away, or name another with --out.`);

const found = read(path);
const bodies = bodiesOf(found.records);
if (bodies.length === 0) {
  stop(['No organization was found in it. Is it HSDS 3.x?', ...found.problems].join('\n'), 1);
}
const data = readData(values.root);
const { proposals, left, known } = proposalsOf(bodies, data, { source: source.output, country });

list('NOT READ, OR NOT WHOLE', found.problems);
list('LEFT TO YOU', left);
const summary = `${found.files} files, ${bodies.length} bodies: ${known} known with nothing new`;
if (proposals.length === 0) console.log(`\n${summary}. Nothing is proposed, so no file was written.`);
else {
  const made = new Date().toISOString().slice(0, 10);
  const text = formatted({ made, edition: data.edition.edition, proposals });
  if (Buffer.byteLength(text) > MAX_BYTES) {
    stop(
      `${proposals.length} proposals are more than one file can hold. Take one country at a time, with --country.`,
      1,
    );
  }
  write(values.out, text);
  console.log(`\n${summary}, ${proposals.length} proposals.`);
  console.log(`Now: read ${values.out}, then npm run data:apply -- --check ${values.out}`);
}
if (found.problems.length + left.length > 0) process.exitCode = 1;

function read(from: string): Found {
  try {
    statSync(from);
    return readHsds(from);
  } catch (error) {
    return stop(`${from} cannot be read: ${error instanceof Error ? error.message : String(error)}`, 1);
  }
}

/** Beside its place first, so that it is there whole or not at all. */
function write(to: string, text: string): void {
  const beside = `${to}.new`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, to);
  } catch (error) {
    rmSync(beside, { force: true });
    stop(`${to} cannot be written: ${error instanceof Error ? error.message : String(error)}`, 1);
  }
}

function list(title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const rest = lines.length > SHOWN ? `\n  … and ${lines.length - SHOWN} more` : '';
  console.log(
    `\n${title}\n${lines
      .slice(0, SHOWN)
      .map((line) => `  ${line}`)
      .join('\n')}${rest}`,
  );
}
