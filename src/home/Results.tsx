import { type KeyboardEvent, memo, type RefObject, useDeferredValue, useMemo, useState } from 'react';
import { useNow } from '../device/clock.ts';
import { useSettings } from '../device/settings.ts';
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import type { Directory } from '../directory/directory.ts';
import { useT } from '../i18n/i18n.ts';
import type { Answer, Hit, HitType, Search } from '../search/types.ts';
import { Button } from '../ui/Button.tsx';
import { WhoseWas } from '../ui/facts/WhoseWas.tsx';
import { Section } from '../ui/Section.tsx';
import { Chips } from './Chips.tsx';
import { WayIn, wayInto } from './FirstNumbers.tsx';
import { FIRST_ROWS, type Found, foundBy } from './found.ts';
import { firstOf, HitRow, hasAction } from './HitRow.tsx';
import { PlanWay } from './PlanWay.tsx';
import styles from './SearchScreen.module.css';
import { Spoken } from './Spoken.tsx';
import { screensNamed } from './screens.ts';
import { accepts, useSearchFilters } from './useSearchFilters.ts';

interface Props {
  asked: string;
  /** Nobody sees it yet: what is below the screen is not drawn. */
  unseen: boolean;
  search: Search;
  directory: Directory;
  box: RefObject<HTMLInputElement | null>;
}

/** So many hits are asked for; who needs more types another word. */
const LIMIT = 100;

/**
 * What was found, in groups. The rows in sight are drawn with the letter that was typed, all below as soon as there is time.
 * Arrow keys go through the results, Esc back to the box.
 */
export const Results = memo(function Results({ asked, unseen, search, directory, box }: Props) {
  const t = useT();
  const { country } = useSettings();
  const { filters, without, change, understand } = useSearchFilters();
  const removed = without.join(' ');
  const found = useMemo(() => {
    const answer = search.search(asked, { country, without: removed.split(' ').filter(Boolean), limit: LIMIT });
    return foundBy(asked, answer, accepts(filters, directory), callable(directory, country), screensNamed(asked, t));
  }, [search, asked, country, removed, filters, directory, t]);
  const deferred = useDeferredValue<Found | null>(unseen ? null : found, null);
  // Where all there is to show is in sight, nothing of the answer before may stand below it.
  const later = !found.more && !unseen ? found : deferred;
  const { answer } = found;
  const [first] = found.inSight;
  const toScroll = (event: KeyboardEvent<HTMLElement>) => moveAmongHits(event, box.current);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are an addition; every result is a link that Tab reaches
    <div className={styles.results} onKeyDown={toScroll}>
      <Chips
        found={found}
        filters={filters}
        without={without}
        change={change}
        understand={understand}
        directory={directory}
      />
      {answer.happening && (
        <PlanWay answer={answer} happening={answer.happening} country={placeOf(answer, directory) ?? country} />
      )}
      {(answer.nearest || !first) && <Nearest found={found} country={placeOf(answer, directory) ?? country} />}
      {found.groups.map((type) => (
        <Group key={type} type={type} {...shownOf(type, found, later)} later={later} directory={directory} />
      ))}
      {later && <Spoken found={later} directory={directory} />}
    </div>
  );
});

/** Whether a hit's row has a number to call, or an address to write to. */
function callable(directory: Directory, standing: CountryCode | undefined): (hit: Hit) => boolean {
  return ({ type, id }) => {
    const responder = type === 'responder' ? directory.responder(id) : undefined;
    return responder !== undefined && hasAction(firstOf(responder, directory, standing));
  };
}

interface GroupProps {
  type: HitType;
  /** What is found, for a group that begins in sight; for others the same as `later`, so that a letter does not draw them. */
  shown: Found | null;
  /** How many of its rows are in sight. */
  inSight: number;
  /** What the rows out of sight show: the same, a moment later. */
  later: Found | null;
  directory: Directory;
}

function shownOf(type: HitType, found: Found, later: Found | null): Pick<GroupProps, 'shown' | 'inSight'> {
  const inSight = found.inSight.filter((hit) => hit.type === type).length;
  return { shown: inSight > 0 ? found : later, inSight };
}

/** One kind of result with its number; the first few rows, then all of them. */
const Group = memo(function Group({ type, shown, inSight, later, directory }: GroupProps) {
  const t = useT();
  const [allOf, setAllOf] = useState('');
  const hits = shown?.of(type) ?? [];
  if (!shown || hits.length === 0) return null;
  const rows = allOf === shown.asked ? hits.length : FIRST_ROWS[type];
  return (
    <Section title={t(`search.group.${type}`, { count: hits.length })}>
      <ul role="list" className={styles.hits}>
        <Rows hits={hits} from={0} to={inSight} directory={directory} />
        {hits.length > inSight && later && (
          <Rows hits={later.of(type)} from={inSight} to={rows} directory={directory} />
        )}
      </ul>
      {rows < hits.length && (
        <Button onClick={() => setAllOf(shown.asked)}>{t('search.showAll', { count: hits.length })}</Button>
      )}
    </Section>
  );
});

const Rows = memo(function Rows({
  hits,
  from,
  to,
  directory,
}: {
  hits: readonly Hit[];
  from: number;
  to: number;
  directory: Directory;
}) {
  const now = useNow();
  const { country } = useSettings();
  return hits.slice(from, to).map((hit, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a row has no state, and one that says something else costs less than another
    <HitRow key={`${hit.type} ${at}`} hit={hit} directory={directory} standing={country} now={now} />
  ));
});

/** Where nothing matches everything: says so, and offers the country's own way in, unless it is among the results. */
function Nearest({ found, country }: { found: Found; country: CountryCode | undefined }) {
  const t = useT();
  const wayIn = country && wayInto(country);
  const { asked, inSight } = found;
  return (
    <div className={styles.notice}>
      <p>
        <strong>{t(inSight.length > 0 ? 'search.nearest' : 'search.nothing', { asked })}</strong>
      </p>
      <WhoseWas written={asked} where="anywhere" goneOnly />
      {!country && <p>{t('search.tryOther')}</p>}
      {country && !found.of('responder').some(({ id }) => id === wayIn?.responder) && (
        <>
          <p>{t('search.ask')}</p>
          <WayIn country={country} />
        </>
      )}
    </div>
  );
}

/** The one country that was asked about, by its own name or a town's, if there is one. */
function placeOf({ understood }: Answer, { places }: Directory): CountryCode | undefined {
  const asked = understood.flatMap(({ kind, code }) =>
    kind === 'country' ? code : kind === 'city' ? (places.cities[code]?.country ?? []) : [],
  );
  return new Set(asked).size === 1 ? COUNTRIES.find((code) => code === asked[0]) : undefined;
}

/** Up and down through the results; up from the first, and Esc, lead back to the box. */
function moveAmongHits(event: KeyboardEvent<HTMLElement>, box: HTMLInputElement | null): void {
  if (event.key === 'Escape') {
    box?.focus();
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-hit]')];
  const row = (event.target as HTMLElement).closest('li');
  const at = links.findIndex((link) => row?.contains(link));
  if (at === -1) return;
  event.preventDefault();
  (event.key === 'ArrowDown' ? links[at + 1] : (links[at - 1] ?? box))?.focus();
}
