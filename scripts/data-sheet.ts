/** `npm run data:sheet -- lv`: the review sheet of a country, as CSV to fill in and as a page to print. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { REGIONS } from '../src/directory/schema.ts';
import { readData } from './data/read.ts';
import { sheetCsv, sheetPage } from './proposals/sheet.ts';

const FOLDER = '.build/sheets';

const region = REGIONS.find((one) => one === process.argv[2]);
if (!region) {
  console.error(`Which country? npm run data:sheet -- ${REGIONS.join('|')}`);
  process.exit(2);
}
const today = new Date();
const { regions, taxonomy } = readData('data');
const entry = regions.find((one) => one.region === region);
if (!entry) throw new Error(`no country ${region}`);
mkdirSync(FOLDER, { recursive: true });
const name = `${FOLDER}/${region}-${today.toISOString().slice(0, 10)}`;
writeFileSync(`${name}.csv`, sheetCsv(entry, taxonomy, today));
writeFileSync(`${name}.html`, sheetPage(entry, taxonomy, today));
console.log(`${name}.csv to fill in, ${name}.html to print. It comes back with: npm run data:apply -- ${name}.csv`);
