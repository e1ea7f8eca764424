import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import { byName, countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Section } from '../ui/Section.tsx';
import { MetSomeone } from './MetSomeone.tsx';
import { Needs } from './Needs.tsx';
import styles from './Ways.module.css';

const Lately = lazy(() => import('./Lately.tsx'));

/** The ways on from the first screen. What arrives late stands last, so that nothing moves. */
export function Ways({ country }: { country: CountryCode | undefined }) {
  const t = useT();
  return (
    <>
      <MetSomeone />
      <Needs country={country} />
      <p className={styles.more}>
        <Link className={styles.all} href={country ? `/responders?country=${country}` : '/responders'}>
          {t('nav.responders')}
        </Link>
        <Link className={styles.all} href="/first-words">
          {t('home.words')}
        </Link>
      </p>
      <Section title={t('home.countries')}>
        <ul role="list" className={styles.countries}>
          {byName(COUNTRIES, currentLanguage()).map((code) => (
            <li key={code}>
              <Link href={`/countries/${code}`}>{countryName(code, currentLanguage())}</Link>
            </li>
          ))}
        </ul>
      </Section>
      <Suspense fallback={null}>
        <Lately />
      </Suspense>
    </>
  );
}
