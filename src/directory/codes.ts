/**
 * The codes that are fixed in the program: countries, regions, vocabularies, measures. Apart from the schema, so that the
 * first screen need not carry what checks data.
 */

/** The fourteen countries, ISO 3166-1 lower case: the eleven Baltic Sea states, then Bulgaria, Romania, Ukraine. */
export const COUNTRIES = ['dk', 'ee', 'fi', 'de', 'is', 'lv', 'lt', 'no', 'pl', 'ru', 'se', 'bg', 'ro', 'ua'] as const;
export type CountryCode = (typeof COUNTRIES)[number];

/** Where an entry belongs: one of the countries, or `eu` for international bodies. */
export const REGIONS = [...COUNTRIES, 'eu'] as const;
export type Region = (typeof REGIONS)[number];

/** The vocabularies of `data/taxonomy.json`. */
export const VOCABULARIES = [
  'kinds',
  'services',
  'sex',
  'age',
  'nationality',
  'exploitation',
  'measures',
  'legal',
  'hours',
  'subject',
  'channels',
  'emergency',
  'purposes',
  'coverage',
] as const;
export type Vocabulary = (typeof VOCABULARIES)[number];

/** The app's own screens that the search leads to. */
export const SCREENS = ['first-words', 'plan', 'kept'] as const;
export type ScreenName = (typeof SCREENS)[number];

/** The seven measures of the Transnational Referral Mechanism (TRM, 2019-2020). */
export const MEASURES = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type Measure = (typeof MEASURES)[number];
