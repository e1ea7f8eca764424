import { Suspense } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { LockedHint } from '../../ui/lock/late.ts';
import { useNotKept } from '../../ui/useNotKept.ts';
import type { PlanKeeper } from '../../workspace/usePlans.ts';
import styles from './PlanView.module.css';

/** That what was ticked or chosen is not in the database, and how to try again. Nothing where it is. */
export function Unsaved({ keeper }: { keeper: PlanKeeper }) {
  const t = useT();
  const notKept = useNotKept();
  return (
    <div role="status" className="no-print">
      {keeper.state === 'refused' && <p className={styles.notice}>{notKept(t('plan.notKept'), 'copy')}</p>}
      {keeper.state === 'locked' && (
        <Suspense fallback={null}>
          <LockedHint />
        </Suspense>
      )}
      {keeper.state === 'unsaved' && (
        <div className={styles.notice}>
          <p>{notKept(t('plan.unsaved'), 'copy')}</p>
          <Button onClick={keeper.retry}>{t('saving.retry')}</Button>
        </div>
      )}
    </div>
  );
}
