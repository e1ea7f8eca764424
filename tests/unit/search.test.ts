import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryOf, type Directory } from '../../src/directory/directory.ts';
import { COUNTRIES, type Legal } from '../../src/directory/schema.ts';
import { createSearch } from '../../src/search/search.ts';
import type { SearchOptions } from '../../src/search/types.ts';
import { publishedEdition } from '../relevance/directory.ts';
import { CATEGORIES, labelledQueries } from '../relevance/labels.ts';

const today = new Date('2026-11-21');
const { directory, tables } = publishedEdition();
const search = createSearch(directory, today, undefined, tables);
const ids = (text: string, options?: SearchOptions) => search.search(text, options).hits.map(({ id }) => id);
const chips = (text: string, options?: SearchOptions) =>
  search.search(text, options).understood.map(({ kind, code }) => `${kind}:${code}`);

describe('what is understood', () => {
  it.each([
    ['shelter men tallinn', ['services:shelter', 'sex:male', 'city:tallinn'], ''],
    ['turvakoti rīga', ['services:shelter', 'city:riga'], ''],
    ['притулок Вільнюс', ['services:shelter', 'city:vilnius'], ''],
    ['forced labour LV', ['exploitation:labour', 'country:lv'], ''],
    ['patversmē Rīgā', ['services:shelter', 'city:riga'], ''],
    ['+371', ['country:lv'], ''],
    ['Київ', ['city:kyiv'], ''],
    ['Kyiv', ['city:kyiv'], ''],
    ['Kiev', ['city:kyiv'], ''],
    ['Kijów', ['city:kyiv'], ''],
    ['Kiew', ['city:kyiv'], ''],
    ['w Gdańsku', ['city:gdansk'], 'w'],
    ['Danzig', ['city:gdansk'], ''],
    ['Helsingissä', ['city:helsinki'], ''],
    ['у Львові', ['city:lviv'], 'у'],
    ['caritas vilnius', ['city:vilnius'], 'caritas'],
    ['konsulinė pagalba visą parą', ['kinds:consular', 'hours:always'], ''],
    ['24/7 consular romania', ['hours:always', 'kinds:consular', 'country:ro'], ''],
    ['anti-trafficking.lt', [], 'anti trafficking lt'],
    ['krisesenter i Oslo', ['services:shelter', 'city:oslo'], 'i'],
  ])('%s', (text, understood, rest) => {
    expect(chips(text)).toEqual(understood);
    expect(search.search(text).rest).toBe(rest);
  });

  it('is matched as text once it is taken off', () => {
    const { understood, rest } = search.search('shelter tallinn', { without: ['services:shelter'] });
    expect(understood).toEqual([{ kind: 'city', code: 'tallinn', words: 'tallinn' }]);
    expect(rest).toBe('shelter');
  });
});

describe('a sentence', () => {
  it.each([
    ['Bett für heute Nacht in Leipzig', ['happening:nowhere-to-sleep', 'hours:now', 'city:leipzig']],
    ['де можна переночувати в Гданську', ['happening:nowhere-to-sleep', 'city:gdansk']],
    ['I need someone who speaks Polish in Iceland', ['language:pl', 'country:is']],
    [
      'hvar getur kona sofið í nótt í Reykjavík',
      ['happening:nowhere-to-sleep', 'sex:female', 'hours:now', 'city:reykjavik'],
    ],
    ['pole kusagil magada', ['happening:nowhere-to-sleep']],
    ['как да се върна вкъщи от Полша', ['happening:wants-home', 'country:pl']],
  ])('is taken apart: %s', (text, understood) => {
    expect(chips(text)).toEqual(understood);
  });

  it('says what is known of a case, for the plan, and which guide tells what to do', () => {
    expect(search.search('Lohn nicht bekommen').happening).toMatchObject({
      code: 'wages-unpaid',
      situation: 'form=labour&held=wages',
      guide: 'roles/labour-inspector',
    });
  });

  it('is only words once what happened is taken off', () => {
    const { understood, happening } = search.search('passport taken', { without: ['happening:passport-taken'] });
    expect(happening).toBeUndefined();
    expect(understood.map(({ kind }) => kind)).not.toContain('happening');
  });
});

