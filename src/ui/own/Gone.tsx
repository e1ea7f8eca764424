import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { localDay } from '../../device/clock.ts';
import { goneFrom } from '../../directory/former.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import { useContacts, useNotes } from '../../workspace/useOwn.ts';
import { useKept } from '../../workspace/useWorkspace.ts';
import { Loading } from '../Loading.tsx';
import { NotFound } from '../NotFound.tsx';
import { Screen } from '../Screen.tsx';
import styles from './own.module.css';
import { Yours } from './Yours.tsx';

/** A responder that a later edition no longer has: what is known of it still, and what the user wrote down of it. */
export function Gone({ id }: { id: string }) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const gone = goneFrom(directory, id);
  const kept = useKept();
  const notes = useNotes({ kind: 'responder', id });
  const contacts = useContacts();
  const noted = kept.items.find((one) => one.id === id);
  const isMine = noted || notes.items.length > 0 || contacts.items.some(({ responder }) => responder === id);
  if (!gone && !isMine)
    return [kept, notes, contacts].some(({ state }) => state === 'loading') ? <Loading /> : <NotFound />;
  const name = noted ? names(noted.name, language).main : gone && { text: gone.name, language: 'en' };
  return (
    <Screen title={name?.text ?? t('changes.gone')} {...(name && { titleLanguage: name.language })}>
      {noted?.number !== undefined && <p className={styles.number}>{noted.number}</p>}
      <p>
        {noted?.number === undefined
          ? t('changes.gone')
          : t('workspace.gone', {
              edition: directory.edition,
              date: partialDate(localDay(new Date(noted.at)), language),
            })}
      </p>
      <p>
        <Link href="/changes">{t('changes.title')}</Link>
      </p>
      <Yours responder={id} />
    </Screen>
  );
}
