import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

interface Props {
  title: string;
  /** The anchor of the section, for links such as `#measure-3`. */
  id?: string;
  children: ReactNode;
}

/** A part of a screen with its own heading. */
export function Section({ title, id, children }: Props) {
  const heading = useId();
  return (
    <section className={styles.section} id={id} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}
