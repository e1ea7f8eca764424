import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentsOf } from '../../src/search/documents.ts';
import { packSearch } from '../../src/search/packed.ts';
import { createSearch } from '../../src/search/search.ts';
import { flatten, packLists, unflatten, unpackLists } from '../../src/search/tables.ts';
import { publishedEdition } from '../relevance/directory.ts';
import { labelledQueries } from '../relevance/labels.ts';

describe('numbers as text', () => {
  it('come back', () => {
    const numbers = fc.array(fc.oneof(fc.integer({ min: -1, max: 300 }), fc.integer({ min: -1, max: 2 ** 30 })));
    fc.assert(
      fc.property(numbers, numbers, (some, more) => {
        const back = unpackLists(packLists({ some, more }), ['some', 'more', 'none']);
        expect(Object.values(back).map((list) => [...list])).toEqual([some, more, []]);
      }),
    );
  });

  it.each([
    ['fewer than said', { lists: 'some 3', numbers: 'AgQ=' }],
    ['more than said', { lists: 'some 1', numbers: 'AgQ=' }],
    ['half a number', { lists: 'some 1', numbers: 'AoI=' }],
    ['no count', { lists: 'some', numbers: 'AgQ=' }],
    ['no base64', { lists: 'some 1', numbers: '*' }],
  ])('are refused when torn: %s', (_, torn) => {
    expect(() => unpackLists(torn, ['some'])).toThrow();
  });

  it('come back as lists', () => {
    const lists = fc.array(fc.array(fc.nat()));
    fc.assert(
      fc.property(lists, (some) => {
        expect(unflatten(flatten(some))).toEqual(some);
      }),
    );
  });
});

describe('tables made beforehand', () => {
  const today = new Date('2026-11-21');
  const { directory, tables } = publishedEdition();
  /** The same directory, of which no lexicon is known yet. */
  const again = () => ({ ...directory, taxonomy: { ...directory.taxonomy } });
  const answers = (search: ReturnType<typeof createSearch>) =>
    labelledQueries(directory).map(({ query }) => JSON.stringify(search.search(query)));

  it('answer as those made on the phone do', () => {
    const made = createSearch(again(), today);
    // What happened, and for whom somebody is by name, is in the tables alone.
    const { index, ...others } = packSearch(directory, documentsOf(directory, today), [], {
      happenings: {},
      peoples: {},
    });
    const without = {
      ...others,
      index: { ...index, concepts: index.concepts?.replaceAll('named:', 'unknown:') ?? '' },
    };
    const packed = createSearch(again(), today, undefined, JSON.parse(JSON.stringify(without)));
    expect(answers(packed)).toEqual(answers(made));
  });

  it('are passed over when they are of another make or of other records', () => {
    const other = createSearch(again(), today, undefined, { ...tables, tables: 'another' });
    expect(other.search('kcik').hits[0]?.id).toBe('pl-kcik');
    const index = { ...tables.index, ids: 'somebody else' };
    const wrong = createSearch(again(), today, undefined, { ...tables, index });
    expect(wrong.search('kcik').hits[0]?.id).toBe('pl-kcik');
  });
});
