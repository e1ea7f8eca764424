/**
 * Translations as gettext PO, which reviewers' tools read: English as the source, the id as context, a draft marked
 * fuzzy. One plural form for each of CLDR, which knows fractions (`other`) where gettext's usual rules do not.
 */
import { type GetTextComment, type GetTextTranslation, po } from 'gettext-parser';
import { type Entry, formsOf } from './catalog.ts';
import { checkEntry, type Defect } from './check.ts';
import { pictureOf } from './seen.ts';

/** Which form a whole number takes, in C, by the index of {@link formsOf}. Fractions take the last. */
const RULES: Record<string, string> = {
  is: '(n%10==1 && n%100!=11 ? 0 : 1)',
  lt: '(n%10==1 && (n%100<11 || n%100>19) ? 0 : n%10>=2 && n%10<=9 && (n%100<11 || n%100>19) ? 1 : 3)',
  lv: '(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 && n%100!=11 ? 1 : 2)',
  pl: '(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)',
  ro: '(n==1 ? 0 : n==0 || (n!=1 && n%100>=1 && n%100<=19) ? 1 : 2)',
  ru: '(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)',
  uk: '(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)',
};

/** The `Plural-Forms` header of a language. */
export function pluralHeader(language: string): string {
  return `nplurals=${formsOf(language).length}; plural=${RULES[language] ?? '(n==1 ? 0 : 1)'};`;
}

/**
 * A language as a PO file.
 * @param seenIn where the code asks for a message, by its id; none for texts of the guidance
 */
export function toPo(language: string, entries: readonly Entry[], seenIn: (id: string) => string[]): string {
  const translations: Record<string, Record<string, GetTextTranslation>> = {
    '': { '': { msgid: '', msgstr: [''] } },
  };
  for (const entry of entries) {
    // Where English needs no word, there is nothing to say in another language either.
    if (entry.english.other === '') continue;
    const forms = formsOf(language);
    const said = Object.keys(entry.text).length > 0;
    const source = entry.english.one ?? entry.english.other ?? '';
    const flag = said && !entry.reviewed ? { flag: 'fuzzy' } : {};
    const seen = seenIn(entry.id);
    const picture = pictureOf(seen);
    const extracted = [
      entry.file,
      ...(picture ? [`Picture: ${picture}`] : []),
      ...(entry.outOfDate ? ['Out of date: the English has changed since.'] : []),
      ...(entry.reviewed ? [`Reviewed by ${entry.reviewed.by} on ${entry.reviewed.date}.`] : []),
      ...(entry.plural ? [`Plural forms: ${forms.join(', ')}.`] : []),
    ].join('\n');
    const reference = seen.join('\n');
    translations[entry.id] = {
      [source]: {
        msgctxt: entry.id,
        msgid: source,
        ...(entry.plural && { msgid_plural: entry.english.other ?? source }),
        msgstr: entry.plural ? forms.map((form) => entry.text[form] ?? '') : [entry.text.other ?? ''],
        comments: { extracted, ...(reference && { reference }), ...flag } as GetTextComment,
      },
    };
  }
  const headers = {
    'Project-Id-Version': 'Harbour',
    Language: language,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    'Plural-Forms': pluralHeader(language),
  };
  return `${po.compile({ charset: 'utf-8', headers, translations }).toString('utf8').trimEnd()}\n`;
}

/** What a PO file would change, once all of it is sound. */
export interface Import {
  /** Why nothing is taken over. */
  defects: Defect[];
  /** New texts by id and plural form. */
  said: Map<string, Record<string, string>>;
  /** Entries that are no longer fuzzy, as they will stand: a reviewer has said yes to them. */
  reviewed: Entry[];
  /** How many stay drafts. */
  fuzzy: number;
  /** Entries in which nothing is said. */
  empty: number;
}

/**
 * Reads what a reviewer sends back.
 * @param entries the language as it stands here
 * @throws Error where the file is no PO, or of another language
 */
export function fromPo(language: string, entries: readonly Entry[], file: string): Import {
  const { translations, headers } = po.parse(file);
  const header = (name: string) => Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
  const of = header('language')?.replace(/[_-].*$/, '');
  if (of !== language) throw new Error(`The file is in "${of ?? 'no language'}", not in "${language}".`);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const result: Import = { defects: [], said: new Map(), reviewed: [], fuzzy: 0, empty: 0 };
  const forms = formsOf(language);
  for (const [id, messages] of Object.entries(translations)) {
    if (id === '') continue;
    const entry = byId.get(id);
    const message = Object.values(messages)[0];
    const refuse = (reason: string) => result.defects.push({ level: 'error', file: entry?.file ?? '', id, reason });
    if (!entry || !message) {
      refuse('There is no such text.');
      continue;
    }
    const source = entry.english.one ?? entry.english.other;
    if (message.msgid !== source || (entry.plural && message.msgid_plural !== entry.english.other)) {
      refuse('Its English is another now: export again.');
      continue;
    }
    const strings = message.msgstr;
    if (strings.every((text) => text === '')) {
      if (Object.keys(entry.text).length > 0) refuse('It was translated and comes back empty.');
      result.empty++;
      continue;
    }
    const wanted = entry.plural ? forms : ['other'];
    if (strings.length !== wanted.length) {
      refuse(`It has ${strings.length} plural forms; the language has ${wanted.join(', ')}.`);
      continue;
    }
    const text = Object.fromEntries(wanted.map((form, index) => [form, strings[index] ?? '']));
    const next: Entry = { ...entry, text };
    const wrong = checkEntry(language, next).filter(({ level }) => level === 'error');
    result.defects.push(...wrong);
    const fuzzy = message.comments?.flag?.split(/,\s*/).includes('fuzzy') ?? false;
    if (fuzzy) result.fuzzy++;
    else result.reviewed.push(next);
    // What came back as it went out is not made anew: an old translation stays out of date until somebody says yes to it.
    if (JSON.stringify(text) !== JSON.stringify(entry.text) || (!fuzzy && entry.outOfDate)) result.said.set(id, text);
  }
  return result;
}
