/** The whole directory as rows of HSDS: the mapping's one way in. */
import type { Directory } from '../../src/directory/directory.ts';
import { contextOf, together } from './context.ts';
import { emergencyRows } from './emergency.ts';
import { responderRows } from './responders.ts';
import type { Tables } from './schema.ts';
import { taxonomyRows } from './vocabulary.ts';

/** The same directory gives the same rows in the same order. */
export function tablesOf(directory: Directory): Tables {
  const context = contextOf(directory);
  const countries = [...directory.countries.values()];
  return together([
    ...countries.map((country) => emergencyRows(country, context)),
    ...countries.flatMap((country) => country.responders.map((one) => responderRows(country, one, context))),
    taxonomyRows(directory.taxonomy, String(directory.edition)),
  ]);
}
