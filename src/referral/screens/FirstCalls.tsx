import { Phone } from 'lucide-react';
import { dialling, isEmergency } from '../../directory/dialling.ts';
import { countryOf } from '../../directory/directory.ts';
import { readable } from '../../directory/emergency.ts';
import { callHref, hrefOf } from '../../directory/links.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import { Coverage } from '../../ui/facts/Coverage.tsx';
import { OpeningState } from '../../ui/facts/OpeningState.tsx';
import { type Case, standingOf } from '../case.ts';
import { firstCallsOf } from '../first-calls.ts';
import type { Plan, Step } from '../plan.ts';
import type { Choice } from '../responders-for.ts';
import { lineText, paramsOf, type Tongue, whoseText } from '../words.ts';
import styles from './FirstCalls.module.css';

interface Props {
  plan: Plan;
  done: readonly string[];
  tongue: Tongue;
}

/** Whom to call now, above everything else: the emergency number, the line, who is needed next. */
export function FirstCalls({ plan, done, tongue }: Props) {
  const t = useT();
  const { emergency, own, line, lineWhose, next } = firstCallsOf(plan, done);
  // Of several people a call that is for some of them says for whom.
  const withWhose = (what: string, whose: Step['whose']) =>
    [what, whoseText({ whose }, tongue)].filter(Boolean).join(' · ');
  const isForChild = next?.step.rule === 'child';
  const nextCall = next && (
    <Call
      choice={next.choice}
      what={withWhose(
        t(`plan.steps.${next.step.rule}.${next.step.wording}.title`, paramsOf(plan.case, next.step, tongue)),
        next.step.whose,
      )}
      c={plan.case}
    />
  );
  // Of several numbers each says whom it brings.
  const reaches = (number: string) =>
    emergency.length > 1 &&
    plan.case.found.emergency
      .find((entry) => entry.number === number)
      ?.for.slice(0, 2)
      .map((purpose) => t(`home.emergency.${purpose}`))
      .join(' · ');
  return (
    <section className={`${styles.calls} no-print`} aria-label={t('plan.calls.label')}>
      <div className={styles.emergency}>
        {emergency.map((number) => (
          <a
            key={number}
            className={styles.alarm}
            href={callHref(number)}
            aria-label={[`${t('act.call')} ${number}`, reaches(number)].filter(Boolean).join(', ')}
          >
            <Phone aria-hidden size={20} />
            <span className={styles.number}>
              {readable(number)}
              {reaches(number) && <span className={styles.reaches}>{reaches(number)}</span>}
            </span>
          </a>
        ))}
        <span className={styles.when}>{t(own ? 'plan.calls.ownPolice' : 'plan.calls.danger')}</span>
      </div>
      {/* Who may protect the child stands before who advises. */}
      {isForChild && nextCall}
      {line && <Call choice={line} what={withWhose(lineText(line, tongue), lineWhose)} c={plan.case} />}
      {!isForChild && nextCall}
    </section>
  );
}

/** One call in three short lines: what for, the number, whom. What has no room there stands whole in its step below. */
function Call({ choice, what, c }: { choice: Choice; what: string; c: Case }) {
  const t = useT();
  const { responder, channel, opening, reasons } = choice;
  const way = dialling(channel, countryOf(c.directory, responder.country), standingOf(c), responder.channels);
  const text = channel.type === 'sms';
  if (way.how !== 'as-is' && way.how !== 'abroad') return null;
  const { tel, shown } = way;
  const { main } = names(responder.name, currentLanguage());
  // Whoever may not answer at this hour is said to be that; a number for danger answers always.
  const known = isEmergency(channel, countryOf(c.directory, responder.country)) ? undefined : opening;
  // Whoever works in one town only is called there only.
  const local = reasons.some(({ code }) => code === 'local');
  return (
    <a
      className={styles.call}
      href={text ? hrefOf({ type: 'sms', value: tel }) : callHref(tel)}
      aria-label={`${what}: ${t(text ? 'act.text' : 'act.call')} ${main.text}, ${shown}`}
    >
      <Phone aria-hidden size={20} />
      <span className={styles.who}>
        <span className={styles.what}>{what}</span>
        <span className={styles.whom}>
          <strong>{shown}</strong> <span lang={main.language}>{main.text}</span>
        </span>
        {(local || known) && (
          <span className={styles.what}>
            {local && (
              <>
                {t('plan.reason.local')} <Coverage responder={responder} />
              </>
            )}
            {local && known && ' · '}
            {known && <OpeningState opening={known} />}
          </span>
        )}
      </span>
    </a>
  );
}
