import { useDeferredValue, useMemo, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useArrival, useNow } from '../device/clock.ts';
import { phoneCountry } from '../device/phone.ts';
import { useSettings } from '../device/settings.ts';
import { useMedia } from '../device/useMedia.ts';
import type { NeedName } from '../directory/needs.ts';
import type { CountryCode } from '../directory/schema.ts';
import { either } from '../i18n/amounts.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { usePartsOpenInPrint } from '../ui/reveal.ts';
import { Screen } from '../ui/Screen.tsx';
import { FilterChips } from './FilterChips.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { FilterSheet } from './FilterSheet.tsx';
import {
  byCountry,
  countFilters,
  type Filtered,
  type Filters,
  filterOptions,
  filterResponders,
  parseFilters,
  printFilters,
} from './filter.ts';
import { NothingFits } from './NothingFits.tsx';
import { markPlace } from './place.ts';
import { ResponderList } from './ResponderList.tsx';
import styles from './Responders.module.css';
import { useReturn } from './useReturn.ts';

/** Room for a column of filters beside the list. */
const WIDE = '(min-width: 60rem)';
/** How many cards are drawn before the rest, which follows while the screen already answers. */
const FIRST_CARDS = 12;

/** All responders, filtered by the address. */
export default function Responders() {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const { country: standing } = useSettings();
  const [, navigate] = useLocation();
  const query = useSearch();
  const now = useDeferredValue(useNow());
  const wide = useMedia(WIDE);
  const options = useMemo(() => filterOptions(directory), [directory]);
  const filters = useMemo(() => parseFilters(query, options), [query, options]);
  const arrival = useArrival();
  const found = useMemo(
    () => filterResponders(directory, filters, now, { standing, phone: phoneCountry(), arrival }),
    [directory, filters, now, standing, arrival],
  );
  const shown = useDeferredValue(found, firstCards(found, standing));
  const change = (next: Filters) => {
    const printed = printFilters(next);
    navigate(`/responders${printed ? `?${printed}` : ''}`, { replace: true });
  };
  const panel = <FilterPanel filters={filters} options={options} roomy={wide} onChange={change} />;
  const list = useRef<HTMLDivElement>(null);
  useReturn(list, shown);
  usePartsOpenInPrint();

  const [only] = filters.country.length === 1 ? filters.country : [];
  // The tile one tapped names the list it opens.
  const need = filters.need.length === 1 ? t(`home.need.${filters.need[0] as NeedName}`) : undefined;
  return (
    <Screen
      wide
      title={
        only && only !== 'eu'
          ? need
            ? t('responders.needIn', { need, country: countryName(only as CountryCode, language) })
            : t('responders.titleIn', { country: countryName(only as CountryCode, language) })
          : (need ?? t('responders.title'))
      }
    >
      <div className={styles.columns}>
        {wide && (
          <search className={styles.side} aria-label={t('responders.filtersTitle')}>
            {panel}
          </search>
        )}
        <div className={wide ? styles.main : `${styles.main} ${styles.roomBelow}`}>
          <div className={styles.bar}>
            {!wide && (
              <FilterSheet count={countFilters(filters)} results={found.matching.length}>
                {panel}
              </FilterSheet>
            )}
            <FilterChips filters={filters} onChange={change} />
            <p className={styles.count} role="status">
              {t('responders.found', { count: found.matching.length })}
              {found.unstated.length > 0 && ` · ${t('responders.foundUnstated', { count: found.unstated.length })}`}
            </p>
          </div>
          {found.matching.length === 0 && <NothingFits filters={filters} found={found} now={now} onChange={change} />}
          <div
            ref={list}
            className={styles.results}
            // On the way down: once the link itself has heard of it, the history already stands at the responder.
            onClickCapture={(event) => {
              const item = (event.target as Element).closest<HTMLElement>('[data-responder]');
              if (item?.dataset.responder && (event.target as Element).closest('a[href*="/responders/"]')) {
                markPlace(query, { id: item.dataset.responder, top: item.getBoundingClientRect().top });
              }
            }}
          >
            <ResponderList responders={shown.matching} standing={standing} now={now} arrival={arrival} />
            {shown.unstated.length > 0 && (
              <div className={styles.unstated}>
                <div className={styles.unstatedHead}>
                  <h2>{t('responders.unstated.title')}</h2>
                  <p>
                    {t('responders.unstated.text', {
                      what: either(
                        shown.unsaid.map((name) => t(`responders.unstated.${name}`)),
                        language,
                      ),
                    })}
                  </p>
                </div>
                <ResponderList responders={shown.unstated} standing={standing} now={now} arrival={arrival} below />
              </div>
            )}
          </div>
        </div>
      </div>
    </Screen>
  );
}

/** The same result cut to the cards that fill the first screen. */
function firstCards(found: Filtered, standing: CountryCode | undefined): Filtered {
  const matching = byCountry(found.matching, standing)
    .flatMap(({ responders }) => responders)
    .slice(0, FIRST_CARDS);
  return { ...found, matching, unstated: found.unstated.slice(0, FIRST_CARDS - matching.length) };
}
