import { useMemo } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { codeMeant } from '../../referral/code.ts';
import { createFinder } from '../../workspace/find.ts';
import { Section } from '../Section.tsx';
import { AnswerWay } from './AnswerWay.tsx';
import { EntryRow } from './EntryRow.tsx';
import styles from './own.module.css';
import { useOwnEntries } from './useOwnEntries.ts';
import { usePlanEntries } from './usePlanEntries.ts';

/** So many stand above what the directory has; all of them are in Kept. */
const SHOWN = 2;

/**
 * What of one's own bears what was typed, apart from the directory's results and marked as one's own. Plans are found by the code
 * of their note alone; where none has the code, it leads to an answer.
 */
export function OwnHits({ asked }: { asked: string }) {
  const t = useT();
  const own = useOwnEntries();
  const plans = usePlanEntries();
  const code = codeMeant(asked);
  const find = useMemo(() => createFinder(code ? [...own, ...plans] : own), [own, plans, code]);
  const found = useMemo(() => find(code ?? asked, true), [find, code, asked]);
  const toAnswer = code !== undefined && !found.some(({ kind }) => kind === 'plan');
  if (found.length === 0) return toAnswer ? <AnswerWay code={code} /> : null;
  return (
    <div className={styles.yours}>
      {code && (
        <p role="status" className="visually-hidden">
          {t('corner.found', { count: found.length })}
        </p>
      )}
      <Section title={t('corner.found', { count: found.length })}>
        <ul role="list" className={styles.rows}>
          {found.slice(0, SHOWN).map((entry) => (
            <li key={entry.key}>
              <EntryRow entry={entry} />
            </li>
          ))}
        </ul>
      </Section>
      {toAnswer && <AnswerWay code={code} />}
    </div>
  );
}
