import { useMemo } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { createFinder } from '../../workspace/find.ts';
import { Section } from '../Section.tsx';
import { EntryRow } from './EntryRow.tsx';
import styles from './own.module.css';
import { useOwnEntries } from './useOwnEntries.ts';

/** So many stand above what the directory has; all of them are in Kept. */
const SHOWN = 2;

/** What of one's own bears what was typed, apart from the directory's results and marked as one's own. */
export function OwnHits({ asked }: { asked: string }) {
  const t = useT();
  const entries = useOwnEntries();
  const find = useMemo(() => createFinder(entries), [entries]);
  const found = useMemo(() => find(asked, true), [find, asked]);
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
