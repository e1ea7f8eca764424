/** What is to be asked on a visit, put into words in every language of the app. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { countryOf } from '../../src/directory/directory.ts';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { askText } from '../../src/kept/visits/words.ts';
import { whatToAsk } from '../../src/workspace/visits/prepare.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const TODAY = new Date('2026-11-28T12:00:00Z');
const directory = publishedDirectory();
const home = countryOf(directory, 'lt');

async function speaking(language: Language) {
  const folder = join('src/i18n/messages', language);
  const messages = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as object);
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: Object.assign({}, ...messages) } },
    interpolation: { escapeValue: false },
  });
  return i18n.getFixedT(language);
}

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(COUNTRIES)('every question of %s is a question, whole and said once', async (code) => {
    const t = await speaking(language);
    const there = countryOf(directory, code);
    const texts = whatToAsk(there, home, TODAY)
      .flatMap(({ asks }) => asks)
      .map((ask) => askText(ask, { t, language, directory, there, home }));
    expect(texts.filter((text) => !text.includes('?'))).toEqual([]);
    expect(texts.filter((text) => /\{\{|\}\}|undefined|visits\.|countries\./.test(text))).toEqual([]);
    expect(texts).toEqual([...new Set(texts)]);
  });
});
