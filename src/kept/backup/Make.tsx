import { type FormEvent, useEffect, useRef, useState } from 'react';
import { localDay } from '../../device/clock.ts';
import { giveFile } from '../../device/give-file.ts';
import { saveFile } from '../../device/save-file.ts';
import { bytes, number } from '../../i18n/amounts.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { type Made, makeBackup } from '../../workspace/backup/backup.ts';
import { lastBackup, noteBackup } from '../../workspace/backup/due.ts';
import styles from './Backup.module.css';
import { faultOf } from './fault.ts';
import { NewPassphrase, useNewPassphrase } from './NewPassphrase.tsx';
import { useTask } from './useTask.ts';
import { Working } from './Working.tsx';

/** Makes a backup; it is sent by a second tap: a browser lets nothing be shared long after a tap. */
export function Make() {
  const t = useT();
  const language = currentLanguage();
  const task = useTask();
  const ready = useRef<HTMLParagraphElement>(null);
  const passphrase = useNewPassphrase();
  const [isAsked, setIsAsked] = useState(false);
  const [made, setMade] = useState<Made>();
  const [said, setSaid] = useState('');
  const last = lastBackup();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is there once the backup is
  useEffect(() => ready.current?.focus(), [made]);

  async function seal(event: FormEvent) {
    event.preventDefault();
    setIsAsked(true);
    setSaid('');
    if (passphrase.mistake) return passphrase.focus();
    try {
      const result = await task.run((onPercent, signal) => makeBackup(passphrase.typed, onPercent, signal));
      if (!result) return setSaid(t('backup.cancelled'));
      setMade(result);
      passphrase.clear();
    } catch (error) {
      setSaid(t(faultOf(error)));
    }
  }

  function left(how: 'shared' | 'saved' | 'cancelled', { file, at }: Made) {
    if (how === 'cancelled') return;
    noteBackup(at);
    setSaid(t(`backup.${how}`, { name: file.name }));
  }

  return (
    <>
      <p className={styles.soft}>
        {last === undefined
          ? t('backup.never')
          : t('backup.last', { date: partialDate(localDay(new Date(last)), language) })}
      </p>
      {made ? (
        <div className={styles.ready}>
          <p ref={ready} tabIndex={-1}>
            {t('backup.ready', {
              name: made.file.name,
              number: number(made.rows, language),
              size: bytes(made.file.size, language),
            })}
          </p>
          {made.leftOut > 0 && <p>{t('backup.leftOut', { number: number(made.leftOut, language) })}</p>}
          <div className={styles.pair}>
            <Button
              variant="primary"
              onClick={() => void giveFile(made.file, t('backup.title')).then((how) => left(how, made))}
            >
              {t('backup.send')}
            </Button>
            <Button
              onClick={() => {
                saveFile(made.file);
                left('saved', made);
              }}
            >
              {t('backup.save')}
            </Button>
          </div>
        </div>
      ) : (
        <form className={styles.form} onSubmit={(event) => void seal(event)} noValidate>
          <NewPassphrase passphrase={passphrase} label={t('backup.passphrase')} isAsked={isAsked}>
            <p className={styles.notice}>{t('backup.hint')}</p>
          </NewPassphrase>
          {task.percent === undefined ? (
            <p>
              <Button variant="primary" type="submit">
                {t('backup.seal')}
              </Button>
            </p>
          ) : (
            <Working task={task} text={t('backup.sealing', { percent: task.percent })} />
          )}
        </form>
      )}
      <p role="status">{said}</p>
    </>
  );
}
