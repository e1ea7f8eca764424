import { useEffect, useState } from 'react';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { countryName, languageName, partialDate } from '../../i18n/format.ts';
import { label } from '../../i18n/labels.ts';
import type { Language } from '../../i18n/languages.ts';
import { noteMessages } from '../../i18n/note-messages.ts';
import type { Say } from '../../i18n/say.ts';
import type { Words } from '../note.ts';

/** What a note or an answer asks of a language; undefined until its messages are there. */
export function useNoteWords(language: string): Words | undefined {
  const { taxonomy } = useDirectory();
  const [said, setSaid] = useState<{ language: string; say: Say }>();
  useEffect(() => {
    let on = true;
    noteMessages(language).then(
      (say) => on && setSaid({ language, say }),
      (error: unknown) => console.warn('note:', error),
    );
    return () => {
      on = false;
    };
  }, [language]);
  if (said?.language !== language) return undefined;
  return {
    say: said.say,
    country: (code) => countryName(code as 'lv', language),
    language: (code) => languageName(code, language),
    form: (code) => label(taxonomy, 'exploitation', code, language),
    day: (date) => partialDate(date, language as Language),
  };
}
