import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { idOf } from '../../scripts/hsds/ids.ts';
import { readProposals } from '../../scripts/proposals/read.ts';
import { exampleNumber } from '../fixtures/data/valid.ts';

const folder = mkdtempSync(join(tmpdir(), 'harbour-hsds-command-'));
afterAll(() => rmSync(folder, { recursive: true }));
const out = join(folder, 'proposals.json');
const command = (...args: string[]) =>
  spawnSync('node_modules/.bin/tsx', ['scripts/data-import-hsds.ts', '--out', out, ...args], { encoding: 'utf8' });

const organization = {
  id: idOf('test', 'organization'),
  name: 'Lake Association',
  description: 'An association.',
  phones: [{ id: idOf('test', 'phone'), number: exampleNumber('lv') }],
};
mkdirSync(join(folder, 'organizations'));
writeFileSync(join(folder, 'organizations/one.json'), JSON.stringify(organization));
writeFileSync(join(folder, 'organizations/torn.json'), JSON.stringify(organization).slice(0, 50));

it('writes a file that data:apply reads, says what was left out, and never overwrites', { timeout: 600_000 }, () => {
  const source = ['--source', 'https://directory.example.org/hsds'];
  const first = command(...source, join(folder, 'organizations'));
  expect(first.stdout).toContain('torn.json: It is not JSON, or cut off');
  expect(first.stdout).toContain('1 proposals.');
  expect(first.status).toBe(1);
  const text = readFileSync(out);
  const { entries, refused } = readProposals(out, text);
  expect(refused).toEqual([]);
  expect(entries).toHaveLength(1);

  const second = command(...source, join(folder, 'organizations'));
  expect(second.stderr).toContain('is there already');
  expect(second.status).toBe(2);
  expect(readFileSync(out)).toEqual(text);
  expect(readdirSync(folder).sort()).toEqual(['organizations', 'proposals.json']);
});

it.each([
  ['no source', [folder], '--source'],
  ['a source that is no page', ['--source', 'somewhere', folder], '--source'],
  ['no file', ['--source', 'https://directory.example.org/'], 'Name one file'],
  [
    'a file that is not there',
    ['--source', 'https://directory.example.org/', join(folder, 'none.json')],
    'cannot be read',
  ],
  [
    'a country that is none',
    ['--source', 'https://directory.example.org/', '--country', 'fr', folder],
    '"fr" is no country',
  ],
  ['an unknown option', ['--sauce', 'x', folder], '--sauce'],
  [
    'a folder without organizations',
    ['--source', 'https://directory.example.org/', 'deploy'],
    'No organization was found',
  ],
])('%s: says what to do, and writes nothing', { timeout: 600_000 }, (_, args, words) => {
  rmSync(out, { force: true });
  const { stderr, status } = command(...args);
  expect(stderr).toContain(words);
  expect(stderr).toContain('Nothing was written.');
  expect(status).not.toBe(0);
  expect(existsSync(out)).toBe(false);
});
