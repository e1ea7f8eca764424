import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useT } from '../i18n/i18n.ts';
import styles from './Screen.module.css';

interface Props {
  /** The heading of the screen: what it says, not its category. */
  title: string;
  /** What the tab is called, where the heading is the user's own words: a title is seen by others, and kept in the history. */
  tabTitle?: string;
  /** The language of the title, where it is not the screen's. */
  titleLanguage?: string;
  /** What stands above the heading: the way back. */
  above?: ReactNode;
  /** What stands beside the heading, e.g. a mark. */
  beside?: ReactNode;
  /** Wider than a column of text: lists with filters, two columns. */
  wide?: boolean;
  /** Hides the heading from sight where the screen speaks for itself; it is still there for screen readers. */
  quietTitle?: boolean;
  children: ReactNode;
}

let firstScreen = true;

/** A screen with its heading; moves the focus to the heading when one comes from another screen. */
export function Screen({
  title,
  tabTitle = title,
  titleLanguage,
  above,
  beside,
  wide = false,
  quietTitle = false,
  children,
}: Props) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  // Together with what is drawn: an effect that is still to come would name the screen once more after Leave.
  useLayoutEffect(() => {
    document.title = quietTitle ? t('app.name') : `${tabTitle} · ${t('app.name')}`;
  }, [tabTitle, quietTitle, t]);
  useEffect(() => {
    if (!firstScreen) heading.current?.focus({ preventScroll: true });
    firstScreen = false;
  }, []);
  return (
    <div className={`${styles.screen} ${wide ? styles.wide : ''}`}>
      {above}
      <div className={quietTitle ? 'visually-hidden' : styles.heading}>
        <h1 ref={heading} tabIndex={-1} lang={titleLanguage}>
          {title}
        </h1>
        {beside}
      </div>
      {children}
    </div>
  );
}
