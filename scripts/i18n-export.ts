/** `npm run i18n:export -- LANGUAGE [FILE]`: all that a language says as a PO file (`LANGUAGE.po`), for reviewers. */

import { writeFileSync } from 'node:fs';
import { LANGUAGES } from '../src/i18n/languages.ts';
import { readData } from './data/read.ts';
import { catalogOf } from './i18n/catalog.ts';
import { toPo } from './i18n/po.ts';
import { seenInCode } from './i18n/seen.ts';

const [language = '', file = `${language}.po`] = process.argv.slice(2);
if (language === 'en' || !(LANGUAGES as readonly string[]).includes(language)) {
  console.error(
    `npm run i18n:export -- LANGUAGE [FILE]\nLanguages: ${LANGUAGES.filter((code) => code !== 'en').join(', ')}`,
  );
  process.exit(1);
}
const entries = catalogOf(language, readData('data'));
writeFileSync(file, toPo(language, entries, seenInCode()));
const drafts = entries.filter(({ text, reviewed }) => Object.keys(text).length > 0 && !reviewed).length;
console.log(`${file}: ${entries.length} texts, ${drafts} of them drafts (fuzzy).`);
