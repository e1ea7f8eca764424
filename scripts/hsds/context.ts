/** What every part of the mapping needs to know of the directory. */
import { type Directory, isCountry } from '../../src/directory/directory.ts';
import type { CountryPack } from '../../src/directory/pack.ts';
import type { Region, VOCABULARIES } from '../../src/directory/schema.ts';
import type { Span } from './schedules.ts';
import { type Row, TABLE_NAMES, type TableName, type Tables } from './schema.ts';

export interface Context {
  directory: Directory;
  /** The day of the edition: confidence is judged on it, not on the day of the build, so that the same data give the same bytes. */
  day: Date;
  /** The days for which schedules are worked out: from the edition's to the end of the year after. */
  span: Span;
  label(vocabulary: (typeof VOCABULARIES)[number], code: string): string;
  /** English name of a country; undefined for the international bodies. */
  countryName(region: Region): string | undefined;
}

export function contextOf(directory: Directory): Context {
  const { taxonomy, places, date } = directory;
  return {
    directory,
    day: new Date(date),
    span: { from: date, to: `${Number(date.slice(0, 4)) + 1}-12-31` },
    label: (vocabulary, code) => taxonomy[vocabulary][code]?.label.en ?? code,
    countryName: (region) => (isCountry(region) ? places.countries[region]?.name.en : undefined),
  };
}

/** Rows of some tables, as one part of the mapping makes them. */
export type Rows = { [Table in TableName]?: Row<Table>[] };

/** All rows of all parts, table by table. */
export function together(parts: readonly Rows[]): Tables {
  return Object.fromEntries(
    TABLE_NAMES.map((table) => [table, parts.flatMap((part): unknown[] => part[table] ?? [])]),
  ) as unknown as Tables;
}

/** The country as ISO 3166-1 has it; an international body's is not known. */
export function isoCountry({ country }: Pick<CountryPack, 'country'>): string {
  return isCountry(country) ? country.toUpperCase() : '';
}
