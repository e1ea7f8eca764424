/** The review sheet of a country: what a contact point gets once a year, fills in and sends back. */
import { channelConfidence, channelEvidence } from '../../src/directory/directory.ts';
import type { Channel, Region, Taxonomy } from '../../src/directory/schema.ts';
import { contactsOf, newestInWords } from '../data/contacts.ts';
import type { RegionData } from '../data/read.ts';
import { csvOf, isTorn, rowsOf } from './csv.ts';
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
  /** What the rows say, not yet checked; row 1 is the head. */
  proposals: { row: number; proposal: unknown }[];
  refused: { row: number; reason: string }[];
}

/** What a filled-in sheet proposes: one check a row that was answered, and a change where something else is right. */
export function proposalsOfSheet(csv: string): SheetReading {
  const reading: SheetReading = { proposals: [], refused: [] };
  // Some systems write ē as two letters.
  const [head = [], ...rows] = rowsOf(csv.normalize('NFC'));
  const torn = isTorn(csv) ? rows.at(-1) : undefined;
  const columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, title]) => [name, head.findIndex((one) => one.trim() === title)]),
  ) as Record<Column, number>;
  const missing = Object.entries(columns).filter(([, at]) => at < 0);
  if (missing.length > 0) {
    const titles = missing.map(([name]) => `"${COLUMNS[name as Column]}"`).join(', ');
    return { proposals: [], refused: [{ row: 1, reason: `The sheet has no column ${titles}.` }] };
  }
  rows.forEach((cells, i) => {
    const row = i + 2;
    const of = (column: Column) => (cells[columns[column]] ?? '').trim();
    try {
      if (cells === torn && isFilled(of)) refuse('The row breaks off: the file was torn on its way. Ask for it again.');
      for (const proposal of rowProposals(of)) reading.proposals.push({ row, proposal });
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      reading.refused.push({ row, reason: error.message });
    }
  });
  return reading;
}

class RowRefused extends Error {}
const refuse = (reason: string): never => {
  throw new RowRefused(reason);
};

const YES = ['yes', 'y', 'right', 'ok', 'x', 'jā', 'ja', 'jah', 'taip', 'да', 'так'];
const NO = ['no', 'n', 'wrong', 'nē', 'nei', 'nein', 'ne', 'нет', 'ні', 'не', 'nie', 'nu', 'nej'];
const SILENT = ['no answer', 'no-answer', 'nobody answered'];

const isFilled = (of: (column: Column) => string) =>
  (['right', 'newValue', 'newHours', 'remark'] as const).some((column) => of(column) !== '');

function rowProposals(of: (column: Column) => string): unknown[] {
  if (!isFilled(of)) return [];
  const key =
    /^([a-z]{2}-[a-z0-9-]+) ([a-z]+) (.+)$/.exec(of('key')) ?? refuse('The key in the first column was changed.');
  const [, responder = '', type = '', value = ''] = key;
  const channel = { type, value };
  const said = of('right').toLowerCase();
  if (said === '' && of('newValue') === '' && of('newHours') === '')
    refuse(`Only a remark, for a curator to read: ${of('remark')}`);
  const outcome =
    YES.includes(said) || (said === '' && of('newValue') === '')
      ? 'right'
      : SILENT.includes(said)
        ? 'no-answer'
        : 'wrong';
  if (outcome === 'wrong' && said !== '' && !NO.includes(said))
    refuse(`"${of('right')}" is neither yes, no nor no answer.`);
  if (outcome !== 'wrong' && of('newValue') !== '')
    refuse('It gives a right number, but does not say that this one is wrong.');
  const how = of('how').toLowerCase() || (type === 'phone' || type === 'sms' ? 'rang' : 'wrote');
  const source = { how, by: officeOf(of('office')), day: dayOf(of('day')) };
  const note = of('remark') === '' ? {} : { note: of('remark') };
  const proposals: unknown[] = [];
  if (of('newValue') !== '') {
    const next = newValue(type, of('newValue'), responder.slice(0, 2) as Region);
    proposals.push({ kind: 'change', responder, channel, field: 'value', old: value, new: next, source, ...note });
  } else if (outcome !== 'wrong' || of('newHours') === '') {
    // No, and other hours: it is the hours that are not right, for those of a dead number nobody knows.
    proposals.push({ kind: 'check', responder, channel, check: { ...source, outcome }, ...note });
  }
  if (of('newHours') !== '') {
    const right =
      of('newValue') === ''
        ? channel
        : { type, value: newValue(type, of('newValue'), responder.slice(0, 2) as Region) };
    proposals.push({
      kind: 'change',
      responder,
      channel: right,
      field: 'hours',
      new: hoursOf(of('newHours')),
      source,
      ...note,
    });
  }
  return proposals;
}

/** Published with what it tried: a person's own number or mailbox is none of it. */
function officeOf(text: string): string {
  if (/@|\d[\d\s-]{4,}\d/.test(text)) refuse(`"${text}" has a number or a mailbox in it: name the office alone.`);
  return text || refuse('It does not say which office tried it.');
}

/** Hours as people type them: long dashes, blanks around them, points in a time, small letters for days. */
function hoursOf(text: string): string {
  return text
    .replace(/\s*[-\u2010-\u2015]\s*/g, '-')
    .replace(/\b(\d{1,2})\.(\d{2})\b/g, '$1:$2')
    .replace(/\b(mo|tu|we|th|fr|sa|su|ph)\b/gi, (day) =>
      day.toLowerCase() === 'ph' ? 'PH' : `${day.charAt(0).toUpperCase()}${day.charAt(1).toLowerCase()}`,
    );
}

/** A day as people write it: 2026-11-30, 30.11.2026, 30/11/2026. */
function dayOf(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?$/.exec(text) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return /^\d{4}-\d\d-\d\d$/.test(iso)
    ? iso
    : refuse(`It does not say on which day it was tried (2026-11-30), but "${text}".`);
}

/** A way in as somebody wrote it: numbers as they are dialled, all else as it stands. */
function newValue(type: string, text: string, region: Region): string {
  if (type !== 'phone' && type !== 'sms') return text;
  if (isSpreadsheetNumber(text))
    refuse(`A spreadsheet has made "${text}" of the number: write it with an apostrophe before it.`);
  if (moreThanOne(text))
    refuse(`"${text}" is more than one number: write the one that is called first, and the rest into the remark.`);
  return numberOf(text, region) ?? refuse(`"${text}" is no telephone number that can exist.`);
}
