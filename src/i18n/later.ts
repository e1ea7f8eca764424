/** Messages that few ever read: each group comes with the screens that say it. */
import { addMessages, type Messages } from './i18n.ts';
import type { Language } from './languages.ts';

const groups = import.meta.glob<Messages>('./messages/*/{backup,corner,corrections}.json', { import: 'default' });

/** About corrections for the curators. @throws when it cannot be loaded */
export function correctionMessages(): Promise<void> {
  return addMessages(correctionsIn);
}

/** About what one writes down oneself. @throws when it cannot be loaded */
export function cornerMessages(): Promise<void> {
  return addMessages(cornerIn);
}

/** About backups, and what keeps things safe. @throws when it cannot be loaded */
export function backupMessages(): Promise<void> {
  return addMessages(backupIn);
}

const backupIn = (language: Language) => load(language, 'backup');
const correctionsIn = (language: Language) => load(language, 'corrections');
const cornerIn = (language: Language) => load(language, 'corner');

async function load(language: Language, group: string): Promise<Messages> {
  const file = groups[`./messages/${language}/${group}.json`];
  if (!file) throw new Error(`no messages for ${language}`);
  return file();
}
