import { lazy, Suspense } from 'react';
import { Link, useSearch } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useNow } from '../device/clock.ts';
import { changeSettings, useSettings } from '../device/settings.ts';
import { countryOf } from '../directory/directory.ts';
import { mainNumbers } from '../directory/emergency.ts';
import { OWN_NAMES } from '../directory/own-names.ts';
import type { CountryPack } from '../directory/pack.ts';
import { COUNTRIES, type CountryCode } from '../directory/schema.ts';
import { byName, countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { ActionLink } from '../ui/facts/ActionLink.tsx';
import { OpeningState } from '../ui/facts/OpeningState.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './Countries.module.css';
import { lineNow } from './line-now.ts';

const RegionMap = lazy(() => import('./RegionMap.tsx'));

/** Map and list of the countries: to open one, or, with `?choose`, to say in which one stands. */
export default function Countries() {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const { country: chosen } = useSettings();
  const choosing = new URLSearchParams(useSearch()).has('choose');
  const order = byName(COUNTRIES, language);
  const links: Links = choosing
    ? { href: () => '/', onPick: (country) => changeSettings({ country }) }
    : { href: (code) => `/countries/${code}` };
  return (
    <Screen wide title={t(choosing ? 'countries.choose.title' : 'countries.title')}>
      <p>{t(choosing ? 'countries.choose.intro' : 'countries.intro')}</p>
      {!choosing && (
        <ul role="list" className={styles.ways}>
          <li>
            <Link className={styles.link} href="/countries/compare">
              {t('guidance.compare.title')}
            </Link>
          </li>
          <li>
            <Link className={styles.link} href="/countries/networks">
              {t('countries.network.all')}
            </Link>
          </li>
        </ul>
      )}
      <div className={styles.columns}>
        <div className={styles.map}>
          <Suspense fallback={null}>
            <RegionMap order={order} chosen={chosen} {...links} />
          </Suspense>
        </div>
        <Section title={t('countries.list.title')}>
          <p className={styles.soft}>{t('countries.list.intro')}</p>
          <ul role="list" className={styles.list}>
            {order.map((code) => (
              <CountryRow key={code} country={countryOf(directory, code)} chosen={code === chosen} {...links} />
            ))}
            <li className={styles.row}>
              <Link className={styles.name} href="/countries/eu">
                {t('place.international')}
              </Link>
              <span className={styles.soft}>{t('countries.list.international')}</span>
            </li>
          </ul>
        </Section>
      </div>
    </Screen>
  );
}

interface Links {
  href: (code: CountryCode) => string;
  onPick?: (code: CountryCode) => void;
}

function CountryRow({ country, chosen, href, onPick }: Links & { country: CountryPack; chosen: boolean }) {
  const t = useT();
  const now = useNow();
  const code = country.country as CountryCode;
  const name = countryName(code, currentLanguage());
  const own = OWN_NAMES[code];
  const { country: standing } = useSettings();
  const line = lineNow(country, standing, now);
  return (
    <li className={`${styles.row} ${chosen ? styles.chosen : ''}`}>
      <Link className={styles.name} href={href(code)} onClick={() => onPick?.(code)}>
        {name}
      </Link>
      {own.text !== name && (
        <span className={styles.soft} lang={own.language}>
          {own.text}
        </span>
      )}
      {chosen && <span className={styles.soft}>{t('countries.list.chosen')}</span>}
      <span className={styles.emergency}>
        <span className="visually-hidden">{t('countries.list.emergency')} </span>
        {mainNumbers(country.emergency)
          .map(({ number }) => number)
          .join(' · ')}
      </span>
      <span className={styles.line}>
        <span className={styles.soft}>{t('countries.list.line')}</span>{' '}
        {line ? (
          <>
            <ActionLink
              channel={line.channel}
              home={country}
              others={line.responder.channels}
              standing={standing}
              look="small"
            />{' '}
            <OpeningState opening={line.opening} />
          </>
        ) : (
          <span className={styles.soft}>{t('countries.list.noLine')}</span>
        )}
      </span>
    </li>
  );
}
