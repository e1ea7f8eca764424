/** The messages of the handover note in any language, whatever language the screens speak. */
import { addSayings, type Say, sayer } from './say.ts';
import { type Table, writeAs } from './tables.ts';

const files = import.meta.glob<Record<string, unknown>>('./messages/*/note.json', { import: 'default' });
const tables = import.meta.glob<Table>('./tables/*.json', { import: 'default' });

/** Loads the note's messages in a language. @throws when there are none or they cannot be loaded */
export async function noteMessages(language: string): Promise<Say> {
  const load = files[`./messages/${language}/note.json`];
  if (!load) throw new Error(`no note in ${language}`);
  const table = await tables[`./tables/${language}.json`]?.();
  if (table) writeAs(language, table);
  const sayings = new Map();
  addSayings(sayings, await load());
  return sayer(language, sayings);
}
