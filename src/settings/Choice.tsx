import { CloudDownload } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Choice.module.css';

interface Props<T extends string | number> {
  /** The name of the group, unique on the screen. */
  name: string;
  legend: string;
  options: readonly { value: T; text: string; language?: string; away?: boolean }[];
  chosen: T;
  onChoose(value: T): void;
  /** What the sign at an option that is away means; said once below, and of each to who hears it. */
  awayMeans?: string;
  /** What is away is not known yet: the places are kept, so that nothing below moves when it is. */
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
  awayMeans,
  keepsPlace = false,
  children,
}: Props<T>) {
  const whenKnown = keepsPlace ? styles.unknown : '';
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map(({ value, text, language, away }) => (
          <label key={value} className={styles.option} data-chosen={value === chosen}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
            <span lang={language}>{text}</span>
            {away && (
              <span className={`${styles.away} ${whenKnown}`}>
                <CloudDownload aria-hidden size={16} /> <span className="visually-hidden">{awayMeans}</span>
              </span>
            )}
          </label>
        ))}
      </div>
      {options.some(({ away }) => away) && (
        <p aria-hidden className={`${styles.means} ${whenKnown}`}>
          <CloudDownload size={16} /> {awayMeans}
        </p>
      )}
      {children}
    </fieldset>
  );
}
