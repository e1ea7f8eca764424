import { useMemo } from 'react';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useSettings } from '../device/settings.ts';
import { countryOf, isCountry } from '../directory/directory.ts';
import type { NeedName } from '../directory/needs.ts';
import type { CountryCode, Region } from '../directory/schema.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { ResponderCard } from '../ui/facts/ResponderCard.tsx';
import {
  countFilters,
  type Filtered,
  type Filters,
  filterOptions,
  NO_FILTERS,
  relaxations,
  toggleFilter,
} from './filter.ts';
import { filterLabel } from './filterLabels.ts';
import { nearest } from './nearest.ts';
import styles from './Responders.module.css';

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
  found: Filtered;
  now: Date;
}

/** Nothing fits: which filter stands in the way, and whom to ask instead. */
export function NothingFits({ filters, found, now, onChange }: Props) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const { country: standing } = useSettings();
  const options = useMemo(() => filterOptions(directory), [directory]);
  const ways = useMemo(() => relaxations(directory, filters, now, { standing }), [directory, filters, now, standing]);
  const regions = filters.country.length > 0 ? filters.country : standing ? [standing] : [];
  const contactPoints = regions.flatMap((region) => {
    const country = countryOf(directory, region as Region);
    const responder = directory.responder(country.contactPoint ?? '');
    return responder ? [{ responder, country }] : [];
  });
  const [need] = filters.need;
  if (need !== undefined && countFilters(filters) === 2 && regions.length === 1) {
    return <NearestTo need={need as NeedName} region={regions[0] as Region} standing={standing} now={now} />;
  }
  return (
    <div className={styles.empty}>
      <div>
        <h2>{t('responders.empty.title')}</h2>
        <p>{t(found.unstated.length > 0 ? 'responders.empty.textUnstated' : 'responders.empty.text')}</p>
      </div>
      {ways.length > 0 && (
        <div className={styles.ways}>
          <p>{t('responders.empty.without')}</p>
          {ways.slice(0, 4).map(({ name, value, count }) => (
            <Button key={`${name}-${value}`} onClick={() => onChange(toggleFilter(filters, name, value, options))}>
              {t('responders.empty.relax', {
                filter: filterLabel(name, value, directory.taxonomy, language, t),
                number: count,
              })}
            </Button>
          ))}
        </div>
      )}
      {ways.length === 0 && (
        <div className={styles.ways}>
          <p>{t('responders.empty.several')}</p>
          <Button onClick={() => onChange(NO_FILTERS)}>{t('responders.clear')}</Button>
        </div>
      )}
      {contactPoints.length > 0 && (
        <div className={styles.group}>
          <h3>{t('responders.empty.ask')}</h3>
          {contactPoints.map(({ responder, country }) => (
            <ResponderCard key={responder.id} responder={responder} country={country} standing={standing} now={now} />
          ))}
        </div>
      )}
    </div>
  );
}

interface NearestProps {
  need: NeedName;
  region: Region;
  standing: CountryCode | undefined;
  now: Date;
}

/** A country with nobody for a need: says so, and whom to ask instead, nearest first. */
function NearestTo({ need, region, standing, now }: NearestProps) {
  const t = useT();
  const directory = useDirectory();
  const { ways, beyond } = useMemo(
    () => nearest(directory, region, need, standing),
    [directory, region, need, standing],
  );
  const cards = (responders: typeof ways) =>
    responders.map((responder) => (
      <ResponderCard
        key={responder.id}
        responder={responder}
        country={countryOf(directory, responder.country)}
        standing={standing}
        now={now}
      />
    ));
  const place = isCountry(region) ? countryName(region, currentLanguage()) : t('place.international');
  return (
    <div className={styles.empty}>
      <div>
        <h2>{t('responders.nearest.title', { country: place, need: t(`home.need.${need}`) })}</h2>
        <p>{t('responders.empty.text')}</p>
      </div>
      {ways.length > 0 && (
        <div className={styles.group}>
          <h3>{t('responders.nearest.ways')}</h3>
          {cards(ways)}
        </div>
      )}
      {beyond.length > 0 && (
        <div className={styles.group}>
          <h3>{t('responders.nearest.beyond')}</h3>
          {cards(beyond)}
        </div>
      )}
    </div>
  );
}
