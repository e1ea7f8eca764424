import { useSyncExternalStore } from 'react';
import { useT } from '../i18n/i18n.ts';
import { heldStore } from '../workspace/held.ts';
import styles from './OfflineBar.module.css';

/** Says that another tab keeps what is kept from being opened; goes by itself once it is. */
export function HeldNotice() {
  const t = useT();
  const held = useSyncExternalStore(heldStore.subscribe, heldStore.getSnapshot);
  return (
    <div role="status">
      {held && (
        <div className={styles.bar}>
          <p>{t('saving.held')}</p>
        </div>
      )}
    </div>
  );
}
