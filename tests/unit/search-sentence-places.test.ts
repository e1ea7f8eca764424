/** Of the many words of a sentence one always looks like some place: only what is called so, in any of its forms, is one. */
import { expect, it } from 'vitest';
import type { CountryCode } from '../../src/directory/codes.ts';
import { createSearch } from '../../src/search/search.ts';
import { publishedEdition } from '../relevance/directory.ts';

const { directory, tables } = publishedEdition();
const search = createSearch(directory, new Date('2026-11-21'), undefined, tables);
const ask = (text: string, country?: CountryCode) => {
  const { understood, hits } = search.search(text, { country });
  const places = understood.filter(({ kind }) => kind === 'country' || kind === 'city').map(({ code }) => code);
  return { places, first: hits[0]?.country };
};

it.each([
  ['kona sem talar bara pólsku þarf lögfræðing', 'is'],
  ['marjanpoimija ei ole saanut palkkaa ja passi on pomolla', 'fi'],
] as const)('%s: in the chosen country, %s', (text, country) => {
  expect(ask(text, country)).toEqual({ places: [], first: country });
});

it.each([
  ['мужчина из Узбекистана работает на ферме под Нарвой', 'ee'],
  ['minne soitan jos työnantaja ei maksa palkkaa Virossa', 'ee'],
  ['kam skambinti jei darbdavys nemoka algos Lietuvoje', 'lt'],
  ['czy jest schronisko dla kobiet w Katowicach', 'pl'],
] as const)('%s: there', (text, country) => {
  expect(ask(text).first).toBe(country);
});
