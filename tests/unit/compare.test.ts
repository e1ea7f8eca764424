/** The same questions put to every country: addresses, answers, CSV. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTRIES, type CountryCode } from '../../src/directory/codes.ts';
import type { CountryPack } from '../../src/directory/pack.ts';
import {
  answerTo,
  comparisonOf,
  csvOf,
  QUESTIONS,
  type Question,
  queryOf,
  questionTitle,
  toggled,
  type Words,
} from '../../src/guidance/compare.ts';

const source = { url: 'https://example.org/a', publisher: 'example.org', date: '2024' };

/** A country of which only what is given is known. */
function country(known: Partial<CountryPack> & { legal?: object }): CountryPack {
  return {
    country: 'lv',
    responders: [],
    statistics: [],
    legal: {},
    measures: {},
    checked: '2026-11',
    sources: { a: source },
    ...known,
  } as unknown as CountryPack;
}

describe('the address of a comparison', () => {
  it.each<[string, CountryCode[], Question[]]>([
    ['', [...COUNTRIES], ['identifies', 'reflection']],
    ['?c=lv,se&q=reflection,identifies', ['lv', 'se'], ['reflection', 'identifies']],
    ['?c=LV&q=RETURN', ['lv'], ['return']],
    ['?c=lv,lv,xx,se', ['lv', 'se'], ['identifies', 'reflection']],
    ['?c=xx&q=nothing', [...COUNTRIES], ['identifies', 'reflection']],
  ])('%s', (search, countries, questions) => {
    expect(comparisonOf(search)).toEqual({ countries, questions });
  });

  it('leads back to the same comparison, whatever is chosen', () => {
    const some = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: 1 });
    fc.assert(
      fc.property(some(COUNTRIES), some(QUESTIONS), (countries, questions) => {
        const found = comparisonOf(queryOf({ countries, questions }));
        // All countries need not be named, and then stand in their own order.
        expect(found).toEqual({
          countries: countries.length === COUNTRIES.length ? [...COUNTRIES] : countries,
          questions,
        });
      }),
    );
  });

  it.each([
    [['a', 'b'], 'b', ['a']],
    [['a'], 'c', ['a', 'c']],
    [['c'], 'a', ['a', 'c']],
    [['a'], 'a', ['a']],
  ])('%s with %s toggled is %s: never nothing', (list, item, wanted) => {
    expect(toggled(list, item, ['a', 'b', 'c'])).toEqual(wanted);
  });
});

describe('an answer', () => {
  it.each(QUESTIONS)('to %s is "not found" where the sources say nothing, with the day one looked', (question) => {
    expect(answerTo(country({}), question)).toEqual({ found: false, looked: '2026-11', parts: [], sources: [] });
  });

  it('that was not found on the reflection period says what the pages have on its measure', () => {
    const point = { id: 'p', text: 'No period set by law was found.', sources: ['a'] };
    expect(answerTo(country({ measures: { '4': [point] } } as never), 'reflection')).toEqual({
      found: false,
      looked: '2026-11',
      parts: [{ kind: 'note', text: point.text }],
      sources: [source],
    });
  });

  it.each<[string, Question, object, unknown]>([
    [
      'an exact number',
      'reflection',
      { reflectionPeriodDays: { min: 30, max: 30 } },
      { message: 'countries.days.exactly', values: { count: 30 } },
    ],
    [
      'a range',
      'reflection',
      { reflectionPeriodDays: { min: 30, max: 90 } },
      { message: 'countries.days.range', values: { min: 30, count: 90 } },
    ],
    [
      'a period whose length no source says: it exists',
      'reflection',
      { reflectionPeriodDays: {} },
      { message: 'countries.legal.lengthNotSaid' },
    ],
    ['help without a limit', 'duration', { assistanceDurationDays: {} }, { message: 'countries.legal.noDays' }],
    [
      'a length of help',
      'duration',
      { assistanceDurationDays: { days: 180 } },
      { message: 'countries.days.exactly', values: { count: 180 } },
    ],
    [
      'nobody designated',
      'identifies',
      { formalIdentifiers: { who: [] } },
      { message: 'countries.legal.nobodyDesignated' },
    ],
    [
      'a no',
      'cooperation',
      { assistanceConditionalOnCooperation: { value: false } },
      { message: 'countries.legal.unconditional' },
    ],
    [
      'a yes',
      'cooperation',
      { assistanceConditionalOnCooperation: { value: true } },
      { message: 'countries.legal.conditional' },
    ],
  ])('says %s', (_, question, legal, said) => {
    const [[name, fact]] = Object.entries(legal) as [[string, object]];
    const answer = answerTo(country({ legal: { [name]: { ...fact, sources: ['a'] } } }), question);
    expect(answer).toEqual({
      found: true,
      looked: '2026-11',
      parts: [{ kind: 'said', ...(said as object) }],
      sources: [source],
    });
  });

  it('names a group of people of whom nothing was found with an empty list', () => {
    const answer = answerTo(
      country({ legal: { assistanceByNationality: { eu: ['a bed'], sources: ['a'] } } }),
      'assistance',
    );
    expect(answer.parts).toEqual([
      { kind: 'list', group: 'national', items: [] },
      { kind: 'list', group: 'eu', items: ['a bed'] },
      { kind: 'list', group: 'third-country', items: [] },
    ]);
  });

  it('says that there is no contact point where a source does', () => {
    const answer = answerTo(country({ contactPointNote: { text: 'It left.', sources: ['a'] } }), 'contact');
    expect(answer.parts).toEqual([
      { kind: 'said', message: 'countries.contactPoint.none' },
      { kind: 'note', text: 'It left.' },
    ]);
  });

  it('gives the newest three lines of statistics, each with its own number', () => {
    const statistics = [2019, 2024, 2021, 2022].map((year) => ({ year, identified: year - 2000, sources: ['a'] }));
    const answer = answerTo(country({ statistics }), 'statistics');
    expect(answer.parts.map((part) => part.kind === 'year' && part.year)).toEqual([2024, 2022, 2021]);
  });

  it('keeps the sentences of a line apart, since each is translated by itself', () => {
    const statistics = [
      { year: 2024, note: 'One.', breakdown: { text: 'Two.', sources: ['a'] }, sources: ['a'] },
      { year: 2023, sources: ['a'] },
    ];
    expect(answerTo(country({ statistics }), 'statistics').parts).toEqual([
      { kind: 'year', year: 2024, identified: undefined, texts: ['One.', 'Two.'] },
      { kind: 'year', year: 2023, identified: undefined, texts: [] },
    ]);
  });

  it('has a message for each question', () => {
    expect(new Set(QUESTIONS.map(questionTitle)).size).toBe(QUESTIONS.length);
  });
});

