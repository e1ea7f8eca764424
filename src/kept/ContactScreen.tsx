import { useState } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { languageName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Loading } from '../ui/Loading.tsx';
import { whoText } from '../ui/own/ContactRow.tsx';
import { Notes } from '../ui/own/Notes.tsx';
import { OwnReach } from '../ui/own/OwnReach.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import { type OwnContact, type Removed, removeOwn, undoRemove, useContacts } from '../workspace/useOwn.ts';
import { Back } from './Back.tsx';
import styles from './Kept.module.css';

/** Somebody the user met: how to reach them first. */
export function ContactScreen({ id }: { id: string }) {
  const t = useT();
  const { state, items } = useContacts();
  const [removed, setRemoved] = useState<Removed>();
  const contact = items.find((one) => one.id === id);
  if (state === 'loading') return <Loading />;
  if (contact) return <Found contact={contact} onRemoved={setRemoved} />;
  return (
    <Screen title={t('corner.contact.title')} above={<Back />}>
      {removed ? (
        <div role="status" className={styles.undo}>
          <p>{t('corner.contact.deleted')}</p>
          <Button autoFocus onClick={() => void undoRemove(removed)}>
            {t('corner.undo')}
          </Button>
        </div>
      ) : (
        <p>{t(state === 'unavailable' ? 'workspace.unavailable' : 'corner.contact.notHere')}</p>
      )}
    </Screen>
  );
}

function Found({ contact, onRemoved }: { contact: OwnContact; onRemoved(removed: Removed): void }) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const [failed, setFailed] = useState(false);
  const responder = directory.responder(contact.responder ?? '');
  const who = whoText(contact);

  async function remove() {
    const removed = await removeOwn('contacts', contact.id);
    setFailed(!removed);
    if (removed) onRemoved(removed);
  }

  return (
    <Screen title={contact.name} tabTitle={t('corner.contact.title')} above={<Back />}>
      <div className={styles.head}>
        {contact.mine && <p className={styles.tag}>{t('corner.contact.mine')}</p>}
        {who !== '' && <p>{who}</p>}
        {contact.languages.length > 0 && (
          <p className={styles.soft}>
            {t('corner.contact.speaks', {
              languages: contact.languages.map((code) => languageName(code, language)).join(', '),
            })}
          </p>
        )}
      </div>
      {contact.channels.length > 0 && (
        <div className={styles.stack}>
          <OwnReach contact={contact} />
          <p className={styles.soft}>{t('corner.unchecked')}</p>
        </div>
      )}
      {(contact.met !== undefined || contact.note !== undefined || responder) && (
        <dl className={styles.facts}>
          {responder && (
            <div>
              <dt>{t('corner.contact.responder')}</dt>
              <dd>
                <Link className={styles.find} href={`/responders/${responder.id}`}>
                  {names(responder.name, language).main.text}
                </Link>
              </dd>
            </div>
          )}
          {contact.met !== undefined && (
            <div>
              <dt>{t('corner.contact.met')}</dt>
              <dd>{contact.met}</dd>
            </div>
          )}
          {contact.note !== undefined && (
            <div>
              <dt>{t('corner.contact.note')}</dt>
              <dd className={styles.lines}>{contact.note}</dd>
            </div>
          )}
        </dl>
      )}
      <Section title={t('corner.notes')}>
        <Notes about={{ kind: 'contact', id: contact.id }} />
      </Section>
      <div className={`${styles.buttons} no-print`}>
        <Link className={styles.act} href={`/workspace/contacts/${contact.id}/edit`}>
          {t('corner.change')}
        </Link>
        <Button onClick={() => void remove()}>{t('corner.delete')}</Button>
      </div>
      <div role="status">{failed && <p className={styles.notice}>{t('corner.notDeleted')}</p>}</div>
    </Screen>
  );
}
