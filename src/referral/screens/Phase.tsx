import { type ReactNode, useId, useState } from 'react';
import styles from './Phase.module.css';

interface Props {
  title: string;
  /** What is in it, when it is folded: "9 steps". */
  count: string;
  /** Whether it is open as long as nobody folds or unfolds it. */
  open: boolean;
  id?: string;
  children: ReactNode;
}

/** A part of a plan that folds to a line. On paper it is always there. */
export function Phase({ title, count, open, id, children }: Props) {
  const heading = useId();
  const body = useId();
  const [chosen, setChosen] = useState<boolean>();
  const shown = chosen ?? open;
  return (
    <section className={styles.phase} id={id} aria-labelledby={heading}>
      <h2 id={heading}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={shown}
          aria-controls={body}
          onClick={() => setChosen(!shown)}
        >
          <span aria-hidden="true" className={styles.sign}>
            {shown ? '▾' : '▸'}
          </span>
          <span className={styles.name}>
            {title} <span className={styles.count}>{count}</span>
          </span>
        </button>
      </h2>
      <div id={body} className={shown ? styles.shown : styles.folded}>
        {children}
      </div>
    </section>
  );
}
