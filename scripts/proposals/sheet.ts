/** The review sheet of a country: what a contact point gets once a year, fills in and sends back. */
import { channelConfidence, channelEvidence } from '../../src/directory/directory.ts';
import { type Channel, REGIONS, type Region, type Taxonomy } from '../../src/directory/schema.ts';
import { contactsOf, newestInWords } from '../data/contacts.ts';
import { hoursDefect } from '../data/hours.ts';
import type { RegionData } from '../data/read.ts';
import { sameValue } from './attempt.ts';
import { csvOf, isTorn, numberedRowsOf } from './csv.ts';
import { isSpreadsheetNumber, moreThanOne, numberOf } from './numbers.ts';

/** The columns, by what the sheet's first row calls them. Those from `right` on are filled in by the contact point. */
export const COLUMNS = {
  key: 'Key (leave as it is)',
  body: 'Body',
  purpose: 'For what',
  value: 'Number or address',
  hours: 'Hours',
  languages: 'Languages',
  sure: 'How sure',
  newest: 'Newest page or check',
  right: 'RIGHT? yes / no / no answer',
  newValue: 'If no: the right number or address',
  newHours: 'Right hours, if others (Mo-Fr 09:00-17:00)',
  how: 'Tried how? rang / wrote / visited',
  day: 'On which day? 2026-11-30',
  office: 'Your office (no names of persons)',
  remark: 'Remark',
} as const;
type Column = keyof typeof COLUMNS;

const HEAD = Object.values(COLUMNS);

/** One row a way to reach somebody, in the order of the file. */
export function sheetRows(entry: RegionData, taxonomy: Taxonomy, today: Date): Record<Column, string>[] {
  const country = contactsOf(entry);
  return entry.responders.flatMap((responder) =>
    responder.channels.map((channel) => ({
      key: keyOf(responder.id, channel),
      body: responder.name.en ?? responder.id,
      purpose: taxonomy.purposes[channel.purpose ?? '']?.label.en ?? channel.purpose ?? '',
      value: channel.value,
      hours: channel.hours ?? '',
      languages: channel.languages?.join(' ') ?? '',
      sure: { confirmed: 'confirmed', single: 'one source', dated: 'old: check' }[
        channelConfidence(country, channel, today)
      ],
      newest: newestInWords(channelEvidence(country, channel)) ?? 'no date',
      right: '',
      newValue: '',
      newHours: '',
      how: '',
      day: '',
      office: '',
      remark: '',
    })),
  );
}

/** Begins with a letter, so that no spreadsheet takes it for anything but text. */
const keyOf = (responder: string, { type, value }: Pick<Channel, 'type' | 'value'>) => `${responder} ${type} ${value}`;

export function sheetCsv(entry: RegionData, taxonomy: Taxonomy, today: Date): string {
  return csvOf([HEAD, ...sheetRows(entry, taxonomy, today).map((row) => Object.values(row))]);
}

