import { sourcesOf } from '../directory/directory.ts';
import type { CountryPack } from '../directory/pack.ts';
import { number } from '../i18n/amounts.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { Sources } from '../ui/facts/Sources.tsx';
import { TellLink } from '../ui/facts/TellLink.tsx';
import styles from './facts.module.css';

/** Victims identified, newest first, each line as its source counts; never added up. */
export function Statistics({ country }: { country: CountryPack }) {
  const t = useT();
  const lines = [...country.statistics].sort((a, b) => b.year - a.year);
  if (lines.length === 0) return <p className={styles.soft}>{t('facts.notFound')}</p>;
  const placeInYear = (line: (typeof lines)[number]) =>
    country.statistics.filter(({ year }) => year === line.year).indexOf(line);
  return (
    <>
      <p>{t('countries.statistics.apart')}</p>
      <ul role="list" className={styles.points}>
        {lines.map((line) => (
          <li key={`${line.year}${line.note}`}>
            <h3 className={styles.year}>{line.year}</h3>
            {line.identified !== undefined && (
              <p className={styles.said}>
                {t('countries.statistics.identified', {
                  count: line.identified,
                  number: number(line.identified, currentLanguage()),
                })}
              </p>
            )}
            {line.note !== undefined && (
              <p>
                <InEnglish>{line.note}</InEnglish>
              </p>
            )}
            {line.breakdown && (
              <p>
                <InEnglish>{line.breakdown.text}</InEnglish>
              </p>
            )}
            <Sources
              sources={sourcesOf(country, [...new Set([...line.sources, ...(line.breakdown?.sources ?? [])])])}
              tell={
                <TellLink
                  about={{ country: country.country, statistics: String(line.year), line: String(placeInYear(line)) }}
                  name={`${t('countries.statistics.title')}, ${line.year}`}
                />
              }
            />
          </li>
        ))}
      </ul>
    </>
  );
}
