import { type ReactNode, useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Kept.module.css';

/** So many of a list stand in the overview until all of them are asked for. */
const SHOWN = 4;

interface Props<T> {
  title: string;
  items: readonly T[];
  className?: string | undefined;
  children(item: T): ReactNode;
}

/** A part of the overview: the first few of a list, then all. */
export function Short<T>({ title, items, className = styles.rows, children }: Props<T>) {
  const t = useT();
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  // One more line is no longer than the button that would stand for it.
  const shown = all || items.length <= SHOWN + 1 ? items : items.slice(0, SHOWN);
  return (
    <Section title={title}>
      <ul role="list" className={className} aria-label={title}>
        {shown.map(children)}
      </ul>
      {shown.length < items.length && (
        <div>
          <Button onClick={() => setAll(true)}>{t('corner.all', { count: items.length })}</Button>
        </div>
      )}
    </Section>
  );
}
