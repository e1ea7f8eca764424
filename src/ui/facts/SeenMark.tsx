import { type Confidence, confidenceOf, type Evidence, isVeryOld, newestDate } from '../../directory/confidence.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import styles from './marks.module.css';

const SHAPES: Record<Confidence, string> = { confirmed: '●', single: '◐', dated: '○' };

/** The shape of a class: confirmed, one source, only old pages. */
export function Shape({ of }: { of: Confidence }) {
  return <span aria-hidden="true">{SHAPES[of]}</span>;
}

interface Props {
  /** Every page that gives the number. */
  evidence: readonly Evidence[];
  now: Date;
  /** Pages contradict each other about it. */
  disputed?: boolean;
}

/** How sure a number is, said as a fact: "● last seen on a page: March 2022 · 4 pages". The shape carries the class. */
export function SeenMark({ evidence, now, disputed = false }: Props) {
  const t = useT();
  const confidence = confidenceOf(evidence, now);
  const newest = newestDate(evidence);
  const look = disputed || isVeryOld(evidence, now) ? styles.warning : styles[confidence];
  return (
    <span className={`${styles.mark} ${look}`}>
      <Shape of={confidence} /> <span className="visually-hidden">{t(`confidence.${confidence}`)}: </span>
      {newest === undefined
        ? t('confidence.undated')
        : t('confidence.seen', { date: partialDate(newest, currentLanguage()) })}
      {` · ${t('confidence.pages', { count: evidence.length })}`}
      {disputed && ` · ${t('confidence.disputed')}`}
    </span>
  );
}
