import { type ReactNode, useId, useMemo } from 'react';
import { useT } from '../i18n/i18n.ts';
import styles from './Corrections.module.css';
import type { Field, Problem, Problems } from './form.ts';
import { personalIn } from './personal.ts';

/** What is wrong with a field, beside it. */
export function Mistake({ id, problem }: { id: string; problem: Problem | undefined }) {
  const t = useT();
  return (
    <p id={id} className={styles.mistake}>
      {problem && t(`corrections.problem.${problem}`)}
    </p>
  );
}

interface TextProps {
  field: Field;
  label: string;
  hint?: string | undefined;
  value: string;
  maxLength: number;
  type?: 'text' | 'tel' | 'email' | 'url';
  /** Several lines. */
  rows?: number;
  problems: Problems;
  /** Numbers and mailboxes that may stand in it. */
  known: readonly string[];
  onChange(value: string): void;
}

/** A field for words, numbers and addresses, with a warning where they look like a person's. */
export function TextField({
  field,
  label,
  hint,
  value,
  type = 'text',
  rows,
  problems,
  known,
  onChange,
  ...rest
}: TextProps) {
  const id = useId();
  const problem = problems[field];
  const control = {
    ...rest,
    id,
    value,
    'data-field': field,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-hint ${id}-mistake`,
    autoComplete: 'off',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.soft}>
          {hint}
        </p>
      )}
      {rows === undefined ? <input {...control} type={type} /> : <textarea {...control} rows={rows} />}
      <Mistake id={`${id}-mistake`} problem={problem} />
      {field !== 'url' && field !== 'pageDate' && field !== 'value' && <Warning text={value} known={known} />}
    </div>
  );
}

/** Says that something looks like a person's data, and why that matters; it keeps nobody from going on. */
function Warning({ text, known }: { text: string; known: readonly string[] }) {
  const t = useT();
  const kinds = useMemo(() => personalIn(text, known, new Date()), [text, known]);
  return (
    <div role="status">
      {kinds.length > 0 && (
        <p className={styles.notice}>
          {kinds.map((kind) => t(`corrections.personal.${kind}`)).join(' ')} {t('corrections.personal.why')}
        </p>
      )}
    </div>
  );
}

interface DateProps {
  label: string;
  value: string;
  max: string;
  problems: Problems;
  onChange(value: string): void;
}

/** A day, not in the future. */
export function DateField({ label, value, max, problems, onChange }: DateProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        data-field="day"
        value={value}
        max={max}
        aria-invalid={problems.day !== undefined}
        aria-describedby={`${id}-mistake`}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <Mistake id={`${id}-mistake`} problem={problems.day} />
    </div>
  );
}

interface RadiosProps<Value extends string> {
  legend: string;
  field?: Field;
  problem?: Problem | undefined;
  values: readonly Value[];
  chosen: Value | '';
  text(value: Value): ReactNode;
  onChoose(value: Value): void;
}

/** One of several. */
export function Radios<Value extends string>({
  legend,
  field,
  problem,
  values,
  chosen,
  text,
  onChoose,
}: RadiosProps<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.set} aria-describedby={`${name}-mistake`}>
      <legend>{legend}</legend>
      {values.map((value, at) => (
        <label key={value} className={styles.choice} data-chosen={value === chosen}>
          <input
            type="radio"
            name={name}
            data-field={at === 0 ? field : undefined}
            aria-invalid={problem !== undefined || undefined}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{text(value)}</span>
        </label>
      ))}
      <Mistake id={`${name}-mistake`} problem={problem} />
    </fieldset>
  );
}

interface PickedProps<Value extends string> {
  label: string;
  values: readonly Value[];
  chosen: Value;
  text(value: Value): string;
  onChoose(value: Value): void;
}

/** One of a list. */
export function Picked<Value extends string>({ label, values, chosen, text, onChoose }: PickedProps<Value>) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={chosen}
        onChange={({ currentTarget }) => {
          const value = values.find((one) => one === currentTarget.value);
          if (value !== undefined) onChoose(value);
        }}
      >
        {values.map((value) => (
          <option key={value} value={value}>
            {text(value)}
          </option>
        ))}
      </select>
    </div>
  );
}
