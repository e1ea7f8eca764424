import { Bookmark, BookmarkCheck, NotebookPen, Printer, RotateCcw, Share2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { useDirectory } from '../../dataset/useDirectory.ts';
import { newestDate } from '../../directory/confidence.ts';
import type { PackSource } from '../../directory/pack.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import { Button } from '../../ui/Button.tsx';
import { isCall, shownNumber } from '../../ui/facts/ChannelAction.tsx';
import { ConfidenceMark } from '../../ui/facts/ConfidenceMark.tsx';
import { Section } from '../../ui/Section.tsx';
import type { PlanKeeper } from '../../workspace/usePlans.ts';
import { type Change, isSame } from '../compare.ts';
import { anchorsOf, type Plan, peopleOf } from '../plan.ts';
import { type Choice, emergencyFrom } from '../responders-for.ts';
import { TIMES } from '../rules/rule.ts';
import { printSituation } from '../situation.ts';
import { paramsOf, summaryOf, type Tongue } from '../words.ts';
import { People } from './People.tsx';
import styles from './PlanView.module.css';
import { StepItem } from './StepItem.tsx';

interface Props {
  plan: Plan;
  keeper: PlanKeeper;
  /** What changed since the plan was last looked at. */
  change: Change;
  onSeen(): void;
}

/** The plan as a timeline that can be followed in the street. */
export function PlanView({ plan, keeper, change, onSeen }: Props) {
  const t = useT();
  const { taxonomy, edition, date } = useDirectory();
  const tongue: Tongue = { t, language: currentLanguage(), taxonomy };
  const { ticks, days } = keeper.content;
  const next = plan.steps.find(({ id }) => !ticks.includes(id));
  const query = printSituation(plan.situation);
  const noteHref = `/referral/note?${query}`;
  const named = new Set<string>();

  const tick = (id: string, done: boolean) => {
    keeper.change({ ticks: done ? [...ticks, id] : ticks.filter((other) => other !== id) });
  };

  return (
    <div className={`${styles.plan} ${plan.steps.length > 36 ? styles.long : ''}`}>
      <p className={styles.printed}>
        {summaryOf(plan.situation, tongue)} · {t('plan.printed', { edition, date: partialDate(date, tongue.language) })}
      </p>
      <PrintedNumbers plan={plan} />
      <Toolbar plan={plan} keeper={keeper} noteHref={noteHref} tongue={tongue} />
      <Changes change={change} plan={plan} tongue={tongue} onSeen={onSeen} />
      {keeper.state === 'failed' && <p className={styles.notice}>{t('plan.notKept')}</p>}
      <div className={styles.timeline}>
        {TIMES.map((time) => {
          const steps = plan.steps.filter((step) => step.time === time);
          if (steps.length === 0) return null;
          return (
            <Section key={time} title={t(`plan.time.${time}`)} id={time}>
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
                      noteHref={noteHref}
                      onTick={keeper.state === 'loading' ? undefined : (done) => tick(step.id, done)}
                    />
                  );
                })}
              </ol>
            </Section>
          );
        })}
      </div>
      <Days plan={plan} keeper={keeper} />
      <div className="no-print">
        <People plan={plan} tongue={tongue} />
      </div>
      <PrintedSources plan={plan} />
    </div>
  );
}

function Toolbar({
  plan,
  keeper,
  noteHref,
  tongue,
}: Pick<Props, 'plan' | 'keeper'> & { noteHref: string; tongue: Tongue }) {
  const t = useT();
  const [said, setSaid] = useState('');
  const { kept, content } = keeper;

  async function share() {
    const url = `${location.origin}${location.pathname}?${printSituation(plan.situation)}`;
    try {
      if (navigator.share) {
        await navigator.share({ title: t('plan.title'), url });
        return;
      }
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
    }
    try {
      await navigator.clipboard.writeText(url);
      setSaid(t('plan.shared'));
    } catch {
      setSaid(url);
    }
  }

  return (
    <div className={`${styles.toolbar} no-print`}>
      <Link className={styles.note} href={noteHref}>
        <NotebookPen aria-hidden size={20} /> {t('plan.act.note')}
      </Link>
      <Button
        aria-pressed={kept}
        disabled={keeper.state === 'loading'}
        onClick={() => (kept ? keeper.forget() : keeper.change({}))}
      >
        {kept ? <BookmarkCheck aria-hidden size={20} /> : <Bookmark aria-hidden size={20} />}
        {t(kept ? 'plan.act.kept' : 'plan.act.keep')}
      </Button>
      <Button onClick={share}>
        <Share2 aria-hidden size={20} /> {t('plan.act.share')}
      </Button>
      <Button onClick={() => window.print()}>
        <Printer aria-hidden size={20} /> {t('plan.act.print')}
      </Button>
      {content.ticks.length > 0 && (
        <Button onClick={() => keeper.change({ ticks: [] })}>
          <RotateCcw aria-hidden size={20} /> {t('plan.act.clear')}
        </Button>
      )}
      <p className={styles.said} role="status">
        {said ||
          (content.ticks.length > 0 && t('plan.done', { count: content.ticks.length, of: plan.steps.length })) ||
          summaryOf(plan.situation, tongue)}
      </p>
    </div>
  );
}

