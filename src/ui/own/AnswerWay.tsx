import { Link } from 'wouter';
import { wayToCase } from '../../device/case-of-tab.ts';
import { useT } from '../../i18n/i18n.ts';
import { readAnswer } from '../../referral/answer.ts';
import { useKeptPlans } from '../../workspace/usePlans.ts';
import styles from './own.module.css';

/** Where no kept plan has the code that was typed: the note may be somebody else's, and is answered. */
export function AnswerWay({ code }: { code: string }) {
  const t = useT();
  const { state } = useKeptPlans();
  // What is not read yet may have it.
  if (state === 'loading') return null;
  return (
    <div className={styles.answerWay}>
      {state === 'ready' && <p role="status">{t('corner.plan.noneKept', { code })}</p>}
      {state === 'locked' && (
        <Link className={styles.link} href="/workspace" {...wayToCase({ text: code, without: [] })}>
          {t('corner.plan.unlock', { code })}
        </Link>
      )}
      <Link className={styles.link} href="/referral/answer" data-hit="" {...wayToCase(readAnswer({ code }))}>
        {t('corner.plan.answerCode', { code })}
      </Link>
    </div>
  );
}
