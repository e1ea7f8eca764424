import { type ReactNode, useId } from 'react';
import styles from './NoteScreen.module.css';

interface Props<Value extends string> {
  legend: string;
  values: readonly Value[];
  chosen: readonly Value[];
  text(value: Value): string;
  several?: boolean;
  ready?: boolean;
  onChoose(value: Value, on: boolean): void;
  /** What is typed instead, or besides; and what of it is said while the set is closed. */
  children?: ReactNode;
  typed?: string | undefined;
}

/** A set of coded choices of a note or of its answer. One is open at a time, so that the text below stays in view as it grows. */
export function NoteChoice<Value extends string>({
  legend,
  values,
  chosen,
  text,
  several = false,
  ready = true,
  onChoose,
  children,
  typed,
}: Props<Value>) {
  const name = useId();
  return (
    <details className={styles.set} name="additions">
      <summary>
        <span>{legend}</span>
        <span className={styles.chosen}>
          {several ? chosen.length || typed || '' : (typed ?? chosen.map(text).join(' · '))}
        </span>
      </summary>
      <fieldset disabled={!ready}>
        <legend className="visually-hidden">{legend}</legend>
        <div className={styles.options}>
          {values.map((value) => (
            <label key={value} className={styles.option}>
              <input
                type={several ? 'checkbox' : 'radio'}
                name={name}
                checked={chosen.includes(value)}
                onChange={(event) => onChoose(value, event.currentTarget.checked)}
              />
              <span>{text(value)}</span>
            </label>
          ))}
          {children}
        </div>
      </fieldset>
    </details>
  );
}

/** The codes with one put in or taken out, in their order. */
export function withCode<Code extends string>(
  all: readonly Code[],
  chosen: readonly Code[],
  code: Code,
  on: boolean,
): Code[] {
  return all.filter((one) => (one === code ? on : chosen.includes(one)));
}