/** What an answer changed: said aloud, marked on the steps, until it was seen. */
function Changes({ change, plan, tongue, onSeen }: Pick<Props, 'change' | 'plan' | 'onSeen'> & { tongue: Tongue }) {
  const t = useT();
  const counts = [
    change.added.length > 0 && t('plan.change.added', { count: change.added.length }),
    change.changed.length > 0 && t('plan.change.changed', { count: change.changed.length }),
    change.removed.length > 0 && t('plan.change.removed', { count: change.removed.length }),
  ].filter(Boolean);
  return (
    <div role="status" className="no-print">
      {!isSame(change) && (
        <div className={styles.change}>
          <p>
            <strong>{t('plan.change.title')}</strong> {counts.join(' · ')}
          </p>
          {change.removed.length > 0 && (
            <details>
              <summary>{t('plan.change.gone')}</summary>
              <ul className={styles.gone}>
                {change.removed.map((step) => (
                  <li key={step.id}>
                    <s>
                      {t(`plan.steps.${step.rule}.${step.wording}.do`, paramsOf(plan.case, step.emergency, tongue))}
                    </s>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <Button onClick={onSeen}>{t('plan.change.seen')}</Button>
        </div>
      )}
    </div>
  );
}

/** The days from which limits count. */
function Days({ plan, keeper }: Pick<Props, 'plan' | 'keeper'>) {
  const t = useT();
  const anchors = anchorsOf(plan);
  const { days } = keeper.content;
  if (anchors.length === 0) return null;
  return (
    <Section title={t('plan.days')} id="days">
      <p className={`${styles.soft} no-print`}>{t('plan.daysHint')}</p>
      <div className={styles.days}>
        {anchors.map((anchor) => (
          <label key={anchor} className={styles.day}>
            <span>{t(`plan.anchor.${anchor}`)}</span>
            <input
              type="date"
              value={days[anchor] ?? ''}
              disabled={keeper.state === 'loading'}
              onChange={(event) => {
                const { [anchor]: _, ...others } = days;
                const day = event.currentTarget.value;
                keeper.change({ days: day ? { ...others, [anchor]: day } : others });
              }}
            />
          </label>
        ))}
      </div>
    </Section>
  );
}

/** On paper the numbers come first; the steps then name the responders only. */
function PrintedNumbers({ plan }: { plan: Plan }) {
  const t = useT();
  const { found, origin, elsewhere } = plan.case;
  const countries = new Set([found.country, origin?.country, elsewhere?.country]);
  const people = [...countries].flatMap((code) => (code ? peopleOf(plan, code) : []));
  const emergency = new Set([
    ...emergencyFrom(found, found.country),
    ...emergencyFrom(found, found.country, 'ambulance'),
  ]);
  return (
    <ul className={styles.printedNumbers}>
      <li>
        <strong>{[...emergency].join(' / ')}</strong> {t('plan.emergency')}
      </li>
      {people.map(({ choice }) => (
        <PrintedNumber key={choice.responder.id} choice={choice} abroad={plan.case.standing !== choice.country} />
      ))}
    </ul>
  );
}

function PrintedNumber({
  choice: { responder, channel, opening, confidence },
  abroad,
}: {
  choice: Choice;
  abroad: boolean;
}) {
  const t = useT();
  if (!channel || channel.type === 'web') return null;
  const { main } = names(responder.name, currentLanguage());
  return (
    <li>
      <strong>{isCall(channel) ? shownNumber(channel, abroad) : channel.value}</strong>{' '}
      <span lang={main.language}>{main.text}</span>
      {opening?.state === 'always' && ` · ${t('opening.always')}`} <ConfidenceMark confidence={confidence} />
    </li>
  );
}

/** On paper: who vouches for the plan, as short as it can be said. */
function PrintedSources({ plan }: { plan: Plan }) {
  const t = useT();
  const byPublisher = new Map<string, PackSource[]>();
  for (const source of plan.steps.flatMap((step) => step.statements.flatMap(({ sources }) => sources))) {
    byPublisher.set(source.publisher, [...(byPublisher.get(source.publisher) ?? []), source]);
  }
  return (
    <p className={styles.printedSources}>
      {t('plan.sources')}{' '}
      {[...byPublisher]
        .map(([publisher, sources]) => {
          const newest = newestDate(sources);
          return newest ? `${publisher} (${newest.slice(0, 4)})` : publisher;
        })
        .join(', ')}
    </p>
  );
}
