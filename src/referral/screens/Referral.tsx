import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { useNow } from '../../device/clock.ts';
import { changeSettings, useSettings } from '../../device/settings.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { comparePlans } from '../compare.ts';
import { planReferral } from '../plan.ts';
import { countAnswers, type Part, parseSituation, type Situation, valuesOf } from '../situation.ts';
import { answerText, summaryOf, type Tongue } from '../words.ts';
import { PlanView } from './PlanView.tsx';
import { AllQuestions, Fields } from './Questions.tsx';
import {
  fieldsOf,
  firstQuestion,
  isAnswered,
  nextOf,
  previousOf,
  QUESTIONS,
  type Question,
  questionCalled,
} from './questions.ts';
import styles from './Referral.module.css';
import { type Entry, useCase } from './useCase.ts';
import { useGuidance } from './useGuidance.ts';
import { usePlanAtHand } from './usePlanAtHand.ts';
import { useWide } from './useWide.ts';

type Go = (situation: Situation, ask: Question | undefined, replace: boolean) => void;

/** Whether something is said of the case itself, beside who asks. */
function isBegun(situation: Situation): boolean {
  return countAnswers(situation) > (situation.role === undefined ? 0 : 1);
}

/**
 * From "I have met someone" to the plan: one question a screen on a phone, all questions beside the plan where there is
 * room. Going back and forth loses no answer.
 */
export default function Referral() {
  const wide = useWide();
  const directory = useDirectory();
  const guidance = useGuidance();
  const now = useNow();
  const { country: standing, role } = useSettings();

  // Who one is stands from the last time, and in a chosen country one was most likely met there: a case begins with both.
  const begun = useMemo(
    () => parseSituation(`${new URLSearchParams({ ...(role && { role }), ...(standing && { found: standing }) })}`),
    [role, standing],
  );
  const atHand = useCase(begun);
  const { situation, entry, said } = atHand;
  const started = isBegun(situation);
  const asked = questionCalled(atHand.ask) ?? (said && started ? undefined : firstQuestion(role));
  const asking = wide ? undefined : asked;

  const go: Go = (next, ask, replace) => atHand.go(next, ask?.id, replace);
  const answer = (next: Situation) => {
    if (next.role !== situation.role) changeSettings({ role: next.role });
    go(next, asking, true);
  };

  // The plan as it was last looked at, and of which case: what a new answer changes is shown against it.
  const [looked, setLooked] = useState<{ at: Situation; of: string | undefined }>();
  const seen = looked?.of === entry?.case ? looked?.at : undefined;
  const plan = useMemo(
    () => planReferral(situation, directory, { now, standing, guidance }),
    [situation, directory, now, standing, guidance],
  );
  const change = useMemo(
    () => comparePlans(seen ? planReferral(seen, directory, { now, standing, guidance }) : plan, plan),
    [seen, plan, directory, now, standing, guidance],
  );
  useEffect(() => {
    if (!said) setLooked(undefined);
    else if (!asking) setLooked((before) => (before?.of === entry?.case ? before : { at: situation, of: entry?.case }));
  }, [asking, said, situation, entry?.case]);
  const keeper = usePlanAtHand(atHand, seen !== undefined);

  if (asking) {
    return <Conversation key={asking.id} question={asking} situation={situation} onAnswer={answer} go={go} />;
  }
  return (
    <PlanScreen wide={wide} situation={situation} onAnswer={answer}>
      {started && (
        <PlanView
          plan={plan}
          keeper={keeper}
          entry={entry}
          answers={!wide && <Answers situation={situation} entry={entry} />}
          change={change}
          onSeen={() => setLooked({ at: situation, of: entry?.case })}
        />
      )}
    </PlanScreen>
  );
}

interface ConversationProps {
  question: Question;
  situation: Situation;
  onAnswer(situation: Situation): void;
  go: Go;
}

/** One question on a screen of its own. */
function Conversation({ question, situation, onAnswer, go }: ConversationProps) {
  const t = useT();
  const next = nextOf(question);
  const previous = previousOf(question);
  useEffect(() => {
    window.scrollTo(0, 0);
  }, []);
  return (
    <Screen
      title={t(`plan.question.${question.id}`)}
      above={
        <div className={styles.progress}>
          <p>{t('plan.progress', { number: QUESTIONS.indexOf(question) + 1, of: QUESTIONS.length })}</p>
          {next && isBegun(situation) && (
            <Button onClick={() => go(situation, undefined, false)}>{t('plan.show')}</Button>
          )}
        </div>
      }
    >
      {question.id === 'found' && <Nameless />}
      <Fields question={question} situation={situation} onAnswer={onAnswer} />
      <div className={styles.steps}>
        {previous && <Button onClick={() => go(situation, previous, false)}>{t('plan.back')}</Button>}
        <Button variant="primary" onClick={() => go(situation, next, false)}>
          {next ? t(isAnswered(question, situation) ? 'plan.nextQuestion' : 'plan.skip') : t('plan.show')}
        </Button>
      </div>
    </Screen>
  );
}

/** Why there is no field for a name. */
function Nameless() {
  const t = useT();
  return (
    <details className={styles.nameless}>
      <summary>{t('plan.nameless.title')}</summary>
      <p>{t('plan.nameless.text')}</p>
    </details>
  );
}

interface PlanScreenProps {
  wide: boolean;
  situation: Situation;
  onAnswer(situation: Situation): void;
  children: ReactNode;
}

function PlanScreen({ wide, situation, onAnswer, children }: PlanScreenProps) {
  const t = useT();
  const { edition, date } = useDirectory();
  const result = useRef<HTMLDivElement>(null);
  return (
    <Screen title={t('plan.title')} wide={wide}>
      <p className={styles.sheet}>{t('plan.sheet', { edition, date: partialDate(date, currentLanguage()) })}</p>
      {wide ? (
        <div className={styles.columns}>
          <section className={`${styles.form} no-print`} aria-label={t('plan.answers')}>
            <h2>{t('plan.answers')}</h2>
            {children && (
              <Button className={styles.toPlan} onClick={() => result.current?.focus()}>
                {t('plan.show')}
              </Button>
            )}
            <Nameless />
            <AllQuestions situation={situation} onAnswer={onAnswer} />
          </section>
          <div className={styles.result} ref={result} tabIndex={-1}>
            {children || <p className={styles.hint}>{t('plan.hint')}</p>}
          </div>
        </div>
      ) : (
        children
      )}
    </Screen>
  );
}

/** The answers as they were given, each a way back to its question. */
function Answers({ situation, entry }: { situation: Situation; entry: Entry | undefined }) {
  const t = useT();
  const { taxonomy, places } = useDirectory();
  const tongue: Tongue = { t, language: currentLanguage(), taxonomy, places };
  return (
    <details className={`${styles.answers} no-print`}>
      <summary>
        <span>{summaryOf(situation, tongue)}</span> <span className={styles.change}>{t('plan.answersChange')}</span>
      </summary>
      <ul role="list">
        {QUESTIONS.map((question) => (
          <li key={question.id}>
            <Link href="/referral" state={{ ...entry, ask: question.id }}>
              <span className={styles.asked}>{t(`plan.question.${question.id}`)}</span>
              <span>
                {fieldsOf(question, situation)
                  .flatMap(({ part }: { part: Part }) =>
                    valuesOf(situation, part).map((value) =>
                      question.fields.length > 1
                        ? `${t(`plan.field.${part}`)}: ${answerText(part, value, tongue)}`
                        : answerText(part, value, tongue),
                    ),
                  )
                  .join(' · ') || t('plan.notSaid')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
