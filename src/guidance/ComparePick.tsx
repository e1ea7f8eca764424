import type { ReactNode } from 'react';
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Compare.module.css';
import { type Comparison, QUESTIONS, type Question, questionTitle, toggled } from './compare.ts';
import shared from './guidance.module.css';
import walk from './Walk.module.css';

interface Props {
  comparison: Comparison;
  /** Those compared, in the order of `order`. */
  countries: readonly CountryCode[];
  order: readonly CountryCode[];
  nameOf(code: CountryCode): string;
  go(change: Partial<Comparison>): void;
}

/** What is compared: one question from a list, two countries from two lists, or any of both by ticking. */
export function ComparePick(props: Props) {
  const t = useT();
  const { comparison, go } = props;
  const { questions } = comparison;
  return (
    <>
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
        <Pair {...props} />
      </div>
      <Chooser {...props} />
    </>
  );
}

/** Two countries beside each other, picked from two lists. */
function Pair({ order, countries, nameOf, go }: Props) {
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
function Chooser({ comparison, order, nameOf, go }: Props) {
  const t = useT();
  const { countries, questions } = comparison;
  return (
    <details className={styles.chooser}>
      <summary>{t('guidance.compare.choose')}</summary>
      <fieldset className={styles.set}>
        <legend>{t('guidance.compare.questions', { count: questions.length })}</legend>
        <div className={walk.forms}>
          {QUESTIONS.map((question) => (
            <label key={question} className={walk.form} data-chosen={questions.includes(question)}>
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
            <label key={code} className={walk.form} data-chosen={countries.includes(code)}>
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
