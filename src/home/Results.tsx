import { X } from 'lucide-react';
import { type KeyboardEvent, memo, type RefObject, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useNow } from '../device/clock.ts';
import { useSettings } from '../device/settings.ts';
import { COUNTRIES, type CountryCode } from '../directory/codes.ts';
import { type Directory, isCountry } from '../directory/directory.ts';
import { countryName, languageName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { label, names } from '../i18n/labels.ts';
import type { Answer, Hit, HitType, Search, Understood } from '../search/types.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import { WayIn, wayInto } from './FirstNumbers.tsx';
import { HitRow } from './HitRow.tsx';
import styles from './SearchScreen.module.css';

interface Props {
  asked: string;
  search: Search;
  directory: Directory;
  box: RefObject<HTMLInputElement | null>;
}

/** So many hits are asked for; who needs more types another word. */
const LIMIT = 100;
/** So many rows of a group are drawn until more are wanted: drawing is what typing waits for. */
const FIRST_ROWS: Record<HitType, number> = {
  responder: 5,
  country: 2,
  point: 2,
  legal: 2,
  guide: 2,
  term: 2,
  practice: 2,
};
/** So many rows fit on a phone's screen below the box: these are drawn with the letter that was typed. */
const IN_SIGHT = 3;
/** Kinds that stand in the guidance, not in the directory. */
const GUIDANCE: ReadonlySet<HitType> = new Set(['guide', 'term', 'practice']);
/** In the order in which they are shown. */
const GROUPS: readonly HitType[] = ['responder', 'guide', 'term', 'country', 'point', 'legal', 'practice'];
/** How long nothing is typed before the result is spoken, in milliseconds. */
const PAUSE_MS = 700;

/**
 * What was found, in groups. The rows in sight are drawn with the letter that was typed, all below as soon as there is time.
 * Arrow keys go through the results, Esc back to the box.
 */
export const Results = memo(function Results({ asked, search, directory, box }: Props) {
  const { country } = useSettings();
  const { filters, without, change } = useFilters();
  const removed = without.join(' ');
  const found = useMemo(() => {
    const answer = search.search(asked, { country, without: removed.split(' ').filter(Boolean), limit: LIMIT });
    return foundBy(asked, answer, accepts(filters, directory));
  }, [search, asked, country, removed, filters, directory]);
  const deferred = useDeferredValue<Found | null>(found, null);
  // Where all there is to show is in sight, nothing of the answer before may stand below it.
  const later = found.inSight.length < IN_SIGHT ? found : deferred;
  const { answer } = found;
  const [first] = found.inSight;
  const toScroll = (event: KeyboardEvent<HTMLElement>) => moveAmongHits(event, box.current);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys are an addition; every result is a link that Tab reaches
    <div className={styles.results} onKeyDown={toScroll}>
      <Chips
        answer={answer}
        found={first !== undefined}
        filters={filters}
        without={without}
        change={change}
        directory={directory}
      />
      {(answer.nearest || !first) && <Nearest found={found} country={placeOf(answer) ?? country} />}
      {GROUPS.map((type) => (
        <Group key={type} type={type} found={found} later={later} directory={directory} />
      ))}
      {later && <Spoken found={later} directory={directory} />}
    </div>
  );
});

/** An answer by kinds of hits. */
interface Found {
  asked: string;
  answer: Answer;
  /** Those of one kind that pass the filters. The guidance is only asked for its own kinds. */
  of(type: HitType): readonly Hit[];
  /** The first few of all. */
  inSight: readonly Hit[];
}

function foundBy(asked: string, answer: Answer, accepted: (hit: Hit) => boolean): Found {
  const known = new Map<HitType, readonly Hit[]>();
  const of = (type: HitType) => {
    let hits = known.get(type);
    if (!hits) {
      const all = GUIDANCE.has(type) ? answer.guidance() : answer.hits;
      hits = all.filter((hit) => hit.type === type && accepted(hit));
      known.set(type, hits);
    }
    return hits;
  };
  const inSight: Hit[] = [];
  for (const type of GROUPS) {
    if (inSight.length >= IN_SIGHT) break;
    inSight.push(...of(type).slice(0, Math.min(FIRST_ROWS[type], IN_SIGHT - inSight.length)));
  }
  return { asked, answer, of, inSight };
}

interface GroupProps {
  type: HitType;
  found: Found;
  /** What the rows out of sight show: the same, a moment later. */
  later: Found | null;
  directory: Directory;
}

