import { useEffect, useState, useSyncExternalStore } from 'react';
import { offlineStore, prepareAgain } from '../device/offline.ts';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import styles from './OfflineBar.module.css';

/** How long "Ready offline" stays on the screen. */
const READY_MS = 6000;

/**
 * While the app is being stored: how much is done of how much. Then, for a moment, that it is ready; or, until it is put off,
 * that it is not, and why. Otherwise nothing.
 */
export function OfflineProgress() {
  const t = useT();
  const { readiness } = useSyncExternalStore(offlineStore.subscribe, offlineStore.getSnapshot);
  const [phase, setPhase] = useState<'idle' | 'preparing' | 'announcing'>('idle');
  const { state } = readiness;
  const noRoom = 'noRoom' in readiness && readiness.noRoom;
  // What the browser has cleared away since comes back with the network, and one that lets no worker in never will be: Settings says it.
  const lacking = noRoom || (readiness.state === 'failed' && readiness.begun);
  const [putOff, setPutOff] = useState(false);

  if (state === 'preparing' && phase !== 'preparing') setPhase('preparing');
  if (state === 'ready' && phase === 'preparing') setPhase('announcing');

  useEffect(() => {
    if (phase !== 'announcing') return;
    const timer = setTimeout(() => setPhase('idle'), READY_MS);
    return () => clearTimeout(timer);
  }, [phase]);

  const { done, total } = readiness.state === 'preparing' ? readiness : { done: 0, total: 0 };
  return (
    <>
      {/* Spoken: the beginning and the end. The count in between is for the eye, or a screen reader would say little else. */}
      <p role="status" className="visually-hidden">
        {state === 'preparing' && t('offline.preparingFirst')}
        {phase === 'announcing' && `${t('offline.ready')}. ${t('offline.readyMore')}`}
      </p>
      <div role="status">
        {lacking && !putOff && (
          <div className={styles.bar}>
            <p>
              <strong>{t('offline.failed')}.</strong> {t(noRoom ? 'offline.noRoom' : 'offline.failedMore')}
            </p>
            <Button variant="primary" onClick={() => void prepareAgain()}>
              {t('offline.again')}
            </Button>
            <Button onClick={() => setPutOff(true)}>{t('update.later')}</Button>
          </div>
        )}
      </div>
      {state === 'preparing' && (
        <div className={styles.progress}>
          <span id="offline-progress">
            {total > 0 ? t('offline.preparing', { done, total }) : t('offline.preparingFirst')}
          </span>
          <progress aria-labelledby="offline-progress" {...(total > 0 && { value: done, max: total })} />
        </div>
      )}
      {phase === 'announcing' && (
        <p className={styles.progress} aria-hidden="true">
          <span>
            <strong>{t('offline.ready')}.</strong> {t('offline.readyMore')}
          </span>
        </p>
      )}
    </>
  );
}