describe('a place that is named', () => {
  it.each([
    ['schronisko w Poznaniu', 'pl', 'de'],
    ['abi Riias', 'lv', 'ee'],
    ['boende i Köpenhamn', 'dk', 'se'],
    ['приют в Вильнюсе', 'lt', 'lv'],
    ['Unterkunft in Danzig', 'pl', 'de'],
  ] as const)('comes before the chosen country: %s', (text, named, country) => {
    const found = search.search(text, { country }).hits.filter(({ type }) => type === 'responder');
    expect(found[0]?.country).toBe(named);
    // Nobody of another country stands above those of the place.
    const last = found.findLastIndex((hit) => hit.country === named);
    expect(found.slice(0, last).every((hit) => hit.country === named)).toBe(true);
  });
});

describe('an acronym or the beginning of a long name', () => {
  it.each([
    ['KOOFRA', 'no', 'de-hh-koofra'],
    ['NOAS', 'se', 'no-noas'],
    ['UDI', 'lt', 'no-udi'],
    ['kvennaathv', 'dk', 'is-kvennaathvarf'],
  ] as const)('of another country stands above loose hits at home: %s', (text, country, id) => {
    expect(ids(text, { country })[0]).toBe(id);
  });

  it('is second to what is called so at home', () => {
    expect(search.search('caritas', { country: 'lt' }).hits[0]?.country).toBe('lt');
  });
});

describe('the first hit', () => {
  it.each([
    ['drosha maya', 'lv-patverums-drosa-maja'],
    ['KCIK', 'pl-kcik'],
    ['67898343', 'lv-patverums-drosa-maja'],
    ['+371 6789 83', 'lv-patverums-drosa-maja'],
    ['6789', 'lv-patverums-drosa-maja'],
    ['drosa.maja@gmail.com', 'lv-patverums-drosa-maja'],
    ['https://www.kok-gegen-menschenhandel.de/', 'de-kok'],
    ['tiesībsrags', 'lv-tiesibsargs'],
    ['iesībsargs', 'lv-tiesibsargs'],
  ])('of %s is %s', (text, id) => {
    expect(ids(text)[0]).toBe(id);
  });

  it('is in the chosen country, then in that of origin', () => {
    const countries = search.search('hotline', { country: 'is', origin: 'ro' }).hits.map(({ country }) => country);
    expect(countries[0]).toBe('is');
    expect(countries.indexOf('ro')).toBeLessThan(countries.indexOf('se'));
  });
});

describe('a number', () => {
  it.each([
    ['0049 (0)30 26391176', 'de-kok'],
    ['00 49 (0) 3026391176', 'de-kok'],
    ['+49 (0)30 26391176', 'de-kok'],
    ['00049 30 26391176', 'de-kok'],
    ['011 49 30 26391176', 'de-kok'],
    ['990 49 30 26391176', 'de-kok'],
    ['030/26391176', 'de-kok'],
    ['tel. 030 26391176', 'de-kok'],
    ['tel:+493026391176', 'de-kok'],
    ['Tel.: (030) 263 911-76', 'de-kok'],
    ['030 26391176 ext 5', 'de-kok'],
    ['030 26391176, доб. 17', 'de-kok'],
    ['(+372) 660 7320', 'ee-ska-inimkaubanduse-nouandeliin'],
    ['8-10-371-67898343', 'lv-patverums-drosa-maja'],
    ['8 (044) 238-15-88', 'ua-mfa-consular-hotline'],
    ['tel.0332.407.178', 'ro-alternative-sociale-iasi'],
    ['+371/67378539', 'lv-centrs-marta'],
    ['8 37 205427', 'lt-lietuvos-caritas'],
    ['0 37 205427', 'lt-lietuvos-caritas'],
  ])('typed as %s finds its owner alone', (text, id) => {
    expect(ids(text)).toEqual([id]);
  });
});

