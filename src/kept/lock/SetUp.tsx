import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { putOn } from '../../workspace/lock/lock.ts';
import styles from '../backup/Backup.module.css';
import { useTask } from '../backup/useTask.ts';
import { Working } from '../backup/Working.tsx';
import { Chosen, useChosen } from './Chosen.tsx';
import { faultOf } from './fault.ts';
import lockStyles from './Lock.module.css';

/** Puts a lock on; what it costs is said before. */
export function SetUp({ onDone }: { onDone(): void }) {
  const t = useT();
  const task = useTask();
  const chosen = useChosen();
  const [fault, setFault] = useState('');
  const [said, setSaid] = useState('');

  async function submit(event: FormEvent) {
    event.preventDefault();
    setFault('');
    setSaid('');
    if (!chosen.check() || task.percent !== undefined) return;
    try {
      const done = await task.run(async (onPercent, signal) => {
        await putOn(chosen.choice, { onPercent: (percent) => onPercent(Math.floor(percent)), signal });
        return true;
      });
      if (!done) return setSaid(t('backup.cancelled'));
      onDone();
    } catch (error) {
      setFault(t(faultOf(error)));
    }
  }

  return (
    <>
      <p className={styles.text}>{t('lock.intro')}</p>
      <div className={lockStyles.beforehand}>
        <p>{t('lock.beforehand')}</p>
        <p>
          <Link className={lockStyles.act} href="/workspace/backup">
            {t('lock.backupFirst')}
          </Link>
        </p>
      </div>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <Chosen fields={chosen.fields} label={t('backup.passphrase')} />
        {task.percent === undefined ? (
          <p>
            <Button variant="primary" type="submit">
              {t('lock.putOn')}
            </Button>
          </p>
        ) : (
          <Working task={task} text={t('backup.sealing', { percent: task.percent })} />
        )}
      </form>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <p role="status">{said}</p>
    </>
  );
}
