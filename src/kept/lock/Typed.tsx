import { type RefObject, useId, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import styles from '../backup/Backup.module.css';

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
  /** What was wrong with the last one; empty: nothing. */
  fault: string;
  field: RefObject<HTMLInputElement | null>;
}

/** A passphrase that there is, as it is typed. */
export function Typed({ label, value, onChange, fault, field }: Props) {
  const t = useT();
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          ref={field}
          type={isShown ? 'text' : 'password'}
          value={value}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={`${id}-fault`}
          aria-invalid={fault !== ''}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      <label className={styles.check} data-chosen={isShown}>
        <input type="checkbox" checked={isShown} onChange={({ target }) => setIsShown(target.checked)} />
        {t('backup.show')}
      </label>
      <p id={`${id}-fault`} role="alert" className={styles.fault}>
        {fault}
      </p>
    </>
  );
}