describe('a question of law', () => {
  it.each(Object.keys(directory.taxonomy.legal))(
    '%s is answered in every language, in the country asked about',
    (topic) => {
      const labels = Object.entries(directory.taxonomy.legal[topic]?.label ?? {});
      expect(labels).toHaveLength(15);
      const told = COUNTRIES.filter((code) => countryOf(directory, code).legal[topic as keyof Legal]);
      const missed = labels.flatMap(([language, label]) =>
        told.flatMap((code) => {
          const text = `${label} ${directory.places.countries[code]?.name[language]}`;
          const facts = search.search(text).hits.filter(({ type }) => type === 'legal');
          return facts.slice(0, 3).some(({ id }) => id === `${code}.${topic}`) ? [] : [text];
        }),
      );
      expect(missed).toEqual([]);
    },
  );

  it.each([
    ['voluntary return norway', 'no.return'],
    ['state compensation estonia', 'ee.compensation'],
    ['recovery and reflection Poland', 'pl.reflectionPeriodDays'],
    ['срок на роздуми Польща', 'pl.reflectionPeriodDays'],
  ])('%s is %s', (text, id) => {
    expect(ids(text).find((one) => one.includes('.'))).toBe(id);
  });
});

describe('a name with a concept that no page gives it', () => {
  it.each([
    ['marta telefontolk', 'lv-centrs-marta'],
    ['danner asyl данія', 'dk-danner'],
    ['krisesenter oslo социальные услуги norvegia', 'no-oslo-krisesenter'],
    ['weissen rings stödsamtal', 'de-weisser-ring'],
  ])('is found all the same: %s finds %s', (text, id) => {
    expect(ids(text).slice(0, 5)).toContain(id);
  });

  it('is not enough when only the place is in the name', () => {
    expect(ids('shelter riga', { limit: 100 })).not.toContain('lv-turisma-policija-riga');
  });
});

describe('a word that is a loose form of another', () => {
  it.each([
    ['asyum', 'dk-refugees-welcome'],
    ['cariats romania', 'ro-caritas-baia-mare'],
    ['buedir norway', 'no-bufdir-veiledning'],
  ])('may as well be misspelt: %s finds %s', (text, id) => {
    expect(ids(text).slice(0, 5)).toContain(id);
  });
});

it('finds the office of an international body for a country in any language of the country’s name', () => {
  expect(ids('mom łotwa').slice(0, 5)).toContain('eu-iom-riga');
});

