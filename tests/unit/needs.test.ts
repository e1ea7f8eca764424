import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { firstChannelFrom, isReachable } from '../../src/directory/dialling.ts';
import { countryOf } from '../../src/directory/directory.ts';
import { type Answers, meetsNeed, NEED_NAMES, NEEDS, NEIGHBOURS } from '../../src/directory/needs.ts';
import { filterOptions, filterResponders, NO_FILTERS, parseFilters } from '../../src/responders/filter.ts';
import { nearest } from '../../src/responders/nearest.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();
const now = new Date('2026-11-24T01:30:00Z');
const everywhere = COUNTRIES.flatMap((country) => NEED_NAMES.map((need) => [country, need] as const));

describe('a need', () => {
  it('is made of kinds, services and forms that exist', () => {
    const { kinds, services, exploitation } = directory.taxonomy;
    for (const ways of Object.values(NEEDS) as (readonly Answers[])[]) {
      for (const way of ways) {
        for (const code of way.kinds ?? []) expect(kinds).toHaveProperty(code);
        for (const code of way.services ?? []) expect(services).toHaveProperty(code);
        for (const code of way.forms ?? []) expect(exploitation).toHaveProperty(code);
      }
    }
  });

  it.each([
    ['is-asi', 'work'],
    ['is-efling', 'work'],
    ['de-faire-mobilitaet', 'work'],
    ['lv-valsts-darba-inspekcija', 'work'],
  ] as const)('%s answers %s', (id, need) => {
    const responder = directory.responder(id);
    expect(responder && meetsNeed(responder, need)).toBe(true);
  });

  it('leads to somebody in every country, or to who is nearest and can be reached from there', () => {
    for (const [country, need] of everywhere) {
      const filters = { ...NO_FILTERS, country: [country], need: [need] };
      if (filterResponders(directory, filters, now, { standing: country }).matching.length > 0) continue;
      const { ways, beyond } = nearest(directory, country, need, country);
      expect([...ways, ...beyond], `${country} ${need}`).not.toEqual([]);
      for (const responder of beyond) {
        const home = countryOf(directory, responder.country);
        const channel = firstChannelFrom(responder.channels, home, country);
        expect(channel && isReachable(channel, home, country, responder.channels), responder.id).toBe(true);
      }
    }
  });

  it('is read from an address, and one that does not exist is passed over', () => {
    const options = filterOptions(directory);
    expect(parseFilters('country=is&need=work,lunch', options).need).toEqual(['work']);
  });
});

it('who is next to somebody has them next to it, but for islands and the one border that is shut', () => {
  for (const country of COUNTRIES) {
    for (const other of NEIGHBOURS[country]) {
      expect(other).not.toBe(country);
      if (country !== 'is' && country !== 'ru') expect(NEIGHBOURS[other], `${country} ${other}`).toContain(country);
    }
  }
});
