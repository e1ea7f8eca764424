import { type ReactNode, type ToggleEvent, useId, useState } from 'react';
import { InEnglishNote, SaidInEnglish } from '../ui/facts/InEnglish.tsx';
import { wideScreen } from '../ui/reveal.ts';
import styles from './Part.module.css';

interface Props {
  /** The anchor of the part. */
  id: string;
  title: string;
  /** Whether its texts come from the data, which speaks English. */
  english?: boolean;
  children: ReactNode;
}

/** A part of a country's page that folds away on a phone. Its heading stays in sight while one is in it. */
export function Part({ id, title, english = true, children }: Props) {
  const heading = useId();
  const [open] = useState(wideScreen);
  return (
    <section id={id} aria-labelledby={heading} className={styles.part}>
      <details open={open} onToggle={stayAtHeading}>
        <summary>
          <h2 id={heading}>{title}</h2>
        </summary>
        <div className={styles.inside}>
          {english ? (
            <SaidInEnglish>
              <p className={styles.english}>
                <InEnglishNote />
              </p>
              {children}
            </SaidInEnglish>
          ) : (
            children
          )}
        </div>
      </details>
    </section>
  );
}

/** Closing a long part would leave the reader somewhere far below it. */
function stayAtHeading({ currentTarget }: ToggleEvent<HTMLDetailsElement>): void {
  if (!currentTarget.open && currentTarget.getBoundingClientRect().top < 0) currentTarget.scrollIntoView();
}
