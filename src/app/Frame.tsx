import { Bookmark, BookOpen, House, Map as MapIcon, Route, Search, Settings } from 'lucide-react';
import { type ComponentType, type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { whenIdleAfterFirstScreen } from '../device/first-screen.ts';
import { leave } from '../device/leave.ts';
import { useSettings } from '../device/settings.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, otherMessages, useT } from '../i18n/i18n.ts';
import styles from './Frame.module.css';
import { HeldNotice } from './HeldNotice.tsx';
import { OfflineProgress } from './OfflineProgress.tsx';
import { UpdatePrompt } from './UpdatePrompt.tsx';

const PLACES = [
  { href: '/', name: 'nav.home', icon: House },
  { href: '/countries', name: 'nav.countries', icon: MapIcon },
  { href: '/referral', name: 'nav.plan', icon: Route },
  { href: '/guides', name: 'nav.guides', icon: BookOpen },
  { href: '/workspace', name: 'nav.kept', icon: Bookmark },
] as const;

/** What stays on every screen: the country one is in, the search, the settings, Leave, and the five places. It never moves. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useT();
  const [path] = useLocation();
  const { country } = useSettings();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen begins at its top
  useEffect(() => {
    if (!location.hash) window.scrollTo(0, 0);
  }, [path]);
  const place = country ? t('place.in', { country: countryName(country, currentLanguage()) }) : t('place.choose');
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place on the page, only not through the address: an entry of the history with #content would know nothing of what is on the screen */}
      <a className={styles.skip} href="#content" onClick={skip}>
        {t('app.skip')}
      </a>
      <header className={styles.top}>
        <Link
          className={styles.place}
          href="/countries?choose"
          style={{ '--letters': longestWord(place) } as CSSProperties}
        >
          <span className={styles.placeName}>{place}</span>
          <span aria-hidden="true">▾</span>
          {country && <span className="visually-hidden">, {t('place.change')}</span>}
        </Link>
        <Link className={styles.search} href="/search" aria-label={t('nav.search')}>
          <Search aria-hidden size={24} />
        </Link>
        <Link className={styles.search} href="/settings" title={t('nav.settings')}>
          <Settings aria-hidden size={24} />
        </Link>
        <button type="button" className={styles.leave} title={t('leave.hint')} onClick={leave}>
          {t('leave.button')} <span aria-hidden="true">✕</span>
        </button>
      </header>
      <nav className={styles.nav} aria-label={t('nav.label')}>
        <ul role="list">
          {PLACES.map(({ href, name, icon: Icon }) => (
            <li key={href}>
              <Link href={href} {...(isHere(href, path) && { 'aria-current': 'page' as const })}>
                <Icon aria-hidden size={24} />
                <span>{t(name)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" className={styles.content} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.notices}>
        <HeldNotice />
        <UpdatePrompt />
        <AboutEdition />
        <OfflineProgress />
      </footer>
    </div>
  );
}

/** Of how many letters the longest word is: by it the style sheet finds a size at which it need not be broken. */
function longestWord(text: string): number {
  return Math.max(...text.split(/\s/).map((word) => word.length));
}

/** Comes when all else stands: nobody waits for it, and where it cannot be had, nothing else goes with it. */
function AboutEdition() {
  const [Notice, setNotice] = useState<ComponentType>();
  useEffect(
    () =>
      whenIdleAfterFirstScreen(() => {
        Promise.all([import('./EditionNotice.tsx'), otherMessages()]).then(
          ([{ default: notice }]) => setNotice(() => notice),
          () => undefined, // at the next start
        );
      }),
    [],
  );
  return Notice ? <Notice /> : null;
}

function isHere(href: string, path: string): boolean {
  if (href === '/') return path === '/';
  // What the hub of the guides leads to belongs to it, wherever it lives.
  const home = /^\/(glossary|practices|countries\/compare)/.test(path) ? '/guides' : path;
  return home.startsWith(href);
}

function skip(event: Pick<Event, 'preventDefault'>): void {
  event.preventDefault();
  const content = document.getElementById('content');
  content?.focus();
  content?.scrollIntoView();
}
