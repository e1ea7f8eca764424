import { useSyncExternalStore } from 'react';
import { directoryStore } from '../dataset/dataset.ts';
import { useT } from '../i18n/i18n.ts';
import styles from './Loading.module.css';

/** What stands where a screen is still being opened: nothing for a second, then how much is done of how much. */
export function Loading() {
  const t = useT();
  const directory = useSyncExternalStore(directoryStore.subscribe, directoryStore.getSnapshot);
  const counted = directory.state === 'loading' && directory.total > 0;
  return (
    <div className={styles.loading}>
      {/* Said once: a count that is read out part by part drowns all else. */}
      <p role="status" className={counted ? 'visually-hidden' : undefined}>
        {t('loading.screen')}
      </p>
      {counted && <p>{t('loading.parts', { done: directory.done, total: directory.total })}</p>}
    </div>
  );
}
