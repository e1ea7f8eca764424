/** The search of one's own corner. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFinder, type Findable } from '../../src/workspace/find.ts';
import { digitsOf } from '../../src/workspace/reach.ts';

const entry = (title: string, text: string[] = [], ...numbers: string[]): Findable => ({
  title,
  text,
  numbers: numbers.flatMap(digitsOf),
});
const entries = [
  entry('Ilze Bērziņa', ['Duty officer', 'Patvērums "Drošā māja"', 'Rīga'], '+371 67 123 456'),
  entry('Оксана Шевченко', ['Ла Страда', 'Kyiv'], '044 123 45 67'),
  entry('Ștefan Grigoraș', ['DIICOT, Suceava', 'knows the shelter'], '+40 (0)230 520 100 ext. 12'),
  entry('Jürgen Groß', ['Bundeskriminalamt'], '0049 (0)611 55 0'),
  entry('Suceava, December', ['border police, 9:00', 'Who decides on the reflection period?']),
  entry('Øystein Łukasz', ['116 006 line'], '116 006'),
];
const find = createFinder(entries);
const titles = (typed: string, strict = false) => find(typed, strict).map(({ title }) => title);

it.each([
  ['ilze', 'Ilze Bērziņa'],
  ['berzina', 'Ilze Bērziņa'],
  ['BĒRZIŅA ilze', 'Ilze Bērziņa'],
  ['berzinna', 'Ilze Bērziņa'],
  ['drosa maja', 'Ilze Bērziņa'],
  ['oksana', 'Оксана Шевченко'],
  ['shevchenko', 'Оксана Шевченко'],
  ['шевчнко', 'Оксана Шевченко'],
  ['ла страда', 'Оксана Шевченко'],
  ['stefan', 'Ștefan Grigoraș'],
  ['grigorash', 'Ștefan Grigoraș'],
  ['jurgen gross', 'Jürgen Groß'],
  ['oystein', 'Øystein Łukasz'],
  ['lukas', 'Øystein Łukasz'],
  ['reflection', 'Suceava, December'],
  ['border polcie', 'Suceava, December'],
  ['67123456', 'Ilze Bērziņa'],
  ['00371 67 12', 'Ilze Bērziņa'],
  ['67 123', 'Ilze Bērziņa'],
  ['+380 44 123 45 67'.slice(5), 'Оксана Шевченко'],
  ['0230 520 100', 'Ștefan Grigoraș'],
  ['+40 230 520', 'Ștefan Grigoraș'],
  ['+49 611', 'Jürgen Groß'],
  ['116006', 'Øystein Łukasz'],
])('%s finds %s first', (typed, title) => {
  expect(titles(typed)[0]).toBe(title);
});

it.each(['7K3M-9QTD', '7k3m-9qtd', '7K3M9QTD', '7k3m 9qtd', '7k3m', '7k3'])('finds a plan by its code: %s', (typed) => {
  const plans = [
    { ...entry('Sweden · Romania'), code: '7K3M-9QTD' },
    { ...entry('Sweden'), code: '8K3M-9QTD' },
  ];
  const found = createFinder([...entries, ...plans])(typed);
  expect(found.map(({ title }) => title)).toEqual(['Sweden · Romania']);
});

it('finds nothing for nothing, for what nobody wrote, and for words that are not together', () => {
  for (const typed of ['', '  ', 'xyzzyx', 'ilze suceava', '999 999']) expect(titles(typed)).toEqual([]);
});

it('takes what is called so before what only mentions it', () => {
  expect(titles('suceava')).toEqual(['Suceava, December', 'Ștefan Grigoraș']);
});

it('forgives nothing where only what was typed is wanted', () => {
  expect(titles('berzona')).toEqual(['Ilze Bērziņa']);
  expect(titles('berzona', true)).toEqual([]);
  expect(titles('berz', true)).toEqual(['Ilze Bērziņa']);
});

it('takes any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
      expect(new Set(find(typed)).size).toBe(find(typed).length);
    }),
  );
});
