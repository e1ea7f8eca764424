import type { CountryCode } from './codes.ts';

/**
 * What each country calls itself, and the ISO 639 code of the language that says so: the one its responders speak among
 * themselves. Not from Intl, of which browsers leave out the smaller languages.
 */
export const OWN_NAMES: Readonly<Record<CountryCode, { language: string; text: string }>> = {
  dk: { language: 'da', text: 'Danmark' },
  ee: { language: 'et', text: 'Eesti' },
  fi: { language: 'fi', text: 'Suomi' },
  de: { language: 'de', text: 'Deutschland' },
  is: { language: 'is', text: 'Ísland' },
  lv: { language: 'lv', text: 'Latvija' },
  lt: { language: 'lt', text: 'Lietuva' },
  no: { language: 'nb', text: 'Norge' },
  pl: { language: 'pl', text: 'Polska' },
  ru: { language: 'ru', text: 'Россия' },
  se: { language: 'sv', text: 'Sverige' },
  bg: { language: 'bg', text: 'България' },
  ro: { language: 'ro', text: 'România' },
  ua: { language: 'uk', text: 'Україна' },
};
