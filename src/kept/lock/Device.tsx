import { type FormEvent, useEffect, useState } from 'react';
import { givesSecret } from '../../device/authenticator.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { allowDevice, forbidDevice } from '../../workspace/lock/lock.ts';
import { readLock } from '../../workspace/store.ts';
import styles from '../backup/Backup.module.css';
import { Working } from '../backup/Working.tsx';
import { faultOf } from './fault.ts';
import { Typed } from './Typed.tsx';
import { usePassphraseTask } from './usePassphraseTask.ts';

/** Whether the device may open the lock, too. Nothing where it cannot. */
export function Device() {
  const t = useT();
  const [state, setState] = useState<'none' | 'off' | 'on'>('none');
  const [told, setTold] = useState('');
  const { task, isReady, said, run, fields } = usePassphraseTask('lock.notAllowed');
  useEffect(() => {
    Promise.all([readLock(), givesSecret()]).then(
      ([row, can]) => setState(row?.device ? 'on' : can ? 'off' : 'none'),
      () => undefined, // the screen says that nothing can be read
    );
  }, []);

  async function allow(event: FormEvent) {
    event.preventDefault();
    setTold('');
    if (!isReady) return fields.field.current?.focus();
    if (task.percent !== undefined || !(await run(allowDevice))) return;
    setState('on');
    setTold(t('lock.deviceAllowed'));
  }

  async function forbid() {
    try {
      await forbidDevice();
      setState('off');
      setTold(t('lock.deviceForbidden'));
    } catch (error) {
      setTold(t(faultOf(error)));
    }
  }

  if (state === 'none') return null;
  return (
    <Section title={t('lock.device')}>
      {state === 'on' ? (
        <>
          <p className={styles.text}>{t('lock.deviceOn')}</p>
          <p>
            <Button onClick={() => void forbid()}>{t('lock.forbidDevice')}</Button>
          </p>
        </>
      ) : (
        <form className={styles.form} onSubmit={(event) => void allow(event)} noValidate>
          <p className={styles.text}>{t('lock.deviceWhat')}</p>
          <Typed label={t('lock.present')} {...fields} />
          {task.percent === undefined ? (
            <p>
              <Button type="submit">{t('lock.allowDevice')}</Button>
            </p>
          ) : (
            <Working task={task} text={t('backup.unsealing', { percent: task.percent })} />
          )}
        </form>
      )}
      <p role="status">{told || said}</p>
    </Section>
  );
}
