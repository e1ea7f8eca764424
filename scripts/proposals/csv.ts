/**
 * CSV that spreadsheets leave as it is. What Excel or LibreOffice would run as a formula or take for a number stands behind an
 * apostrophe, which reading takes away again. Semicolons, because commas are decimal points in most of the region.
 */

/**
 * How a cell begins that a spreadsheet would run (`=`, `+`, `-`, `@`, also in full width, after blanks) or take for a number or
 * a date (`116006`, `24/7`), or that begins with an apostrophe itself.
 */
const NOT_PLAIN = /^[\s=+\-@＝＋－＠'\d]/;

/** Rows as a file, with a byte order mark, by which Excel knows that it is UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const plain = NOT_PLAIN.test(text) ? `'${text}` : text;
  return /[";,\t\r\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Reads what {@link csvOf} wrote, also after a spreadsheet has saved it with commas or tabs. */
export function rowsOf(csv: string): string[][] {
  return read(csv).rows;
}

/** The rows with the numbers that a spreadsheet shows beside them: empty ones, which nobody reads, count there too. */
export function numberedRowsOf(csv: string): { row: number; cells: string[] }[] {
  const { rows, numbers } = read(csv);
  return rows.map((cells, i) => ({ row: numbers[i] ?? 0, cells }));
}

/** Whether the file ends within its last row, of fewer cells than the first: somebody's mail or disk has torn it. */
export function isTorn(csv: string): boolean {
  const { rows, quoted } = read(csv);
  return quoted || (!/[\r\n]$/.test(csv) && (rows.at(-1)?.length ?? 0) < (rows[0]?.length ?? 0));
}

function read(csv: string): { rows: string[][]; numbers: number[]; quoted: boolean } {
  const text = csv.replace(/^\uFEFF/, '').replace(/^sep=(.)\r?\n/i, '');
  const head = /^(?:"(?:[^"]|"")*"|[^\r\n"])*/.exec(text)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
  const count = (char: string) => head.split(char).length;
  const separator = [';', '\t', ','].reduce((best, char) => (count(char) > count(best) ? char : best));
  const rows: string[][] = [];
  const numbers: number[] = [];
  let number = 0;
  let row: string[] = [];
  let value = '';
  let quoted = false;
  const endCell = () => {
    row.push(value.replace(/^'/, ''));
    value = '';
  };
  const endRow = () => {
    endCell();
    number += 1;
    if (row.some((one) => one !== '')) {
      rows.push(row);
      numbers.push(number);
    }
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (quoted) {
      if (char !== '"') value += char;
      else if (text[at + 1] === '"') {
        value += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && value === '') quoted = true;
    else if (char === separator) endCell();
    else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[at + 1] === '\n') at += 1;
      endRow();
    } else value += char;
  }
  if (value !== '' || row.length > 0) endRow();
  return { rows, numbers, quoted };
}
