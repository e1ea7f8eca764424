import { useDeferredValue, useMemo } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { createFinder } from '../../workspace/find.ts';
import { Section } from '../Section.tsx';
import { EntryRow } from './EntryRow.tsx';
import styles from './own.module.css';
import { useOwnEntries } from './useOwnEntries.ts';

/** So many stand above what the directory has; all of them are in Kept. */
const SHOWN = 2;

/** What of one's own bears what was typed, apart from the directory's results and marked as one's own. */
export default function OwnHits({ asked }: { asked: string }) {
  const t = useT();
  const entries = useOwnEntries();
  const find = useMemo(() => createFinder(entries), [entries]);
  // The directory's results do not wait for it.
  const typed = useDeferredValue(asked, '');
  const found = useMemo(() => find(typed, true), [find, typed]);
  if (found.length === 0) return null;
  return (
    <div className={styles.yours}>
      <Section title={t('corner.found', { count: found.length })}>
        <ul role="list" className={styles.rows}>
          {found.slice(0, SHOWN).map((entry) => (
            <li key={entry.key}>
              <EntryRow entry={entry} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
