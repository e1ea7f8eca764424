import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { whenIdle } from '../device/idle.ts';
import { useSettings } from '../device/settings.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { usePartsOpenInPrint } from '../ui/reveal.ts';
import { Screen } from '../ui/Screen.tsx';
import { AnyCountry } from './AnyCountry.tsx';
import { Ask } from './Ask.tsx';
import { FirstNumbers } from './FirstNumbers.tsx';
import styles from './Home.module.css';
import { startSearch } from './searchEngine.ts';

/**
 * The first screen and the search, which are one: the box is the same element in both, so that nothing typed is lost
 * while the results take the place of the numbers. Draws without waiting for the directory.
 */
export function Home() {
  const t = useT();
  const { country } = useSettings();
  const [path] = useLocation();
  const searching = path === '/search';
  const box = useRef<HTMLInputElement>(null);
  const title = searching
    ? t('search.title')
    : country
      ? t('home.titleIn', { country: countryName(country, currentLanguage()) })
      : t('home.title');

  usePartsOpenInPrint();
  // What comes next is made ready once this screen stands.
  useEffect(() => whenIdle(startSearch), []);
  // The heading is not shown here, but the tab of a search should say what it is. After Screen's own effect.
  useEffect(() => {
    if (searching) document.title = `${title} · ${t('app.name')}`;
  }, [searching, title, t]);
  // Who comes by the search button wants to type; who comes back to results does not. After Screen has moved the focus.
  useEffect(() => {
    if (searching && box.current?.value === '') box.current.focus();
  }, [searching]);
  // The app's shortcut to the emergency numbers.
  useEffect(() => {
    if (new URLSearchParams(location.search).get('start') === 'emergency')
      document.getElementById('emergency')?.focus();
  }, []);

  return (
    <Screen key={country ?? ''} title={title} quietTitle wide={!searching}>
      <div className={searching ? styles.searching : styles.home}>
        {!searching && (
          <div className={styles.first}>{country ? <FirstNumbers country={country} /> : <AnyCountry />}</div>
        )}
        <div className={styles.ways}>
          <Ask searching={searching} box={box} />
        </div>
      </div>
    </Screen>
  );
}
