/** What is to be asked on a visit, put into words in every language of the app. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { countryOf } from '../../src/directory/directory.ts';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { addSayings, type Say, sayer } from '../../src/i18n/say.ts';
import { askText } from '../../src/kept/visits/words.ts';
import { whatToAsk } from '../../src/workspace/visits/prepare.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const TODAY = new Date('2026-11-28T12:00:00Z');
const directory = publishedDirectory();
const home = countryOf(directory, 'lt');

function speaking(language: Language): Say {
  const folder = join('src/i18n/messages', language);
  const sayings = new Map();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')))
    addSayings(sayings, JSON.parse(readFileSync(join(folder, name), 'utf8')) as object);
  return sayer(language, sayings);
}

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(COUNTRIES)('every question of %s is a question, whole and said once', (code) => {
    const t = speaking(language);
    const there = countryOf(directory, code);
    const texts = whatToAsk(there, home, TODAY)
      .flatMap(({ asks }) => asks)
      .map((ask) => askText(ask, { t, language, directory, there, home }));
    expect(texts.filter((text) => !text.includes('?'))).toEqual([]);
    expect(texts.filter((text) => /\{\{|\}\}|undefined|visits\.|countries\./.test(text))).toEqual([]);
    expect(texts).toEqual([...new Set(texts)]);
  });
});
