import { useState, useSyncExternalStore } from 'react';
import { applyUpdate, offlineStore } from '../device/offline.ts';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import styles from './OfflineBar.module.css';

/** A quiet bar that offers a new version, or says why a reload would help. Nothing happens until it is pressed. */
export function UpdatePrompt() {
  const t = useT();
  const { update } = useSyncExternalStore(offlineStore.subscribe, offlineStore.getSnapshot);
  const [putOff, setPutOff] = useState<typeof update>('none');
  const shown = update !== 'none' && update !== putOff;
  return (
    <div aria-live="polite">
      {shown && (
        <section className={styles.bar} aria-label={t('update.label')}>
          <p>
            {update === 'waiting' && t('update.waiting')}
            {update === 'completing' && t('update.completing')}
            {update === 'not-whole' && t('update.notWhole')}
            {update === 'elsewhere' && t('update.elsewhere')}
            {update === 'part-missing' && t('update.partMissing')}
          </p>
          {update === 'waiting' || update === 'not-whole' ? (
            <Button variant="primary" onClick={() => void applyUpdate()}>
              {t(update === 'waiting' ? 'update.apply' : 'update.again')}
            </Button>
          ) : update === 'completing' ? null : (
            <Button variant="primary" onClick={() => location.reload()}>
              {t('update.reload')}
            </Button>
          )}
          <Button onClick={() => setPutOff(update)}>{t('update.later')}</Button>
        </section>
      )}
    </div>
  );
}
