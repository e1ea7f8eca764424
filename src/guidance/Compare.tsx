import { Link, useLocation, useSearch } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useSettings } from '../device/settings.ts';
import { useMedia } from '../device/useMedia.ts';
import type { CountryCode } from '../directory/codes.ts';
import { countryOf } from '../directory/directory.ts';
import { countryName, partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { InEnglishNote, SaidInEnglish } from '../ui/facts/InEnglish.tsx';
import { Screen } from '../ui/Screen.tsx';
import { usePrinting } from '../ui/usePrinting.ts';
import { AnswerText } from './AnswerText.tsx';
import { Back } from './Back.tsx';
import styles from './Compare.module.css';
import { CompareCsv } from './CompareCsv.tsx';
import { ComparePick } from './ComparePick.tsx';
import { CompareTable } from './CompareTable.tsx';
import { answerTo, type Comparison, comparisonOf, pagesBehind, queryOf, questionTitle } from './compare.ts';
import shared from './guidance.module.css';
import { countriesInOrder } from './guides.ts';
import { PrintButton } from './PrintButton.tsx';
import { Sheet } from './Sheet.tsx';

/** Room for a table. */
const WIDE = '(min-width: 60rem)';
/** So many questions find room beside each other on a sheet of paper. */
const ON_PAPER = 3;
/** So many questions or countries are named at the foot of each sheet; more are counted. */
const BRIEF = 3;
/** Of so many pages the addresses stand on paper as well; of more, they would take more sheets than the answers. */
const FOOTNOTES = 35;

/** The same questions to several countries: a table where there is room, otherwise one question down all of them. */
export default function Compare() {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const [, navigate] = useLocation();
  const { country: chosen } = useSettings();
  const wide = useMedia(WIDE);
  const printing = usePrinting();
  const comparison = comparisonOf(useSearch());
  const isWide = printing ? comparison.questions.length <= ON_PAPER : wide;
  const nameOf = (code: CountryCode) => countryName(code, language);
  const order = countriesInOrder(chosen, nameOf, language);
  const countries = order.filter((code) => comparison.countries.includes(code));
  const { questions } = comparison;
  const go = (change: Partial<Comparison>) =>
    navigate(`/countries/compare${queryOf({ ...comparison, ...change })}`, { replace: true });
  const pair = countries.length === 2;
  const title = t('guidance.compare.title');
  const answers = countries.flatMap((code) =>
    questions.map((question) => answerTo(countryOf(directory, code), question)),
  );
  const pages = pagesBehind(answers);
  const names = {
    questions: questions.map((question) => t(questionTitle(question))),
    countries: countries.map(nameOf),
  };
  // Where the questions are headings, naming them all above as well costs a sheet.
  const listed = (what: keyof typeof names) =>
    what === 'questions' && questions.length > ON_PAPER ? '' : `: ${names[what].join(', ')}`;
  // At the foot of every sheet a line has to do.
  const brief = (what: keyof typeof names) =>
    names[what].length > BRIEF ? t(`guidance.compare.${what}`, { count: names[what].length }) : names[what].join(', ');
  const subject = `${brief('questions')} · ${brief('countries')}`;
  return (
    <SaidInEnglish>
      <Screen wide title={title} tabTitle={`${title}: ${subject}`} above={<Back />} beside={<PrintButton />}>
        <Sheet
          title={`${title}: ${subject}`}
          pages={pages}
          listed={pages.length > FOOTNOTES ? 'names' : 'following'}
          about={
            <p>
              {(['questions', 'countries'] as const).map((what) => (
                <span key={what} className={styles.chosen}>
                  <strong>{t(`guidance.compare.${what}`, { count: names[what].length })}</strong>
                  {listed(what)}
                </span>
              ))}
              <span className={styles.chosen}>
                <strong>{t('guidance.compare.edition')}</strong>: {directory.edition},{' '}
                {partialDate(directory.date, language)}
              </span>
            </p>
          }
        >
          <div className={shared.body}>
            <div className={`${styles.choose} no-print`}>
              <ComparePick comparison={comparison} order={order} countries={countries} nameOf={nameOf} go={go} />
              <p>
                <CompareCsv countries={countries} questions={questions} nameOf={nameOf} />
              </p>
            </div>
            {/* The table or the lists below change without a word. */}
            <p role="status" className="visually-hidden no-print">
              {subject}
            </p>
            <p className={shared.english}>
              <InEnglishNote />
            </p>
            {isWide ? (
              <CompareTable countries={countries} questions={questions} nameOf={nameOf} />
            ) : (
              questions.map((question) => (
                <section key={question} className={styles.question} aria-labelledby={`q-${question}`}>
                  <h2 id={`q-${question}`}>{t(questionTitle(question))}</h2>
                  <ul role="list" className={`${styles.answers} ${pair ? styles.pair : ''}`}>
                    {countries.map((code) => (
                      <li key={code}>
                        <h3>
                          <Link className={styles.country} href={`/countries/${code}`}>
                            {nameOf(code)}
                          </Link>
                        </h3>
                        <AnswerText answer={answerTo(countryOf(directory, code), question)} />
                      </li>
                    ))}
                  </ul>
                </section>
              ))
            )}
            {questions.includes('statistics') && <p className={styles.apart}>{t('countries.statistics.apart')}</p>}
          </div>
        </Sheet>
      </Screen>
    </SaidInEnglish>
  );
}
