import { Ban, CircleQuestionMark, Languages, NotebookPen } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { lengthOfTime } from '../../i18n/amounts.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { label } from '../../i18n/labels.ts';
import { InEnglish } from '../../ui/facts/InEnglish.tsx';
import { Sources } from '../../ui/facts/Sources.tsx';
import type { Saving } from '../../workspace/useTicks.ts';
import type { Case } from '../case.ts';
import { type Deadline, dayAfter } from '../deadline.ts';
import type { Step } from '../plan.ts';
import { moreText, paramsOf, placeName, stepWords, type Tongue, whoseText } from '../words.ts';
import { ChoiceLine, ChoiceWhole } from './Choices.tsx';
import { EmergencyCall } from './EmergencyCall.tsx';
import styles from './StepItem.module.css';
import type { Entry } from './useCase.ts';

interface Props {
  step: Step;
  c: Case;
  tongue: Tongue;
  done: boolean;
  /** The first step that is not done. */
  next: boolean;
  /** What changed since the plan was last looked at. */
  mark: 'added' | 'changed' | undefined;
  /** Responders that were named in full in a step before. */
  named: ReadonlySet<string>;
  days: Readonly<Record<string, string>>;
  /** The case, for the way to its note. */
  entry: Entry | undefined;
  /** How far the last change of the tick has come; undefined when it is written. */
  saving: Saving | undefined;
  /** Undefined while it is not yet known what is ticked. */
  onTick: ((done: boolean) => void) | undefined;
}

/** One step: what to do, what not, whom to call, until when, and why. Folded to a line once it is done. */
export function StepItem({ step, c, tongue, done, next, mark, named, days, entry, saving, onTick }: Props) {
  const t = useT();
  const unsaved = useId();
  const box = useId();
  const heading = useId();
  const reasons = useId();
  const [asked, setAsked] = useState(false);
  const params = paramsOf(c, step, tongue);
  const say = (what: 'dont' | 'why') => t(`plan.steps.${step.rule}.${step.wording}.${what}`, params);
  const { title, body } = stepWords(c, step, tongue);
  return (
    <li
      id={`step-${step.id}`}
      className={`${styles.step} ${done ? styles.done : ''} ${next ? styles.next : ''} ${mark ? styles.marked : ''}`}
      data-step={step.id}
    >
      {next && <p className={styles.nextWord}>{t('plan.next')}</p>}
      {step.whose && <p className={styles.whose}>{t('plan.forWhom', { who: whoseText(step, tongue) })}</p>}
      {mark && <p className={styles.mark}>{t(`plan.mark.${mark}`)}</p>}
      <div className={styles.tick}>
        <input
          type="checkbox"
          id={box}
          checked={done}
          disabled={!onTick}
          data-saving={saving}
          aria-describedby={saving === 'failed' ? unsaved : undefined}
          onChange={(event) => onTick?.(event.currentTarget.checked)}
        />
        <h3 className={styles.title}>
          <label htmlFor={box} id={heading}>
            {title}
          </label>
        </h3>
        {!done && (
          <button
            type="button"
            className={`${styles.ask} no-print`}
            aria-expanded={asked}
            aria-controls={asked ? reasons : undefined}
            aria-label={t('plan.why')}
            aria-describedby={heading}
            onClick={() => setAsked(!asked)}
          >
            <CircleQuestionMark aria-hidden size={22} />
          </button>
        )}
      </div>
      {saving === 'failed' && (
        <p className={`${styles.unsaved} no-print`} id={unsaved}>
          {t('saving.failed')}
        </p>
      )}
      {!done && (
        <div className={styles.more}>
          {body !== '' && <p className={styles.do}>{body}</p>}
          {asked && (
            <div id={reasons} className={`${styles.why} no-print`}>
              <p>{say('why')}</p>
              <p className={styles.soft}>
                {t('plan.measure', {
                  number: step.measure,
                  name: label(tongue.taxonomy, 'measures', step.measure, tongue.language),
                })}
              </p>
              <ul role="list" className={styles.statements}>
                {step.statements.map(({ cite, country, text, note, sources }) => (
                  <li key={cite}>
                    {country && <p className={styles.soft}>{placeName(country, tongue)}</p>}
                    {text !== '' && (
                      <p>
                        <InEnglish>{text}</InEnglish>
                      </p>
                    )}
                    {note !== undefined && (
                      <p className={styles.soft}>
                        <InEnglish>{note}</InEnglish>
                      </p>
                    )}
                    <Sources sources={sources} />
                  </li>
                ))}
              </ul>
            </div>
          )}
          {step.emergency.length > 0 && <EmergencyCall numbers={step.emergency} />}
          {step.dont && (
            <p className={styles.dont}>
              <Ban aria-hidden size={18} />
              <span>{say('dont')}</span>
            </p>
          )}
          {step.facts.length > 0 && (
            <ul className={styles.facts}>
              {step.facts.map((fact) => (
                <li key={fact}>
                  <InEnglish>{fact}</InEnglish>
                </li>
              ))}
            </ul>
          )}
          {step.deadlines.map((deadline) => (
            <DeadlineLine key={deadline.id} deadline={deadline} day={days[deadline.from]} tongue={tongue} />
          ))}
          {step.choices.length > 0 && (
            <ul role="list" className={styles.choices}>
              {step.choices.map((choice) => (
                <li key={choice.responder.id}>
                  {named.has(choice.responder.id) ? (
                    <ChoiceLine choice={choice} c={c} />
                  ) : (
                    <ChoiceWhole choice={choice} c={c} />
                  )}
                </li>
              ))}
            </ul>
          )}
          {step.elsewhere.count > 0 && (
            <p className={`${styles.elsewhere} no-print`}>
              <Link href={`/responders?country=${step.elsewhere.country}`}>{moreText(step, c, t)}</Link>
            </p>
          )}
          {step.rule === 'talk' && (
            <p className="no-print">
              <Link className={styles.words} href="/first-words">
                <Languages aria-hidden size={20} /> {t('home.words')}
              </Link>
            </p>
          )}
          {step.note && (
            <p className="no-print">
              <Link className={styles.note} href="/referral/note" state={entry}>
                <NotebookPen aria-hidden size={20} /> {t('plan.act.note')}
              </Link>
            </p>
          )}
        </div>
      )}
    </li>
  );
}

/** A limit or a period in words, and the day it falls on once the day it counts from is set. */
function DeadlineLine({ deadline, day, tongue }: { deadline: Deadline; day: string | undefined; tongue: Tongue }) {
  const t = useT();
  return (
    <p className={styles.deadline}>
      {t(`plan.limit.${deadline.id}`)}:{' '}
      {t(`plan.until.${deadline.kind}`, { length: lengthOfTime(deadline.amount, deadline.unit, tongue.language) })}
      {' · '}
      {t(`plan.from.${deadline.from}`)}
      {day && (
        <strong className={styles.date}>
          {t(`plan.date.${deadline.kind}`, { date: partialDate(dayAfter(day, deadline), currentLanguage()) })}
        </strong>
      )}
    </p>
  );
}