describe('a hit', () => {
  it.each([
    ['28612120', 'lv-patverums-drosa-maja', '37128612120', [3, 11]],
    ['612 12', 'lv-patverums-drosa-maja', '37128612120', [5, 10]],
    ['00371 2861', 'lv-patverums-drosa-maja', '37128612120', [0, 7]],
    ['+371 0 28612120', 'lv-patverums-drosa-maja', '37128612120', [0, 11]],
  ])('says which number holds %s', (text, id, number, range) => {
    const hit = search.search(text).hits.find((one) => one.id === id);
    expect(hit?.matches[0]).toEqual({ field: 'number', text: number, ranges: [range] });
  });

  it('marks no small word of a sentence in a name', () => {
    const marked = (query: string) =>
      search
        .search(query)
        .hits.flatMap(({ matches }) => matches)
        .flatMap(({ text, ranges }) => ranges.map(([start, end]) => text.slice(start, end).toLowerCase()));
    expect(marked('centre against violence in Riga')).not.toContain('in');
    expect(marked('in')).toContain('in');
  });

  it('shows what matched in the original spelling', () => {
    const match = search.search('drosha maya').hits[0]?.matches.find(({ language }) => language === 'lv');
    expect(match?.ranges.map(([start, end]) => match.text.slice(start, end))).toEqual(['Drošā', 'māja']);
  });

  it('is a responder before it is anything else', () => {
    const types = search.search('latvia', { limit: 50 }).hits.map(({ type }) => type);
    expect(types).toEqual([...types].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    expect(new Set(types)).toEqual(new Set(ORDER));
  });
  const ORDER = ['responder', 'country', 'point', 'legal'];
});

describe('nothing that fits', () => {
  it('gives the nearest thing and the first contacts of the country that was meant', () => {
    const { hits, nearest } = search.search('blorptangle latvija');
    expect(nearest).toBe(true);
    expect(hits.map(({ id }) => id)).toContain('lv-patverums-drosa-maja');
  });

  it('gives the first contacts of the chosen country when there is not even a nearest thing', () => {
    const { hits, nearest } = search.search('qqqxxxzzz', { country: 'pl' });
    expect(nearest).toBe(true);
    expect(hits.map(({ id }) => id)).toEqual(['pl-kcik', 'pl-la-strada']);
  });

  it('gives those of every country when none is chosen', () => {
    expect(new Set(search.search('qqqxxxzzz').hits.map(({ country }) => country)).size).toBeGreaterThan(10);
  });

  it.each(['zzzz', 'aaaaaaa', 'сссс'])('says so of a key held down: %s', (text) => {
    expect(search.search(text).nearest).toBe(true);
  });

  it.each(['', '   ', '!?', '👍', '\u0000'])('and nothing for nothing: %j', (text) => {
    expect(search.search(text)).toMatchObject({ hits: [], understood: [], rest: '', nearest: false });
  });
});

const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'^$.*+?()[]{}|\\/-"\'0123456789@ aри'), maxLength: 80 }),
  fc
    .array(fc.constantFrom('shelter', 'рига', 'ж', '112', '+', 'مأوى', 'מקלט', '\u202e', '\ud800'), { maxLength: 60 })
    .map((some) => some.join(' ')),
);

describe('any text', () => {
  it('is answered', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const { hits } = search.search(text);
        expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
        for (const { matches } of hits.slice(0, 5)) {
          for (const match of matches) {
            for (const [start, end] of match.ranges) expect(match.text.slice(start, end).length).toBe(end - start);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['letters', 'a'.repeat(10_000)],
    ['words', 'shelter riga '.repeat(1000)],
    ['digits', '1'.repeat(10_000)],
    ['digits with spaces', '1 '.repeat(5000)],
    ['at signs', '@.'.repeat(5000)],
    ['slashes', '0/'.repeat(5000)],
    ['emoji', '👩‍👩‍👧'.repeat(2000)],
  ])('of ten thousand %s is answered', (_, text) => {
    expect(search.search(text).hits.length).toBeLessThanOrEqual(80);
  });
});

describe('the order of the records', () => {
  /** The same directory with its countries and responders in another order. */
  function shuffled(seed: number): Directory {
    const by = (id: string) => [...id].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619), seed);
    const countries = new Map(
      [...directory.countries]
        .sort(([a], [b]) => by(a) - by(b))
        .map(([region, country]) => [
          region,
          { ...country, responders: [...country.responders].sort((a, b) => by(a.id) - by(b.id)) },
        ]),
    );
    return { ...directory, countries, responders: [...countries.values()].flatMap(({ responders }) => responders) };
  }

  it('changes nothing', () => {
    const other = createSearch(shuffled(7), today, undefined, tables);
    for (const { query } of labelledQueries(directory)) {
      expect(
        other.search(query).hits.map(({ id }) => id),
        query,
      ).toEqual(ids(query));
    }
  });
});

