import { describe, expect, it } from 'vitest';
import { LANGUAGES, languageOf, preferredLanguage } from '../../src/i18n/languages.ts';
import { inOrder, OWN_NAMES } from '../../src/i18n/own-names.ts';

describe('the language of a first visit', () => {
  it.each<[what: string, wanted: string[], language: string]>([
    ['one of ours', ['lv'], 'lv'],
    ['of whatever region', ['de-AT'], 'de'],
    ['of whatever script', ['uk-Cyrl-UA'], 'uk'],
    ['in other letters', ['PL_pl'], 'pl'],
    ['the first that is ours', ['fr-CH', 'lt-LT', 'en'], 'lt'],
    ['Norwegian of today', ['nb-NO'], 'nb'],
    ['Norwegian of the west', ['nn-NO', 'en'], 'nb'],
    ['Norwegian of any kind', ['no'], 'nb'],
    ['Moldovan of before', ['mo', 'ru'], 'ro'],
    ['Moldovan of today', ['ro-MD', 'ru-MD'], 'ro'],
    ['Ukrainian before Russian', ['uk-UA', 'ru-UA'], 'uk'],
    ['Russian before Ukrainian', ['ru-UA', 'uk-UA'], 'ru'],
    ['Belarusian, which is not Russian', ['be-BY', 'pl-PL'], 'pl'],
    ['Belarusian alone', ['be-BY'], 'en'],
    ['Filipino, which is not Finnish', ['fil-PH', 'en-US'], 'en'],
    ['Danish before English', ['da', 'en-DK'], 'da'],
    ['English before Estonian', ['en-GB', 'et'], 'en'],
    ['none of ours', ['fr', 'es-MX'], 'en'],
    ['none at all', [], 'en'],
    ['nonsense', ['', '-', '*', 'x-klingon'], 'en'],
  ])('%s: %j', (_, wanted, language) => {
    expect(preferredLanguage(wanted)).toBe(language);
  });

  it.each(LANGUAGES)('%s is found by its own code and never by another language', (language) => {
    expect(preferredLanguage([language])).toBe(language);
    for (const other of LANGUAGES.filter((code) => code !== language)) {
      expect(preferredLanguage([other, language])).toBe(other);
    }
  });
});

describe('the list of languages', () => {
  it.each<[string[], string]>([
    [['uk-UA', 'en'], 'uk en da de et is lv lt nb pl ro fi sv bg ru'],
    [['en-GB'], 'en da de et is lv lt nb pl ro fi sv bg ru uk'],
    [['fr'], 'da de et en is lv lt nb pl ro fi sv bg ru uk'],
  ])('for a browser set to %j', (wanted, order) => {
    expect(inOrder(LANGUAGES, wanted).join(' ')).toBe(order);
  });

  it('has each by the name that its speakers use', () => {
    for (const language of LANGUAGES) {
      const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? '';
      expect(OWN_NAMES[language]).toBe(name.charAt(0).toLocaleUpperCase(language) + name.slice(1));
    }
  });
});

it.each([
  ['assets/lang-lt-rest-DMM38Twk.js', 'lt'],
  ['assets/rest-D7-rIhxz.js', undefined],
  ['assets/note-GcuphrCr.js', undefined],
])('%s is of %s', (path, language) => {
  expect(languageOf(path)).toBe(language);
});
