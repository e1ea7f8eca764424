/** Where in a country a responder works, read out of the words of its page. */
import { expect, test } from 'vitest';
import { nearness } from '../../src/directory/places.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();

test.each([
  ['pl-oik-gdansk', 'gdansk', 'there'],
  ['pl-oik-gdansk', 'gdynia', 'no'],
  ['fi-paakaupungin-turvakoti', 'helsinki', 'there'],
  // A longer name is another place.
  ['pl-kuj-pom-niebieska-linia', 'gdansk', 'no'],
  ['pl-kuj-pom-niebieska-linia', 'pomorskie', 'no'],
  ['de-st-vera', 'leipzig', 'no'],
  ['de-st-vera', 'magdeburg', 'there'],
  ['de-ni-opferhilfe', 'leipzig', 'no'],
  ['de-ni-opferhilfe', 'saxony', 'no'],
  ['de-ni-opferhilfe', 'hannover', 'region'],
] as const)('%s, for somebody in %s: %s', (id, place, near) => {
  const responder = directory.responder(id);
  if (!responder) throw new Error(`no ${id}`);
  expect(directory.places.cities[place]).toBeDefined();
  expect(nearness(responder, place, directory)).toBe(near);
});
