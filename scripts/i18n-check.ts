/** `npm run i18n:check [-- LANGUAGE]`: says what is wrong in what the languages say, and how far each is; fails on an error. */
import { LANGUAGES } from '../src/i18n/languages.ts';
import { readData } from './data/read.ts';
import { checkLanguage, progressOf } from './i18n/check.ts';

const only = process.argv[2];
if (only && !(LANGUAGES as readonly string[]).includes(only)) {
  console.error(`${only} is none of ${LANGUAGES.join(', ')}.`);
  process.exit(1);
}
const data = readData('data');
const languages = only ? [only] : LANGUAGES.filter((language) => language !== 'en');
const defects = languages.flatMap((language) => checkLanguage(language, data));
for (const level of ['error', 'warning'] as const) {
  const some = defects.filter((defect) => defect.level === level);
  if (some.length === 0) continue;
  console.log(level === 'error' ? 'ERRORS: to be mended' : 'WARNINGS: worth a look');
  for (const { file, id, reason } of some) console.log(`  ${file}  ${id}  ${reason}`);
  console.log('');
}
const rows = languages.map((language) => progressOf(language, data));
console.log('language  messages  missing  texts  missing   words  out of date  reviewed');
for (const row of rows) {
  const cells = [
    row.messages,
    row.messagesMissing,
    row.texts,
    row.textsMissing,
    row.words,
    row.outOfDate,
    row.reviewed,
  ];
  const widths = [8, 7, 5, 7, 6, 11, 8];
  console.log(`${row.language.padEnd(8)}  ${cells.map((cell, i) => String(cell).padStart(widths[i] ?? 0)).join('  ')}`);
}
const errors = defects.filter(({ level }) => level === 'error').length;
console.log(`\n${errors} errors, ${defects.length - errors} warnings.`);
if (errors > 0) process.exitCode = 1;
