import { type FormEvent, useEffect, useId, useState } from 'react';
import { useDirectory } from '../dataset/useDirectory.ts';
import { localDay, useArrival } from '../device/clock.ts';
import { giveFile } from '../device/give-file.ts';
import { inDays } from '../i18n/amounts.ts';
import { partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { codeOf } from '../referral/code.ts';
import type { Due } from '../referral/due.ts';
import { parseSituation } from '../referral/situation.ts';
import { summaryOf } from '../referral/words.ts';
import { Button } from '../ui/Button.tsx';
import { leaveRow } from '../ui/leaveRow.ts';
import { Personal } from '../ui/own/Personal.tsx';
import { PlanLink } from '../ui/PlanLink.tsx';
import { useNotKept } from '../ui/useNotKept.ts';
import { changeKeptPlan, type KeptPlan, useKeptPlans } from '../workspace/usePlans.ts';
import styles from './Kept.module.css';
import { Short } from './Short.tsx';

/** So far ahead a day is said as one counts: "in 3 days". */
const SOON = 30;
const LONGEST_NAME = 80;

/** The referral plans the user works with, with what is due first. */
export function Plans({ onRemoved }: { onRemoved: (done: boolean) => void }) {
  const t = useT();
  const directory = useDirectory();
  const now = useArrival();
  const { plans, remove } = useKeptPlans();
  const rules = useRules();
  if (plans.length === 0 || rules === undefined) return null;
  const dated =
    rules === null
      ? plans.map((plan) => ({ plan, due: undefined }))
      : rules.byDue(plans.map((plan) => ({ plan, due: rules.dueFirst(plan.key, plan, directory, now) })));
  return (
    <Short title={t('workspace.plans')} items={dated}>
      {({ plan, due }) => (
        <li key={plan.key} className={styles.planItem}>
          <PlanItem plan={plan} due={due} today={localDay(now)} onRemove={() => remove(plan.key).then(onRemoved)} />
        </li>
      )}
    </Short>
  );
}

type Rules = typeof import('../referral/due.ts');

/**
 * What says what is due takes the rules of the plans, which the rest of the screen does not wait for: undefined until they
 * are there, so that no list changes its order under the user's hands; null where they cannot be had.
 */
function useRules(): Rules | null | undefined {
  const [rules, setRules] = useState<Rules | null>();
  useEffect(() => {
    import('../referral/due.ts').then(setRules, () => setRules(null));
  }, []);
  return rules;
}

/** How many days lie between two, both `YYYY-MM-DD`; negative for a day that has passed. */
function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
}

interface Props {
  plan: KeptPlan;
  due: Due | undefined;
  today: string;
  onRemove(): void;
}

function PlanItem({ plan, due, today, onRemove }: Props) {
  const t = useT();
  const language = currentLanguage();
  const { taxonomy, places } = useDirectory();
  const [naming, setNaming] = useState(false);
  const [said, setSaid] = useState('');
  const summary = summaryOf(parseSituation(plan.key), { t, language, taxonomy, places });
  const name = plan.name ?? summary;
  const code = codeOf(plan.note);

  async function remind({ day }: Due) {
    const { reminderOf } = await import('./reminder.ts');
    const calendar = reminderOf(day, t('corner.plan.reminder'), crypto.randomUUID(), new Date());
    const file = new File([calendar], 'harbour.ics', { type: 'text/calendar' });
    const done = await giveFile(file, t('corner.plan.reminder'));
    setSaid(done === 'saved' ? t('corner.plan.reminderSaved') : '');
  }

  return (
    <>
      <PlanLink situation={plan.key} className={styles.planLink}>
        <span className={styles.rowName}>{name}</span>
        <span className={styles.soft}>
          {[plan.name && summary, due ? undefined : partialDate(localDay(new Date(plan.at)), language)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {code && <span className={styles.soft}>{t('corner.plan.code', { code })}</span>}
        {due && (
          <span className={styles.due}>
            {t(`plan.limit.${due.deadline.id}`)}: <b>{whenText(due.day, today)}</b>
            {Math.abs(daysUntil(due.day, today)) <= SOON &&
              ` · ${t(`plan.date.${due.deadline.kind}`, { date: partialDate(due.day, language) })}`}
          </span>
        )}
      </PlanLink>
      {naming ? (
        <NameForm plan={plan} onDone={() => setNaming(false)} />
      ) : (
        <p className={styles.planWays}>
          <button
            type="button"
            className={styles.worded}
            aria-label={`${t('corner.plan.name')}: ${name}`}
            onClick={() => setNaming(true)}
          >
            {t('corner.plan.name')}
          </button>
          {due && (
            <button
              type="button"
              className={styles.worded}
              aria-label={`${t('corner.plan.remind')}: ${name}`}
              onClick={() => void remind(due)}
            >
              {t('corner.plan.remind')}
            </button>
          )}
          <button
            type="button"
            className={styles.worded}
            aria-label={t('workspace.removeName', { name })}
            onClick={(event) => {
              leaveRow(event);
              onRemove();
            }}
          >
            {t('workspace.remove')}
          </button>
        </p>
      )}
      <p role="status" className={styles.soft}>
        {said}
      </p>
    </>
  );
}

/** "tomorrow", "in 3 days", "5 days ago"; far off the day itself. */
function whenText(day: string, today: string): string {
  const language = currentLanguage();
  const days = daysUntil(day, today);
  if (Math.abs(days) > SOON) return partialDate(day, language);
  return inDays(days, language);
}

/** What the user calls a plan. */
function NameForm({ plan, onDone }: { plan: KeptPlan; onDone(): void }) {
  const t = useT();
  const notKept = useNotKept();
  const id = useId();
  const [typed, setTyped] = useState(plan.name ?? '');
  const [failed, setFailed] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const name = typed.trim();
    const done = await changeKeptPlan(plan.key, ({ name: _old, ...content }) =>
      name === '' ? content : { ...content, name },
    );
    setFailed(!done);
    if (done) onDone();
  }

  return (
    <form className={styles.nameForm} onSubmit={submit} autoComplete="off">
      <label htmlFor={id} className={styles.rowName}>
        {t('corner.plan.nameLabel')}
      </label>
      <p className={styles.soft} id={`${id}-hint`}>
        {t('corner.plan.nameHint')}
      </p>
      <input
        id={id}
        type="text"
        value={typed}
        maxLength={LONGEST_NAME}
        // biome-ignore lint/a11y/noAutofocus: the form opens where somebody asked for it
        autoFocus
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <Personal text={typed} />
      <div role="status">{failed && <p className={styles.notice}>{notKept(t('corner.unsaved'))}</p>}</div>
      <div className={styles.buttons}>
        <Button type="submit" variant="primary">
          {t(failed ? 'saving.retry' : 'corner.keep')}
        </Button>
        <Button onClick={onDone}>{t('corner.cancel')}</Button>
      </div>
    </form>
  );
}
