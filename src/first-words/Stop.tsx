import { Link } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useNow } from '../device/clock.ts';
import { useSettings } from '../device/settings.ts';
import { countryOf } from '../directory/directory.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { ResponderCard } from '../ui/facts/ResponderCard.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './FirstWords.module.css';
import { interpreters } from './interpreters.ts';

/** Where these words end, and who interprets in the country one is in. */
export function Stop() {
  const t = useT();
  const directory = useDirectory();
  const now = useNow();
  const { country: code } = useSettings();
  const country = code && countryOf(directory, code);
  const found = country && interpreters(country);
  const where = code && countryName(code, currentLanguage());
  return (
    <Section title={t('firstWords.stop.title')}>
      <div className={styles.stop}>
        <p>{t('firstWords.stop.text')}</p>
      </div>
      {!country || !found ? (
        <p>
          <Link className={styles.link} href="/countries?choose">
            {t('place.choose')}
          </Link>
        </p>
      ) : (
        <>
          <p>{t(found.interpret ? 'firstWords.stop.in' : 'firstWords.stop.none', { country: where })}</p>
          <ul role="list" className={styles.cards}>
            {found.responders.map((responder) => (
              <li key={responder.id}>
                <ResponderCard
                  responder={responder}
                  country={country}
                  standing={country.country === 'eu' ? undefined : code}
                  now={now}
                />
              </li>
            ))}
          </ul>
          {found.more && (
            <p>
              <Link className={styles.link} href={`/responders?country=${code}&need=interpretation`}>
                {t('firstWords.stop.all')}
              </Link>
            </p>
          )}
        </>
      )}
    </Section>
  );
}
