import { Link } from 'wouter';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { PlanLink } from '../PlanLink.tsx';
import { whoText } from './ContactRow.tsx';
import type { OwnEntry } from './entries.ts';
import styles from './own.module.css';

/** Something that was found among one's own: what it is called, and what kind of thing it is. */
export function EntryRow({ entry }: { entry: OwnEntry }) {
  const t = useT();
  const kind = t(`corner.kind.${entry.kind}`);
  const more =
    entry.kind === 'contact'
      ? whoText(entry.contact)
      : entry.kind === 'note'
        ? [entry.on, partialDate(entry.note.day, currentLanguage())].filter(Boolean).join(' · ')
        : entry.kind === 'visit'
          ? visitDays(entry.visit)
          : entry.code && t('corner.plan.code', { code: entry.code });
  const content = (
    <>
      <span className={styles.rowName}>{entry.title}</span>
      <span className={styles.soft}>{[kind, more].filter(Boolean).join(' · ')}</span>
    </>
  );
  if (entry.kind === 'plan') {
    return (
      <PlanLink className={styles.row} situation={entry.plan} hit>
        {content}
      </PlanLink>
    );
  }
  return (
    <Link className={styles.row} href={entry.href} data-hit="">
      {content}
    </Link>
  );
}

/** The days of a visit as they are written. */
export function visitDays({ from, to }: { from?: string; to?: string }): string {
  return [from, to === from ? undefined : to]
    .flatMap((day) => (day === undefined ? [] : partialDate(day, currentLanguage())))
    .join(' – ');
}