describe('a name being typed', () => {
  it('is not lost by one more letter', () => {
    const names = directory.responders.flatMap(({ id, name }) => Object.values(name).map((text) => ({ id, text })));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.integer({ min: 1, max: 50 }), ({ id, text }, length) => {
        const all = { limit: 1000 };
        const letters = [...text];
        fc.pre(length < letters.length);
        if (!ids(letters.slice(0, length).join(''), all).includes(id)) return;
        expect(ids(letters.slice(0, length + 1).join(''), all)).toContain(id);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the labelled queries', () => {
  const queries = labelledQueries(directory);

  it('are many, drawn over all categories, languages and countries, and each has an answer in the data', () => {
    expect(queries.length).toBeGreaterThanOrEqual(400);
    expect(new Set(queries.map(({ category }) => category))).toEqual(new Set(CATEGORIES));
    expect(new Set(queries.map(({ language }) => language)).size).toBe(15);
    expect(new Set(queries.flatMap(({ right }) => [...right].map((id) => id.slice(0, 2)))).size).toBe(15);
    for (const set of ['words', 'sentences']) {
      expect(new Set(queries.filter((query) => query.set === set).map(({ language }) => language)).size).toBe(15);
    }
    expect(queries.filter(({ right }) => right.size === 0)).toEqual([]);
    const known = new Set([
      ...directory.responders.map(({ id }) => id),
      ...[...directory.countries].flatMap(([code, { legal }]) => [
        code,
        ...Object.keys(legal).map((key) => `${code}.${key}`),
      ]),
    ]);
    expect(queries.flatMap(({ right }) => [...right].filter((id) => !known.has(id)))).toEqual([]);
  });

  it('are set aside for the test by their letters alone', () => {
    for (const { query, split } of queries) {
      let hash = 0x811c9dc5;
      for (const byte of new TextEncoder().encode(query)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
      expect(split, query).toBe(hash % 3 === 0 ? 'test' : 'dev');
    }
  });

  it.each([
    ['words', 0.98],
    ['sentences', 0.95],
  ])('find a right one among the first five, of %s %d of those that may be looked at', (wanted, least) => {
    const dev = queries.filter(({ set, split }) => set === wanted && split === 'dev');
    const missed = dev.filter(({ query, country, right }) => {
      const group = groupOf([...right][0] ?? '');
      return !ids(query, { country })
        .filter((id) => groupOf(id) === group)
        .slice(0, 5)
        .some((id) => right.has(id));
    });
    expect(1 - missed.length / dev.length, missed.map(({ query }) => query).join('; ')).toBeGreaterThanOrEqual(least);
  });

  function groupOf(id: string): string {
    return id.length === 2 ? 'country' : id.includes('.') ? 'legal' : /-m[1-7]-\d+$/.test(id) ? 'point' : 'responder';
  }
});

describe('a number of an earlier edition', () => {
  const norway = countryOf(directory, 'no');
  const [responder] = norway.responders.filter(({ channels }) => channels[0]?.tel?.startsWith('+47'));
  const { id = '', channels = [] } = responder ?? {};
  const change = { what: 'contact', responder: id, type: 'phone', was: '+47 99 00 11 22', value: channels[0]?.value };
  const told = [{ edition: 2, date: '2026-11-20', changes: [change] }];
  const changed = {
    ...directory,
    countries: new Map(directory.countries).set('no', { ...norway, changes: told } as never),
  };
  const other = createSearch(changed, today, undefined, tables);
  const byNumber = (found: typeof search, typed: string) =>
    found.search(typed).hits.flatMap((hit) => (hit.matches.some(({ field }) => field === 'number') ? hit.id : []));
  it.each(['99001122', '+47 99 00 11 22', '0047 990 01 122'])('%s leads to who had it', (typed) => {
    expect(byNumber(search, typed)).toEqual([]);
    expect(byNumber(other, typed)).toEqual([id]);
  });

  it('leads to nobody but who has it now', () => {
    const owner = norway.responders.find(
      ({ channels: [first] }) => first?.tel?.startsWith('+47') && first.tel !== channels[0]?.tel,
    );
    const number = owner?.channels[0]?.tel ?? '';
    const moved = {
      ...directory,
      countries: new Map(directory.countries).set('no', {
        ...norway,
        changes: [{ edition: 2, date: '2026-11-20', changes: [{ ...change, was: number }] }],
      } as never),
    };
    const found = byNumber(createSearch(moved, today, undefined, tables), number);
    expect(found).toContain(owner?.id);
    expect(found).toEqual(byNumber(search, number));
  });
});
