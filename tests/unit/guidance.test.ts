/** The guidance's own logic: terms found and marked, guides in order, steps of the walk, practices filtered, search. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '../../src/directory/codes.ts';
import type { GlossaryTerm, GuideCall, Practice } from '../../src/directory/guides-schema.ts';
import type { CountryPack } from '../../src/directory/pack.ts';
import { findTerms, languagesOf, markTerms, nameIn, termFinder } from '../../src/guidance/glossary.ts';
import {
  byKind,
  countriesInOrder,
  type Guide,
  guidesOf,
  guidesOfPeople,
  isOutside,
  respondersFor,
} from '../../src/guidance/guides.ts';
import { filterPractices, practiceFilterOf, practiceQueryOf } from '../../src/guidance/practices.ts';
import { stepsOf } from '../../src/guidance/walk.ts';

const { terms } = JSON.parse(readFileSync('data/glossary.json', 'utf8')) as { terms: GlossaryTerm[] };

describe('the glossary', () => {
  it.each([
    ['trafficking in human beings', 'trafficking-in-human-beings'],
    ['TRAFFICKING human', 'trafficking-in-human-beings'],
    ['торгівля людьми', 'trafficking-in-human-beings'],
    ['торговля людьми', 'trafficking-in-human-beings'],
    ['cilveku tirdznieciba', 'trafficking-in-human-beings'],
    ['manniskohandel', 'trafficking-in-human-beings'],
    ['trafic de persoane', 'trafficking-in-human-beings'],
    ['mansal', 'trafficking-in-human-beings'],
  ])('finds %j', (query, id) => {
    expect(findTerms(terms, query)[0]?.id).toBe(id);
  });

  it('has all terms for no query, and none for what nobody says', () => {
    expect(findTerms(terms, ' ')).toHaveLength(terms.length);
    expect(findTerms(terms, 'xyzzy')).toEqual([]);
  });

  it('finds every term by each of its names', () => {
    const missed = terms.flatMap((term) =>
      languagesOf([term]).filter((code) => !findTerms(terms, nameIn(term, code) ?? '').includes(term)),
    );
    expect(missed).toEqual([]);
  });
});

it('the words that journalists are told to say are none that the glossary has for those who are made to', () => {
  const { sections } = JSON.parse(readFileSync('data/guides/journalists.json', 'utf8')) as Guide;
  const made = terms.filter(({ definition }) => /made to/.test(definition)).map(({ term }) => term);
  expect(made).toContain('person subjected to prostitution');
  const said = sections.flatMap(({ items }) => items.flatMap(({ pair }) => pair?.say ?? []));
  expect(said).toContain('person involved in prostitution');
  expect(said.filter((word) => made.includes(word))).toEqual([]);
});

describe('terms in a text', () => {
  const term = (id: string, text: string) => ({ id, term: text }) as GlossaryTerm;
  const finder = termFinder([
    term('labour', 'labour'),
    term('forced-labour', 'forced labour'),
    term('victim', 'victim of trafficking'),
    term('child', 'child'),
    term('status', 'residence permit (status)'),
  ]);
  const marked = (...texts: string[]) =>
    markTerms(texts, finder).map((pieces) => pieces.map(({ text, term: id }) => (id ? `[${text}]` : text)).join(''));

  it.each([
    ['It is forced labour.', 'It is [forced labour].'],
    ['Labour, and forced labour', '[Labour], and [forced labour]'],
    ['Victims of trafficking speak.', '[Victims of trafficking] speak.'],
    ['Children are children.', '[Children] are children.'],
    ['A residence permit is given.', 'A [residence permit] is given.'],
    ['A childhood, a belaboured point.', 'A childhood, a belaboured point.'],
    ['Nothing here.', 'Nothing here.'],
  ])('%s', (text, wanted) => {
    expect(marked(text)).toEqual([wanted]);
  });

  it('are marked once in all texts of a section', () => {
    expect(marked('A child.', 'The child works.', 'Labour.')).toEqual(['A [child].', 'The child works.', '[Labour].']);
  });

  it('leave every letter of the text where it was', () => {
    const texts = terms.map(({ definition }) => definition);
    const pieces = markTerms(texts, termFinder(terms));
    expect(pieces.map((all) => all.map(({ text }) => text).join(''))).toEqual(texts);
    expect(pieces.flat().filter((piece) => piece.term !== undefined).length).toBeGreaterThan(10);
  });
});

describe('guides', () => {
  it('come in the order of the hub, unknown ones last', () => {
    const guide = (slug: string) => ({ slug, group: 'roles', title: { en: slug }, sections: [] }) as never;
    const pack = { guides: ['roles/new', 'roles/teacher', 'roles/police'].map(guide) };
    expect(guidesOf(pack, 'roles').map(({ slug }) => slug)).toEqual(['roles/police', 'roles/teacher', 'roles/new']);
  });

  it('for what one is are those of the roles, then that of the journalist', () => {
    const guides = [
      { slug: 'journalists', group: 'journalists' },
      { slug: 'measures/1', group: 'measures' },
      { slug: 'roles/police', group: 'roles' },
    ] as unknown as Guide[];
    expect(guidesOfPeople({ guides }).map(({ slug }) => slug)).toEqual(['roles/police', 'journalists']);
  });

  it('have the chosen country first, the others by name', () => {
    const name = (code: string) => (code === 'ua' ? 'A' : code);
    const order = countriesInOrder('se', name, 'en');
    expect(order.slice(0, 3)).toEqual(['se', 'ua', 'bg']);
    expect([...order].sort()).toEqual([...COUNTRIES].sort());
  });

  it.each([
    ['uk', true],
    ['us', true],
    ['lv', false],
    ['eu', false],
    ['bsr', false],
  ])('mark %s as outside the region: %s', (scope, outside) => {
    expect(isOutside(scope)).toBe(outside);
  });

  it('group items by what they ask for, in the order of acting', () => {
    const item = (point: string, as: 'do' | 'dont' | 'know' | 'sign') => ({ point, as });
    const groups = byKind([item('a', 'know'), item('b', 'dont'), item('c', 'do'), item('d', 'sign'), item('e', 'do')]);
    expect(groups.map(({ as, items }) => `${as}: ${items.map(({ point }) => point)}`)).toEqual([
      'sign: d',
      'do: c,e',
      'dont: b',
      'know: a',
    ]);
  });

  it('call those with a telephone first, and the first contacts not twice', () => {
    const responder = (id: string, kind: string, services: string[], tel?: string) => ({
      id,
      kind,
      services,
      channels: [{ tel }],
    });
    const country = {
      contactPoint: 'point',
      antiTraffickingLine: ['line'],
      responders: [
        responder('line', 'ngo', ['shelter'], '1'),
        responder('silent', 'police', []),
        responder('police', 'police', [], '2'),
        responder('shelter', 'ngo', ['shelter'], '3'),
        responder('other', 'court', [], '4'),
      ],
    } as unknown as CountryPack;
    const wanted = { kinds: ['police'], services: ['shelter'] };
    const idsOf = (call: GuideCall) => respondersFor(country, call).map(({ id }) => id);
    expect(idsOf({ ...wanted, line: true })).toEqual(['police', 'shelter', 'silent']);
    // Where nobody else is to be called, a first contact of that kind is one of those that are asked for.
    expect(idsOf(wanted)).toEqual(['line', 'police', 'shelter', 'silent']);
  });
});

describe('the walk through the signs', () => {
  const sections = [
    {
      items: [
        { point: 'a', as: 'sign' as const },
        { point: 'b', as: 'sign' as const, dimension: 'exploitation' as const },
      ],
    },
    {
      items: [
        { point: 'b', as: 'sign' as const, dimension: 'exploitation' as const },
        { point: 'c', as: 'sign' as const, dimension: 'coercion' as const },
      ],
    },
  ];

  it('goes from the general through the dimensions, each sign once', () => {
    expect(
      stepsOf(sections, undefined).map(({ dimension, items }) => [dimension, items.map(({ point }) => point)]),
    ).toEqual([
      [undefined, ['a']],
      ['coercion', ['c']],
      ['exploitation', ['b']],
    ]);
  });

  it('can be one dimension only, and may then have no step', () => {
    expect(stepsOf(sections, 'coercion')).toHaveLength(1);
    expect(stepsOf(sections, 'recruitment')).toEqual([]);
  });
});

describe('practices', () => {
  const practice = (id: string, country: string, year: number | undefined, themes: string[]) =>
    ({ id, country, year, themes }) as Practice;
  const all = [
    practice('a', 'lv', 2022, ['children']),
    practice('b', 'lv', undefined, ['health']),
    practice('c', 'se', 2024, ['health', 'children']),
  ];

  it.each([
    ['', 'cab'],
    ['?country=lv', 'ab'],
    ['?theme=children', 'ca'],
    ['?year=none', 'b'],
    ['?country=lv&year=2022&theme=children', 'a'],
    ['?country=lv&year=2024', ''],
  ])('%s shows %j', (search, ids) => {
    const filter = practiceFilterOf(search);
    expect(
      filterPractices(all, filter)
        .map(({ id }) => id)
        .join(''),
    ).toBe(ids);
    expect(practiceFilterOf(practiceQueryOf(filter))).toEqual(filter);
  });
});
