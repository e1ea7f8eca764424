/** Messages that few ever read: each group comes with the screens that say it, and none of them with the first. */
import { addMessages, type Messages } from './i18n.ts';
import type { Language } from './languages.ts';

const groups = import.meta.glob<Messages>('./messages/*/{backup,corner,corrections,exchange,visits}.json', {
  import: 'default',
});

/** Loads a group in the language of the screen. @throws when it cannot be loaded */
const group = (name: string) => {
  const load = (language: Language): Promise<Messages> => {
    const file = groups[`./messages/${language}/${name}.json`];
    if (!file) throw new Error(`no messages about ${name} in ${language}`);
    return file();
  };
  return (): Promise<void> => addMessages(load);
};

/** About backups, and what keeps things safe. */
export const backupMessages = group('backup');
/** About corrections for the curators. */
export const correctionMessages = group('corrections');
/** About what one writes down oneself. */
export const cornerMessages = group('corner');
/** About giving contacts and taking them in. */
export const exchangeMessages = group('exchange');
/** About study visits. */
export const visitMessages = group('visits');
