/** The app's own screens, found by what they are called. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foundBy } from '../../src/home/found.ts';
import { pageOf, screensNamed } from '../../src/home/screens.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { LATER } from '../../src/i18n/parts.ts';
import { addSayings, type Say, type Sayings, sayer } from '../../src/i18n/say.ts';
import type { Answer, Hit } from '../../src/search/types.ts';

/** What a language says once the search can be asked: all but what few ever read. */
function saying(language: string): Say {
  const sayings: Sayings = new Map();
  const later: readonly string[] = LATER;
  for (const file of readdirSync(`src/i18n/messages/${language}`)) {
    if (later.includes(file.replace('.json', ''))) continue;
    addSayings(sayings, JSON.parse(readFileSync(`src/i18n/messages/${language}/${file}`, 'utf8')));
  }
  return sayer(language, sayings);
}

const hrefs = (asked: string, t: Say) => screensNamed(asked, t).hits.map(({ id }) => id);
const en = saying('en');

const NAMED = [
  '/guides',
  '/countries/compare',
  '/glossary',
  '/practices',
  '/guides/law',
  '/countries',
  '/countries/networks',
  '/responders',
  '/missions',
  '/workspace/exchange',
  '/settings',
  '/about',
  '/changes',
];

describe('in English', () => {
  test.each<[string, string[]]>([
    ['glossary', ['/glossary']],
    ['Gloss', ['/glossary']],
    ['compare countries', ['/countries/compare']],
    ['countries compare', ['/countries/compare']],
    ['embassies', ['/missions']],
    ['good practices', ['/practices']],
    ['settings', ['/settings']],
    ['sett', ['/settings']],
    // Too few letters, a word that is in no name, the same word twice.
    ['set', []],
    ['about', ['/about']],
    ['glossary lawyer', []],
    ['countries countries', []],
    ['', []],
    ['   ', []],
  ])('%j finds %j', (asked, expected) => {
    expect(hrefs(asked, en)).toEqual(expected);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  const t = saying(language);

  it('each screen is found by its whole name, in capitals or not', () => {
    for (const href of NAMED) {
      const name = t(pageOf({ id: href })?.title ?? '');
      expect(hrefs(name, t)).toContain(href);
      expect(hrefs(name.toUpperCase(), t)).toContain(href);
    }
  });
});

test('whatever is typed, what is found has a page, a name that begins with it, and stands once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (asked) => {
      const found = hrefs(asked, en);
      expect(new Set(found).size).toBe(found.length);
      for (const id of found) expect(pageOf({ id })?.href).toBe(id);
    }),
  );
});

const answer = (over: Partial<Answer>): Answer => ({
  hits: [],
  nearest: false,
  understood: [],
  rest: '',
  guidance: () => [],
  ...over,
});
const near: Hit = { type: 'responder', id: 'near', country: 'lv', matches: [], reasons: [] };
const all = () => true;
const none = () => false;

describe('beside what else is found', () => {
  test('it stands below whom to call', () => {
    const named = screensNamed('gloss', en);
    expect(foundBy('gloss', answer({ hits: [near] }), all, none, named).inSight).toEqual([near, ...named.hits]);
  });

  test('who types its whole name is shown it first', () => {
    const named = screensNamed('Glossary', en);
    expect(foundBy('Glossary', answer({ hits: [near] }), all, none, named).inSight).toEqual([...named.hits, near]);
  });

  test('what is nearest is left away where only a screen is called so', () => {
    const named = screensNamed('gloss', en);
    const found = foundBy('gloss', answer({ hits: [near], nearest: true }), all, none, named);
    expect(found.answer.nearest).toBe(false);
    expect(found.inSight).toEqual(named.hits);
  });
});

test.each([
  ['a screen alone', [], [], false],
  ['a guide and a term', [], ['guide', 'term'], false],
  ['a practice beside a guide', [], ['guide', 'practice'], true],
  ['a network', [], ['network'], true],
  ['whom to call', ['responder'], ['guide'], true],
  ['a fact', ['legal'], [], true],
] as const)('one country can be chosen where it would leave something away: %s', (_, hits, guidance, expected) => {
  const hit = (type: Hit['type']): Hit => ({ ...near, type, id: type });
  const given = answer({ hits: hits.map(hit), guidance: () => guidance.map(hit) });
  expect(foundBy('gloss', given, all, none, screensNamed('gloss', en)).ofCountries).toBe(expected);
});

test('a screen that only a newer app has is none', () => {
  expect(pageOf({ id: 'not-yet' })).toBeUndefined();
});
