import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link, useLocation } from 'wouter';
import { directoryStore } from '../dataset/dataset.ts';
import { newerStore } from '../dataset/newer.ts';
import { useIsOldEdition } from '../dataset/useIsOldEdition.ts';
import { watchForEditions } from '../dataset/watch.ts';
import { offlineStore } from '../device/offline.ts';
import type { Directory } from '../directory/directory.ts';
import { partialDate } from '../i18n/format.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
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
  const numbers = waiting && read.state === 'ready' ? otherNumbers(waiting, read.directory.edition) : 0;
  return (
    <div aria-live="polite">
      <section className={styles.bar} aria-label={t('editions.label')}>
        <p>
          {waiting ? t('editions.here', { edition: about.edition, date }) : t('editions.old', { date })}
          {numbers > 0 && ` ${t('changes.number', { count: numbers })}.`}
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

/** How many numbers and addresses are others than in an edition of before. */
function otherNumbers({ countries }: Directory, since: number): number {
  return [...countries.values()]
    .flatMap(({ changes }) => changes)
    .filter(({ edition }) => edition > since)
    .reduce((sum, { changes }) => sum + changes.filter(({ what }) => what === 'contact').length, 0);
}
