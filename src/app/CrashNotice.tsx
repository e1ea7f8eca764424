import { useEffect, useSyncExternalStore } from 'react';
import { applyUpdate, lookForUpdate, offlineStore } from '../device/offline.ts';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';

/** Says what happened and what still works when the app itself failed, and offers the version that may have mended it. */
export function CrashNotice() {
  const t = useT();
  const { update } = useSyncExternalStore(offlineStore.subscribe, offlineStore.getSnapshot);
  useEffect(() => {
    void lookForUpdate();
  }, []);
  return (
    <div role="alert">
      <p>
        <strong>{t('trouble.crashed')}</strong> {t('trouble.crashedMore')}
      </p>
      {update === 'waiting' || update === 'completing' || update === 'not-whole' ? (
        <>
          <p>{t(update === 'not-whole' ? 'update.notWhole' : `update.${update}`)}</p>
          <Button variant="primary" disabled={update === 'completing'} onClick={() => void applyUpdate()}>
            {t(update === 'not-whole' ? 'update.again' : 'update.apply')}
          </Button>
        </>
      ) : (
        <Button variant="primary" onClick={() => location.reload()}>
          {t('trouble.reload')}
        </Button>
      )}
    </div>
  );
}
