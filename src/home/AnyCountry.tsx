import { Link } from 'wouter';
import { FIRST_CONTACTS } from '../device/first-numbers.ts';
import { changeSettings } from '../device/settings.ts';
import { COUNTRIES } from '../directory/codes.ts';
import { COMMON, exceptions, readable } from '../directory/emergency.ts';
import { byName, countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Section } from '../ui/Section.tsx';
import styles from './AnyCountry.module.css';
import { BigCall } from './EmergencyNumbers.tsx';

/** What is true wherever one is, and the question where that is. */
export function AnyCountry() {
  const t = useT();
  const language = currentLanguage();
  const elsewhere = exceptions(FIRST_CONTACTS);
  return (
    <>
      <section className={styles.anywhere} aria-label={t('home.emergency.label')}>
        <BigCall number={COMMON} reaches={t('home.commonReaches')} />
        <p>
          {t('home.commonWhere', {
            count: COUNTRIES.length - elsewhere.filter(({ kind }) => kind === 'none').length,
            all: COUNTRIES.length,
          })}
        </p>
        {elsewhere.map(({ country, kind, numbers }) => (
          <div key={country} className={styles.exception}>
            <p>{t(`home.exception.${kind}`, { country: countryName(country, language) })}</p>
            <ul role="list">
              {numbers.map(({ number, for: purposes }) => (
                <li key={number}>
                  <b className="tabular">{readable(number)}</b>{' '}
                  {purposes.map((purpose) => t(`home.emergency.${purpose}`)).join(', ')}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <Section title={t('home.where')}>
        <ul role="list" className={styles.countries}>
          {byName(COUNTRIES, language).map((country) => (
            <li key={country}>
              <button type="button" className={styles.country} onClick={() => changeSettings({ country })}>
                {countryName(country, language)}
              </button>
            </li>
          ))}
        </ul>
        <p>
          <Link className={styles.map} href="/countries?choose">
            {t('home.onMap')}
          </Link>
        </p>
        <p className={styles.soft}>{t('home.whereWhy')}</p>
      </Section>
    </>
  );
}
