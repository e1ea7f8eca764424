/** Guides, terms, practices and law beside whom to call. */
import { describe, expect, it } from 'vitest';
import { guidanceDocuments, withGuidance } from '../../src/search/guidance.ts';
import { createSearch } from '../../src/search/search.ts';
import type { Answer, Hit, Search } from '../../src/search/types.ts';
import { publishedEdition } from '../relevance/directory.ts';

const today = new Date('2026-11-22');
const { directory, tables, guidance, beside } = publishedEdition();
const documents = guidanceDocuments(guidance);
const tablesOfGuidance = { ...tables, index: tables.guidance };
const search = withGuidance(
  createSearch(directory, today, undefined, tables),
  createSearch(directory, today, documents, tablesOfGuidance),
);
/** A search that finds one thing, and notes what it was asked. */
function finding(hits: Answer['hits'], nearest: boolean): Search & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    prepare() {},
    search(text) {
      asked.push(text);
      return { hits, understood: [], rest: '', nearest, guidance: () => [] };
    },
  };
}
const HELPLINE: Hit = { type: 'responder', id: 'lv-line', country: 'lv', matches: [], reasons: [] };
const GUIDE: Hit = { type: 'guide', id: 'signs', country: 'eu', matches: [], reasons: [] };

describe('what the guidance has', () => {
  it.each([
    ['reflection period', 'term', 'reflection-and-recovery-period'],
    ['Bedenkzeit', 'term', 'reflection-and-recovery-period'],
  ])('%s leads to the %s %s, with its title', (text, type, id) => {
    const hit = search
      .search(text)
      .guidance()
      .find((one) => one.id === id);
    expect(hit).toMatchObject({ type, title: { en: expect.any(String) } });
  });

  it('is found by the title of every guide in every language it has', () => {
    for (const { slug, title } of guidance.guides.guides) {
      for (const text of Object.values(title)) {
        const found = search
          .search(text)
          .guidance()
          .map(({ id }) => id);
        expect(found, text).toContain(slug);
      }
    }
  });

  it('is the same with tables made at build as with those made on the phone', () => {
    const named = guidanceDocuments(guidance, beside);
    const made = createSearch(directory, today, named);
    const packed = createSearch(directory, today, named, tablesOfGuidance);
    for (const text of ['signs', 'reflection period', 'обмін', 'labour inspector', 'child', 'kompensation']) {
      expect(JSON.stringify(packed.search(text))).toBe(JSON.stringify(made.search(text)));
    }
  });

  it('is looked for when it is asked for, and once', () => {
    const both = finding([GUIDE], false);
    const answer = withGuidance(finding([HELPLINE], false), both).search('signs');
    expect(both.asked).toEqual([]);
    expect(answer.guidance()).toEqual([GUIDE]);
    expect(answer.guidance()).toEqual([GUIDE]);
    expect(both.asked).toEqual(['signs']);
    expect(answer.hits).toEqual([HELPLINE]);
  });

  it('stands alone where the directory has only the nearest', () => {
    const answer = withGuidance(finding([HELPLINE], true), finding([GUIDE], false)).search('signs');
    expect(answer).toMatchObject({ hits: [], nearest: false });
    expect(answer.guidance()).toEqual([GUIDE]);
  });

  it('adds nothing where it has only the nearest itself', () => {
    const answer = withGuidance(finding([HELPLINE], true), finding([GUIDE], true)).search('signs');
    expect(answer).toMatchObject({ hits: [HELPLINE], nearest: true });
    expect(answer.guidance()).toEqual([]);
  });
});
