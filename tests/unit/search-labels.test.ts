/** What is written on a screen, typed into the search box: it finds what it labels, in every language. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readData } from '../../scripts/data/read.ts';
import { SCREENS, VOCABULARIES } from '../../src/directory/codes.ts';
import { meetsNeed, NEED_NAMES } from '../../src/directory/needs.ts';
import type { PackResponder } from '../../src/directory/pack.ts';

import { SCREEN_PAGES } from '../../src/home/screens.ts';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { fold, words } from '../../src/search/fold.ts';
import { isFunctionWord } from '../../src/search/function-words.ts';
import { guidanceDocuments, withGuidance } from '../../src/search/guidance.ts';
import { SERVICE_OF_KIND } from '../../src/search/lexicon.ts';
import { createSearch } from '../../src/search/search.ts';
import type { Answer, Hit } from '../../src/search/types.ts';
import { publishedEdition } from '../relevance/directory.ts';

const today = new Date('2026-11-21');
const { directory, tables, guidance, beside } = publishedEdition();
const search = withGuidance(
  createSearch(directory, today, undefined, tables),
  createSearch(directory, today, guidanceDocuments(guidance), { ...tables, index: tables.guidance }),
);
const { screens } = readData('data');
const { taxonomy } = directory;

/** So many of each group are looked at. */
const FIRST = 5;
const firstOfGroups = ({ hits, guidance }: Answer): Hit[] => {
  const all = [...hits, ...guidance()];
  return [...new Set(all.map(({ type }) => type))].flatMap((group) =>
    all.filter(({ type }) => type === group).slice(0, FIRST),
  );
};

const messages = (language: Language, file: string) =>
  JSON.parse(readFileSync(`src/i18n/messages/${language}/${file}.json`, 'utf8'));

type Carries = (responder: PackResponder) => boolean;

/** The responders of a code. Who asks for a kind that gives a service by what it is means all that give it. */
const CARRYING: Readonly<Record<string, (code: string) => Carries>> = {
  kinds: (code) => (one) => one.kind === code || one.services.includes(SERVICE_OF_KIND[code] ?? ''),
  services: (code) => (one) => one.services.includes(code) || SERVICE_OF_KIND[one.kind] === code,
  measures: (code) => (one) => one.measures.some((measure) => String(measure) === code),
  exploitation: (code) => (one) => one.serves?.exploitation?.includes(code) === true,
};

/** A label of a language, and who carries what it labels. */
interface Label {
  text: string;
  /** As `kind:code`; of a need there is none. */
  code?: string;
  carries: Carries;
}

function labelsOf(language: Language): Label[] {
  const { home } = messages(language, 'home');
  return [
    ...(['kinds', 'services', 'measures', 'exploitation'] as const).flatMap((name) =>
      Object.entries(taxonomy[name])
        // Of the others nothing is said that could be asked for.
        .filter(([code]) => code !== 'other')
        .map(
          ([code, { label }]): Label => ({
            text: label[language] ?? '',
            code: `${name}:${code}`,
            carries: CARRYING[name]?.(code) as Carries,
          }),
        ),
    ),
    ...NEED_NAMES.map((need): Label => ({ text: home.need[need], carries: (one) => meetsNeed(one, need) })),
  ];
}

/** A chip for it, or among the first somebody who carries it. What nobody carries is only understood. */
function finds(text: string, { code, carries }: Label): boolean {
  const answer = search.search(text);
  if (!directory.responders.some(carries)) return answer.understood.some((one) => `${one.kind}:${one.code}` === code);
  return firstOfGroups(answer).some(({ type, id }) => {
    const responder = type === 'responder' ? directory.responder(id) : undefined;
    return responder !== undefined && carries(responder);
  });
}

/** Every way in which the vocabularies name something, folded once: by language, as `kind:code`. */
const NAMES = VOCABULARIES.flatMap((name) =>
  Object.entries(taxonomy[name]).flatMap(([code, { label, words = {} }]) =>
    Object.keys(label).flatMap((language) =>
      [label[language] ?? '', ...(words[language] ?? [])].map((text) => ({
        code: `${name}:${code}`,
        language,
        text: fold(text),
      })),
    ),
  ),
);

/** What a word alone stands for: whose label or words begin with it in its language, and what it is the very word for in another. */
function meant(word: string, language: Language): { codes: string[]; carries: Carries[] } {
  const typed = fold(word);
  const begins = (text: string) => `${text} `.startsWith(`${typed} `);
  const codes = [
    ...new Set(
      NAMES.filter((name) => (name.language === language ? begins(name.text) : name.text === typed)).map(
        ({ code }) => code,
      ),
    ),
  ];
  return {
    codes,
    carries: [
      ...labelsOf(language).flatMap(({ text, carries }) => (begins(fold(text)) ? [carries] : [])),
      ...codes.flatMap((one) => {
        const [name = '', code = ''] = one.split(':');
        return CARRYING[name]?.(code) ?? [];
      }),
      // Or is called so.
      ({ name }) => Object.values(name).some((text) => words(text).some((part) => part.text === typed)),
    ],
  };
}

function firstWord(text: string): string | undefined {
  const [first, ...others] = words(text);
  return first && others.length > 0 && !isFunctionWord(first.text) ? text.slice(first.start, first.end) : undefined;
}

describe.each(LANGUAGES)('in %s', (language) => {
  it('a label finds who carries what it labels, in capitals or not', () => {
    const lost = labelsOf(language).flatMap((label) =>
      [label.text, label.text.toLowerCase()].filter((text) => !finds(text, label)),
    );
    expect(lost).toEqual([]);
  });

  it('its first word finds one of those that it begins', () => {
    const lost = labelsOf(language)
      // What nobody carries has no word that could find somebody.
      .filter(({ carries }) => directory.responders.some(carries))
      .flatMap(({ text }) => firstWord(text) ?? [])
      .filter((word) => {
        const { codes, carries } = meant(word, language);
        const answer = search.search(word);
        return !(
          answer.understood.some(({ kind, code }) => codes.includes(`${kind}:${code}`)) ||
          carries.some((one) => finds(word, { text: word, carries: one }))
        );
      });
    expect(lost).toEqual([]);
  });

  it('the title of a guide finds it', () => {
    const lost = guidance.guides.guides.flatMap(({ slug, title }) => {
      const text = title[language] ?? beside.titles(title.en ?? '')[language] ?? `no title of ${slug}`;
      return [text, text.toLowerCase()].filter(
        (typed) => !firstOfGroups(search.search(typed)).some(({ type, id }) => type === 'guide' && id === slug),
      );
    });
    expect(lost).toEqual([]);
  });

  it('what a screen is called, and what people type for it, leads to it', () => {
    const lost = SCREENS.flatMap((screen) => {
      const { label, words = {} } = screens[screen];
      return [label[language] ?? `no label of ${screen}`, ...(words[language] ?? [`no words of ${screen}`])].filter(
        (typed) => !firstOfGroups(search.search(typed)).some(({ type, id }) => type === 'screen' && id === screen),
      );
    });
    expect(lost).toEqual([]);
  });

  it('a screen is called in the search what it is called where one opens it', () => {
    const parts = { ...messages(language, 'home'), ...messages(language, 'common') };
    for (const screen of SCREENS) {
      const [part = '', key = ''] = SCREEN_PAGES[screen].title.split('.');
      expect(screens[screen].label[language]).toBe(parts[part][key]);
    }
  });
});

it('who asks for trafficking is not led to a screen', () => {
  expect(firstOfGroups(search.search('trafficking')).filter(({ type }) => type === 'screen')).toEqual([]);
});
