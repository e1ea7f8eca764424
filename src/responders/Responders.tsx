import { SlidersHorizontal, X } from 'lucide-react';
import { memo, useDeferredValue, useId, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useDirectory } from '../dataset/useDirectory.ts';
import { useNow } from '../device/clock.ts';
import { useSettings } from '../device/settings.ts';
import { countryOf } from '../directory/directory.ts';
import type { PackResponder } from '../directory/pack.ts';
import type { CountryCode, Region } from '../directory/schema.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { ResponderCard } from '../ui/facts/ResponderCard.tsx';
import { Screen } from '../ui/Screen.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import {
  byCountry,
  countFilters,
  FILTERS,
  type Filtered,
  type Filters,
  filterOptions,
  filterResponders,
  NO_FILTERS,
  parseFilters,
  printFilters,
  relaxations,
  toggleFilter,
  valuesOf,
} from './filter.ts';
import { filterLabel } from './filterLabels.ts';
import { type Anchor, markPlace, placeHere } from './place.ts';
import styles from './Responders.module.css';

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
  const wide = useWide();
  const options = useMemo(() => filterOptions(directory), [directory]);
  const filters = useMemo(() => parseFilters(query, options), [query, options]);
  const found = useMemo(() => filterResponders(directory, filters, now), [directory, filters, now]);
  const shown = useDeferredValue(found, firstCards(found, standing));
  const change = (next: Filters) => {
    const printed = printFilters(next);
    navigate(`/responders${printed ? `?${printed}` : ''}`, { replace: true });
  };
  const panel = <FilterPanel filters={filters} options={options} roomy={wide} onChange={change} />;
  const list = useRef<HTMLDivElement>(null);
  useReturn(list, shown);

  const [only] = filters.country.length === 1 ? filters.country : [];
  return (
    <Screen
      wide
      title={
        only && only !== 'eu'
          ? t('responders.titleIn', { country: countryName(only as CountryCode, language) })
          : t('responders.title')
      }
    >
      <div className={styles.columns}>
        {wide && (
          <search className={styles.side} aria-label={t('responders.filtersTitle')}>
            {panel}
          </search>
        )}
        <div className={styles.main}>
          <div className={styles.bar}>
            {!wide && (
              <Sheet count={countFilters(filters)} results={found.matching.length}>
                {panel}
              </Sheet>
            )}
            <Chips filters={filters} onChange={change} />
            <p className={styles.count} role="status">
              {t('responders.found', { count: found.matching.length })}
              {found.unstated.length > 0 && ` · ${t('responders.foundUnstated', { count: found.unstated.length })}`}
            </p>
          </div>
          {found.matching.length === 0 && <Empty filters={filters} found={found} now={now} onChange={change} />}
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
            <Results responders={shown.matching} standing={standing} now={now} />
            {shown.unstated.length > 0 && (
              <div className={styles.unstated}>
                <div className={styles.unstatedHead}>
                  <h2>{t('responders.unstated.title')}</h2>
                  <p>
                    {t('responders.unstated.text', {
                      what: new Intl.ListFormat(language, { type: 'disjunction' }).format(
                        shown.unsaid.map((name) => t(`responders.unstated.${name}`)),
                      ),
                    })}
                  </p>
                </div>
                <Results responders={shown.unstated} standing={standing} now={now} below />
              </div>
            )}
          </div>
        </div>
      </div>
    </Screen>
  );
}

interface ResultsProps {
  responders: readonly PackResponder[];
  standing: CountryCode | undefined;
  now: Date;
  /** These stand under another heading. */
  below?: boolean;
}

/** Cards by country, the chosen country first. */
const Results = memo(function Results({ responders, standing, now, below = false }: ResultsProps) {
  return byCountry(responders, standing).map(({ region, responders: group }) => (
    <Group key={region} region={region} responders={group} standing={standing} now={now} below={below} />
  ));
});

