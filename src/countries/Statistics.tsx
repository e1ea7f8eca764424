import { sourcesOf } from '../directory/directory.ts';
import type { CountryPack } from '../directory/pack.ts';
import { number } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { Sources } from '../ui/facts/Sources.tsx';
import styles from './facts.module.css';

/** Victims identified, newest first, each line as its source counts; never added up. */
export function Statistics({ country }: { country: CountryPack }) {
  const t = useT();
  const lines = [...country.statistics].sort((a, b) => b.year - a.year);
  if (lines.length === 0) return <p className={styles.soft}>{t('facts.notFound')}</p>;
  return (
    <>
      <p>{t('countries.statistics.apart')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('countries.statistics.year')}</th>
            <th scope="col">{t('countries.statistics.identified')}</th>
            <th scope="col">{t('countries.statistics.counted')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.year}${line.note}`}>
              <th scope="row">{line.year}</th>
              <td className={line.identified === undefined ? styles.soft : styles.figure}>
                {line.identified === undefined
                  ? t('countries.statistics.noFigure')
                  : number(line.identified, currentLanguage())}
              </td>
              <td>
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
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
