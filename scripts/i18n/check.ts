/** Rules on what a language says, in the form of the data check: errors are to be mended, warnings are worth a look. */

import { hiddenIn } from '../../src/directory/visible.ts';
import type { Data } from '../data/read.ts';
import { catalogOf, type Entry, FOLDERS, formsOf, unknownMessages, unknownTexts } from './catalog.ts';
import { readTerms, termsIn, termsMissed } from './terms.ts';

export interface Defect {
  level: 'error' | 'warning';
  file: string;
  id: string;
  reason: string;
}

/** Shorter than this, a text may well be the same in two languages, or twice as long in one: in characters. */
const SHORT = 25;
/** How much longer or shorter than the English a text may be before somebody should look: as a share of it. */
const LONGER = 2;
const SHORTER = 0.5;

/** How a language quotes: what opens and what closes. Marks of others among its words are slips. */
const QUOTES: Record<string, string> = {
  bg: '„“',
  da: '”“„»«',
  de: '„“‚‘',
  en: '"',
  et: '„“”',
  fi: '”',
  is: '„“',
  lt: '„“',
  lv: '„“”',
  nb: '«»',
  pl: '„”',
  ro: '„”«»',
  ru: '«»„“',
  sv: '”',
  uk: '«»„“',
};
const ANY_QUOTE = /["“”„«»]/g;

/** Checks one language. A message that is missing is an error; a text of the data that is missing is counted, and stands there in English. */
export function checkLanguage(language: string, data: Data, folders = FOLDERS): Defect[] {
  const entries = catalogOf(language, data, folders);
  const missing = entries.filter(({ text }) => Object.keys(text).length === 0);
  const out = entries.filter(({ outOfDate }) => outOfDate);
  return [
    ...unknownMessages(language, folders).map((place) => unknown(place, 'English has no such message.')),
    ...unknownTexts(language, data, folders).map((place) => unknown(place, 'The data has no such text.')),
    ...missing
      .filter(({ id }) => id.startsWith('ui:'))
      .map(({ id, file }): Defect => ({ level: 'error', file, id, reason: 'The message is missing.' })),
    ...out.map(({ id, file }): Defect => {
      return { level: 'warning', file, id, reason: 'Out of date: the English has changed since.' };
    }),
    ...entries.flatMap((entry) => checkEntry(language, entry)),
    ...checkTerms(language, data, entries, folders),
  ];
}

/** The terms of the glossary, where a language says another word for one than a page gives or its table allows. */
function checkTerms(language: string, data: Data, entries: readonly Entry[], folders: typeof FOLDERS): Defect[] {
  const file = `${folders.translations}/${language}/terms.json`;
  const table = readTerms(language, folders.translations);
  const strict = termsIn(language, data.guidance.glossary, {});
  const needed = new Set(entries.flatMap((entry) => termsMissed(entry, strict).map(({ id }) => id)));
  const terms = termsIn(language, data.guidance.glossary, table);
  return [
    ...Object.keys(table)
      .filter((id) => !needed.has(id))
      .map((id): Defect => {
        const known = terms.some((term) => term.id === id);
        const reason = known ? 'No text needs other words for this term.' : 'There is no term that a page gives here.';
        return { level: known ? 'warning' : 'error', file, id, reason };
      }),
    ...entries.flatMap((entry) =>
      termsMissed(entry, terms).map(({ english, equivalents }): Defect => {
        const reason = `The term "${english}" is "${equivalents.join('" or "')}": say that, or allow another word in ${file}.`;
        return { level: 'error', file: entry.file, id: entry.id, reason };
      }),
    ),
  ];
}

function unknown(place: string, reason: string): Defect {
  const [file = '', id = ''] = place.split('  ');
  return { level: 'error', file, id, reason };
}

/** What is wrong with one text of a language. Without a text nothing is. */
export function checkEntry(language: string, { id, file, english, text, plural }: Entry): Defect[] {
  const error = (reason: string): Defect => ({ level: 'error', file, id, reason });
  const warning = (reason: string): Defect => ({ level: 'warning', file, id, reason });
  const defects: Defect[] = [];
  if (language === 'en' || Object.keys(text).length === 0) return defects;
  const lacking = plural ? formsOf(language).filter((form) => text[form] === undefined) : [];
  if (lacking.length > 0) defects.push(error(`The plural form ${lacking.join(', ')} is missing.`));
  for (const [form, words] of Object.entries(text)) {
    const source = english[form] ?? english.other ?? '';
    const hidden = hiddenIn(words);
    if (words.trim() === '' && source.trim() !== '') defects.push(error('It is empty.'));
    if (words !== words.trim() && source === source.trim())
      defects.push(error('A blank stands at its end or beginning.'));
    if (hidden) defects.push(error(`Here stands ${hidden.character}, which nobody sees.`));
    if (![source, english.other ?? source].some((from) => holes(from) === holes(words)))
      defects.push(
        error(`Its placeholders are ${holes(words) || 'none'}, those of the English ${holes(source) || 'none'}.`),
      );
    const doubled = /(?:^|[\s(„«])(\p{L}{2,}) \1(?!\p{L})/u.exec(words);
    if (doubled && !/(\p{L}{2,}) \1(?!\p{L})/u.test(source))
      defects.push(warning(`A word twice: "${doubled[1]} ${doubled[1]}".`));
    if (words === source && source.length > SHORT && /\p{L}{4}/u.test(source.replace(/\{\{.*?\}\}/g, '')))
      defects.push(warning('It is the English.'));
    if (!plural && numbers(words) !== numbers(source))
      defects.push(
        warning(`Its figures are ${numbers(words) || 'none'}, those of the English ${numbers(source) || 'none'}.`),
      );
    const foreign = [...new Set(words.match(ANY_QUOTE) ?? [])].filter((mark) => !QUOTES[language]?.includes(mark));
    if (foreign.length > 0) defects.push(warning(`${foreign.join(' ')} is no quotation mark of this language.`));
    const ratio = words.length / source.length;
    if (source.length > SHORT && (ratio > LONGER || ratio < SHORTER))
      defects.push(warning(`It is ${ratio.toFixed(1)} times as long as the English.`));
  }
  return defects;
}

function holes(text: string): string {
  return [...new Set(text.match(/\{\{[^}]*\}\}/g) ?? [])].sort().join(' ');
}

/** Figures in the order of their size: their place in the sentence is the language's affair. */
function numbers(text: string): string {
  const plain = text.replace(/\{\{[^}]*\}\}/g, '');
  return (plain.match(/\d+/g) ?? []).sort().join(' ');
}

/** How far a language is, in one line of a table. */
export interface Progress {
  language: string;
  messages: number;
  messagesMissing: number;
  texts: number;
  textsMissing: number;
  words: number;
  outOfDate: number;
  reviewed: number;
}

/** Counts what a language has said. */
export function progressOf(language: string, data: Data, folders = FOLDERS): Progress {
  const entries = catalogOf(language, data, folders);
  const ui = entries.filter(({ id }) => id.startsWith('ui:'));
  const texts = entries.filter(({ id }) => !id.startsWith('ui:'));
  const missing = (some: readonly Entry[]) => some.filter(({ text }) => Object.keys(text).length === 0).length;
  return {
    language,
    messages: ui.length,
    messagesMissing: missing(ui),
    texts: texts.length,
    textsMissing: missing(texts),
    words: entries.flatMap(({ text }) => Object.values(text)).reduce((sum, text) => sum + text.split(/\s+/).length, 0),
    outOfDate: entries.filter(({ outOfDate }) => outOfDate).length,
    reviewed: entries.filter(({ reviewed }) => reviewed).length,
  };
}
