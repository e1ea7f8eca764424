import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link, useLocation } from 'wouter';
import { directoryStore } from '../dataset/dataset.ts';
import { newerStore } from '../dataset/newer.ts';
import { useIsOldEdition } from '../dataset/useIsOldEdition.ts';
import { watchForEditions } from '../dataset/watch.ts';
import { offlineStore } from '../device/offline.ts';
import { useSettings } from '../device/settings.ts';
import type { Directory } from '../directory/directory.ts';
import { contactsChangedSince } from '../directory/former.ts';
import { countryName, partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { useKept } from '../workspace/useWorkspace.ts';
import styles from './OfflineBar.module.css';

/** A quiet bar that offers a newer edition, or says that the one that is read is old. Nothing happens until it is pressed. */
export default function EditionNotice() {
  const t = useT();
  const newer = useSyncExternalStore(newerStore.subscribe, newerStore.getSnapshot);
  const read = useSyncExternalStore(directoryStore.subscribe, directoryStore.getSnapshot);
  const isOld = useIsOldEdition();
  const [putOff, setPutOff] = useState<number>();
  useEffect(watchForEditions, []);
  const language = currentLanguage();
  const waiting = newer.state === 'waiting' ? newer.directory : undefined;
  const old = isOld && read.state === 'ready' ? read.directory : undefined;
  const about = waiting ?? old;
  // A new version of the app brings the edition along: one bar at a time.
  const { update } = useSyncExternalStore(offlineStore.subscribe, offlineStore.getSnapshot);
  const [path] = useLocation();
  // Where it is told of, it is offered as well.
  const isSaid = update !== 'none' || (waiting !== undefined && path === '/changes');
  if (!about || putOff === about.edition || isSaid) return <div aria-live="polite" />;
  const date = partialDate(about.date, language);
  return (
    <div aria-live="polite">
      <section className={styles.bar} aria-label={t('editions.label')}>
        <p>
          {waiting ? t('editions.here', { edition: about.edition, date }) : t('editions.old', { date })}
          {waiting && read.state === 'ready' && <Changed in={waiting} since={read.directory.edition} />}
        </p>
        {waiting && (
          <Button variant="primary" onClick={() => location.reload()}>
            {t('editions.letIn')}
          </Button>
        )}
        <Button onClick={() => setPutOff(about.edition)}>{t('editions.later')}</Button>
        {waiting && (
          <Link className={styles.link} href="/changes">
            {t('editions.changed')}
          </Link>
        )}
      </section>
    </div>
  );
}

/** What became of numbers and addresses since the edition that is read: how many of them where one is, and of what one keeps. */
function Changed({ in: waiting, since }: { in: Directory; since: number }) {
  const t = useT();
  const { country } = useSettings();
  const kept = new Set(useKept().items.map(({ id }) => id));
  const changed = contactsChangedSince(waiting, since);
  const here = changed.filter(({ region }) => region === country).length;
  const ofKept = changed.filter(({ responder }) => kept.has(responder ?? '')).length;
  if (changed.length === 0) return null;
  const became = (['changed', 'came', 'went'] as const)
    .map((kind) => ({ kind, count: changed.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${t(`changes.numbers.${kind}`)}: ${count}`)
    .join(', ');
  return (
    <>
      {` ${t('changes.numbers.title')} – ${became}.`}
      {country && here > 0 && (
        <b>{` ${t('place.in', { country: countryName(country, currentLanguage()) })}: ${here}.`}</b>
      )}
      {ofKept > 0 && <b>{` ${t('changes.kept')}: ${ofKept}.`}</b>}
    </>
  );
}