describe('the CSV', () => {
  const words: Words = {
    country: (code) => code.toUpperCase(),
    question: (question) => question,
    part: (part) => ('text' in part ? String(part.text) : part.kind),
    notFound: (looked) => `Not found (${looked})`,
    page: ({ publisher }) => publisher,
    pageDate: ({ date }) => date ?? 'no date',
    header: ['Country', 'Question', 'Answer', 'Sources', 'Address', 'Date', 'Gathered', 'Edition', 'Edition of'],
  };
  const edition = { edition: 7, date: '2026-11-27' };
  const head = '\ufeffCountry,Question,Answer,Sources,Address,Date,Gathered,Edition,Edition of';
  const withText = (text: string) => country({ legal: { return: { text, sources: ['a'] } } });

  it.each([
    ['plain words', 'plain words'],
    ['one, two', '"one, two"'],
    ['they say "no"', '"they say ""no"""'],
    ['one\ntwo', '"one\ntwo"'],
  ])('writes %j as RFC 4180 wants it', (text, cell) => {
    expect(csvOf([withText(text)], ['return'], words, edition)).toBe(
      `${head}\r\nLV,return,${cell},example.org,https://example.org/a,2024,2026-11,7,2026-11-27\r\n`,
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+371 6789 8343', "'+371 6789 8343"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=A1,"x"', `"'=A1,""x"""`],
    ['1 = 1', '1 = 1'],
  ])('writes %j so that no spreadsheet calculates it', (text, cell) => {
    const csv = csvOf([withText(text)], ['return'], words, edition);
    expect(csv).toContain(`\r\nLV,return,${cell},example.org,`);
  });

  it('says where nothing was found and when one looked, has a row an answer, and is of one edition', () => {
    expect(csvOf([withText('Yes.')], ['children', 'return'], words, edition).split('\r\n')).toEqual([
      head,
      'LV,children,Not found (2026-11),,,,2026-11,7,2026-11-27',
      'LV,return,Yes.,example.org,https://example.org/a,2024,2026-11,7,2026-11-27',
      '',
    ]);
  });

  it('can be read back, whatever stands in a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const rows = parse(csvOf([withText(text)], ['return'], words, edition).slice(1));
        expect(rows[1]?.[2]?.replace(/^'/, '')).toBe(text.replace(/^'/, ''));
        // What is read after the last line is no row.
        expect(rows.map((row) => row.length)).toEqual([9, 9, 0]);
      }),
    );
  });
});

/** RFC 4180, read literally. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (let i = 0; i < csv.length; ) {
    let field = '';
    if (csv[i] === '"') {
      for (i++; csv[i] !== '"' || csv[i + 1] === '"'; i++) {
        field += csv[i];
        if (csv[i] === '"') i++;
      }
      i++;
    } else {
      while (i < csv.length && csv[i] !== ',' && !csv.startsWith('\r\n', i)) field += csv[i++];
    }
    rows.at(-1)?.push(field);
    if (csv[i] === ',') i++;
    else if (i < csv.length) {
      i += 2;
      rows.push([]);
    }
  }
  return rows;
}
