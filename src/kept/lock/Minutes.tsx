import { useId } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { MINUTES } from '../../workspace/lock/watch.ts';
import styles from '../backup/Backup.module.css';
import lockStyles from './Lock.module.css';

/** After how long it locks by itself. */
export function Minutes({ value, onChange }: { value: number; onChange(minutes: number): void }) {
  const t = useT();
  const name = useId();
  return (
    <fieldset className={styles.set}>
      <legend>{t('lock.after')}</legend>
      <div className={lockStyles.times}>
        {MINUTES.map((minutes) => (
          <label key={minutes} className={styles.choice} data-chosen={value === minutes}>
            <input type="radio" name={name} checked={value === minutes} onChange={() => onChange(minutes)} />
            <span>{t('lock.minutes', { number: minutes })}</span>
          </label>
        ))}
      </div>
      <p className={styles.soft}>{t('lock.afterWhat')}</p>
    </fieldset>
  );
}
