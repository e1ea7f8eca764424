/**
 * The data check: every rule that curators' files must keep before packs are built from them.
 * Pure: it is given the files as they were read and returns what is wrong with them.
 */

import type { Taxonomy } from '../../src/directory/schema.ts';
import { checkChannels, datedContacts } from './check-channels.ts';
import { checkCountries, dateDefect } from './check-country.ts';
import { checkFirstWords } from './check-first-words.ts';
import { checkGuidance } from './check-guides.ts';
import { checkHappenings } from './check-happenings.ts';
import { checkIds, checkLinks, checkSources } from './check-references.ts';
import { checkCodes, checkShape, checkTaxonomy } from './check-shape.ts';
import { errorAt, type Finding } from './findings.ts';
import {
  type Data,
  dataFiles,
  dataOf,
  type FileContent,
  firstWordsFile,
  firstWordsLanguages,
  guideFiles,
  HISTORY_FILE,
} from './read.ts';

/**
 * Checks a whole data folder.
 *
 * Rules that look at several files run only once every file has the right form: until then they would
 * report the same mistake in other words.
 * @param files what was found in the folder, by path relative to it
 * @param today dates after this day are in the future, and dated is measured from it
 * @returns errors first, in the order of the files; then warnings, dated contacts last and oldest first
 */
export function checkData(files: ReadonlyMap<string, FileContent>, today: Date): Finding[] {
  const expected = expectedFiles(files);
  const form = [
    ...[...files.keys()]
      .filter((file) => /^(countries|international|first-words)\//.test(file) && !expected.includes(file))
      .map((file) => errorAt(file, [], 'No file of this name belongs here.')),
    ...expected.flatMap((file) => {
      const content = files.get(file);
      if (!content) return [errorAt(file, [], 'The file is missing.')];
      if ('defect' in content) return [errorAt(file, [], `The file is not JSON: ${content.defect}`)];
      return checkShape(file, content.json);
    }),
  ];
  const taxonomyFindings = form.some(({ file }) => file === 'taxonomy.json') ? [] : checkVocabulary(files, form);
  if (form.some(({ level }) => level === 'error')) return sorted([...form, ...taxonomyFindings], expected);

  const data = dataOf(files);
  return sorted(
    [
      ...taxonomyFindings,
      ...dateDefect('edition.json', ['date'], data.edition.date, today),
      ...historyDefect(data),
      ...checkIds(data),
      ...checkLinks(data),
      ...checkSources(data),
      ...checkChannels(data),
      ...checkCountries(data, today),
      ...checkGuidance(data, today),
      ...checkHappenings(data),
      ...checkFirstWords(data),
      ...datedContacts(data, today),
    ],
    expected,
  );
}

/** What this edition was when it was made is known: else what it changed is told as another's. */
function historyDefect({ edition: { edition, date }, history }: Data): Finding[] {
  if (!history || (history.made.edition === edition && history.made.date === date)) return [];
  const text = `This is edition ${edition} of ${date}, and ${HISTORY_FILE} is of edition ${history.made.edition} of ${history.made.date}. "npm run edition:raise" writes both.`;
  return [errorAt('edition.json', ['edition'], text)];
}

/** The files that must be there, and those of points, guides and first words that are. */
function expectedFiles(files: ReadonlyMap<string, FileContent>): string[] {
  return [
    ...dataFiles(),
    ...guideFiles(files.keys()),
    ...firstWordsLanguages(files.keys()).map(firstWordsFile),
    ...(files.has(HISTORY_FILE) ? [HISTORY_FILE] : []),
  ];
}

/** The taxonomy, and its codes in every file that has the right form. */
function checkVocabulary(files: ReadonlyMap<string, FileContent>, form: readonly Finding[]): Finding[] {
  const taxonomy = json(files, 'taxonomy.json') as Taxonomy;
  const sound = expectedFiles(files).filter((file) => !form.some((finding) => finding.file === file));
  return [
    ...checkTaxonomy('taxonomy.json', taxonomy),
    ...sound.flatMap((file) => checkCodes(file, json(files, file), taxonomy)),
  ];
}

function json(files: ReadonlyMap<string, FileContent>, file: string): unknown {
  const content = files.get(file);
  return content && 'json' in content ? content.json : undefined;
}

/** Errors before warnings, errors by file; warnings keep their order, which means something. */
function sorted(findings: readonly Finding[], order: readonly string[]): Finding[] {
  const rank = (finding: Finding) => order.indexOf(finding.file);
  const errors = findings.filter(({ level }) => level === 'error').sort((a, b) => rank(a) - rank(b));
  return [...errors, ...findings.filter(({ level }) => level === 'warning')];
}

/** The findings as a curator reads them: errors, then warnings apart, then one line that sums up. */
export function report(findings: readonly Finding[], root: string): string {
  const errors = findings.filter(({ level }) => level === 'error');
  const warnings = findings.filter(({ level }) => level === 'warning');
  const section = (title: string, some: readonly Finding[]) =>
    some.length === 0 ? [] : [title, ...some.map((one) => `  ${root}/${one.file}  ${one.path}  ${one.reason}`), ''];
  const count = (some: readonly Finding[], word: string) => `${some.length} ${word}${some.length === 1 ? '' : 's'}`;
  return [
    ...section('ERRORS: to be mended before packs can be built. More may show once these are gone.', errors),
    ...section('WARNINGS: worth a look', warnings),
    `${count(errors, 'error')}, ${count(warnings, 'warning')}.`,
  ].join('\n');
}
