import { useId } from 'react';
import { weekdayName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Corrections.module.css';
import { Mistake } from './fields.tsx';
import type { Form, HoursRow, Problem } from './form.ts';

interface Props {
  form: Form;
  problem: Problem | undefined;
  onChange(part: Partial<Form>): void;
}

/** The right hours: from which day to which, between which times; as many lines as are needed. */
export function Hours({ form, problem, onChange }: Props) {
  const t = useT();
  const id = useId();
  const { hours, always } = form;
  const put = (at: number, part: Partial<HoursRow>) =>
    onChange({ hours: hours.map((row, i) => (i === at ? { ...row, ...part } : row)) });
  return (
    <fieldset className={styles.set} aria-describedby={`${id}-mistake`}>
      <legend>{t('corrections.hours.title')}</legend>
      <label className={styles.choice} data-chosen={always}>
        <input
          type="checkbox"
          data-field="hours"
          checked={always}
          onChange={({ currentTarget }) => onChange({ always: currentTarget.checked })}
        />
        <span>{t('corrections.always')}</span>
      </label>
      {!always &&
        hours.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands in its place
          <div key={at} className={styles.hours}>
            <Day label={t('corrections.hours.from')} value={row.from} onChange={(from) => put(at, { from })} />
            <Day label={t('corrections.hours.to')} value={row.to} onChange={(to) => put(at, { to })} />
            <Time label={t('corrections.hours.opens')} value={row.opens} onChange={(opens) => put(at, { opens })} />
            <Time label={t('corrections.hours.closes')} value={row.closes} onChange={(closes) => put(at, { closes })} />
          </div>
        ))}
      {!always && (
        <div className={styles.ways}>
          {hours.length < 7 && (
            <Button onClick={() => onChange({ hours: [...hours, { from: 5, to: 5, opens: '', closes: '' }] })}>
              {t('corrections.hours.more')}
            </Button>
          )}
          {hours.length > 1 && (
            <Button onClick={() => onChange({ hours: hours.slice(0, -1) })}>{t('corrections.hours.fewer')}</Button>
          )}
        </div>
      )}
      <p className={styles.soft}>{t('corrections.hours.there')}</p>
      <Mistake id={`${id}-mistake`} problem={problem} />
    </fieldset>
  );
}

function Day({ label, value, onChange }: { label: string; value: number; onChange(value: number): void }) {
  const language = currentLanguage();
  return (
    <label className={styles.field}>
      {label}
      <select value={value} onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}>
        {[0, 1, 2, 3, 4, 5, 6].map((day) => (
          <option key={day} value={day}>
            {weekdayName(day, language)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Time({ label, value, onChange }: { label: string; value: string; onChange(value: string): void }) {
  return (
    <label className={styles.field}>
      {label}
      <input type="time" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    </label>
  );
}
