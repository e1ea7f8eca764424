import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countAnswers,
  isValue,
  membersOf,
  PARTS,
  type Part,
  parseSituation,
  printSituation,
  SHARED,
  type Situation,
  valuesOf,
  withAnswer,
} from '../../src/referral/situation.ts';

const parts = Object.keys(PARTS) as Part[];

/** Any situation, by way of any subset of answers in any order. */
const situations: fc.Arbitrary<Situation> = fc
  .record(
    Object.fromEntries(
      parts.map((part) => [
        part,
        part === 'form' || part === 'held'
          ? fc.subarray([...PARTS[part]])
          : part === 'place'
            ? fc.constantFrom('riga', 'south-iceland').map((value) => [value])
            : (SHARED as readonly Part[]).includes(part)
              ? fc.subarray([...PARTS[part]], { minLength: 1 })
              : fc.constantFrom(...PARTS[part]).map((value) => [value]),
      ]),
    ) as Record<Part, fc.Arbitrary<string[]>>,
    { requiredKeys: [] },
  )
  .map((answers) =>
    (Object.entries(answers) as [Part, string[]][]).reduce<Situation>(
      (situation, [part, values]) => withAnswer(situation, part, values),
      {},
    ),
  );

describe('a situation in an address', () => {
  test('is read back as it was printed, and printed alike whatever the order of the answers', () => {
    fc.assert(
      fc.property(situations, fc.array(fc.nat(), { minLength: parts.length, maxLength: parts.length }), (s, order) => {
        const query = printSituation(s);
        expect(parseSituation(query)).toEqual(s);
        const shuffled = query
          .split('&')
          .map((pair, index) => ({ pair, at: order[index] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ pair }) => pair)
          .join('&');
        expect(printSituation(parseSituation(shuffled))).toBe(query);
      }),
    );
  });

  test.each([
    [
      'found=se&origin=ro&age=child&form=labour,begging&danger=1&police=no&fears=1&role=consular&elsewhere=de',
      {
        role: 'consular',
        found: 'se',
        danger: true,
        age: 'child',
        form: ['labour', 'begging'],
        origin: 'ro',
        elsewhere: 'de',
        police: 'no',
        fears: true,
      },
    ],
    ['?found=se', { found: 'se' }],
    ['form=begging,labour,begging', { form: ['labour', 'begging'] }],
    ['form=begging&form=labour', { form: ['labour', 'begging'] }],
    ['found=zz&origin=ro', { origin: 'ro' }],
    ['found=zz,se', { found: 'se' }],
    ['danger=0', { danger: false }],
    ['danger=true&injured=yes', {}],
    ['form=', {}],
    ['held=wages,papers', { held: ['papers', 'wages'] }],
    ['held=phone', {}],
    ['name=Ana&born=2009&note=anything', {}],
    ['found=eu', {}],
    ['origin=eu', { origin: 'eu' }],
    ['%E0%A4%A', {}],
  ])('%s', (query, expected) => {
    expect(parseSituation(query)).toEqual(expected);
  });

  test('holds nothing but codes of the lists, whatever is typed into it', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.constantFrom(...parts), fc.string(), (query, part, text) => {
        const params = new URLSearchParams(query);
        params.append(part, text);
        const situation = parseSituation(params.toString());
        for (const name of parts) {
          for (const value of valuesOf(situation, name)) expect(isValue(name, value)).toBe(true);
        }
      }),
    );
  });

  test('several people may differ in origin, age and sex, and are numbered', () => {
    const eleven = parseSituation('found=is&count=11&origin=ua,ro,bg&sex=male');
    expect(eleven).toEqual({
      found: 'is',
      people: 'several',
      count: 11,
      origin: 'ua',
      sex: 'male',
      also: { origin: ['ro', 'bg'] },
    });
    expect(membersOf(eleven).map(({ origin }) => origin)).toEqual(['ua', 'ro', 'bg']);
    expect(membersOf(parseSituation('age=adult,child&sex=female,male'))).toHaveLength(4);
    expect(membersOf(parseSituation('found=is&people=several'))).toHaveLength(1);
    expect(printSituation(withAnswer(eleven, 'people', ['one']))).toBe('found=is&people=one&sex=male&origin=ua');
    expect(printSituation(withAnswer(eleven, 'origin', ['ro']))).toBe(
      'found=is&people=several&count=11&sex=male&origin=ro',
    );
  });

  test('a place stays with its country', () => {
    const gdansk = parseSituation('found=pl&place=gdansk');
    expect(printSituation(withAnswer(gdansk, 'age', ['adult']))).toBe('found=pl&place=gdansk&age=adult');
    expect(printSituation(withAnswer(gdansk, 'found', ['se']))).toBe('found=se');
    expect(parseSituation('place=Ul. D%C5%82uga 5')).toEqual({});
  });

  test('an answer can be changed and taken back, and the others stay', () => {
    const before = parseSituation('found=lv&age=adult&form=sexual');
    expect(printSituation(withAnswer(before, 'age', ['child']))).toBe('found=lv&age=child&form=sexual');
    expect(printSituation(withAnswer(before, 'form', []))).toBe('found=lv&age=adult');
    expect(printSituation(withAnswer(before, 'age', ['old']))).toBe('found=lv&form=sexual');
    expect(countAnswers(before)).toBe(3);
  });
});