/** The sheet as a page to print and fill in with a pen. */
export function sheetPage(entry: RegionData, taxonomy: Taxonomy, today: Date): string {
  const rows = sheetRows(entry, taxonomy, today);
  const shown: Column[] = ['purpose', 'value', 'hours', 'languages', 'newest', 'right', 'newValue', 'newHours', 'day'];
  const bodies = Map.groupBy ? Map.groupBy(rows, ({ body }) => body) : grouped(rows);
  const sections = [...bodies].map(
    ([body, ways]) =>
      `<tbody><tr><th colspan="${shown.length}">${escaped(body)}</th></tr>\n${ways
        .map((row) => `<tr>${shown.map((column) => `<td>${escaped(row[column])}</td>`).join('')}</tr>`)
        .join('\n')}</tbody>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Harbour: review sheet, ${entry.region}, ${today.toISOString().slice(0, 10)}</title>
<style>
@page { size: A4 landscape; margin: 12mm; }
body { font: 10pt/1.3 sans-serif; }
table { border-collapse: collapse; width: 100%; }
td, thead th { border: 1px solid #777; padding: 2pt 4pt; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tbody th { padding-block: 6pt 2pt; text-align: left; }
tr { break-inside: avoid; }
</style>
</head>
<body>
<h1>Review sheet: ${entry.region}</h1>
<p>Please ring each number, and write what you found. Your office: ______________________ (no names of persons, nothing about a case)</p>
<table>
<thead><tr>${shown.map((column) => `<th>${escaped(COLUMNS[column])}</th>`).join('')}</tr></thead>
${sections.join('\n')}
</table>
</body>
</html>
`;
}

function grouped<Row extends { body: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.body, [...(groups.get(row.body) ?? []), row]);
  return groups;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[char]};`);
}

export interface SheetReading {
  /** What the rows say, not yet checked, by the number that a spreadsheet shows beside each. */
  proposals: { row: number; proposal: unknown }[];
  refused: { row: number; reason: string }[];
}

/** What a filled-in sheet proposes: one check a row that was answered, and a change where something else is right. */
export function proposalsOfSheet(csv: string): SheetReading {
  const reading: SheetReading = { proposals: [], refused: [] };
  const all = numberedRowsOf(csv);
  const torn = isTorn(csv) ? all.at(-1) : undefined;
  // Above its head some write a title.
  const at = all.findIndex(({ cells }) => cells.some((cell) => title(cell) === title(COLUMNS.key)));
  const head = all[at];
  if (!head) {
    const what = `none of its rows has the title "${COLUMNS.key}"`;
    return { ...reading, refused: [{ row: 1, reason: `This is no review sheet as it was sent out: ${what}.` }] };
  }
  const titles = head.cells.map(title);
  const wrong = Object.values(COLUMNS).flatMap((name) => {
    const times = titles.filter((one) => one === title(name)).length;
    if (times === 1) return [];
    return times === 0 ? `The sheet has no column "${name}".` : `The column "${name}" is there ${times} times.`;
  });
  if (wrong.length > 0) return { ...reading, refused: [{ row: head.row, reason: `${wrong.join(' ')} ${NOTHING}` }] };
  const known = new Set(HEAD.map(title));
  for (const name of head.cells.map(plain).filter((cell) => cell !== '' && !known.has(title(cell))))
    reading.refused.push({
      row: head.row,
      reason: `"${name}" is no column of the sheet: what stands in it was not read.`,
    });
  const rows = all.slice(at + 1).map(({ row, cells }) => ({
    row,
    cells,
    of: (column: Column) => plain(cells[titles.indexOf(title(COLUMNS[column]))] ?? ''),
    beside: cells.map(plain).filter((cell, i) => cell !== '' && !titles[i]),
  }));
  const ofOthers = rows.filter(({ of }) => {
    const key = keyParts(of('key'));
    const isFor = (other: string) => key && isSame({ ...key, value: other }, of('value'), key.region);
    return key && !isFor(key.value) && rows.some((other) => isFor(keyParts(other.of('key'))?.value ?? ''));
  });
  // One may have been written over with a number that is known; in a sheet that lost its order no row is to be trusted.
  if (ofOthers.length > 1) {
    const which = ofOthers.map(({ row }) => row).join(', ');
    const reason = `Rows ${which} show what belongs to the keys of others: the sheet was sorted by one column alone. ${NOTHING} Ask for it again as it was before.`;
    return { ...reading, refused: [...reading.refused, { row: head.row, reason }] };
  }
  const share = (region: Region) => rows.filter(({ of }) => keyParts(of('key'))?.region === region).length;
  const country = REGIONS.reduce((most, region) => (share(region) > share(most) ? region : most));
  for (const { row, cells, of, beside } of rows) {
    try {
      if (cells === torn?.cells && isFilled(of))
        refuse('The row breaks off: the file was torn on its way. Ask for it again.');
      if (beside.length > 0) refuse(`In a column without a title stands "${beside.join('", "')}". ${NOTHING}`);
      for (const proposal of rowProposals(of, country)) reading.proposals.push({ row, proposal });
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      reading.refused.push({ row, reason: error.message });
    }
  }
  return reading;
}

/** A cell as one reads it: what nobody sees is left out, and some systems write ē as two letters. */
const plain = (cell: string) =>
  cell
    .replace(/[\u00ad\p{Cf}]/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .normalize('NFC')
    .trim();

const title = (cell: string) => plain(cell).replace(/\s+/g, ' ').toLowerCase();

/** Whose way in a row is about, and which. */
function keyParts(key: string) {
  const [, responder, type, value] = /^([a-z]{2}-[a-z0-9-]+) ([a-z]+) (.+)$/.exec(key) ?? [];
  const region = REGIONS.find((one) => key.startsWith(`${one}-`));
  return responder && type && value && region ? { responder, type, value, region } : undefined;
}

const NOTHING = 'Nothing of it was taken.';

class RowRefused extends Error {}
const refuse = (reason: string): never => {
  throw new RowRefused(reason);
};

const YES = ['yes', 'y', 'right', 'ok', 'x', 'jā', 'ja', 'jah', 'taip', 'да', 'так'];
const NO = ['no', 'n', 'wrong', 'nē', 'nei', 'nein', 'ne', 'нет', 'ні', 'не', 'nie', 'nu', 'nej'];
const SILENT = ['no answer', 'no-answer', 'nobody answered'];

const isFilled = (of: (column: Column) => string) =>
  (['right', 'newValue', 'newHours', 'remark'] as const).some((column) => of(column) !== '');

function rowProposals(of: (column: Column) => string, country: Region): unknown[] {
  const key = keyParts(of('key'));
  if (!key)
    return isFilled(of)
      ? refuse(
          `"${of('key')}" in the first column is no key of the sheet, so that nobody knows what the row is about. ${NOTHING} Copy the key from the sheet as it was sent out; what is not in it comes as a proposal from the app.`,
        )
      : [];
  const { responder, type, value, region } = key;
  const channel = { type, value };
  // Written over what was there: else the answer would go to the one before.
  if (!isSame(channel, of('value'), region))
    refuse(
      `The key says ${value}, the column "${COLUMNS.value}" says "${of('value')}". ${NOTHING} A new one belongs into "${COLUMNS.newValue}", and the old one back into its place.`,
    );
  if (!isFilled(of)) return [];
  if (region !== country)
    refuse(`This row is of another country than the sheet (${country}). ${NOTHING} Send it in a sheet of its own.`);
  const said = of('right')
    .toLowerCase()
    .replace(/[\s.!]+$/, '')
    .replace(/\s+/g, ' ');
  if (said === '' && of('newValue') === '' && of('newHours') === '')
    refuse(`Only a remark, for a curator to read: ${of('remark')}`);
  const outcome =
    YES.includes(said) || (said === '' && of('newValue') === '')
      ? 'right'
      : SILENT.includes(said)
        ? 'no-answer'
        : 'wrong';
  if (outcome === 'wrong' && said !== '' && !NO.includes(said))
    refuse(`"${of('right')}" is neither yes, no nor no answer. ${NOTHING}`);
  if (outcome !== 'wrong' && of('newValue') !== '')
    refuse(`It gives a right number, but does not say that this one is wrong. ${NOTHING}`);
  const how = of('how').toLowerCase().replace(/\.$/, '') || (type === 'phone' || type === 'sms' ? 'rang' : 'wrote');
  if (!['rang', 'wrote', 'visited'].includes(how))
    refuse(`"${of('how')}" is none of rang, wrote and visited. ${NOTHING}`);
  const source = { how, by: officeOf(of('office')), day: dayOf(of('day')) };
  const note = of('remark') === '' ? {} : { note: of('remark') };
  const proposals: unknown[] = [];
  if (of('newValue') !== '') {
    const next = newValue(type, of('newValue'), region);
    proposals.push({ kind: 'change', responder, channel, field: 'value', old: value, new: next, source, ...note });
  } else if (outcome !== 'wrong' || of('newHours') === '') {
    // No, and other hours: it is the hours that are not right, for those of a dead number nobody knows.
    proposals.push({ kind: 'check', responder, channel, check: { ...source, outcome }, ...note });
  }
  if (of('newHours') !== '') {
    const right = of('newValue') === '' ? channel : { type, value: newValue(type, of('newValue'), region) };
    proposals.push({
      kind: 'change',
      responder,
      channel: right,
      field: 'hours',
      new: hoursOf(of('newHours'), region),
      source,
      ...note,
    });
  }
  return proposals;
}

/** Published with what it tried: a person's own number or mailbox is none of it. */
function officeOf(text: string): string {
  if (/@|\d[\d\s-]{4,}\d/.test(text))
    refuse(`"${text}" has a number or a mailbox in it. ${NOTHING} Name the office alone.`);
  if (
    /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u.test(
      text,
    )
  )
    refuse(`A word of "${text}" mixes letters of two alphabets, and would count as another office. ${NOTHING}`);
  return text || refuse(`It does not say which office tried it. ${NOTHING}`);
}

/** Hours as people type them: long dashes, blanks around them, points in a time, small letters for days. */
function hoursOf(text: string, region: Region): string {
  const hours = text
    .replace(/\s*[-\u2010-\u2015]\s*/g, '-')
    .replace(/\b(\d{1,2})\.(\d{2})\b/g, '$1:$2')
    .replace(/\b(mo|tu|we|th|fr|sa|su|ph)\b/gi, (day) =>
      day.toLowerCase() === 'ph' ? 'PH' : `${day.charAt(0).toUpperCase()}${day.charAt(1).toLowerCase()}`,
    );
  const defect = hoursDefect(hours, region);
  if (defect !== undefined && !defect.startsWith('does not parse')) refuse(`The hours "${text}": ${defect} ${NOTHING}`);
  if (defect !== undefined)
    refuse(
      `The hours "${text}" cannot be read. ${NOTHING} Days are written Mo Tu We Th Fr Sa Su and PH for holidays, times 09:00-17:00: "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-14:00; PH off", round the clock "24/7".`,
    );
  return hours;
}

/** A day as people write it: 2026-11-30, 30.11.2026, 30/11/2026, also with the midnight that a spreadsheet puts behind it. */
function dayOf(text: string): string {
  const [date = ''] = /^[^:]*?(?=(?:[ T]0?0:00(?::00)?)?$)/.exec(text) ?? [];
  const parts = date
    .replace(/\.$/, '')
    .split(/[./-]\s*/)
    .map((part) => part.trim());
  if (parts.length !== 3 || !parts.every((part) => /^\d{1,4}$/.test(part))) return noDay(text);
  const [year = '', month = '', day = ''] = parts[0]?.length === 4 ? parts : parts.toReversed();
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // Some put the month first between slashes.
  if (date.includes('/') && parts[0]?.length !== 4 && Number(day) <= 12 && day !== month)
    refuse(`"${text}" may begin with the day or with the month. ${NOTHING} Write it as 2026-11-30.`);
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(iso) ? iso : noDay(text);
}

const noDay = (text: string) =>
  refuse(
    text === ''
      ? `It does not say on which day it was tried. ${NOTHING}`
      : `"${text}" is no day. ${NOTHING} Write on which day it was tried: 2026-11-30.`,
  );

/** Whether the row still shows what its key says, whatever a spreadsheet has made of it. */
function isSame({ type, value }: { type: string; value: string }, shown: string, region: Region): boolean {
  if (sameValue(value, shown)) return true;
  if (type !== 'phone' && type !== 'sms') return false;
  return numberOf(shown, region) === value || isRounded(value, shown);
}

/** `3,71679E+10` of +37167898343: as many digits as are left agree, and enough are. */
function isRounded(value: string, shown: string): boolean {
  if (!isSpreadsheetNumber(shown)) return false;
  const quantity = shown.replace(/\s/g, '').replace(',', '.');
  const decimals = /\.(\d{4,})e/i.exec(quantity)?.[1]?.length;
  return Number(quantity) === (decimals === undefined ? Number(value) : Number(Number(value).toExponential(decimals)));
}

/** A way in as somebody wrote it: numbers as they are dialled, all else as it stands. */
function newValue(type: string, text: string, region: Region): string {
  if (type !== 'phone' && type !== 'sms') return text;
  if (isSpreadsheetNumber(text))
    refuse(`A spreadsheet has made "${text}" of the number. ${NOTHING} Write it with an apostrophe before it.`);
  if (moreThanOne(text))
    refuse(
      `"${text}" is more than one number. ${NOTHING} Write the one that is called first, and the rest into the remark.`,
    );
  return numberOf(text, region) ?? refuse(`"${text}" is no telephone number that can exist. ${NOTHING}`);
}
