/** Messages that few ever read: each group comes with the screens that say it. */
import { addMessages, type Messages } from './i18n.ts';
import type { Language } from './languages.ts';

/** `corner`: what one writes down oneself; `corrections`: for the curators. */
export type Group = 'corner' | 'corrections';

const files = import.meta.glob<Messages>('./messages/*/{corner,corrections}.json', { import: 'default' });
const loaders: Record<Group, (language: Language) => Promise<Messages>> = {
  corner: (language) => load(language, 'corner'),
  corrections: (language) => load(language, 'corrections'),
};

/** Adds a group in the language of the screens, and in each that they speak later. @throws when it cannot be loaded */
export function laterMessages(group: Group): Promise<void> {
  return addMessages(loaders[group]);
}

async function load(language: Language, group: Group): Promise<Messages> {
  const file = files[`./messages/${language}/${group}.json`];
  if (!file) throw new Error(`no messages for ${language}`);
  return file();
}
