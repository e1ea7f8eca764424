import { Link } from 'wouter';
import type { Standing } from '../directory/dialling.ts';
import type { CountryPack } from '../directory/pack.ts';
import { useT } from '../i18n/i18n.ts';
import { ResponderCard } from '../ui/facts/ResponderCard.tsx';
import styles from './facts.module.css';
import { grouped } from './groups.ts';

interface Props {
  country: CountryPack;
  standing: Standing;
  now: Date;
}

/** Everyone of a country who can help, by what they do. */
export function RespondersByGroup({ country, standing, now }: Props) {
  const t = useT();
  return (
    <>
      <p className="no-print">
        <Link className={styles.link} href={`/responders?country=${country.country}`}>
          {t('countries.responders.filter')}
        </Link>
      </p>
      {grouped(country.responders).map(({ group, responders }) => (
        <section key={group} id={`responders-${group}`} className={styles.topic}>
          <h3>{t(`countries.responders.${group}`)}</h3>
          <ul role="list" className={styles.cards}>
            {responders.map((responder) => (
              <li key={responder.id}>
                <ResponderCard responder={responder} country={country} standing={standing} now={now} atHome />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
