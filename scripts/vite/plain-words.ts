/**
 * What the pages say that need no app, in every language: each block stands in the page as JSON, and `plain-words.inline.js`
 * puts the one in that the reader speaks. The words are those of the app, so nothing is called otherwise when it takes over.
 */
import { readFileSync } from 'node:fs';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import type { Table } from '../../src/i18n/tables.ts';

/** Words by their place in the page (`data-w`); `{{…}}` is filled from `data-v`, or with the country of `data-c`. */
export type Words = Record<string, string>;

/** Where in the messages each word stands. */
const PLACES: Record<string, string> = {
  title: 'home.title',
  here: 'place.in',
  leave: 'leave.button',
  call: 'act.call',
  write: 'act.write',
  open: 'act.open',
  only: 'reach.onlyInside',
  line: 'home.line',
  point: 'home.point',
  none: 'home.exception.none',
  part: 'home.exception.part',
  always: 'opening.always',
  unknown: 'opening.unknown',
  newest: 'facts.newest',
  undated: 'facts.undated',
  again: 'saving.retry',
  about: 'plain.about',
  slow: 'plain.slow',
};

/** What the plain page says in a language. */
export function plainWords(language: Language): Words {
  const say = sayer(language);
  return {
    ...Object.fromEntries(Object.entries(PLACES).map(([word, key]) => [word, say(key)])),
    ...purposesOf(language),
    later: say('facts.newest').replace('{{date}}', say('facts.orLater')),
  };
}

/** What the page for a missing address says beside the numbers. */
export function missingWords(language: Language): Words {
  const say = sayer(language);
  const { open, call, none, part, ...rest } = plainWords(language);
  const purposes = Object.keys(purposesOf(language));
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([word]) => purposes.includes(word))),
    ...{ open, call, none, part },
    missing: say('plain.missing'),
    missingMore: say('plain.missingMore'),
  } as Words;
}

/** What a launcher, a store or the browser says of the app. */
export function manifestWords(language: Language) {
  const say = sayer(language);
  return {
    description: say('plain.install'),
    emergency: say('home.emergency.label'),
    search: say('nav.search'),
    home: say('home.title'),
    countries: say('home.countries'),
  };
}

/** The words of every language, each in a block of its own, and the script that puts them in. */
export function wordBlocks(of: (language: Language) => Words, script: string): string {
  const blocks = LANGUAGES.map((language) => {
    // English ones stand in the page already.
    const words = language === 'en' ? of(language) : { ...of(language), names: countriesIn(language) };
    return `<script type="application/json" data-words="${language}">${JSON.stringify(words).replaceAll('<', '\\u003c')}</script>`;
  });
  return [...blocks, `<script>${script}</script>`].join('\n');
}

/** Names of the countries: a browser may not have them, and one that has takes long to look them up before its first paint. */
function countriesIn(language: Language): Record<string, string> {
  const known = tableOf(language)?.countries;
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return Object.fromEntries(COUNTRIES.map((code) => [code, known?.[code] ?? names.of(code.toUpperCase()) ?? code]));
}

function purposesOf(language: Language): Words {
  const { home } = messagesOf(language) as { home: { emergency: Words } };
  const { label: _, ...purposes } = home.emergency;
  return purposes;
}

function sayer(language: Language): (key: string) => string {
  const messages = messagesOf(language);
  return (key) => {
    const text = section(messages, key) ?? section(messages, `${key}_one`);
    if (typeof text !== 'string') throw new Error(`${language} has no message ${key}`);
    return text;
  };
}

const FILES = ['common', 'home', 'plain'];

function messagesOf(language: Language): object {
  return Object.assign({}, ...FILES.map((file) => readJson(`src/i18n/messages/${language}/${file}.json`)));
}

function section(messages: object, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], messages);
}

function tableOf(language: Language): Table | undefined {
  try {
    return readJson(`src/i18n/tables/${language}.json`) as Table;
  } catch {
    return undefined;
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
