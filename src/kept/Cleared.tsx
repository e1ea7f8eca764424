import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { installStore } from '../device/install.ts';
import { storageUse } from '../device/storage.ts';
import { useT } from '../i18n/i18n.ts';
import { AskToHold } from '../ui/AskToHold.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './Kept.module.css';

/** That the browser has cleared what was kept, how it comes back, and how it does not happen again. */
export default function Cleared({ onUnderstood }: { onUnderstood(): void }) {
  const t = useT();
  const { installed } = useSyncExternalStore(installStore.subscribe, installStore.getSnapshot);
  const [isClearable, setIsClearable] = useState(false);
  useEffect(() => {
    let here = true;
    void storageUse().then(({ kept }) => here && setIsClearable(kept === false));
    return () => {
      here = false;
    };
  }, []);
  return (
    <div className={styles.cleared}>
      <h2>{t('keepSafe.cleared.title')}</h2>
      <p>{t('keepSafe.cleared.why')}</p>
      <p>{t('keepSafe.cleared.back')}</p>
      <Link className={styles.find} href="/workspace/backup">
        {t('keepSafe.way')}
      </Link>
      {(!installed || isClearable) && <p>{t('keepSafe.cleared.again')}</p>}
      {!installed && (
        <Link className={styles.find} href="/settings">
          {t('install.title')}
        </Link>
      )}
      {isClearable && <AskToHold onHeld={() => setIsClearable(false)} />}
      <p>
        <Button onClick={onUnderstood}>{t('corner.personal.understood')}</Button>
      </p>
    </div>
  );
}
