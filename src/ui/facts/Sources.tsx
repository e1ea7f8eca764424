import { newestDate } from '../../directory/confidence.ts';
import type { PackSource } from '../../directory/pack.ts';
import { partialDate } from '../../i18n/format.ts';
import { currentLanguage, useT } from '../../i18n/i18n.ts';
import styles from './Sources.module.css';

/** "2 sources, newest 2022": opens to the pages themselves with their dates. */
export function Sources({ sources }: { sources: readonly PackSource[] }) {
  const t = useT();
  const newest = newestDate(sources);
  return (
    <details className={styles.sources}>
      <summary>
        {t('facts.sources', { count: sources.length })}
        {', '}
        {newest ? t('facts.newest', { date: partialDate(newest, currentLanguage()) }) : t('facts.undated')}
      </summary>
      <SourceList sources={sources} />
    </details>
  );
}

/** Pages with publisher, date and link. */
export function SourceList({ sources }: { sources: readonly PackSource[] }) {
  const t = useT();
  return (
    <ul className={styles.list}>
      {sources.map((source) => (
        <li key={source.url}>
          <a href={source.url} target="_blank" rel="noreferrer">
            {source.publisher}
          </a>
          {', '}
          {source.dateNote ? (
            <span lang="en">{source.dateNote}</span>
          ) : source.date ? (
            partialDate(source.date, currentLanguage())
          ) : (
            t('facts.noDate')
          )}
          <span className={styles.url}>{source.url}</span>
        </li>
      ))}
    </ul>
  );
}
