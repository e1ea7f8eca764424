import { useId, useState } from 'react';
import { useDirectory } from '../dataset/useDirectory.ts';
import { comparing } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import styles from './FilterPanel.module.css';
import { type FilterName, type FilterOptions, type Filters, SERVES, toggleFilter, valuesOf } from './filter.ts';
import { filterLabel } from './filterLabels.ts';

interface Props {
  filters: Filters;
  options: FilterOptions;
  /** Opens the groups that are used most, where there is room for them. */
  roomy: boolean;
  onChange: (filters: Filters) => void;
}

/** The order on the screen: where and what first, how sure last. */
const GROUPS = ['country', 'service', ...SERVES, 'open', 'abroad', 'language', 'kind', 'confidence'] as const;
const ROOMY: readonly FilterName[] = ['country', 'service'];
/** Filters of which every ticked value must be met. */
const ALL: readonly FilterName[] = ['service', ...SERVES];

/** All filters in groups that open; each tick takes effect at once. */
export function FilterPanel({ filters, options, roomy, onChange }: Props) {
  return (
    <div className={styles.panel}>
      {GROUPS.map((name) => (
        <Group
          key={name}
          name={name}
          values={name === 'open' ? ['', 'now', 'always'] : name === 'abroad' ? ['yes'] : options[name]}
          on={valuesOf(filters, name)}
          open={roomy && ROOMY.includes(name)}
          onToggle={(value) => onChange(toggleFilter(filters, name, value, options))}
        />
      ))}
    </div>
  );
}

interface GroupProps {
  name: FilterName;
  /** `''` stands for "any" where only one value can be on. */
  values: readonly string[];
  on: readonly string[];
  open: boolean;
  onToggle: (value: string) => void;
}

function Group({ name, values, on, open, onToggle }: GroupProps) {
  const t = useT();
  const id = useId();
  const { taxonomy } = useDirectory();
  const language = currentLanguage();
  // Decided once: a group must not close under the finger that unticks its last value.
  const [startsOpen] = useState(open || on.length > 0);
  const one = values.includes('');
  const labels = values.map((value): [string, string] => [
    value,
    value === '' ? t('responders.any') : filterLabel(name, value, taxonomy, language, t),
  ]);
  if (name === 'language') {
    const compare = comparing(language);
    labels.sort((a, b) => compare(a[1], b[1]));
  }
  return (
    <details className={styles.group} open={startsOpen}>
      <summary>
        <span className={styles.name}>{t(`responders.group.${name}`)}</span>
        {on.length > 0 && (
          <span className={styles.on}>
            {labels
              .filter(([value]) => on.includes(value))
              .map(([, text]) => text)
              .join(', ')}
          </span>
        )}
      </summary>
      <fieldset className={styles.values} aria-describedby={ALL.includes(name) ? `${id}-all` : undefined}>
        <legend className="visually-hidden">{t(`responders.group.${name}`)}</legend>
        {ALL.includes(name) && (
          <p className={styles.hint} id={`${id}-all`}>
            {t('responders.all')}
          </p>
        )}
        {labels.map(([value, text]) => (
          <label key={value} className={styles.value}>
            <input
              type={one ? 'radio' : 'checkbox'}
              name={`${id}-${name}`}
              checked={one && value === '' ? on.length === 0 : on.includes(value)}
              onChange={() => onToggle(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
