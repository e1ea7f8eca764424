/**
 * `npm run edition:raise [-- YYYY-MM-DD [NUMBER]]`: makes the next edition of the data as they are. What was changed since the
 * edition before was made is told as its change. The number is one more, unless another key signs from now on: that may begin
 * anywhere.
 */
import { writeFileSync } from 'node:fs';
import { checkData, report } from './data/check.ts';
import { dataOf, HISTORY_FILE, readFiles } from './data/read.ts';
import { raised } from './edition/changes.ts';
import { formatted } from './proposals/form.ts';

const day = process.argv[2] ?? new Date().toISOString().slice(0, 10);
const asked = process.argv[3];
const files = readFiles('data');
const errors = checkData(files, new Date()).filter(({ level }) => level === 'error');
const wrong =
  errors.length > 0
    ? report(errors, 'data')
    : !/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))
      ? `"${day}" is no day: YYYY-MM-DD.`
      : asked !== undefined && !/^[1-9]\d{0,8}$/.test(asked)
        ? `"${asked}" is no number of an edition.`
        : undefined;
if (wrong !== undefined) {
  console.error(wrong);
  console.error('\nThe edition was not raised, and nothing was written.');
  process.exit(1);
}
const data = dataOf(files);
const number = asked === undefined ? data.edition.edition + 1 : Number(asked);
const { edition, history } = raised(data, number, day);
writeFileSync(`data/${HISTORY_FILE}`, formatted(history));
writeFileSync('data/edition.json', formatted(edition));
const changed = history.changes.find((entry) => entry.edition === number)?.regions ?? {};
console.log(
  `Edition ${number} of ${day} is made. What it changes: ${Object.keys(changed).join(', ') || 'nothing'}. Commit data/edition.json and data/${HISTORY_FILE}.`,
);
