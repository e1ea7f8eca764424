/** What only looks like a word for a need, or for somebody, is none: least of all the small words of a sentence. */
import { describe, expect, it } from 'vitest';
import type { CountryCode } from '../../src/directory/codes.ts';
import { createSearch } from '../../src/search/search.ts';
import { publishedEdition } from '../relevance/directory.ts';
import { labelledQueries } from '../relevance/labels.ts';

const { directory, tables } = publishedEdition();
const search = createSearch(directory, new Date('2026-11-21'), undefined, tables);
const chips = (text: string, country?: CountryCode) =>
  search.search(text, { country }).understood.map(({ kind, code }) => `${kind}:${code}`);

it.each([
  ['maður á byggingarsvæði í Reykjavík fær engin laun', 'sex:female'],
  ['min chef har mitt pass och jag får ingen lön', 'services:compensation'],
  ['rumänska kvinnor tigger utanför ica och nån tar pengarna', 'services:compensation'],
  ['ravintolassa kokki saa palkkaa vain 300 kuussa', 'age:child'],
  ['ravintolassa kokki saa palkkaa vain 300 kuussa', 'language:ru'],
  ['държат я в един апартамент и я карат да се среща с мъже', 'legal:offence'],
  ['Kolumbijka sprzata w domu, nie wypuszczaja jej i zabrali telefon', 'kinds:municipality'],
  ['ska giftas bort i sommar vem pratar man med', 'services:employment'],
])('%s: not %s', (text, chip) => {
  expect(chips(text)).not.toContain(chip);
});

it.each([
  ['maður', 'sex:male'],
  ['kona sem talar bara pólsku', 'language:pl'],
  ['polska', 'country:pl'],
  ['po polsku', 'language:pl'],
  ['talar hon polska', 'language:pl'],
] as const)('%s: %s all the same', (text, chip) => {
  expect(chips(text)).toContain(chip);
});

describe('who answers for all of a country', () => {
  const places = Object.entries(directory.places.cities);
  it('is said to of a town of that country alone', () => {
    for (const text of [
      ...labelledQueries(directory).map(({ query }) => query),
      ...places.flatMap(([, { name }]) => [`shelter for men ${name.en}`, `lawyer ${name.en}`]),
    ]) {
      for (const { id, reasons } of search.search(text).hits) {
        const [said] = reasons.filter(({ kind }) => kind === 'country');
        const responder = directory.responder(id);
        if (!said || !responder) continue;
        const covers = responder.country === said.code || responder.country === 'eu';
        expect(covers, `${text}: ${id} for ${said.code}`).toBe(true);
      }
    }
  });
});

it.each([
  ['tjej 17 säljs av sin kille', 'sold-for-sex'],
  ['pige på 15 sælges på nettet', 'sold-for-sex'],
  ['дівчину продають в інтернеті', 'sold-for-sex'],
  ['wird von ihrem Freund verkauft', 'sold-for-sex'],
  ['Wer zahlt die Rückfahrt nach Rumänien', 'wants-home'],
  ['barn försvunnet från boende', 'child-missing'],
  ['barn som tigger', 'child-begging'],
  ['hun er bange for sin mand', 'threatened'],
] as const)('%s: %s', (text, happening) => {
  const { understood } = search.search(text);
  expect(understood.flatMap(({ kind, code }) => (kind === 'happening' ? [code] : []))).toEqual([happening]);
});

it('where nobody acts on what happened in the chosen country, those of other countries are only the nearest', () => {
  expect(search.search('пропал ребенок', { country: 'ru' }).nearest).toBe(true);
  expect(search.search('пропал ребенок', { country: 'bg' }).nearest).toBe(false);
});
