import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Backup.module.css';
import type { Task } from './useTask.ts';

/** How far a long piece of work is, and its end. */
export function Working({ task, text }: { task: Task; text: string }) {
  const t = useT();
  if (task.percent === undefined) return null;
  return (
    <div className={styles.working}>
      <label className={styles.progress}>
        {text}
        <progress value={task.percent} max={100} />
      </label>
      <Button onClick={task.cancel}>{t('backup.cancel')}</Button>
    </div>
  );
}
