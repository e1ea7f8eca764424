import { useId } from 'react';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { Sources, SourcesTogether } from '../ui/facts/Sources.tsx';
import { useTicks } from '../workspace/useTicks.ts';
import type { Section } from './guides.ts';
import { ScopeMark } from './PointItem.tsx';
import { useItems } from './Points.tsx';
import { PrintButton } from './PrintButton.tsx';
import styles from './SelfCheck.module.css';

const ANSWERS = ['yes', 'no'] as const;

/** Questions that one answers for oneself, with what follows from each no. The answers stay on the phone. */
export function SelfCheck({ section, guide }: { section: Section; guide: string }) {
  const t = useT();
  const language = currentLanguage();
  const id = useId();
  const { done, saving, tick } = useTicks(guide);
  const items = useItems(section).filter(({ question }) => question !== undefined);
  const key = (point: string, answer: string) => `${section.id}/${point}=${answer}`;
  const answered = (answer: string) => items.filter(({ point }) => done.has(key(point, answer)));
  const yes = answered('yes').length;
  const no = answered('no');
  return (
    <div className={styles.check}>
      <p className="no-print">{t('guidance.check.intro')}</p>
      <SourcesTogether sources={items.flatMap(({ read }) => read.sources)}>
        <ol role="list" className={styles.questions}>
          {items.map(({ point, question, read }) => {
            const asked = names(question ?? {}, language).main;
            return (
              <li key={point}>
                <fieldset className={styles.question}>
                  <legend lang={asked.language}>{asked.text}</legend>
                  <div className={styles.answers}>
                    {ANSWERS.map((answer) => (
                      <label key={answer} className={styles.answer} data-chosen={done.has(key(point, answer))}>
                        <input
                          type="radio"
                          name={`${id}${point}`}
                          checked={done.has(key(point, answer))}
                          data-saving={saving(key(point, answer))}
                          onChange={() =>
                            tick(
                              [key(point, answer)],
                              ANSWERS.map((other) => key(point, other)).filter((other) => other !== key(point, answer)),
                            )
                          }
                        />
                        {t(`guidance.check.${answer}`)}
                      </label>
                    ))}
                  </div>
                </fieldset>
                <p className={styles.why}>
                  <InEnglish>{read.text}</InEnglish>
                </p>
                <div className={styles.meta}>
                  <ScopeMark scope={read.scope} holds={read.country !== undefined} />
                  <Sources sources={read.sources} />
                </div>
              </li>
            );
          })}
        </ol>
      </SourcesTogether>
      <section
        className={`${styles.result} ${yes + no.length === 0 ? 'no-print' : ''}`}
        aria-label={t('guidance.check.result')}
      >
        <h3>{t('guidance.check.result')}</h3>
        <p role="status">{t('guidance.check.score', { yes, no: no.length, open: items.length - yes - no.length })}</p>
        {no.length > 0 && (
          <>
            <h4>{t('guidance.check.todo')}</h4>
            <ul>
              {no.map(({ point, read }) => (
                <li key={point}>
                  <InEnglish>{read.text}</InEnglish>
                </li>
              ))}
            </ul>
          </>
        )}
        <PrintButton />
      </section>
    </div>
  );
}
