import { type FormEvent, useEffect, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { unlock, unlockByDevice } from '../../workspace/lock/lock.ts';
import { readLock } from '../../workspace/store.ts';
import styles from '../backup/Backup.module.css';
import { Working } from '../backup/Working.tsx';
import { Wipe } from '../Wipe.tsx';
import lockStyles from './Lock.module.css';
import { Typed } from './Typed.tsx';
import { usePassphraseTask } from './usePassphraseTask.ts';

/** In the place of what is kept, while it is locked. */
export default function Unlock() {
  const t = useT();
  const { task, isReady, said, run, fields } = usePassphraseTask();
  const [byDevice, setByDevice] = useState(false);
  const [refused, setRefused] = useState('');
  useEffect(() => {
    readLock().then(
      (row) => setByDevice(row?.device !== undefined),
      () => undefined, // it is said when somebody tries
    );
  }, []);

  async function open() {
    setRefused('');
    try {
      await unlockByDevice();
    } catch (error) {
      console.warn('lock:', error);
      setRefused(t('lock.notByDevice'));
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isReady && task.percent === undefined) void run(unlock);
  }

  return (
    <Screen title={t('workspace.title')}>
      <p className={styles.text}>{t('lock.locked')}</p>
      {byDevice && (
        <div>
          <Button onClick={() => void open()}>{t('lock.byDevice')}</Button>
          <p role="alert" className={styles.fault}>
            {refused}
          </p>
        </div>
      )}
      <form className={styles.form} onSubmit={submit} noValidate>
        <Typed label={t('backup.passphrase')} {...fields} />
        {task.percent === undefined ? (
          <p>
            <Button variant="primary" type="submit" disabled={!isReady}>
              {t('lock.unlock')}
            </Button>
          </p>
        ) : (
          <Working task={task} text={t('backup.unsealing', { percent: task.percent })} />
        )}
        <p role="status">{said}</p>
      </form>
      <details className={lockStyles.more}>
        <summary>{t('lock.lost')}</summary>
        <div className={lockStyles.inside}>
          <p className={styles.text}>{t('lock.lostWhat')}</p>
          <Wipe />
        </div>
      </details>
    </Screen>
  );
}
