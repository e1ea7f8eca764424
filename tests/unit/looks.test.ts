/** Rules of the looks that cost at every change of the document, on whatever screen they are written for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));

test('none asks what an element holds', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => readFileSync(join('src', file), 'utf8').includes(':has('))).toEqual([]);
});
