import { useId } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { numberIn } from '../../workspace/reach.ts';
import { type CallBack, LONGEST_CALL } from '../call-back.ts';
import styles from './NoteScreen.module.css';

interface CallBackProps {
  legend: string;
  call: CallBack;
  onChange(part: Partial<CallBack>): void;
}

/** A role and a number, never a name. */
export function CallBackFields({ legend, call, onChange }: CallBackProps) {
  const t = useT();
  const hint = useId();
  return (
    <fieldset className={styles.typed}>
      <legend>{legend}</legend>
      <label className={styles.language}>
        <span>{t('answer.callRole')}</span>
        <input
          type="text"
          value={call.role}
          maxLength={LONGEST_CALL.role}
          autoComplete="off"
          onChange={({ currentTarget }) => onChange({ role: currentTarget.value })}
        />
      </label>
      <label className={styles.language}>
        <span>{t('answer.callPhone')}</span>
        <input
          type="tel"
          value={call.phone}
          maxLength={LONGEST_CALL.phone}
          autoComplete="off"
          aria-describedby={hint}
          onChange={({ currentTarget }) => onChange({ phone: currentTarget.value })}
        />
      </label>
      <FromAbroad id={hint} written={call.phone} />
    </fieldset>
  );
}

/** That a number is read in another country, while it is written as one dials it at home. */
export function FromAbroad({ id, written }: { id: string; written: string }) {
  const t = useT();
  const number = numberIn(written);
  return (
    <p className={styles.soft} id={id} role="status">
      {number && !number.international && t('answer.abroad')}
    </p>
  );
}
