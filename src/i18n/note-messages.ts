/** The messages of the handover note in any language, whatever language the screens speak. */
import { createInstance } from 'i18next';
import { type Table, writeAs } from './tables.ts';

const files = import.meta.glob<Record<string, unknown>>('./messages/*/note.json', { import: 'default' });
const tables = import.meta.glob<Table>('./tables/*.json', { import: 'default' });

/** A message such as `note.title`, with its parameters filled in. */
export type SayNote = (key: string, params?: Record<string, string>) => string;

/** Loads the note's messages in a language. @throws when there are none or they cannot be loaded */
export async function noteMessages(language: string): Promise<SayNote> {
  const load = files[`./messages/${language}/note.json`];
  if (!load) throw new Error(`no note in ${language}`);
  const table = await tables[`./tables/${language}.json`]?.();
  if (table) writeAs(language, table);
  const i18n = createInstance();
  await i18n.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await load() } },
    interpolation: { escapeValue: false },
  });
  const t = i18n.getFixedT(language);
  return (key, params) => t(key, params ?? {});
}
