import type { ReactNode } from 'react';
import styles from './PrintSheet.module.css';

/** What a screen holds, with a line at the foot of every printed sheet; on the screen the line is not there. */
export function PrintSheet({ line, children }: { line: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.sheet}>
      <div className={styles.body}>{children}</div>
      <div className={styles.foot}>
        <div className={styles.line}>{line}</div>
      </div>
    </div>
  );
}
