/** Messages that few ever read: each group comes with the screens that say it. */
import { addMessages, type Messages } from './i18n.ts';
import type { Language } from './languages.ts';

/** `corner`: what one writes down oneself; `corrections`: for the curators; the others by their screens. */
export type Group = 'backup' | 'corner' | 'corrections' | 'exchange' | 'visits';

const files = import.meta.glob<Messages>('./messages/*/{backup,corner,corrections,exchange,visits}.json', {
  import: 'default',
});
/** One for each group: what was added once is added in the next language too, and not twice. */
const loaders = new Map<Group, (language: Language) => Promise<Messages>>();

/** Adds a group in the language of the screens, and in each that they speak later. @throws when it cannot be loaded */
export function laterMessages(group: Group): Promise<void> {
  let load = loaders.get(group);
  if (!load) {
    load = async (language) => {
      const file = files[`./messages/${language}/${group}.json`];
      if (!file) throw new Error(`no messages about ${group} in ${language}`);
      return file();
    };
    loaders.set(group, load);
  }
  return addMessages(load);
}
