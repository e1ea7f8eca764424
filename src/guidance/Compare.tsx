import type { ReactNode } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useSettings } from '../device/settings.ts';
import { useMedia } from '../device/useMedia.ts';
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import { countryOf } from '../directory/directory.ts';
import { firstChannel } from '../directory/first-contacts.ts';
import { countryName, number } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label, names } from '../i18n/labels.ts';
import { Button } from '../ui/Button.tsx';
import { InEnglish } from '../ui/facts/InEnglish.tsx';
import { Screen } from '../ui/Screen.tsx';
import { AnswerText } from './AnswerText.tsx';
import { Back } from './Back.tsx';
import styles from './Compare.module.css';
import {
  answerTo,
  type Comparison,
  comparisonOf,
  csvOf,
  type Part,
  QUESTIONS,
  type Question,
  queryOf,
  questionTitle,
  toggled,
} from './compare.ts';
import shared from './guidance.module.css';
import { countriesInOrder } from './guides.ts';
import { PrintButton } from './PrintButton.tsx';
import { Sheet } from './Sheet.tsx';
import walk from './Walk.module.css';

/** Room for a table. */
const WIDE = '(min-width: 60rem)';

/** The same questions to several countries: a table where there is room, otherwise one question down all of them. */
export default function Compare() {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const [, navigate] = useLocation();
  const { country: chosen } = useSettings();
  const isWide = useMedia(WIDE);
  const comparison = comparisonOf(useSearch());
  const nameOf = (code: CountryCode) => countryName(code, language);
  const order = countriesInOrder(chosen, nameOf, language);
  const countries = order.filter((code) => comparison.countries.includes(code));
  const { questions } = comparison;
  const go = (change: Partial<Comparison>) =>
    navigate(`/countries/compare${queryOf({ ...comparison, ...change })}`, { replace: true });
  const pair = countries.length === 2;
  const part = (one: Part) => partInWords(one, t, language, directory.taxonomy);
  const download = () => {
    const csv = csvOf(
      countries.map((code) => countryOf(directory, code)),
      questions,
      {
        country: nameOf,
        question: (question) => t(questionTitle(question)),
        part,
        notFound: t('facts.notFound'),
        header: [
          t('guidance.compare.country'),
          t('guidance.compare.question'),
          t('guidance.compare.answer'),
          t('guidance.print.sources'),
        ],
      },
    );
    save(csv, `harbour-${questions.join('-')}-${directory.edition}.csv`);
  };
  const title = t('guidance.compare.title');
  return (
    <Screen wide title={title} above={<Back />} beside={<PrintButton />}>
      <Sheet title={title}>
        <div className={shared.body}>
          <div className={`${styles.choose} no-print`}>
            <div className={shared.fields}>
              <label className={shared.field}>
                {t('guidance.compare.question')}
                <select
                  value={questions.length === 1 ? questions[0] : ''}
                  onChange={(event) => {
                    const one = QUESTIONS.find((question) => question === event.target.value);
                    if (one) go({ questions: [one] });
                  }}
                >
                  {questions.length !== 1 && (
                    <option value="">{t('guidance.compare.questions', { count: questions.length })}</option>
                  )}
                  {QUESTIONS.map((question) => (
                    <option key={question} value={question}>
                      {t(questionTitle(question))}
                    </option>
                  ))}
                </select>
              </label>
              <Pair order={order} countries={countries} nameOf={nameOf} go={go} />
            </div>
            <Chooser comparison={comparison} order={order} nameOf={nameOf} go={go} />
            <p>
              <Button onClick={download}>{t('guidance.compare.csv')}</Button>
            </p>
          </div>
          <p className={shared.english}>
            <InEnglish mark>{null}</InEnglish>
          </p>
          {isWide ? (
            <Table countries={countries} questions={questions} nameOf={nameOf} />
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
          {questions.includes('statistics') && <p>{t('countries.statistics.apart')}</p>}
        </div>
      </Sheet>
    </Screen>
  );
}

interface Shared {
  order: readonly CountryCode[];
  nameOf(code: CountryCode): string;
  go(change: Partial<Comparison>): void;
}

/** Two countries beside each other, picked from two lists. */
function Pair({ order, countries, nameOf, go }: Shared & { countries: readonly CountryCode[] }) {
  const t = useT();
  const [first, second] = countries.length === 2 ? countries : [];
  const pick = (one: string, other: string) => {
    const codes = COUNTRIES.filter((code) => code === one || code === other);
    if (codes.length > 0) go({ countries: codes });
    else go({ countries: [...COUNTRIES] });
  };
  const options = (not: CountryCode | undefined): ReactNode =>
    order
      .filter((code) => code !== not)
      .map((code) => (
        <option key={code} value={code}>
          {nameOf(code)}
        </option>
      ));
  const one = first ?? (countries.length === 1 ? countries[0] : undefined);
  return (
    <>
      <label className={shared.field}>
        {t('guidance.compare.one')}
        <select value={one ?? ''} onChange={(event) => pick(event.target.value, event.target.value && (second ?? ''))}>
          <option value="">
            {t('guidance.compare.countries', { count: countries.length === 1 ? 14 : countries.length })}
          </option>
          {options(second)}
        </select>
      </label>
      {one && (
        <label className={shared.field}>
          {t('guidance.compare.beside')}
          <select value={second ?? ''} onChange={(event) => pick(one, event.target.value)}>
            <option value="">{t('guidance.compare.nobody')}</option>
            {options(one)}
          </select>
        </label>
      )}
    </>
  );
}

/** Any countries and any questions. */
function Chooser({ comparison, order, nameOf, go }: Shared & { comparison: Comparison }) {
  const t = useT();
  const { countries, questions } = comparison;
  return (
    <details className={styles.chooser}>
      <summary>{t('guidance.compare.choose')}</summary>
      <fieldset className={styles.set}>
        <legend>{t('guidance.compare.questions', { count: questions.length })}</legend>
        <div className={walk.forms}>
          {QUESTIONS.map((question) => (
            <label key={question} className={walk.form}>
              <input
                type="checkbox"
                checked={questions.includes(question)}
                onChange={() => go({ questions: toggled<Question>(questions, question, QUESTIONS) })}
              />
              {t(questionTitle(question))}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.set}>
        <legend>{t('guidance.compare.countries', { count: countries.length })}</legend>
        <div className={walk.forms}>
          {order.map((code) => (
            <label key={code} className={walk.form}>
              <input
                type="checkbox"
                checked={countries.includes(code)}
                onChange={() => go({ countries: toggled<CountryCode>(countries, code, COUNTRIES) })}
              />
              {nameOf(code)}
            </label>
          ))}
        </div>
        <Button onClick={() => go({ countries: [...COUNTRIES] })}>{t('guidance.compare.everyone')}</Button>
      </fieldset>
    </details>
  );
}

interface TableProps extends Pick<Shared, 'nameOf'> {
  countries: readonly CountryCode[];
  questions: readonly Question[];
}

function Table({ countries, questions, nameOf }: TableProps) {
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

function partInWords(
  part: Part,
  t: ReturnType<typeof useT>,
  language: ReturnType<typeof currentLanguage>,
  taxonomy: Parameters<typeof label>[0],
): string {
  switch (part.kind) {
    case 'said':
      return t(part.message, part.values ?? {});
    case 'text':
    case 'note':
      return part.text;
    case 'list': {
      const items = part.items.length > 0 ? part.items.join('; ') : t('facts.notFound');
      return part.group === undefined ? items : `${label(taxonomy, 'nationality', part.group, language)}: ${items}`;
    }
    case 'responder': {
      const channel = firstChannel(part.responder);
      return [names(part.responder.name, language).main.text, channel && (channel.international ?? channel.value)]
        .filter(Boolean)
        .join(', ');
    }
    case 'year': {
      const counted =
        part.identified === undefined
          ? undefined
          : t('countries.statistics.identified', { count: part.identified, number: number(part.identified, language) });
      return `${part.year}: ${[counted, part.text].filter(Boolean).join('. ')}`;
    }
  }
}

/** Hands a file to the browser. */
function save(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
