import type { Opening } from '../../directory/opening.ts';
import { localMoment } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import styles from './marks.module.css';

/** Whether a line answers now, in the responder's own time: a shape, a word and a colour. On paper only what stays true. */
export function OpeningState({ opening }: { opening: Opening }) {
  const t = useT();
  const language = currentLanguage();
  switch (opening.state) {
    case 'always':
      return (
        <span className={`${styles.mark} ${styles.open}`}>
          <span aria-hidden="true">●</span>
          {` ${t('opening.always')}`}
        </span>
      );
    case 'open':
      return (
        <span className={`${styles.mark} ${opening.holiday ? styles.unsure : styles.open} no-print`}>
          <span aria-hidden="true">{opening.holiday ? '◐' : '●'}</span>
          {` ${t(opening.holiday ? 'opening.holiday' : 'opening.openUntil', { time: localMoment(opening.until, language) })}`}
        </span>
      );
    case 'closed':
      return (
        <span className={`${styles.mark} ${styles.closed} no-print`}>
          <span aria-hidden="true">○</span>
          {` ${opening.opens ? t('opening.closedUntil', { time: localMoment(opening.opens, language) }) : t('opening.closed')}`}
        </span>
      );
    case 'unknown':
      return (
        <span className={`${styles.mark} ${styles.unknown}`}>
          <span aria-hidden="true">–</span>
          {` ${t('opening.unknown')}`}
        </span>
      );
  }
}
