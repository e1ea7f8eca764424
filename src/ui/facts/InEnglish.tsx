import { createContext, type ReactNode, useContext } from 'react';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import styles from './InEnglish.module.css';

/** Whether a heading above has said already that what follows is in English. */
const Said = createContext(false);

/** Text that exists only in English, marked so for readers and for screen readers when they read another language. */
export function InEnglish({ children }: { children: ReactNode }) {
  const t = useT();
  const said = useContext(Said);
  if (currentLanguage() === 'en') return <>{children}</>;
  return (
    <>
      <span lang="en">{children}</span>
      {!said && (
        <span className={styles.mark} title={t('facts.inEnglish')} aria-hidden="true">
          EN
        </span>
      )}
    </>
  );
}

/** Says above a part that its texts are in English; {@link SaidInEnglish} around the part then leaves it at that. */
export function InEnglishNote() {
  const t = useT();
  return currentLanguage() === 'en' ? null : <span className={styles.mark}>{t('facts.inEnglish')}</span>;
}

/** Around a part of which {@link InEnglishNote} says that it is in English. */
export function SaidInEnglish({ children }: { children: ReactNode }) {
  return <Said value={true}>{children}</Said>;
}