function Group({ region, responders, standing, now, below = false }: ResultsProps & { region: Region }) {
  const t = useT();
  const id = useId();
  const directory = useDirectory();
  const Heading = below ? 'h3' : 'h2';
  return (
    <section className={styles.group} aria-labelledby={id}>
      <Heading id={id}>
        {region === 'eu' ? t('place.international') : countryName(region, currentLanguage())}{' '}
        <span className={styles.number}>{responders.length}</span>
      </Heading>
      <ul role="list" className={styles.cards}>
        {responders.map((responder) => (
          <li key={responder.id} data-responder={responder.id}>
            <ResponderCard
              responder={responder}
              country={countryOf(directory, responder.country)}
              standing={standing}
              now={now}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The filters as a sheet over the list, for screens too narrow for a column of them. */
function Sheet({ count, results, children }: { count: number; results: number; children: React.ReactNode }) {
  const t = useT();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <Button
        variant="primary"
        className={styles.open}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        <SlidersHorizontal aria-hidden size={20} />
        {count > 0 ? t('responders.filtersOn', { count }) : t('responders.filters')}
      </Button>
      <dialog ref={dialog} className={styles.sheet} aria-labelledby={id}>
        <div className={styles.sheetHead}>
          <h2 id={id}>{t('responders.filtersTitle')}</h2>
          <button
            type="button"
            className={styles.close}
            aria-label={t('responders.close')}
            onClick={() => dialog.current?.close()}
          >
            <X aria-hidden size={24} />
          </button>
        </div>
        <div className={styles.sheetBody}>{children}</div>
        <div className={styles.sheetFoot}>
          <p className="visually-hidden" role="status">
            {t('responders.found', { count: results })}
          </p>
          <Button variant="primary" className={styles.show} onClick={() => dialog.current?.close()}>
            {t('responders.show', { count: results })}
          </Button>
        </div>
      </dialog>
    </>
  );
}

interface FiltersProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** What is on, each with a tap to take it off. */
function Chips({ filters, onChange }: FiltersProps) {
  const t = useT();
  const directory = useDirectory();
  const options = useMemo(() => filterOptions(directory), [directory]);
  const chips = FILTERS.flatMap((name) => valuesOf(filters, name).map((value) => ({ name, value })));
  if (chips.length === 0) return null;
  return (
    <ul role="list" className={styles.chips} aria-label={t('responders.filtersActive')}>
      {chips.map(({ name, value }) => {
        const text = filterLabel(name, value, directory.taxonomy, currentLanguage(), t);
        return (
          <li key={`${name}-${value}`}>
            <button
              type="button"
              className={styles.chip}
              aria-label={t('responders.takeOff', { filter: text })}
              onClick={() => onChange(toggleFilter(filters, name, value, options))}
            >
              {text} <X aria-hidden size={18} />
            </button>
          </li>
        );
      })}
      {chips.length > 1 && (
        <li>
          <button type="button" className={styles.clear} onClick={() => onChange(NO_FILTERS)}>
            {t('responders.clear')}
          </button>
        </li>
      )}
    </ul>
  );
}

/** Nothing fits: which filter stands in the way, and whom to ask instead. */
function Empty({ filters, found, now, onChange }: FiltersProps & { found: Filtered; now: Date }) {
  const t = useT();
  const language = currentLanguage();
  const directory = useDirectory();
  const { country: standing } = useSettings();
  const options = useMemo(() => filterOptions(directory), [directory]);
  const ways = useMemo(() => relaxations(directory, filters, now), [directory, filters, now]);
  const regions = filters.country.length > 0 ? filters.country : standing ? [standing] : [];
  const contactPoints = regions.flatMap((region) => {
    const country = countryOf(directory, region as Region);
    const responder = directory.responder(country.contactPoint ?? '');
    return responder ? [{ responder, country }] : [];
  });
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

/** The same result cut to the cards that fill the first screen. */
function firstCards(found: Filtered, standing: CountryCode | undefined): Filtered {
  const matching = byCountry(found.matching, standing)
    .flatMap(({ responders }) => responders)
    .slice(0, FIRST_CARDS);
  return { ...found, matching, unstated: found.unstated.slice(0, FIRST_CARDS - matching.length) };
}

/**
 * Coming back from a responder, leads to its card where it stood. In a layout effect, because who comes back before the
 * responder is drawn finds the list not made anew but shown again, and only these effects run then.
 */
function useReturn(list: React.RefObject<HTMLDivElement | null>, shown: Filtered): void {
  const done = useRef<Anchor>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the card may be among those drawn second
  useLayoutEffect(() => {
    const anchor = placeHere();
    const item = anchor && list.current?.querySelector(`[data-responder="${CSS.escape(anchor.id)}"]`);
    if (!anchor || !item || done.current === anchor) return;
    done.current = anchor;
    const settle = () => window.scrollBy(0, item.getBoundingClientRect().top - anchor.top);
    // Twice: cards far from the window have only a guessed height until the first jump brings them near.
    requestAnimationFrame(() => {
      settle();
      item.querySelector('a')?.focus({ preventScroll: true });
      requestAnimationFrame(settle);
    });
  }, [list, shown]);
}

const WIDE = '(min-width: 60rem)';

/** Whether there is room for a column of filters beside the list. */
function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(WIDE);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(WIDE).matches,
  );
}
