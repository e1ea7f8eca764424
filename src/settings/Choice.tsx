import type { ReactNode } from 'react';
import styles from './Choice.module.css';

interface Props<T extends string | number> {
  /** The name of the group, unique on the screen. */
  name: string;
  legend: string;
  options: readonly { value: T; text: string; language?: string; note?: string | undefined }[];
  chosen: T;
  onChoose(value: T): void;
  /** The notes are not known yet: their places are kept, so that nothing below moves when they are. */
  keepsPlace?: boolean;
  children?: ReactNode;
}

/** One of a few; it holds at once. */
export function Choice<T extends string | number>({
  name,
  legend,
  options,
  chosen,
  onChoose,
  keepsPlace = false,
  children,
}: Props<T>) {
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map(({ value, text, language, note }) => (
          <label key={value} className={styles.option} data-chosen={value === chosen}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>
              <span lang={language}>{text}</span>
              {note !== undefined && (
                <span className={keepsPlace ? `${styles.note} ${styles.unknown}` : styles.note}>{note}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
