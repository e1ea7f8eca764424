import { useMemo } from 'react';
import { Link } from 'wouter';
import { useArrival } from '../device/clock.ts';
import { phoneCountry } from '../device/phone.ts';
import { responderOrder, type Standing } from '../directory/dialling.ts';
import type { CountryPack, PackResponder } from '../directory/pack.ts';
import { useT } from '../i18n/i18n.ts';
import { FoldedCard } from '../ui/facts/FoldedCard.tsx';
import styles from './facts.module.css';
import { grouped } from './groups.ts';

interface Props {
  country: CountryPack;
  standing: Standing;
  now: Date;
}

/** Everyone of a country who can help, by what they do; in each group first who answers. */
export function RespondersByGroup({ country, standing, now }: Props) {
  const t = useT();
  const arrival = useArrival();
  const groups = useMemo(() => {
    const order = (responder: PackResponder) =>
      responderOrder(responder, country, arrival, { standing, phone: phoneCountry() });
    return grouped([...country.responders].sort((a, b) => order(a) - order(b)));
  }, [country, standing, arrival]);
  return (
    <>
      <p className="no-print">
        <Link className={styles.link} href={`/responders?country=${country.country}`}>
          {t('countries.responders.filter')}
        </Link>
      </p>
      {groups.map(({ group, responders }) => (
        <section key={group} id={`responders-${group}`} className={styles.topic}>
          <h3>{t(`countries.responders.${group}`)}</h3>
          <ul role="list" className={styles.cards}>
            {responders.map((responder) => (
              <li key={responder.id}>
                <FoldedCard
                  responder={responder}
                  country={country}
                  standing={standing}
                  now={now}
                  arrival={arrival}
                  atHome
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
