import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { normalised, SHORTEST, strengthOf, suggestPassphrase } from '../../workspace/backup/passphrase.ts';
import styles from './Backup.module.css';

/** A passphrase that somebody makes up, typed twice or seen. */
export interface Made {
  typed: string;
  /** What keeps it from being taken, as a message; undefined: nothing. */
  mistake: string | undefined;
  clear(): void;
  focus(): void;
  fields: Fields;
}

interface Fields {
  field: RefObject<HTMLInputElement | null>;
  typed: string;
  again: string;
  isShown: boolean;
  differs: boolean;
  mistake: string | undefined;
  set(part: { typed?: string; again?: string; isShown?: boolean }): void;
}

/** For {@link NewPassphrase}. @param other one that it must not be */
export function useNewPassphrase(other?: string): Made {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState({ typed: '', again: '', isShown: false });
  const { typed, again, isShown } = value;
  const differs = !isShown && normalised(again) !== normalised(typed);
  const mistake =
    strengthOf(typed) === 'too-short'
      ? t('backup.tooShort', { number: SHORTEST })
      : differs
        ? t('backup.differ')
        : other !== undefined && normalised(other) === normalised(typed)
          ? t('lock.sameAsFirst')
          : undefined;
  return {
    typed,
    mistake,
    clear: () => setValue({ typed: '', again: '', isShown: false }),
    focus: () => field.current?.focus(),
    fields: { field, typed, again, isShown, differs, mistake, set: (part) => setValue((was) => ({ ...was, ...part })) },
  };
}

interface Props {
  passphrase: Made;
  label: string;
  /** Whether somebody has asked for what it is needed for: before that no mistake is shown. */
  isAsked: boolean;
  /** What is said of it. */
  children?: ReactNode;
}

/** The fields of a new passphrase. */
export function NewPassphrase({ passphrase: { fields }, label, isAsked, children }: Props) {
  const t = useT();
  const id = useId();
  const { field, typed, again, isShown, differs, mistake, set } = fields;
  const isWeak = typed !== '' && strengthOf(typed) === 'weak';
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={`${id}-1`}>{label}</label>
        <input
          id={`${id}-1`}
          ref={field}
          type={isShown ? 'text' : 'password'}
          value={typed}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={`${id}-hint ${id}-what`}
          aria-invalid={isAsked && mistake !== undefined}
          onChange={({ target }) => set({ typed: target.value })}
        />
      </div>
      {!isShown && (
        <div className={styles.field}>
          <label htmlFor={`${id}-2`}>{t('backup.again')}</label>
          <input
            id={`${id}-2`}
            type="password"
            value={again}
            autoComplete="off"
            aria-describedby={`${id}-hint`}
            aria-invalid={isAsked && differs}
            onChange={({ target }) => set({ again: target.value })}
          />
        </div>
      )}
      <p id={`${id}-hint`} role="status" className={isAsked && mistake ? styles.mistake : styles.weak}>
        {(isAsked && mistake) || (isWeak && t('backup.weak')) || ''}
      </p>
      <div className={styles.pair}>
        <label className={styles.check}>
          <input type="checkbox" checked={isShown} onChange={({ target }) => set({ isShown: target.checked })} />
          {t('backup.show')}
        </label>
        <Button
          onClick={() => {
            set({ typed: suggestPassphrase(), isShown: true });
            field.current?.focus();
          }}
        >
          {t('backup.suggest')}
        </Button>
      </div>
      <div id={`${id}-what`}>{children}</div>
    </>
  );
}
