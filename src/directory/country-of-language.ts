import type { CountryCode } from './codes.ts';

/** The country in which a language is the language of the state, of those of which we know; Finland's Swedish is left to Sweden. */
export const COUNTRY_OF_LANGUAGE: Readonly<Record<string, CountryCode>> = {
  bg: 'bg',
  da: 'dk',
  de: 'de',
  et: 'ee',
  fi: 'fi',
  is: 'is',
  lt: 'lt',
  lv: 'lv',
  nb: 'no',
  no: 'no',
  pl: 'pl',
  ro: 'ro',
  ru: 'ru',
  sv: 'se',
  uk: 'ua',
};
