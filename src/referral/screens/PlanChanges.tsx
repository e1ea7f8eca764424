import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { useStands } from '../../ui/useStands.ts';
import { type Change, isSame } from '../compare.ts';
import type { Plan } from '../plan.ts';
import { stepWords, type Tongue } from '../words.ts';
import styles from './PlanView.module.css';

interface Props {
  change: Change;
  plan: Plan;
  tongue: Tongue;
  onSeen(): void;
}

/** What an answer changed: said aloud, marked on the steps, until it was seen. */
export function PlanChanges({ change, plan, tongue, onSeen }: Props) {
  const t = useT();
  const stands = useStands();
  const counts = [
    change.added.length > 0 && t('plan.change.added', { count: change.added.length }),
    change.changed.length > 0 && t('plan.change.changed', { count: change.changed.length }),
    change.removed.length > 0 && t('plan.change.removed', { count: change.removed.length }),
  ].filter(Boolean);
  return (
    <div role="status" className="no-print">
      {stands && !isSame(change) && (
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
                    <s>{stepWords(plan.case, step, tongue).title}</s>
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
