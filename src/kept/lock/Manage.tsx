import { type FormEvent, useEffect, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { change, lockEverywhere, setMinutes, takeOff } from '../../workspace/lock/lock.ts';
import { readLock } from '../../workspace/store.ts';
import styles from '../backup/Backup.module.css';
import { Working } from '../backup/Working.tsx';
import { Chosen, useChosen } from './Chosen.tsx';
import { Device } from './Device.tsx';
import { faultOf } from './fault.ts';
import { Minutes } from './Minutes.tsx';
import { Typed } from './Typed.tsx';
import { usePassphraseTask } from './usePassphraseTask.ts';

/**
 * A lock that is on, and open: its time, another passphrase, and taking it off.
 * @param isSaid whether it stands above already that it is on
 */
export function Manage({ isSaid, onDone }: { isSaid: boolean; onDone(said: string): void }) {
  const t = useT();
  const [minutes, setChosen] = useState<number>();
  const [fault, setFault] = useState('');
  useEffect(() => {
    readLock().then(
      (row) => setChosen(row?.minutes),
      () => undefined, // the time is chosen anew with the passphrase
    );
  }, []);

  async function choose(next: number) {
    setFault('');
    try {
      await setMinutes(next);
      setChosen(next);
    } catch (error) {
      setFault(t(faultOf(error)));
    }
  }

  return (
    <>
      {!isSaid && <p className={styles.text}>{t('lock.isOn')}</p>}
      <p>
        <Button variant="primary" onClick={lockEverywhere}>
          {t('lock.now')}
        </Button>
      </p>
      {minutes !== undefined && <Minutes value={minutes} onChange={(next) => void choose(next)} />}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      {minutes !== undefined && (
        <Section title={t('lock.change')}>
          <Change minutes={minutes} onDone={() => onDone(t('lock.changed'))} />
        </Section>
      )}
      <Device />
      <Section title={t('lock.takeOff')}>
        <TakeOff onDone={() => onDone(t('lock.isOff'))} />
      </Section>
    </>
  );
}

function Change({ minutes, onDone }: { minutes: number; onDone(): void }) {
  const t = useT();
  const chosen = useChosen(minutes);
  const { task, isReady, said, run, fields } = usePassphraseTask();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isReady) return fields.field.current?.focus();
    if (!chosen.check() || task.percent !== undefined) return;
    if (!(await run((typed, how) => change(typed, chosen.choice, how)))) return;
    chosen.clear();
    onDone();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <Typed label={t('lock.present')} {...fields} />
      <Chosen fields={chosen.fields} label={t('lock.next')} />
      {task.percent === undefined ? (
        <p>
          <Button type="submit">{t('lock.change')}</Button>
        </p>
      ) : (
        <Working task={task} text={t('backup.sealing', { percent: task.percent })} />
      )}
      <p role="status">{said}</p>
    </form>
  );
}

function TakeOff({ onDone }: { onDone(): void }) {
  const t = useT();
  const { task, isReady, said, run, fields } = usePassphraseTask();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isReady) return fields.field.current?.focus();
    if (task.percent === undefined && (await run(takeOff))) onDone();
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles.text}>{t('lock.takeOffWhat')}</p>
      <Typed label={t('lock.present')} {...fields} />
      {task.percent === undefined ? (
        <p>
          <Button type="submit">{t('lock.takeOff')}</Button>
        </p>
      ) : (
        <Working task={task} text={t('backup.unsealing', { percent: task.percent })} />
      )}
      <p role="status">{said}</p>
    </form>
  );
}
