import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import type { CountryCode } from '../directory/codes.ts';
import { countryOf } from '../directory/directory.ts';
import { useT } from '../i18n/i18n.ts';
import { AnswerText } from './AnswerText.tsx';
import styles from './Compare.module.css';
import { answerTo, type Question, questionTitle } from './compare.ts';

interface Props {
  nameOf(code: CountryCode): string;
  countries: readonly CountryCode[];
  questions: readonly Question[];
}

/** One row a country, one column a question: where there is room. */
export function CompareTable({ countries, questions, nameOf }: Props) {
  const t = useT();
  const directory = useDirectory();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={styles.scroll} aria-label={t('guidance.compare.title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('guidance.compare.country')}</th>
            {questions.map((question) => (
              <th key={question} scope="col">
                {t(questionTitle(question))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {countries.map((code) => (
            <tr key={code}>
              <th scope="row">
                <Link className={styles.country} href={`/countries/${code}`}>
                  {nameOf(code)}
                </Link>
              </th>
              {questions.map((question) => (
                <td key={question}>
                  <AnswerText answer={answerTo(countryOf(directory, code), question)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
