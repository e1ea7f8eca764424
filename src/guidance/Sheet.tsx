import type { ReactNode } from 'react';
import { useDirectory } from '../dataset/useDirectory.ts';
import type { PackSource } from '../directory/pack.ts';
import { partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { SourceList, SourceNumbers } from '../ui/facts/Sources.tsx';
import { PrintSheet } from '../ui/PrintSheet.tsx';
import { usePartsOpenInPrint } from '../ui/reveal.ts';
import styles from './guidance.module.css';

interface Props {
  title: string;
  /** The pages behind it, which facts name by number; left away where they stand with each fact. */
  pages?: readonly PackSource[];
  /** Where the pages stand: on a sheet of their own, or right after the text, there by name and date alone if need be. */
  listed?: boolean | 'following' | 'names';
  /** What this is about, at the top of the paper alone: what one has chosen on the screen. */
  about?: ReactNode;
  children: ReactNode;
}

/** What a screen of the guidance holds, on paper with edition, date and the pages it rests on. */
export function Sheet({ title, pages, listed = true, about, children }: Props) {
  const t = useT();
  const { edition, date } = useDirectory();
  usePartsOpenInPrint();
  const line = t('guidance.print.sheet', { edition, date: partialDate(date, currentLanguage()), title });
  if (!pages) return <PrintSheet line={line}>{children}</PrintSheet>;
  return (
    <PrintSheet line={line}>
      {about && <div className={styles.about}>{about}</div>}
      <SourceNumbers value={new Map(pages.map(({ url }, index) => [url, index + 1]))}>
        {children}
        {listed && (
          <section className={`${styles.printed} ${listed === true ? '' : styles.following}`}>
            <h2>{t('guidance.print.sources')}</h2>
            <SourceList sources={pages} numbered brief={listed === 'names'} />
          </section>
        )}
      </SourceNumbers>
    </PrintSheet>
  );
}
