import { useMemo } from 'react';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { COUNTRIES } from '../../directory/codes.ts';
import { goneFrom } from '../../directory/former.ts';
import { countryName } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import { type About, useContacts, useNotes, useVisits } from '../../workspace/useOwn.ts';
import { contactEntry, noteEntry, type OwnEntry, visitEntry } from './entries.ts';

/** All contacts, visits and notes, as they are searched. */
export function useOwnEntries(): OwnEntry[] {
  const contacts = useContacts().items;
  const notes = useNotes().items;
  const visits = useVisits().items;
  const directory = useDirectory();
  const language = currentLanguage();
  return useMemo(() => {
    const nameOf = (country: string | undefined) => {
      const known = COUNTRIES.find((code) => code === country);
      return known ? countryName(known, language) : '';
    };
    const nameOfAbout = ({ kind, id }: About) => {
      const responder = kind === 'responder' ? directory.responder(id) : undefined;
      const contact = kind === 'contact' ? contacts.find((one) => one.id === id)?.name : undefined;
      const visit = kind === 'visit' ? visits.find((one) => one.id === id)?.title : undefined;
      return responder
        ? names(responder.name, language).main.text
        : (contact ?? visit ?? goneFrom(directory, id)?.name ?? '');
    };
    return [
      ...contacts.map((contact) =>
        contactEntry(contact, [
          nameOf(contact.country),
          ...Object.values(directory.responder(contact.responder ?? '')?.name ?? {}),
        ]),
      ),
      ...visits.map((visit) => visitEntry(visit, nameOf(visit.country))),
      ...notes.map((note) => noteEntry(note, nameOfAbout(note.about))),
    ];
  }, [contacts, notes, visits, language, directory]);
}
