import { createContext, type ReactNode, useContext } from 'react';
import { newestDate } from '../../directory/confidence.ts';
import { pageHref } from '../../directory/links.ts';
import type { PackSource } from '../../directory/pack.ts';
import { useT } from '../../i18n/i18n.ts';
import { evidenceDate } from './evidence-date.ts';
import { pageDate, sourceName } from './page-words.ts';
import styles from './Sources.module.css';

/** Under which number each page, by address, stands in a list at the end of the printed screen. */
export const SourceNumbers = createContext<ReadonlyMap<string, number> | undefined>(undefined);

/** Whether facts name their pages by number alone, because the pages stand together after them. */
const Together = createContext(false);

/** Whether {@link Sources} here are no more than numbers within a line. */
export function useSourcesByNumber(): boolean {
  const together = useContext(Together);
  return useContext(SourceNumbers) !== undefined && together;
}

interface Props {
  sources: readonly PackSource[];
  /** What the summary says in the place of count and date: how sure a number is, which counts the same pages. */
  mark?: ReactNode;
  /** Whether facts refer to these pages by number. */
  numbered?: boolean;
  /** What stands beside the summary: the link that says that something is wrong. */
  tell?: ReactNode;
}

/** "2 sources, newest 2022": opens to the pages themselves with their dates. */
export function Sources({ sources, mark, numbered = false, tell }: Props) {
  const t = useT();
  const newest = newestDate(sources);
  const numbers = useContext(SourceNumbers);
  const byNumber = useSourcesByNumber();
  if (sources.length === 0) return tell;
  if (byNumber && numbers) {
    return (
      <>
        <span className={styles.check}>
          <span className="visually-hidden">{t('facts.refs')} </span>
          {`[${numbersOf(sources, numbers)}]`}
        </span>
        {tell}
      </>
    );
  }
  const pages = (
    <details className={`${styles.sources} ${numbers ? styles.numbered : ''}`}>
      <summary>
        {mark ?? (
          <>
            {t('facts.sources', { count: sources.length })}
            {', '}
            {newest ? t('facts.newest', { date: evidenceDate(newest, t) }) : t('facts.undated')}
          </>
        )}
        {numbers && <span className={styles.numbers}>[{numbersOf(sources, numbers)}]</span>}
      </summary>
      <SourceList sources={sources} numbered={numbered} />
    </details>
  );
  return tell === undefined ? (
    pages
  ) : (
    <div className={styles.beside}>
      {pages}
      {tell}
    </div>
  );
}

function numbersOf(sources: readonly PackSource[], numbers: ReadonlyMap<string, number>): string {
  return sources.map(({ url }) => numbers.get(url)).join(', ');
}

interface TogetherProps extends Pick<Props, 'sources' | 'tell'> {
  children: ReactNode;
}

/** Facts that name their pages by number, and behind one sign after them the pages. On paper those stand at the end of it all. */
export function SourcesTogether({ sources, tell, children }: TogetherProps) {
  const numbers = useContext(SourceNumbers);
  if (!numbers) {
    return (
      <>
        {children}
        {tell}
      </>
    );
  }
  const pages = [...new Map(sources.map((source) => [source.url, source])).values()].sort(
    (a, b) => (numbers.get(a.url) ?? 0) - (numbers.get(b.url) ?? 0),
  );
  return (
    <>
      <Together value={true}>{children}</Together>
      <div className="no-print">
        <Sources sources={pages} numbered tell={tell} />
      </div>
    </>
  );
}

interface ListProps {
  sources: readonly PackSource[];
  /** Where facts refer to them by number. */
  numbered?: boolean;
  /** Without the address, which would fill the paper. */
  brief?: boolean;
}

/** Pages with publisher, date and link. */
export function SourceList({ sources, numbered = false, brief = false }: ListProps) {
  const numbers = useContext(SourceNumbers);
  const List = numbered ? 'ol' : 'ul';
  return (
    <List className={`${styles.list} ${brief ? styles.brief : ''}`}>
      {sources.map((source) => (
        <li key={source.url} value={numbered ? numbers?.get(source.url) : undefined}>
          <a href={pageHref(source.url)} target="_blank" rel="noreferrer">
            {sourceName(source)}
          </a>
          {', '}
          <PageDate source={source} />
          {!brief && <span className={styles.url}>{source.url}</span>}
        </li>
      ))}
    </List>
  );
}

function PageDate({ source }: { source: PackSource }) {
  const { text, inEnglish } = pageDate(source, useT());
  return inEnglish ? <span lang="en">{text}</span> : text;
}
