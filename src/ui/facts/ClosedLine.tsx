import type { ReactNode } from 'react';
import type { Opening } from '../../directory/opening.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { names } from '../../i18n/labels.ts';
import styles from './ClosedLine.module.css';
import { OpeningState } from './OpeningState.tsx';

interface Props {
  name: Readonly<Record<string, string>>;
  opening: Opening;
  /** All there is to say, behind the line. */
  children: ReactNode;
}

/** Who does not answer now: a line with when it opens, below those who may. */
export function ClosedLine({ name, opening, children }: Props) {
  const { main } = names(name, currentLanguage());
  return (
    <details className={styles.folded}>
      <summary>
        <span className={styles.who}>
          <span lang={main.language}>{main.text}</span> <OpeningState opening={opening} />
        </span>
      </summary>
      {children}
    </details>
  );
}
