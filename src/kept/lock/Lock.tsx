import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { heldStore } from '../../workspace/held.ts';
import { lockStore } from '../../workspace/lock/state.ts';
import { readLock } from '../../workspace/store.ts';
import { Back } from '../Back.tsx';
import styles from '../backup/Backup.module.css';
import lockStyles from './Lock.module.css';
import { Manage } from './Manage.tsx';
import { SetUp } from './SetUp.tsx';

/** A lock on what is kept: putting it on, changing it, taking it off. */
export default function Lock() {
  const t = useT();
  const lock = useSyncExternalStore(lockStore.subscribe, lockStore.getSnapshot);
  const [said, setSaid] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  /** Until the last of it is written, the form that puts it on stays, though it is on. */
  const [mode, setMode] = useState<'off' | 'open'>();
  const outcome = useRef<HTMLParagraphElement>(null);
  const isHeld = useSyncExternalStore(heldStore.subscribe, heldStore.getSnapshot);
  useEffect(() => {
    if (isHeld) return;
    readLock().then(
      (row) => setMode((mode) => mode ?? (row ? 'open' : 'off')),
      (error) => {
        console.warn('lock:', error);
        // What something holds is waited for, as the frame says.
        setIsRefused(!heldStore.getSnapshot());
      },
    );
  }, [isHeld]);
  useEffect(() => {
    if (said !== '') outcome.current?.focus();
  }, [said]);

  function done(next: 'off' | 'open', what: string) {
    setMode(next);
    setSaid(what);
  }

  return (
    <Screen title={t('lock.title')} above={<Back />}>
      <p ref={outcome} tabIndex={-1} className={lockStyles.said}>
        {said}
      </p>
      {isRefused && <p className={styles.notice}>{t('workspace.unavailable')}</p>}
      {mode === undefined && !isRefused && <Loading />}
      {mode === 'off' && <SetUp onDone={() => done('open', t('lock.done'))} />}
      {mode === 'open' && lock !== 'unknown' && (
        <Manage
          isSaid={said !== ''}
          onDone={(what) => done(lockStore.getSnapshot() === 'off' ? 'off' : 'open', what)}
        />
      )}
    </Screen>
  );
}
