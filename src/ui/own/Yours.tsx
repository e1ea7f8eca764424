import { Link } from 'wouter';
import { useT } from '../../i18n/i18n.ts';
import { useContacts, useNotes } from '../../workspace/useOwn.ts';
import { Section } from '../Section.tsx';
import { ContactRow } from './ContactRow.tsx';
import { Notes } from './Notes.tsx';
import { OwnReach } from './OwnReach.tsx';
import styles from './own.module.css';

/** What the user wrote down of a responder: whom they met there, and notes. */
export default function Yours({ responder }: { responder: string }) {
  const t = useT();
  const contacts = useContacts();
  const notes = useNotes({ kind: 'responder', id: responder });
  const met = contacts.items.filter((contact) => contact.responder === responder);
  if (contacts.state !== 'ready' || notes.state === 'unavailable') return null;
  return (
    <div className={`${styles.yours} no-print`}>
      <Section title={t('corner.yours')}>
        <p className={styles.soft}>{t('corner.yoursHint')}</p>
        {met.map((contact) => (
          <div key={contact.id} className={styles.card}>
            <ContactRow contact={contact} />
            <OwnReach contact={contact} />
          </div>
        ))}
        <Notes about={{ kind: 'responder', id: responder }} />
        <p>
          <Link className={styles.link} href={`/workspace/contacts/new?${new URLSearchParams({ responder })}`}>
            {t('corner.contact.metHere')}
          </Link>
        </p>
      </Section>
    </div>
  );
}
