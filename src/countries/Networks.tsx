import { Link } from 'wouter';
import { useNetworks } from '../dataset/useGuidance.ts';
import { isCountry } from '../directory/directory.ts';
import type { NetworksPack } from '../directory/pack.ts';
import { COUNTRIES } from '../directory/schema.ts';
import { byName, countryName, partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { Button } from '../ui/Button.tsx';
import { Loading } from '../ui/Loading.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Section } from '../ui/Section.tsx';
import back from './Country.module.css';
import styles from './Networks.module.css';

/** The networks of the region at a glance: over all countries first, then each country's bodies and who leads them. */
export default function Networks() {
  const t = useT();
  const [pack, again] = useNetworks();
  const known = typeof pack === 'string' ? [] : pack.networks;
  const order = ['eu', ...byName(COUNTRIES, currentLanguage())];
  return (
    <Screen
      title={t('countries.networks.title')}
      above={
        <Link className={back.back} href="/countries">
          <span aria-hidden="true">‹</span> {t('countries.back')}
        </Link>
      }
    >
      <p>{t('countries.networks.intro')}</p>
      {pack === 'coming' && <Loading />}
      {pack === 'failed' && (
        <>
          <p>{t('countries.network.failed')}</p>
          <Button onClick={again}>{t('search.again')}</Button>
        </>
      )}
      {order.flatMap((code) => {
        const network = known.find(({ country }) => country === code);
        return network ? <OfCountry key={code} network={network} /> : [];
      })}
    </Screen>
  );
}

function OfCountry({ network: { country, bodies } }: { network: NetworksPack['networks'][number] }) {
  const t = useT();
  const language = currentLanguage();
  return (
    <Section title={isCountry(country) ? countryName(country, language) : t('place.international')}>
      {bodies.length === 0 && (
        <p className={styles.soft}>
          <Link href={`/countries/${country}#network`}>{t('countries.networks.none')}</Link>
        </p>
      )}
      <ul role="list" className={styles.bodies}>
        {bodies.map(({ id, name, level, leads, since, meets }) => {
          const { main } = names(name, language);
          return (
            <li key={id}>
              <Link className={styles.link} href={`/countries/${country}#${id}`} lang={main.language}>
                {main.text}
              </Link>
              <p className={styles.soft}>
                {[
                  t(`countries.network.level.${level}`),
                  since && t('countries.network.since', { date: partialDate(since.date, language) }),
                  t(`countries.network.${meets?.state ?? 'unknown'}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {leads && (
                <p className={styles.soft}>
                  {t('countries.network.leads')}: <span lang="en">{leads.who}</span>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
