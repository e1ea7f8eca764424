import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { directoryStore } from '../dataset/dataset.ts';
import { IS_DEVELOPMENT } from '../dataset/keys.ts';
import { useIsOldEdition } from '../dataset/useIsOldEdition.ts';
import { partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import styles from './Settings.module.css';

/** In the place of a line that comes a moment later, so that nothing below it moves. */
const KEPT_LINE = '\u00a0';

/** Which version of the app this is, and which edition of the data, of what day; the way to what it changed. */
export function Versions() {
  const t = useT();
  const state = useSyncExternalStore(directoryStore.subscribe, directoryStore.getSnapshot);
  const isOld = useIsOldEdition();
  return (
    <>
      <p>{t('settings.app', { version: __APP_VERSION__ })}</p>
      <p>
        {state.state === 'ready'
          ? t('settings.edition', {
              edition: state.directory.edition,
              date: partialDate(state.directory.date, currentLanguage()),
            })
          : KEPT_LINE}
      </p>
      {state.state === 'ready' && isOld && (
        <p>{t('editions.old', { date: partialDate(state.directory.date, currentLanguage()) })}</p>
      )}
      {IS_DEVELOPMENT && <p>{t('editions.development')}</p>}
      <p>
        <Link className={styles.link} href="/changes">
          {t('editions.changed')}
        </Link>
      </p>
    </>
  );
}
