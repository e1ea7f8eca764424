/**
 * `npm run i18n:import -- FILE.po [--by "OFFICE" [--date YYYY-MM-DD]]`: takes back what a reviewer has changed. What is no
 * longer fuzzy counts as reviewed when the office is named. Where anything is wrong, nothing is written.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../src/i18n/languages.ts';
import { readData } from './data/read.ts';
import { catalogOf, writeEntries, writeReview } from './i18n/catalog.ts';
import { fromPo, type Import } from './i18n/po.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { by: { type: 'string' }, date: { type: 'string' } },
});
const file = positionals[0];
const date = values.date ?? new Date().toISOString().slice(0, 10);
if (!file || !/^\d{4}-\d\d-\d\d$/.test(date)) {
  console.error('npm run i18n:import -- FILE.po [--by "OFFICE" [--date YYYY-MM-DD]]');
  process.exit(1);
}
let language = '';
let result: Import;
const data = readData('data');
try {
  const po = readFileSync(file, 'utf8');
  language = /^"Language: ([a-z]{2})/m.exec(po)?.[1] ?? '';
  if (language === 'en' || !(LANGUAGES as readonly string[]).includes(language))
    throw new Error(`it says no language of ${LANGUAGES.filter((code) => code !== 'en').join(', ')}`);
  result = fromPo(language, catalogOf(language, data), po);
} catch (error) {
  console.error(`${file} cannot be read: ${error instanceof Error ? error.message : error}. Nothing was changed.`);
  process.exit(1);
}
if (result.defects.length > 0) {
  for (const { id, reason } of result.defects) console.error(`  ${id}  ${reason}`);
  console.error(`${result.defects.length} errors. Nothing was changed.`);
  process.exit(1);
}
writeEntries(language, catalogOf(language, data), result.said);
if (values.by && result.reviewed.length > 0) writeReview(language, values.by, date, result.reviewed);
console.log(
  `${language}: ${result.said.size} texts changed, ${result.fuzzy} stay drafts, ${result.empty} not translated, ` +
    (values.by
      ? `${result.reviewed.length} reviewed by ${values.by} on ${date}.`
      : 'none reviewed: no office was named (--by).'),
);
