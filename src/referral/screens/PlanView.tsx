import { type ReactNode, useRef } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import type { Change } from '../compare.ts';
import type { Plan } from '../plan.ts';
import { TIMES, type Time } from '../rules/rule.ts';
import { summaryOf, type Tongue } from '../words.ts';
import { FirstCalls } from './FirstCalls.tsx';
import { People } from './People.tsx';
import { Phase } from './Phase.tsx';
import { PlanChanges } from './PlanChanges.tsx';
import { PlanDays } from './PlanDays.tsx';
import { PrintedNumbers, PrintedSources } from './PlanOnPaper.tsx';
import { PlanToolbar } from './PlanToolbar.tsx';
import styles from './PlanView.module.css';
import { Standing } from './Standing.tsx';
import { StepItem } from './StepItem.tsx';
import { Unsaved } from './Unsaved.tsx';
import type { Entry } from './useCase.ts';
import type { PlanAtHand } from './usePlanAtHand.ts';

interface Props {
  plan: Plan;
  keeper: PlanAtHand;
  entry: Entry | undefined;
  /** What was answered, where the questions do not stand beside the plan. */
  answers: ReactNode;
  /** What changed since the plan was last looked at. */
  change: Change;
  onSeen(): void;
}

/** What is due now is open; what comes later is a line with its count. */
const OPEN: readonly Time[] = ['now', 'today'];

/** The plan as a timeline that can be followed in the street. */
export function PlanView({ plan, keeper, entry, answers, change, onSeen }: Props) {
  const t = useT();
  const { taxonomy, places, edition, date } = useDirectory();
  const tongue: Tongue = { t, language: currentLanguage(), taxonomy, places };
  const { ticks, days } = keeper.content;
  const next = plan.steps.find(({ id }) => !ticks.includes(id));
  const named = new Set<string>();
  const marks = [...change.added, ...change.changed];

  const timeline = useRef<HTMLDivElement>(null);
  /** A button that was pressed goes away with what it belongs to: what follows it takes the focus. */
  const goOn = () => timeline.current?.querySelector('button')?.focus({ preventScroll: true });

  const tick = (id: string, done: boolean) => {
    keeper.change((content) => {
      const others = content.ticks.filter((other) => other !== id);
      return { ...content, ticks: done ? [...others, id] : others };
    });
  };

  return (
    <div className={`${styles.plan} ${plan.steps.length > 36 ? styles.long : ''}`}>
      <p className={styles.printed}>
        {summaryOf(plan.situation, tongue)} · {t('plan.printed', { edition, date: partialDate(date, tongue.language) })}
      </p>
      <PrintedNumbers plan={plan} />
      <div className={styles.top}>
        <FirstCalls plan={plan} done={ticks} tongue={tongue} />
        {answers}
        <Link className={`${styles.signs} no-print`} href="/guides/indicators">
          {t('plan.signs')}
        </Link>
      </div>
      <Standing c={plan.case} tongue={tongue} onHere={goOn} />
      <PlanChanges
        change={change}
        plan={plan}
        tongue={tongue}
        onSeen={() => {
          onSeen();
          goOn();
        }}
      />
      <Unsaved keeper={keeper} />
      <div className={styles.timeline} ref={timeline}>
        {TIMES.map((time) => {
          const steps = plan.steps.filter((step) => step.time === time);
          if (steps.length === 0) return null;
          return (
            <Phase
              key={time}
              title={t(`plan.time.${time}`)}
              count={t('plan.stepCount', { count: steps.length })}
              open={OPEN.includes(time) || steps.some((step) => step === next || marks.includes(step.id))}
              id={time}
            >
              <ol role="list" className={styles.steps}>
                {steps.map((step) => {
                  const before = new Set(named);
                  for (const { responder } of step.choices) named.add(responder.id);
                  return (
                    <StepItem
                      key={step.id}
                      step={step}
                      c={plan.case}
                      tongue={tongue}
                      done={ticks.includes(step.id)}
                      next={step === next}
                      mark={
                        change.added.includes(step.id)
                          ? 'added'
                          : change.changed.includes(step.id)
                            ? 'changed'
                            : undefined
                      }
                      named={before}
                      days={days}
                      entry={entry}
                      saving={keeper.saving(step.id)}
                      onTick={keeper.state === 'loading' ? undefined : (done) => tick(step.id, done)}
                    />
                  );
                })}
              </ol>
            </Phase>
          );
        })}
      </div>
      <PlanToolbar plan={plan} keeper={keeper} entry={entry} />
      <PlanDays plan={plan} keeper={keeper} />
      <div className="no-print">
        <People plan={plan} tongue={tongue} />
      </div>
      <PrintedSources plan={plan} />
    </div>
  );
}
