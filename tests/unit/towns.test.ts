import { describe, expect, it } from 'vitest';
import type { PackResponder } from '../../src/directory/pack.ts';
import { townBeside, townOf } from '../../src/directory/towns.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const { places, responders } = publishedDirectory();
const placed = (country: PackResponder['country'], coverage: string, city?: string) => ({
  country,
  coverage,
  ...(city !== undefined && { addresses: [{ text: 'A street', city, sources: ['page'] }] }),
});

describe('the town of a responder', () => {
  it.each([
    ['by its name in the language', placed('lv', 'national', 'Rīga'), 'en', 'Riga', 'Riga'],
    ['in its own language', placed('lv', 'national', 'Rīga'), 'lv', 'Rīga', 'Rīga'],
    ['written in another script', placed('bg', 'national', 'София'), 'en', 'Sofia', 'Sofia'],
    ['that what it covers names already', placed('de', 'Berlin', 'Berlin'), 'en', 'Berlin', undefined],
    ['named in another spelling', placed('bg', 'Whole country, in Sofia', 'София'), 'en', 'Sofia', undefined],
    ['as the page writes it, where nobody knows it', placed('pl', 'national', 'Nowhere'), 'en', 'Nowhere', 'Nowhere'],
    ['that it works in alone, without an address', placed('no', 'Oslo'), 'en', 'Oslo', undefined],
    ['of another country is another town', placed('pl', 'national', 'Rīga'), 'en', 'Rīga', 'Rīga'],
    ['is not guessed', placed('pl', 'national'), 'en', undefined, undefined],
  ])('%s', (_, responder, language, town, beside) => {
    expect(townOf(responder, places, language)).toBe(town);
    expect(townBeside(responder, places, language)).toBe(beside);
  });

  it('is named on every card of whoever gives an address in a town', () => {
    for (const responder of responders) {
      const town = responder.addresses?.find(({ city }) => city !== undefined)?.city;
      if (town !== undefined) expect(townOf(responder, places, 'en'), responder.id).toBeTruthy();
    }
  });
});
