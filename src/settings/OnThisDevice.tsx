import { Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { directoryStore, loadDirectory } from '../dataset/dataset.ts';
import { failureOf } from '../dataset/errors.ts';
import { offlineStore, prepareAgain, type Readiness } from '../device/offline.ts';
import { type StorageUse, storageUse } from '../device/storage.ts';
import { bytes } from '../i18n/amounts.ts';
import { currentLanguage, useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { later } from '../ui/later.ts';
import { Section } from '../ui/Section.tsx';
import { DeleteEverything } from './DeleteEverything.tsx';
import { ForgetCases } from './ForgetCases.tsx';
import { InstallCard } from './InstallCard.tsx';

const Safe = later(() => import('./Safe.tsx'), 'backup', 'lock');

/**
 * Deleting what the device holds, and what that is: can the app be installed, is it ready offline, where the directory is read
 * from, how much there is. What is known late stands last: whoever wants to delete everything must not see the button move away.
 */
export function OnThisDevice() {
  const t = useT();
  const { readiness } = useSyncExternalStore(offlineStore.subscribe, offlineStore.getSnapshot);
  const directory = useSyncExternalStore(directoryStore.subscribe, directoryStore.getSnapshot);
  useEffect(() => void loadDirectory().catch(() => undefined), []); // a failure is read from the store, below
  return (
    <>
      <Section title={t('forget.title')}>
        <ForgetCases />
      </Section>
      <Section title={t('delete.title')}>
        <DeleteEverything />
      </Section>
      <Section title={t('install.title')}>
        <InstallCard />
      </Section>
      <Section title={t('offline.title')}>
        <Ready readiness={readiness} />
        {directory.state === 'ready' && (
          <>
            <p>{t(directory.from === 'database' ? 'directory.fromDatabase' : 'directory.fromPacks')}</p>
            {directory.trouble && (
              <p>
                {t(directory.trouble.healed ? 'directory.healed' : `directory.trouble.${directory.trouble.kind}`)}
                {directory.trouble.fault &&
                  ` ${t('editions.refusedHost', { why: t(`editions.refused.${directory.trouble.fault}`) })}`}
              </p>
            )}
          </>
        )}
        {directory.state === 'failed' && <p>{t(`directory.failed.${failureOf(directory.error.kind)}`)}</p>}
        <Use ready={readiness.state === 'ready'} />
      </Section>
      <Suspense fallback={null}>
        <Safe />
      </Suspense>
    </>
  );
}

function Ready({ readiness }: { readiness: Readiness }) {
  const t = useT();
  switch (readiness.state) {
    case 'checking':
      return <p>{t('offline.checking')}</p>;
    case 'preparing':
      return <p>{t(readiness.total > 0 ? 'offline.preparing' : 'offline.preparingFirst', { ...readiness })}</p>;
    case 'ready':
      return (
        <p>
          <strong>{t('offline.ready')}.</strong> {t('offline.readyMore')}
        </p>
      );
    case 'unsupported':
      return (
        <p>
          <strong>{t('offline.unsupported')}.</strong> {t('offline.unsupportedMore')}
        </p>
      );
    case 'incomplete':
      return (
        <>
          <p>
            <strong>{t('offline.incomplete', { count: readiness.missing, total: readiness.total })}.</strong>{' '}
            {t(readiness.noRoom ? 'offline.noRoom' : 'offline.incompleteMore')}
          </p>
          <Again />
        </>
      );
    case 'failed':
      return (
        <>
          <p>
            <strong>{t('offline.failed')}.</strong> {t(readiness.noRoom ? 'offline.noRoom' : 'offline.failedMore')}
          </p>
          <Again />
        </>
      );
  }
}

function Again() {
  const t = useT();
  return <Button onClick={() => void prepareAgain()}>{t('offline.again')}</Button>;
}

/** How much is stored, and whether the browser promised to keep it. */
function Use({ ready }: { ready: boolean }) {
  const t = useT();
  const [use, setUse] = useState<StorageUse>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once everything is stored, there is more
  useEffect(() => {
    let here = true;
    void storageUse().then((result) => here && setUse(result));
    return () => {
      here = false;
    };
  }, [ready]);
  return (
    <>
      {use?.usage !== undefined && <p>{t('offline.use', { used: bytes(use.usage, currentLanguage()) })}</p>}
      {use?.kept !== undefined && <p>{t(use.kept ? 'offline.kept' : 'offline.notKept')}</p>}
    </>
  );
}
