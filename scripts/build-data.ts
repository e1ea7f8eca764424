/**
 * `npm run build:data`: packs, manifest and its signature into `public/data/`, the same directory for other systems beside it;
 * first contacts, the plain page, the keys, the curators' mailboxes, the map and what languages say of the data's texts into `.build/`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type FirstContacts, firstContactOf } from '../src/directory/first-contacts.ts';
import { COUNTRIES } from '../src/directory/schema.ts';
import { LANGUAGES } from '../src/i18n/languages.ts';
import { checkData, report } from './data/check.ts';
import { writeMap } from './data/map.ts';
import { buildManifest, buildPacks } from './data/publish.ts';
import { dataOf, readFiles } from './data/read.ts';
import { changedSinceMade } from './edition/changes.ts';
import { builtKeys, signingKey } from './edition/keys.ts';
import { writeManifest, writeOwnManifest } from './edition/write.ts';
import { writeOpenData } from './hsds/publish.ts';
import { spokenTexts } from './i18n/spoken-texts.ts';
import { plainPage } from './vite/first-contacts.ts';

const curated = readFiles('data');
const errors = checkData(curated, new Date()).filter(({ level }) => level === 'error');
if (errors.length > 0) {
  console.error(`No packs were built: the data has errors.\n\n${report(errors, 'data')}`);
  process.exit(1);
}
const data = dataOf(curated);
const keys = builtKeys(signingKey());
const files = buildPacks(data);

rmSync('public/data', { recursive: true, force: true });
mkdirSync('public/data', { recursive: true });
for (const { file, text } of files) writeFileSync(`public/data/${file}`, text);
const manifest = buildManifest(data, files);
writeManifest('public/data', manifest, signingKey());
const own = writeOwnManifest('public/data', manifest, signingKey());

const countries = files.flatMap(({ pack }) => (pack.kind === 'country' ? [pack] : []));
mkdirSync('.build', { recursive: true });
writeMap('.build');
const contacts = Object.fromEntries(
  COUNTRIES.map((code) => {
    const country = countries.find((pack) => pack.country === code);
    if (!country) throw new Error(`no pack for ${code}`);
    return [code, firstContactOf(country, data.taxonomy)];
  }),
) as FirstContacts;
writeFileSync('.build/first-contacts.json', JSON.stringify({ edition: manifest.edition, manifest: own, contacts }));
rmSync('.build/texts', { recursive: true, force: true });
mkdirSync('.build/texts', { recursive: true });
for (const language of LANGUAGES.filter((code) => code !== 'en')) {
  writeFileSync(`.build/texts/${language}.json`, JSON.stringify(spokenTexts(language, data)));
}
writeFileSync('.build/keys.json', JSON.stringify(keys));
writeFileSync('.build/curators.json', JSON.stringify(data.edition.curators ?? {}));
writeFileSync(
  '.build/plain-page.json',
  JSON.stringify({ html: plainPage({ edition: manifest.edition, manifest: own, contacts }) }),
);

const responders = countries.reduce((sum, country) => sum + country.responders.length, 0);
const bytes = manifest.packs.reduce((sum, pack) => sum + pack.bytes, 0);
console.log(
  `Edition ${manifest.edition}: ${files.length} packs, ${responders} responders, ${Math.round(bytes / 1000)} kB`,
);
console.log(writeOpenData('public', data, files));
const later = Object.keys(changedSinceMade(data));
if (later.length > 0) {
  console.log(
    `Changed since edition ${manifest.edition} was made: ${later.join(', ')}. Before it is published: npm run edition:raise`,
  );
}
