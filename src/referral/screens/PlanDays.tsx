import { useT } from '../../i18n/i18n.ts';
import type { PlanKeeper } from '../../workspace/usePlans.ts';
import { anchorsOf, type Plan } from '../plan.ts';
import { Phase } from './Phase.tsx';
import styles from './PlanView.module.css';

/** The days from which limits count. */
export function PlanDays({ plan, keeper }: { plan: Plan; keeper: PlanKeeper }) {
  const t = useT();
  const anchors = anchorsOf(plan);
  const { days } = keeper.content;
  if (anchors.length === 0) return null;
  return (
    <Phase
      title={t('plan.days')}
      count={String(anchors.length)}
      open={anchors.some((anchor) => days[anchor])}
      id="days"
    >
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
                const day = event.currentTarget.value;
                keeper.change((content) => {
                  const { [anchor]: _, ...others } = content.days;
                  return { ...content, days: day ? { ...others, [anchor]: day } : others };
                });
              }}
            />
          </label>
        ))}
      </div>
    </Phase>
  );
}
