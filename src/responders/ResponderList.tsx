import { memo, useId } from 'react';
import type { PackResponder } from '../directory/pack.ts';
import type { CountryCode, Region } from '../directory/schema.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Cards } from './Cards.tsx';
import { byCountry } from './filter.ts';
import styles from './Responders.module.css';

interface Props {
  responders: readonly PackResponder[];
  standing: CountryCode | undefined;
  now: Date;
  /** Who did not answer then is folded. */
  arrival: Date;
  /** These stand under another heading. */
  below?: boolean;
}

/** Cards by country, the chosen country first. */
export const ResponderList = memo(function ResponderList({ responders, below = false, ...shared }: Props) {
  return byCountry(responders, shared.standing).map(({ region, responders: group }) => (
    <Group key={region} region={region} responders={group} below={below} {...shared} />
  ));
});

function Group({ region, responders, standing, now, arrival, below = false }: Props & { region: Region }) {
  const t = useT();
  const id = useId();
  const Heading = below ? 'h3' : 'h2';
  return (
    <section className={styles.group} aria-labelledby={id}>
      <Heading id={id}>
        {region === 'eu' ? t('place.international') : countryName(region, currentLanguage())}{' '}
        <span className={styles.number}>{responders.length}</span>
      </Heading>
      <Cards responders={responders} standing={standing} now={now} arrival={arrival} />
    </section>
  );
}
