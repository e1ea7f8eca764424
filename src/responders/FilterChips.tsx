import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useDirectory } from '../dataset/useDirectory.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { FILTERS, type Filters, filterOptions, NO_FILTERS, toggleFilter, valuesOf } from './filter.ts';
import { filterLabel } from './filterLabels.ts';
import styles from './Responders.module.css';

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** What is on, each with a tap to take it off. */
export function FilterChips({ filters, onChange }: Props) {
  const t = useT();
  const directory = useDirectory();
  const options = useMemo(() => filterOptions(directory), [directory]);
  const chips = FILTERS.flatMap((name) => valuesOf(filters, name).map((value) => ({ name, value })));
  if (chips.length === 0) return null;
  return (
    <ul role="list" className={styles.chips} aria-label={t('responders.filtersActive')}>
      {chips.map(({ name, value }) => {
        const text = filterLabel(name, value, directory.taxonomy, currentLanguage(), t);
        return (
          <li key={`${name}-${value}`}>
            <button
              type="button"
              className={styles.chip}
              aria-label={t('responders.takeOff', { filter: text })}
              onClick={() => onChange(toggleFilter(filters, name, value, options))}
            >
              {text} <X aria-hidden size={18} />
            </button>
          </li>
        );
      })}
      {chips.length > 1 && (
        <li>
          <button type="button" className={styles.clear} onClick={() => onChange(NO_FILTERS)}>
            {t('responders.clear')}
          </button>
        </li>
      )}
    </ul>
  );
}
