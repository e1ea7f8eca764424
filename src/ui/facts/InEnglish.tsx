import type { ReactNode } from 'react';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import styles from './InEnglish.module.css';

/** Text that exists only in English, marked so for readers and for screen readers when they read another language. */
export function InEnglish({ children, mark = false }: { children: ReactNode; mark?: boolean }) {
  const t = useT();
  if (currentLanguage() === 'en') return <>{children}</>;
  return (
    <>
      <span lang="en">{children}</span>
      {mark && <span className={styles.mark}>{t('facts.inEnglish')}</span>}
    </>
  );
}
