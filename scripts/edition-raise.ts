/**
 * `npm run edition:raise [-- YYYY-MM-DD]`: begins the next edition. What was changed until now stays told as the change of the
 * edition that was made, and what is changed from now on is the change of the next.
 */
import { writeFileSync } from 'node:fs';
import { checkData, report } from './data/check.ts';
import { dataOf, HISTORY_FILE, readFiles } from './data/read.ts';
import { historyAfter } from './edition/changes.ts';

const day = process.argv[2] ?? new Date().toISOString().slice(0, 10);
const files = readFiles('data');
const errors = checkData(files, new Date()).filter(({ level }) => level === 'error');
if (errors.length > 0 || Number.isNaN(Date.parse(day)) || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
  console.error(errors.length > 0 ? report(errors, 'data') : `"${day}" is no day: YYYY-MM-DD.`);
  console.error('\nThe edition was not raised, and nothing was written.');
  process.exit(1);
}
const data = dataOf(files);
const history = historyAfter(data);
writeFileSync(`data/${HISTORY_FILE}`, `${JSON.stringify(history, undefined, 1)}\n`);
const next = { ...data.edition, edition: data.edition.edition + 1, date: day };
writeFileSync('data/edition.json', `${JSON.stringify(next)}\n`);
console.log(`Edition ${next.edition} of ${day} begins. Commit data/edition.json and data/${HISTORY_FILE}.`);
