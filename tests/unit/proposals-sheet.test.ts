import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataOf } from '../../scripts/data/read.ts';
import { applyProposals } from '../../scripts/proposals/apply.ts';
import { csvOf, rowsOf } from '../../scripts/proposals/csv.ts';
import { freshness, freshnessTable, oldestLines } from '../../scripts/proposals/freshness.ts';
import { readProposals } from '../../scripts/proposals/read.ts';
import { COLUMNS, proposalsOfSheet, sheetCsv, sheetPage } from '../../scripts/proposals/sheet.ts';
import { exampleNumber, filesOf, TODAY, validFolder } from '../fixtures/data/valid.ts';

const PHONE = exampleNumber('lv');
const latvia = (folder = validFolder()) => {
  const entry = dataOf(filesOf(folder)).regions.find(({ region }) => region === 'lv');
  if (!entry) throw new Error('no lv');
  return entry;
};

describe('CSV for spreadsheets', () => {
  it.each<[string, string]>([
    ['a number with its plus', '+37126123456'],
    ['a number with two zeros', '0037126123456'],
    ['a short number', '116006'],
    ['hours that look like a date', '24/7'],
    ['a formula', '=HYPERLINK("https://evil.example","x")'],
    ['a formula with a sign', '-2+3+cmd|calc'],
    ['a formula with @', '@SUM(A1)'],
    ['a formula in full width', '＝1+1'],
    ['a formula behind a tab', '\t=1+1'],
    ['a formula behind a blank', ' =1+1'],
    ['an apostrophe', "'tis"],
    ['quotes and semicolons', 'a "b"; c'],
    ['two lines', 'a\r\nb'],
    ['letters', 'Patvērums „Drošā māja“'],
  ])('%s comes back as it was', (_name, text) => {
    const csv = csvOf([
      ['head', 'other'],
      [text, 'x'],
    ]);
    expect(rowsOf(csv)[1]).toEqual([text, 'x']);
  });

  it('no cell begins as a formula or as a number, whatever stands in it, and all of it comes back', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('=', '+', '-', '@', '\t', '0', '1').chain((char) => fc.string().map((rest) => char + rest)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell)), (rows) => {
        const csv = csvOf([['a', 'b', 'c'], ...rows]);
        expect(rowsOf(csv).slice(1)).toEqual(rows.filter((row) => row.some((one) => one !== '')));
        for (const row of rows) {
          for (const text of row) {
            if (text === '') continue;
            const written = csvOf([[text]])
              .slice(1)
              .replace(/^"/, '');
            expect(written).toMatch(/^[^\s=+\-@\d＝＋－＠]/);
          }
        }
      }),
    );
  });

  it.each([';', ',', '\t'])('is read when a spreadsheet has saved it with %j', (separator) => {
    const text = ['a', 'b', '"c; d, e"'].join(separator);
    expect(rowsOf(`\uFEFF${text}\n1${separator}2${separator}3\n`)).toEqual([
      ['a', 'b', 'c; d, e'],
      ['1', '2', '3'],
    ]);
  });
});

/** The sheet of the fixture with some cells of one row filled in. */
function filledIn(key: string, cells: Partial<Record<keyof typeof COLUMNS, string>>): string {
  const rows = rowsOf(sheetCsv(latvia(), validFolder().taxonomy, TODAY));
  const names = Object.keys(COLUMNS);
  const row = rows.find(([first]) => first === key);
  if (!row) throw new Error(`no row ${key}`);
  for (const [name, text] of Object.entries(cells)) row[names.indexOf(name)] = text;
  return csvOf(rows);
}

