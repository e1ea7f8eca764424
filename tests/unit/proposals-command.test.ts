import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readData } from '../../scripts/data/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'harbour-apply-'));
const data = join(folder, 'data');
const written = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const command = (...args: string[]) =>
  spawnSync('node_modules/.bin/tsx', ['scripts/data-apply.ts', '--root', data, ...args], { encoding: 'utf8' });
const hashes = () =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
    })
    .sort();

const [line] = readData('data').regions.find(({ region }) => region === 'lv')?.responders ?? [];
const channel = line?.channels.find(({ type }) => type === 'phone');
const proposals = JSON.stringify({
  made: '2026-11-27',
  proposals: [
    {
      id: 'rung',
      kind: 'check',
      responder: line?.id,
      channel: { type: channel?.type, value: channel?.value },
      check: { by: 'Centre for tests', day: '2026-11-03', how: 'rang', outcome: 'right' },
    },
    {
      id: 'unknown',
      kind: 'gone',
      responder: 'lv-nobody',
      channel: { type: 'phone', value: '112' },
      source: { url: 'https://example.org/' },
    },
  ],
});

beforeAll(() => cpSync('data', data, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true }));

it('looks, writes once, and finds nothing to do the second time', { timeout: 600_000 }, () => {
  const before = hashes();
  const file = written('a.json', proposals);
  const looked = command('--check', file);
  expect(looked.stdout).toContain(`${line?.id}: `);
  expect(looked.stdout).toContain('unknown: There is no responder "lv-nobody"');
  expect(looked.stdout).toContain('Only looked at. 1 applied, 0 there already, 1 not applied.');
  expect(looked.status).toBe(1);
  expect(hashes()).toEqual(before);

  expect(command(file).stdout).toContain('1 files written. 1 applied');
  const after = hashes();
  expect(after.filter((hash) => !before.includes(hash))).toHaveLength(1);
  expect(readFileSync(join(data, 'countries/lv/responders.json'), 'utf8')).toContain('Centre for tests');

  expect(command(file).stdout).toContain('0 files written. 0 applied, 1 there already');
  expect(hashes()).toEqual(after);
});

it('tells what was not applied row by row', { timeout: 600_000 }, () => {
  const kinds = ['gone', 'confirm'];
  const unknown = Array.from({ length: 12 }, (_, i) => ({
    kind: kinds[i % 2],
    responder: 'lv-nobody',
    channel: { type: 'phone', value: '112' },
    source: { url: `https://example.org/${12 - i}` },
  }));
  const file = written('rows.json', JSON.stringify({ made: '2026-11-27', proposals: unknown }));
  const rows = [...command('--check', file).stdout.matchAll(/entry (\d+): /g)].map(([, row]) => Number(row));
  expect(rows).toEqual(unknown.map((_, i) => i + 1));
});

it('leaves every byte as it is where nothing can be applied', { timeout: 600_000 }, () => {
  const before = hashes();
  const { stdout, status } = command(
    written('broken.json', '{"made": '),
    written('large.json', ' '.repeat(10 * 1024 * 1024)),
    written('sheet.csv', 'a;b\n1;2\n'),
    join(folder, 'missing.json'),
  );
  expect(stdout).toContain('0 applied, 0 there already, 4 not applied.');
  expect(status).toBe(1);
  expect(hashes()).toEqual(before);
});
