import type { Check } from '../../directory/schema.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { InEnglish } from './InEnglish.tsx';
import styles from './Sources.module.css';

/** Which offices tried a number, a mailbox or a door, when, and what came of it. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  const t = useT();
  return checks.map(({ by, day, how, outcome, note }) => (
    <p key={`${by} ${day}`} className={styles.check}>
      {t(`checks.${how}`, { date: partialDate(day, currentLanguage()) })} <InEnglish isName>{by}</InEnglish>
      {': '}
      {t(`checks.${outcome}`)}
      {note !== undefined && (
        <>
          {' '}
          <InEnglish>{note}</InEnglish>
        </>
      )}
    </p>
  ));
}
