/** What is called by one word is understood in two, and what is called by two in one: people part and join words as they please. */
import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/search.ts';
import { publishedEdition } from '../relevance/directory.ts';

const { directory, tables } = publishedEdition();
const search = createSearch(directory, new Date('2026-11-21'), undefined, tables);
const understood = (text: string) => search.search(text).understood.map(({ kind, code }) => `${kind}:${code}`);

describe('one word in two', () => {
  it.each([
    ['kvinno jour malmö', 'services:shelter'],
    ['frauen haus berlin', 'services:shelter'],
    ['krise center odense', 'services:shelter'],
    ['turva koti helsinki', 'services:shelter'],
    ['varju paik tallinn', 'services:shelter'],
    ['barne vern oslo', 'services:child-care'],
    ['lasten suojelu helsinki', 'services:child-care'],
    ['bezmaksas jurists rīga', 'services:legal'],
  ])('%s', (text, concept) => {
    expect(understood(text)).toContain(concept);
  });
});

describe('two words in one', () => {
  it.each([
    ['juridiskhjälp stockholm', 'services:legal'],
    ['darboinspekcija kaunas', 'kinds:labour-inspectorate'],
    ['pomocprawna kraków', 'services:legal'],
    ['darbainspekcija', 'kinds:labour-inspectorate'],
    ['горещалиния софия', 'services:hotline'],
    ['юридическаяпомощь таллин', 'services:legal'],
    ['legalaid riga', 'services:legal'],
    ['safehouse oslo', 'services:shelter'],
  ])('%s', (text, concept) => {
    expect(understood(text)).toContain(concept);
  });
});

it('what has a meaning of its own in two words keeps it', () => {
  expect(understood('shelter women')).toEqual(expect.arrayContaining(['services:shelter', 'sex:female']));
  expect(understood('police latvia')).toEqual(expect.arrayContaining(['kinds:police', 'country:lv']));
});
