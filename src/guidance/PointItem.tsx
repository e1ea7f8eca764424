import { useId } from 'react';
import { Link } from 'wouter';
import type { GuideItem } from '../directory/guides-schema.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { Sources, useSourcesByNumber } from '../ui/facts/Sources.tsx';
import type { Saving } from '../workspace/useTicks.ts';
import type { Piece } from './glossary.ts';
import { isOutside, type ReadPoint } from './guides.ts';
import styles from './Points.module.css';
import { TermText } from './Terms.tsx';

export interface Tick {
  done: boolean;
  /** How far the last change has come; undefined when it is written. */
  saving: Saving | undefined;
  set(done: boolean): void;
}

interface Props {
  point: ReadPoint;
  pieces: readonly Piece[];
  /** What to say, and what not to, where the point is about a word. */
  pair?: GuideItem['pair'];
  /** Makes it an item of a checklist. */
  tick?: Tick | undefined;
}

/** One sourced statement, with the mark of where it comes from; with a box to tick in a checklist. */
export function PointItem({ point, pieces, pair, tick }: Props) {
  const t = useT();
  const box = useId();
  const text = useId();
  const unsaved = useId();
  // What needs no line of its own follows the text.
  const isInOne = useSourcesByNumber() && !tick && point.note === undefined && point.country === undefined;
  return (
    <li className={`${styles.point} ${tick ? styles.check : ''} ${tick?.done ? styles.done : ''}`}>
      {tick && (
        <span className={styles.box}>
          <input
            id={box}
            type="checkbox"
            checked={tick.done}
            data-saving={tick.saving}
            aria-labelledby={text}
            aria-describedby={tick.saving === 'failed' ? unsaved : undefined}
            onChange={(event) => tick.set(event.target.checked)}
          />
        </span>
      )}
      <div className={isInOne ? `${styles.body} ${styles.inOne}` : styles.body}>
        {pair && (
          <dl className={styles.pair}>
            <div>
              <dt>{t('guidance.pair.say')}</dt>
              <dd>
                <InEnglish>{pair.say}</InEnglish>
              </dd>
            </div>
            <div className={styles.not}>
              <dt>{t('guidance.pair.not')}</dt>
              <dd>
                <InEnglish>{pair.not}</InEnglish>
              </dd>
            </div>
          </dl>
        )}
        <p className={styles.text}>
          <TermText id={text} pieces={pieces} {...(tick && { labels: box })} />
        </p>
        {tick?.saving === 'failed' && (
          <p className={`${styles.unsaved} no-print`} id={unsaved}>
            {t('saving.failed')}
          </p>
        )}
        {point.note !== undefined && (
          <p className={styles.note}>
            {t('guidance.note')} <InEnglish>{point.note}</InEnglish>
          </p>
        )}
        <div className={styles.meta}>
          <ScopeMark scope={point.scope} holds={point.country !== undefined} />
          {point.country && (
            <Link className={`${styles.place} no-print`} href={`/countries/${point.country}#${point.id}`}>
              {t('guidance.onCountryPage')}
            </Link>
          )}
          <Sources sources={point.sources} />
        </div>
      </div>
    </li>
  );
}

interface ScopeProps {
  scope: string;
  /** Whether it is said of that country, and not only by one of its pages: a country's own point, a practice. */
  holds?: boolean;
}

/** Where a statement holds or comes from; nothing where it speaks of the whole region, or of no place at all. */
export function ScopeMark({ scope, holds = false }: ScopeProps) {
  const t = useT();
  if (scope === 'bsr' || scope === 'int') return null;
  if (scope === 'coe') return <span className={styles.scope}>{t('guidance.scope.coe')}</span>;
  const name = countryName(scope as never, currentLanguage());
  if (isOutside(scope)) {
    return (
      <span className={`${styles.scope} ${styles.outside}`}>{t('guidance.scope.outside', { country: name })}</span>
    );
  }
  // The name alone would read as if the advice were for that country only.
  const isBody = scope === 'eu';
  return <span className={styles.scope}>{holds || isBody ? name : t('guidance.scope.from', { country: name })}</span>;
}