/** One kind of result with its number; the first few rows, then all of them. */
function Group({ type, found, later, directory }: GroupProps) {
  const t = useT();
  const [allOf, setAllOf] = useState('');
  const inSight = found.inSight.filter((hit) => hit.type === type).length;
  const shown = inSight > 0 ? found : later;
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
}

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
  return hits
    .slice(from, to)
    .map((hit) => (
      <HitRow key={`${hit.type} ${hit.id}`} hit={hit} directory={directory} standing={country} now={now} />
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

/** What was understood and what narrows the results; each can be taken off. */
function Chips({
  answer,
  found,
  filters,
  without,
  change,
  directory,
}: { answer: Answer; found: boolean; directory: Directory } & ReturnType<typeof useFilters>) {
  const t = useT();
  const { country } = useSettings();
  const language = currentLanguage();
  const taken: Chip[] = answer.understood.map((understood) => ({
    key: keyOf(understood),
    text: understoodLabel(understood, directory, language, t('place.international')),
    press: () => change({ without: [...without, keyOf(understood)] }),
  }));
  if (filters.country !== undefined) {
    const text = t('search.onlyIn', { country: countryName(filters.country, language) });
    taken.push({ key: 'country', text, press: () => change({ country: undefined }) });
  }
  for (const [name, vocabulary] of [
    ['service', 'services'],
    ['kind', 'kinds'],
  ] as const) {
    const code = filters[name];
    if (code === undefined) continue;
    const text = label(directory.taxonomy, vocabulary, code, language);
    taken.push({ key: name, text, press: () => change({ [name]: undefined }) });
  }
  const offered: Chip[] = [];
  const placed = answer.understood.some(({ kind }) => kind === 'country' || kind === 'city');
  if (country && found && filters.country === undefined && !placed) {
    const text = t('search.onlyIn', { country: countryName(country, language) });
    offered.push({ key: 'offer-country', text, press: () => change({ country }) });
  }
  if (without.length > 0) {
    offered.push({ key: 'again', text: t('search.understandAgain'), press: () => change({ without: [] }) });
  }
  if (taken.length + offered.length === 0) return null;
  return (
    <ul role="list" className={styles.chips} aria-label={t('search.understood')}>
      {taken.map(({ key, text, press }) => (
        <li key={key}>
          <button
            type="button"
            className={`${styles.chip} ${styles.on}`}
            aria-label={t('search.remove', { what: text })}
            onClick={press}
          >
            {text} <X aria-hidden size={18} />
          </button>
        </li>
      ))}
      {offered.map(({ key, text, press }) => (
        <li key={key}>
          <button type="button" className={styles.chip} onClick={press}>
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Chip {
  key: string;
  text: string;
  press(): void;
}

/** Tells a screen reader what was found, once typing pauses. */
function Spoken({ found, directory }: { found: Found; directory: Directory }) {
  const t = useT();
  const [spoken, setSpoken] = useState('');
  const count = GROUPS.reduce((sum, type) => sum + found.of(type).length, 0);
  const [first] = found.inSight;
  const name = first?.title
    ? names(first.title, currentLanguage()).main.text
    : first && (directory.responder(first.id)?.name ?? undefined)
      ? names(directory.responder(first.id)?.name ?? {}, currentLanguage()).main.text
      : first && isCountry(first.country)
        ? countryName(first.country, currentLanguage())
        : '';
  const text =
    count === 0
      ? t('search.spokenNothing')
      : t(found.answer.nearest ? 'search.spokenNearest' : 'search.spoken', { count, name });
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p role="status" className="visually-hidden">
      {spoken}
    </p>
  );
}

interface SearchFilters {
  country: CountryCode | undefined;
  service: string | undefined;
  kind: string | undefined;
}

/** The filters of the address, and how to change them there. */
function useFilters() {
  const query = useSearch();
  const [, navigate] = useLocation();
  const params = new URLSearchParams(query);
  const country = COUNTRIES.find((code) => code === params.get('country'));
  const service = params.get('service') ?? undefined;
  const kind = params.get('kind') ?? undefined;
  const filters = useMemo((): SearchFilters => ({ country, service, kind }), [country, service, kind]);
  const change = (wanted: Partial<SearchFilters> & { without?: string[] }) => {
    const next = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(wanted)) {
      next.delete(name);
      for (const part of [value].flat()) if (part !== undefined) next.append(name, part);
    }
    navigate(`/search?${next}`, { replace: true });
  };
  return { filters, without: params.getAll('without'), change };
}

function accepts({ country, service, kind }: SearchFilters, directory: Directory): (hit: Hit) => boolean {
  return (hit) => {
    // Guides and terms hold in every country.
    const everywhere = hit.type === 'guide' || hit.type === 'term';
    if (country !== undefined && !everywhere && hit.country !== country) return false;
    if (service === undefined && kind === undefined) return true;
    const responder = hit.type === 'responder' ? directory.responder(hit.id) : undefined;
    return (
      responder !== undefined &&
      (service === undefined || responder.services.includes(service)) &&
      (kind === undefined || responder.kind === kind)
    );
  };
}

function keyOf({ kind, code }: Understood): string {
  return `${kind}:${code}`;
}

function understoodLabel(
  { kind, code, words }: Understood,
  directory: Directory,
  language: string,
  international: string,
): string {
  if (kind === 'country') return code === 'eu' ? international : countryName(code as CountryCode, language);
  if (kind === 'language') return languageName(code, language);
  if (kind === 'city') return words;
  return label(directory.taxonomy, kind, code, language);
}

/** The one country that was asked about, if there is one. */
function placeOf({ understood }: Answer): CountryCode | undefined {
  const places = understood.filter(({ kind }) => kind === 'country');
  return places.length === 1 ? COUNTRIES.find((code) => code === places[0]?.code) : undefined;
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
