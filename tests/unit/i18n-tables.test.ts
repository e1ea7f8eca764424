import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { NAMED, tableFor } from '../../scripts/i18n-tables.ts';
import { either, inDays } from '../../src/i18n/amounts.ts';
import { comparing, languageName } from '../../src/i18n/format.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { type Table, writeAs } from '../../src/i18n/tables.ts';

const FOLDER = 'src/i18n/tables';
const written = (language: string): Table => JSON.parse(readFileSync(join(FOLDER, `${language}.json`), 'utf8'));

it.each(readdirSync(FOLDER).map((name) => name.slice(0, 2)))('the table of %s is that of the data and CLDR', (code) => {
  expect(written(code)).toEqual(tableFor(code));
});

describe('a language with a table', () => {
  const icelandic = 'is' as Language;
  beforeAll(() => writeAs('is', written('is')));

  it.each([
    ['z þ æ ö a á b d ð e é'.split(' '), 'a á b d ð e é z þ æ ö'.split(' ')],
    [
      ['Þór', 'Zoë', 'Örn', 'Æsa', 'Ásta', 'Axel'],
      ['Axel', 'Ásta', 'Zoë', 'Þór', 'Æsa', 'Örn'],
    ],
  ])('sorts %j', (words, sorted) => {
    expect([...words].sort(comparing('is'))).toEqual(sorted);
  });

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a eða b'],
    [['a', 'b', 'c'], 'a, b eða c'],
  ])('says one of %j', (words, said) => {
    expect(either(words, icelandic)).toBe(said);
  });

  it.each([
    [1, 'á morgun'],
    [-3, 'fyrir 3 dögum'],
    [21, 'eftir 21 dag'],
  ])('says when %i days from now is', (days, said) => {
    expect(inDays(days, icelandic)).toBe(said);
  });
});

it('has a name for every language that a screen names, in each of the fifteen', () => {
  for (const language of ['bg', 'de', 'en', 'is', 'lv', 'uk']) {
    const unnamed = NAMED.filter((code) => languageName(code, language) === code);
    expect(unnamed, language).toEqual([]);
  }
});
