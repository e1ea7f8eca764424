import {
  type Confidence,
  confidenceOf,
  type Evidence,
  isVeryOld,
  judgingDay,
  newestDate,
} from '../../directory/confidence.ts';
import { useT } from '../../i18n/i18n.ts';
import { evidenceDate } from './evidence-date.ts';
import styles from './marks.module.css';

const SHAPES: Record<Confidence, string> = { confirmed: '●', single: '◐', dated: '○' };

/** The shape of a class: confirmed, one source, only old pages. */
export function Shape({ of }: { of: Confidence }) {
  return <span aria-hidden="true">{SHAPES[of]}</span>;
}

interface Props {
  /** Every page that gives the number, and every check of it. */
  evidence: readonly Evidence[];
  /** When the pages of its country were gathered. */
  checked: string;
  now: Date;
  /** Pages contradict each other about it. */
  disputed?: boolean;
}

/** How sure a number is, said as a fact: "● last seen on a page: March 2022 · 4 pages". The shape carries the class. */
export function SeenMark({ evidence, checked, now, disputed = false }: Props) {
  const t = useT();
  const day = judgingDay(checked, now);
  const confidence = confidenceOf(evidence, day);
  const pages = evidence.filter(({ check }) => check === undefined);
  const newest = newestDate(pages);
  const look = disputed || isVeryOld(evidence, day) ? styles.warning : styles[confidence];
  const words = [
    newest === undefined ? t('confidence.undated') : t('confidence.seen', { date: evidenceDate(newest, t) }),
    t('confidence.pages', { count: pages.length }),
    disputed && t('confidence.disputed'),
  ];
  return (
    <span className={`${styles.mark} ${look}`}>
      <Shape of={confidence} /> <span className="visually-hidden">{`${t(`confidence.${confidence}`)}: `}</span>
      {words.filter(Boolean).join(' · ')}
    </span>
  );
}
