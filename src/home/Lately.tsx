import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { directoryStore } from '../dataset/dataset.ts';
import { useNow } from '../device/clock.ts';
import { phoneCountry } from '../device/phone.ts';
import { useSettings } from '../device/settings.ts';
import { firstChannelFrom, isCall } from '../directory/dialling.ts';
import { countryOf, isCountry } from '../directory/directory.ts';
import { townOf } from '../directory/towns.ts';
import { countryName } from '../i18n/format.ts';
import { currentLanguage, otherMessages, useT } from '../i18n/i18n.ts';
import { names } from '../i18n/labels.ts';
import { ActionLink } from '../ui/facts/ActionLink.tsx';
import { Until } from '../ui/facts/Until.tsx';
import { Section } from '../ui/Section.tsx';
import { type Noted, useKept, useRecent } from '../workspace/useWorkspace.ts';
import styles from './Lately.module.css';

const SHOWN = 5;

/** What one kept and opened last. Nothing where there is nothing, or where nothing can be kept. */
export default function Lately() {
  const t = useT();
  const kept = useKept().items;
  const recent = useRecent().items.filter(({ id }) => !kept.some((entry) => entry.id === id));
  return (
    <>
      {kept.length > 0 && (
        <Section title={t('home.kept')}>
          <NotedList items={kept.slice(0, SHOWN)} call />
          {kept.length > SHOWN && (
            <p>
              <Link className={styles.more} href="/workspace">
                {t('home.allKept', { count: kept.length })}
              </Link>
            </p>
          )}
        </Section>
      )}
      {recent.length > 0 && (
        <Section title={t('home.recent')}>
          <NotedList items={recent.slice(0, SHOWN)} />
        </Section>
      )}
    </>
  );
}

/** Responders by name; with `call`, their first number beneath, as soon as the directory is there to give it. */
export function NotedList({ items, call = false }: { items: readonly Noted[]; call?: boolean }) {
  const t = useT();
  const { country } = useSettings();
  const state = useSyncExternalStore(directoryStore.subscribe, directoryStore.getSnapshot);
  const directory = state.state === 'ready' ? state.directory : undefined;
  const now = useNow();
  // What its number was before is said once the words for it are there.
  const [words, setWords] = useState(false);
  useEffect(() => {
    if (call)
      otherMessages().then(
        () => setWords(true),
        () => undefined,
      );
  }, [call]);
  return (
    <ul role="list" className={styles.list}>
      {items.map((item) => {
        const responder = directory?.responder(item.id);
        const home = directory && responder && countryOf(directory, responder.country);
        const channel = call && home ? firstChannelFrom(responder.channels, home, country, phoneCountry()) : undefined;
        const name = names(responder?.name ?? item.name, currentLanguage()).main;
        return (
          <li key={item.id}>
            <Link className={styles.name} href={`/responders/${item.id}`} lang={name.language}>
              {name.text}
            </Link>
            {home && (
              <span className={styles.soft}>
                {[
                  isCountry(home.country) ? countryName(home.country, currentLanguage()) : t('place.international'),
                  townOf(responder, directory.places, currentLanguage()) ?? [],
                ]
                  .flat()
                  .join(' · ')}
              </span>
            )}
            {home && channel && isCall(channel) && (
              <ActionLink channel={channel} home={home} others={responder.channels} standing={country} />
            )}
            {words && home && channel && (
              <Until channel={channel} country={home} responder={responder.id} lately={now} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
