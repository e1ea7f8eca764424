import { useDirectory } from '../../dataset/useDirectory.ts';
import { goneFrom } from '../../directory/former.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { label, names } from '../../i18n/labels.ts';
import { whoText } from '../../ui/own/ContactRow.tsx';
import { type About, useContacts } from '../../workspace/useOwn.ts';

/** Somebody one met, as shown. */
export interface Whom {
  name: string;
  /** What they are. */
  what: string;
  href: string;
  /** The language of the name, where one is known. */
  language?: string;
}

/** Finds whom a visit met; undefined for who is neither among one's contacts nor in the directory any more. */
export function useWhom(): (about: About) => Whom | undefined {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const { items: contacts } = useContacts();
  return ({ kind, id }) => {
    if (kind === 'contact') {
      const contact = contacts.find((one) => one.id === id);
      if (!contact) return undefined;
      const what = whoText(contact) || t('visits.met.yours');
      return { name: contact.name, what, href: `/workspace/contacts/${id}` };
    }
    const responder = kind === 'responder' ? directory.responder(id) : undefined;
    if (kind === 'responder' && !responder) {
      const gone = goneFrom(directory, id);
      return gone && { name: gone.name, what: t('changes.gone'), href: `/responders/${id}`, language: 'en' };
    }
    if (!responder) return undefined;
    const { main } = names(responder.name, language);
    const what = label(directory.taxonomy, 'kinds', responder.kind, language);
    return { name: main.text, what, href: `/responders/${id}`, language: main.language };
  };
}
