import type { Confidence } from '../../directory/confidence.ts';
import { useT } from '../../i18n/i18n.ts';
import { evidenceDate } from './evidence-date.ts';
import styles from './marks.module.css';

const SHAPES: Record<Confidence, string> = { confirmed: '●', single: '◐', dated: '○' };

interface Props {
  confidence: Confidence;
  /** The newest date of the pages behind it; left away where the sources stand beside it anyway. */
  newest?: string | undefined;
}

/** ● confirmed, ◐ one source, ○ old: check. A shape, a word and a colour. */
export function ConfidenceMark({ confidence, newest }: Props) {
  const t = useT();
  return (
    <span className={`${styles.mark} ${styles[confidence]}`}>
      <span aria-hidden="true">{SHAPES[confidence]}</span> {t(`confidence.${confidence}`)}
      {newest !== undefined && ` · ${evidenceDate(newest, t)}`}
    </span>
  );
}
