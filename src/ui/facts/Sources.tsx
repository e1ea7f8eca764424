import { createContext, type ReactNode, useContext } from 'react';
import { newestDate, newestOf } from '../../directory/confidence.ts';
import { hostOf, pageHref } from '../../directory/links.ts';
import type { PackSource } from '../../directory/pack.ts';
import { useT } from '../../i18n/i18n.ts';
import { evidenceDate } from './evidence-date.ts';
import styles from './Sources.module.css';

/** Under which number each page, by address, stands in a list at the end of the printed screen. */
export const SourceNumbers = createContext<ReadonlyMap<string, number> | undefined>(undefined);

interface Props {
  sources: readonly PackSource[];
  /** What the summary says in the place of count and date: how sure a number is, which counts the same pages. */
  mark?: ReactNode;
}

/** "2 sources, newest 2022": opens to the pages themselves with their dates. */
export function Sources({ sources, mark }: Props) {
  const t = useT();
  const newest = newestDate(sources);
  const numbers = useContext(SourceNumbers);
  if (sources.length === 0) return null;
  return (
    <details className={`${styles.sources} ${numbers ? styles.numbered : ''}`}>
      <summary>
        {mark ?? (
          <>
            {t('facts.sources', { count: sources.length })}
            {', '}
            {newest ? t('facts.newest', { date: evidenceDate(newest, t) }) : t('facts.undated')}
          </>
        )}
        {numbers && <span className={styles.numbers}>[{sources.map(({ url }) => numbers.get(url)).join(', ')}]</span>}
      </summary>
      <SourceList sources={sources} />
    </details>
  );
}

/** Pages with publisher, date and link; numbered where facts refer to them by number. */
export function SourceList({ sources, numbered = false }: { sources: readonly PackSource[]; numbered?: boolean }) {
  const List = numbered ? 'ol' : 'ul';
  return (
    <List className={styles.list}>
      {sources.map((source) => (
        <li key={source.url}>
          <a href={pageHref(source.url)} target="_blank" rel="noreferrer">
            {sourceName(source)}
          </a>
          {', '}
          <PageDate source={source} />
          <span className={styles.url}>{source.url}</span>
        </li>
      ))}
    </List>
  );
}

/** The page's own date; else what it cannot be older than; else what is said of its age. */
function PageDate({ source }: { source: PackSource }) {
  const t = useT();
  const newest = newestOf(source);
  if (source.dateNote !== undefined && source.notBefore === undefined) return <span lang="en">{source.dateNote}</span>;
  return newest === undefined ? t('facts.noDate') : evidenceDate(newest, t);
}

/** Who publishes a page; where it stands on somebody else's site, that site as well, since the link leads there. */
function sourceName({ publisher, url }: PackSource): string {
  const host = hostOf(url).replace(/^www\./, '');
  return publisher.includes('.') && host !== publisher && !host.endsWith(`.${publisher}`)
    ? `${publisher} (${host})`
    : publisher;
}
