import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Link } from 'wouter';
import { number } from '../../i18n/amounts.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { chooseFile, compareAgain, openBackup, restoreBackup, type Sealed } from '../../workspace/backup/backup.ts';
import type { Comparison, Item, Side } from '../../workspace/backup/compare.ts';
import type { Contents } from '../../workspace/backup/contents.ts';
import { ChangedMeanwhile } from '../../workspace/backup/tables.ts';
import styles from './Backup.module.css';
import { Coming } from './Coming.tsx';
import { faultOf } from './fault.ts';
import { useTask } from './useTask.ts';
import { Working } from './Working.tsx';

/** From a file to what it would bring, and from there to what is kept. */
export function Open() {
  const t = useT();
  const id = useId();
  const task = useTask();
  const picker = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [sealed, setSealed] = useState<Sealed>();
  const [typed, setTyped] = useState('');
  const [isShown, setIsShown] = useState(false);
  const [opened, setOpened] = useState<{ contents: Contents; comparison: Comparison }>();
  const [fault, setFault] = useState('');
  const [said, setSaid] = useState('');
  const [isBack, setIsBack] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is there once a file is chosen
  useEffect(() => field.current?.focus(), [sealed]);

  function begin() {
    setOpened(undefined);
    setFault('');
    setSaid('');
    setIsBack(false);
    // So that the same file can be chosen once more.
    if (picker.current) picker.current.value = '';
  }

  async function choose(file: File | undefined) {
    if (!file) return;
    begin();
    setSealed(undefined);
    setTyped('');
    try {
      setSealed(await chooseFile(file));
    } catch (error) {
      setFault(t(faultOf(error)));
    }
  }

  async function unseal(event: FormEvent) {
    event.preventDefault();
    if (!sealed) return;
    begin();
    try {
      const result = await task.run((onPercent, signal) => openBackup(sealed, typed, onPercent, signal));
      if (!result) return setSaid(t('backup.cancelled'));
      setTyped('');
      setOpened(result);
    } catch (error) {
      setFault(t(faultOf(error)));
      // Whoever mistyped goes on typing.
      field.current?.select();
    }
  }

  async function bring(items: readonly Item[], sideFor: (item: Item) => Side | undefined) {
    if (!opened) return;
    setFault('');
    try {
      const written = await restoreBackup(items, sideFor);
      setOpened(undefined);
      setSealed(undefined);
      setSaid(t('backup.restored', { number: number(written, currentLanguage()) }));
      setIsBack(true);
    } catch (error) {
      setFault(t(faultOf(error)));
      if (!(error instanceof ChangedMeanwhile)) return;
      const comparison = await compareAgain(opened.contents).catch(() => undefined);
      if (comparison) setOpened({ ...opened, comparison });
    }
  }

  return (
    <>
      <p id={`${id}-what`} className={styles.text}>
        {t('backup.openWhat')}
      </p>
      {/* Without `accept`: an iPhone would grey the file out. */}
      <label className={styles.file}>
        {t('backup.choose')}
        <input
          ref={picker}
          type="file"
          disabled={task.percent !== undefined}
          aria-describedby={`${id}-what`}
          onChange={({ target }) => void choose(target.files?.[0])}
        />
      </label>
      {sealed && !opened && (
        <form className={styles.form} onSubmit={(event) => void unseal(event)} noValidate>
          <p className={styles.name}>{sealed.name}</p>
          <div className={styles.field}>
            <label htmlFor={`${id}-1`}>{t('backup.passphrase')}</label>
            <input
              id={`${id}-1`}
              ref={field}
              type={isShown ? 'text' : 'password'}
              value={typed}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              aria-describedby={`${id}-fault`}
              onChange={({ target }) => setTyped(target.value)}
            />
          </div>
          <label className={styles.check}>
            <input type="checkbox" checked={isShown} onChange={({ target }) => setIsShown(target.checked)} />
            {t('backup.show')}
          </label>
          {task.percent === undefined ? (
            <p>
              <Button variant="primary" type="submit" disabled={typed.trim() === ''}>
                {t('backup.unseal')}
              </Button>
            </p>
          ) : (
            <Working task={task} text={t('backup.unsealing', { percent: task.percent })} />
          )}
        </form>
      )}
      <p id={`${id}-fault`} role="alert" className={styles.fault}>
        {fault}
      </p>
      {opened && (
        <Coming
          key={opened.comparison.items.length}
          {...opened}
          onBring={(items, sideFor) => void bring(items, sideFor)}
          onCancel={() => {
            begin();
            setSealed(undefined);
            setSaid(t('backup.cancelled'));
          }}
        />
      )}
      <p role="status">{said}</p>
      {isBack && (
        <p>
          <Link className={styles.act} href="/workspace">
            {t('workspace.title')}
          </Link>
        </p>
      )}
    </>
  );
}