describe('the review sheet', () => {
  const key = `lv-line phone ${PHONE}`;
  const who = { office: 'Centre', day: '03.11.2026' };

  it('has a row for every way in, and proposes nothing while nobody has filled it in', () => {
    const csv = sheetCsv(latvia(), validFolder().taxonomy, TODAY);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(rowsOf(csv).map(([first]) => first)).toEqual([
      COLUMNS.key,
      key,
      'lv-line phone 116006',
      'lv-line email info@example.org',
      'lv-line web https://example.org',
      `lv-shelter phone ${PHONE}`,
    ]);
    expect(proposalsOfSheet(csv)).toEqual({ proposals: [], refused: [] });
  });

  it.each<[string, Partial<Record<keyof typeof COLUMNS, string>>, unknown[]]>([
    [
      'yes',
      { right: 'yes', ...who },
      [{ kind: 'check', check: { by: 'Centre', day: '2026-11-03', how: 'rang', outcome: 'right' } }],
    ],
    ['jā', { right: 'Jā', ...who }, [{ kind: 'check', check: { outcome: 'right' } }]],
    ['nobody answered', { right: 'no answer', ...who }, [{ kind: 'check', check: { outcome: 'no-answer' } }]],
    ['no', { right: 'no', ...who }, [{ kind: 'check', check: { outcome: 'wrong' } }]],
    [
      'another number, with blanks',
      { right: 'no', newValue: '+371 67 000 000', ...who },
      [{ kind: 'change', field: 'value', old: PHONE, new: '+37167000000' }],
    ],
    [
      'another number, its plus lost',
      { right: 'no', newValue: '37167000000', ...who },
      [{ kind: 'change', new: '+37167000000' }],
    ],
    ['another number, with 00', { newValue: '0037167000000', ...who }, [{ kind: 'change', new: '+37167000000' }]],
    [
      'another number, as it is dialled there',
      { newValue: '67 000 000', ...who },
      [{ kind: 'change', new: '+37167000000' }],
    ],
    ['a short number', { newValue: '116 123', ...who }, [{ kind: 'change', new: '116123' }]],
    [
      'other hours',
      { right: 'yes', newHours: 'Mo-Fr 09:00-17:00', ...who },
      [{ kind: 'check' }, { kind: 'change', field: 'hours', new: 'Mo-Fr 09:00-17:00' }],
    ],
    [
      'no, and other hours alone: the hours are what is not right, and nothing is said of the number',
      { right: 'no', newHours: 'Mo-Fr 09:00-18:00', ...who },
      [{ kind: 'change', field: 'hours', new: 'Mo-Fr 09:00-18:00' }],
    ],
    [
      'hours as people write them',
      { right: 'yes', newHours: 'mo \u2013 fr 9.00 \u2013 17.30, Sa 10.00-12.00', ...who },
      [{ kind: 'check' }, { kind: 'change', field: 'hours', new: 'Mo-Fr 9:00-17:30, Sa 10:00-12:00' }],
    ],
    [
      'nē, its mark a letter of its own',
      { right: 'ne\u0304', ...who },
      [{ kind: 'check', check: { outcome: 'wrong' } }],
    ],
  ])('filled in: %s', (_name, cells, expected) => {
    const { proposals, refused } = proposalsOfSheet(filledIn(key, cells));
    expect(refused).toEqual([]);
    expect(proposals.map(({ row }) => row)).toEqual(expected.map(() => 2));
    expect(proposals.map(({ proposal }) => proposal)).toMatchObject(expected);
  });

  it.each<[string, Partial<Record<keyof typeof COLUMNS, string>>, RegExp]>([
    ['no office', { right: 'yes', day: '2026-11-03' }, /which office/],
    ['no day', { right: 'yes', office: 'Centre' }, /which day/],
    ['neither yes nor no', { right: 'perhaps', ...who }, /neither yes, no/],
    ['right, with another number', { right: 'yes', newValue: '67000000', ...who }, /does not say/],
    ['a number that a spreadsheet has shortened', { newValue: '3.71679E+10', ...who }, /spreadsheet/],
    ['two numbers', { newValue: '67000000, 67000001', ...who }, /one number/],
    ['a number with an extension', { newValue: '67000000 ext. 12', ...who }, /one number/],
    ['an office with a number in it', { right: 'yes', ...who, office: 'Anna, 29123456' }, /office alone/],
    ['an office that is a mailbox', { right: 'yes', ...who, office: 'anna@centre.lv' }, /office alone/],
    ['no number', { newValue: 'ask Anna', ...who }, /can exist/],
    ['only a remark', { remark: 'Call after nine', ...who }, /Call after nine/],
    ['another key', { key: 'x', right: 'yes', ...who }, /key/],
  ])('refused by row: %s', (_name, cells, reason) => {
    const { proposals, refused } = proposalsOfSheet(filledIn(key, cells));
    expect(proposals).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatch(reason);
  });

  it.each<[string, Partial<Record<keyof typeof COLUMNS, string>>, unknown]>([
    ['what nobody sees in a cell', { right: 'yes\u200b', day: '2026-11-03', office: 'Cen\u00adtre' }, { by: 'Centre' }],
    ['blanks that do not break', { right: 'no\u00a0answer', ...who }, { outcome: 'no-answer' }],
    ['a full stop', { right: 'Yes.', ...who }, { outcome: 'right' }],
    ['a plus that was lost in the number of the sheet', { value: PHONE.slice(1), right: 'yes', ...who }, {}],
    [
      'a number of the sheet that a spreadsheet has shortened',
      { value: Number(PHONE).toExponential(5).replace('.', ','), right: 'yes', ...who },
      {},
    ],
    ['a day with a midnight', { right: 'yes', ...who, day: '03.11.2026 00:00:00' }, { day: '2026-11-03' }],
    ['a day with blanks', { right: 'yes', ...who, day: '3. 11. 2026.' }, { day: '2026-11-03' }],
    ['a day that begins with the year', { right: 'yes', ...who, day: '2026.11.3' }, { day: '2026-11-03' }],
    ['a day after the twelfth between slashes', { right: 'yes', ...who, day: '21/10/2026' }, { day: '2026-10-21' }],
  ])('is read with %s', (_name, cells, check) => {
    const { proposals, refused } = proposalsOfSheet(filledIn(key, cells));
    expect(refused).toEqual([]);
    expect(proposals.map(({ proposal }) => proposal)).toMatchObject([{ kind: 'check', check }]);
  });

  it.each<[string, Partial<Record<keyof typeof COLUMNS, string>>, RegExp]>([
    ['a number written over the one that was there', { value: '+371 67 000 000' }, /A new one belongs into/],
    ['that too, with a yes', { value: '+371 67 000 000', right: 'yes', ...who }, /A new one belongs into/],
    ['too little left of a number', { value: '3,7E+10', right: 'yes', ...who }, /A new one belongs into/],
    ['a day that may be another', { right: 'yes', ...who, day: '5/6/2026' }, /day or with the month.* 2026-11-30/],
    ['a month before its day', { right: 'yes', ...who, day: '11/20/2026' }, /Write .*2026-11-30/],
    ['a count of days', { right: 'yes', ...who, day: '46346' }, /"46346" is no day.* 2026-11-30/],
    ['tried in other words', { right: 'yes', ...who, how: 'zvanīju' }, /none of rang, wrote and visited/],
    [
      'hours in local words',
      { right: 'yes', ...who, newHours: 'P-Pk 9-17' },
      /"P-Pk 9-17" cannot be read.*Mo-Fr 09:00/,
    ],
    ['hours that a spreadsheet took for a day', { right: 'yes', ...who, newHours: '24.jūl' }, /cannot be read/],
    ['hours without a day', { right: 'yes', ...who, newHours: '09:00-17:00' }, /no day is named/],
    ['a number as a quantity', { newValue: '37167000000,00', ...who }, /spreadsheet/],
    ['an office in letters that look alike', { right: 'yes', ...who, office: 'Сentre' }, /two alphabets/],
  ])('says what happened and what to do, and takes nothing of a row with %s', (_name, cells, reason) => {
    const { proposals, refused } = proposalsOfSheet(filledIn(key, cells));
    expect(proposals).toEqual([]);
    expect(refused.map(({ row }) => row)).toEqual([2]);
    expect(refused[0]?.reason).toMatch(reason);
    expect(refused[0]?.reason).toContain('Nothing of it was taken');
  });

  describe('as people leave it', () => {
    const answered = () => rowsOf(filledIn(key, { right: 'yes', ...who }));
    const read = (rows: readonly (readonly string[])[]) => {
      const { proposals, refused } = proposalsOfSheet(csvOf(rows));
      return { rows: proposals.map(({ row }) => row), reasons: refused.map(({ row, reason }) => `${row}: ${reason}`) };
    };
    const taken = { rows: [2], reasons: [] };

    it('with a title above it, or rows left empty, is read, and rows are called by the number beside them', () => {
      const [head = [], ...rest] = answered();
      expect(read([['Latvia'], [], head, ...rest])).toEqual({ rows: [4], reasons: [] });
    });

    it('with its columns in another order, and titles written otherwise, is read', () => {
      expect(read(answered().map((cells) => cells.toReversed()))).toEqual(taken);
      const [head = [], ...rest] = answered();
      expect(read([head.map((cell) => ` ${cell.toUpperCase().replaceAll(' ', '\u00a0')} `), ...rest])).toEqual(taken);
    });

    it('with rows moved and taken out, is read', () => {
      const [head = [], first = [], ...rest] = answered();
      expect(read([head, ...rest.slice(2), first])).toEqual({ rows: [rest.length], reasons: [] });
    });

    it('sorted by its key alone, takes no answer to another number', () => {
      const [head = [], ...rest] = answered();
      const keys = rest.map(([first = '']) => first).reverse();
      const { rows, reasons } = read([head, ...rest.map((cells, i) => [keys[i] ?? '', ...cells.slice(1)])]);
      expect(rows).toEqual([]);
      expect(reasons[0]).toContain('sorted by one column alone');
    });

    it('with a row of another country, takes nothing of that row', () => {
      const [head = [], first = [], ...rest] = answered();
      const foreign = ['ee-line phone 112', ...first.slice(1, 3), '112', ...first.slice(4)];
      expect(read([head, first, ...rest, foreign])).toEqual({
        rows: [2],
        reasons: [expect.stringMatching(/another country than the sheet \(lv\)/)],
      });
    });

    it('with one column twice is not guessed at; with one more it says that nobody reads it', () => {
      const more = (name: string) => answered().map((cells, i) => [...cells, i === 0 ? name : '']);
      expect(read(more(COLUMNS.newValue))).toEqual({ rows: [], reasons: [expect.stringContaining('2 times')] });
      expect(read(more('Piezīmes'))).toEqual({ rows: [2], reasons: [expect.stringContaining('was not read')] });
    });

    it('with a number beside its last column, takes nothing of that row', () => {
      const [head = [], first = [], ...rest] = answered();
      expect(read([head, [...first, '67000000'], ...rest])).toEqual({
        rows: [],
        reasons: [expect.stringContaining('"67000000"')],
      });
    });

    it('with two answers of one office on one day, changes nothing', () => {
      const rows = answered();
      const other = (rows[1] ?? []).with(Object.keys(COLUMNS).indexOf('right'), 'no');
      const { entries } = readProposals('lv.csv', new TextEncoder().encode(csvOf([...rows, other])));
      const result = applyProposals(filesOf(validFolder()), entries, TODAY);
      expect(result.applied).toEqual([]);
      expect(result.refused.map(({ reason }) => reason)).toEqual(Array(2).fill(expect.stringContaining('otherwise')));
    });
  });

  it('goes back in like any file of proposals', () => {
    const csv = filledIn(key, { right: 'no', newValue: '67000000', ...who });
    const { entries, refused } = readProposals('lv.csv', new TextEncoder().encode(csv));
    expect(refused).toEqual([]);
    const result = applyProposals(filesOf(validFolder()), entries, TODAY);
    expect(result.refused).toEqual([]);
    expect(JSON.stringify(result.changed.get('countries/lv/responders.json'))).toContain('+37167000000');
    expect(result.errors).toEqual([]);
  });

  it.each<[string, (sheet: string) => Uint8Array]>([
    ['as Unicode text', (sheet) => Buffer.from(`\uFEFF${sheet.slice(1).replaceAll(';', '\t')}`, 'utf16le')],
    ['with lines of another system', (sheet) => Buffer.from(sheet.replaceAll('\r\n', '\n'))],
    ['with commas, without the mark', (sheet) => Buffer.from(sheet.slice(1).replaceAll(';', ','))],
  ])('is read as a spreadsheet saves it: %s', (_, saved) => {
    const sheet = filledIn(key, { right: 'yes', ...who, office: 'Sabiedrības fonds' });
    const { entries, refused } = readProposals('lv.csv', saved(sheet));
    expect(refused).toEqual([]);
    expect(entries.map(({ proposal }) => proposal)).toMatchObject([
      { kind: 'check', check: { by: 'Sabiedrības fonds' } },
    ]);
  });

  it('in the letters of one country is refused with what to do', () => {
    const sheet = filledIn(key, { right: 'yes', ...who, office: 'Sabiedrības fonds' });
    const { refused } = readProposals('lv.csv', Buffer.from(sheet.replace('ī', '\u00ee'), 'latin1'));
    expect(refused.map(({ reason }) => reason)).toEqual([expect.stringMatching(/CSV UTF-8/)]);
  });

  it('that was torn says so, wherever its last row broke off, and takes nothing of that row', () => {
    const sheet = filledIn(key, { right: 'no', newValue: '67000000', ...who, remark: 'a "new" one; ask again' });
    const whole = sheet.split('\r\n').slice(0, 2).join('\r\n');
    expect(proposalsOfSheet(whole).proposals).toHaveLength(1);
    // Within the remark it shows only where the quotes are open; a remark changes nothing.
    const ends = [...Array(whole.lastIndexOf(';"a') + 1).keys(), whole.indexOf('one;')];
    for (const end of ends.slice(whole.indexOf(';no;') + 3)) {
      const { proposals, refused } = proposalsOfSheet(whole.slice(0, end));
      expect(proposals).toEqual([]);
      expect(refused.map(({ reason }) => reason)).toEqual([expect.stringMatching(/breaks off/)]);
    }
  });

  it('without a column is no sheet', () => {
    expect(proposalsOfSheet('a;b\r\nc;d').refused[0]?.reason).toContain(COLUMNS.key);
  });

  it('as a page runs nothing that stands in the data', () => {
    const folder = validFolder();
    const [line] = folder.regions.lv.responders.responders;
    if (line) line.name.en = '<script>alert(1)</script>';
    const page = sheetPage(latvia(folder), folder.taxonomy, TODAY);
    expect(page).not.toContain('<script>');
    expect(page).toContain(PHONE);
  });
});

describe('freshness', () => {
  it('counts every number once, by how sure it is and whether an office has tried it', () => {
    const folder = validFolder();
    const { lv } = folder.regions;
    const [line] = lv.responders.responders;
    lv.sources['lv-old'] = { url: 'https://old.example.com/', date: '2015' };
    line?.channels.push({ type: 'phone', value: '+37167000000', sources: ['lv-old'] });
    if (line?.channels[1])
      line.channels[1].checks = [{ by: 'Centre', day: '2026-10-01', how: 'rang', outcome: 'right' }];
    const counted = freshness([latvia(folder)], TODAY);
    expect(counted[0]?.numbers.map(({ value, confidence, checked }) => [value, confidence, checked])).toEqual([
      [PHONE, 'single', false],
      ['116006', 'confirmed', true],
      ['+37167000000', 'dated', false],
    ]);
    expect(freshnessTable(counted).split('\n')[1]?.trim().split(/\s+/)).toEqual(['lv', '2', '3', '1', '1', '1', '1']);
    expect(oldestLines(counted)[0]).toContain('2015');
  });
});
