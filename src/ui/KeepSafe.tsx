import { useEffect, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { installStore } from '../device/install.ts';
import { storageUse } from '../device/storage.ts';
import { useT } from '../i18n/i18n.ts';
import { isBackupDue, lastBackup, writtenIn } from '../workspace/backup/due.ts';
import { readAll } from '../workspace/backup/tables.ts';
import { hear } from '../workspace/tabs.ts';
import { AskToHold } from './AskToHold.tsx';
import styles from './KeepSafe.module.css';
import { Section } from './Section.tsx';

interface Known {
  /** Whether anything was written. */
  written: boolean;
  due: boolean;
  /** Whether the browser may clear it; undefined where it does not say. */
  clearable: boolean | undefined;
}

/**
 * What can happen to what one keeps, and what helps: said where it is true.
 * @param within the screen it stands on; on that of backups it does not lead there
 */
export function KeepSafe({ within }: { within?: 'backup' }) {
  const t = useT();
  const { ios, installed } = useSyncExternalStore(installStore.subscribe, installStore.getSnapshot);
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    let here = true;
    const look = async () => {
      const found = await lookAround().catch(() => undefined);
      if (here) setKnown(found);
    };
    void look();
    const off = hear(() => void look());
    return () => {
      here = false;
      off();
    };
  }, []);

  if (!known) return null;
  const lines = [
    known.written && ios && !installed && t('keepSafe.safari'),
    ios && installed && !known.written && t('keepSafe.homeScreen'),
  ].filter((line) => typeof line === 'string');
  const isClearable = known.written && known.clearable === true;
  if (within === 'backup' && lines.length === 0 && !isClearable) return null;

  return (
    <Section title={t('keepSafe.title')}>
      {known.due && within !== 'backup' && (
        <div className={styles.notice}>
          <p>{t('keepSafe.due')}</p>
          <Link className={styles.act} href="/workspace/backup">
            {t('keepSafe.now')}
          </Link>
        </div>
      )}
      {lines.map((line) => (
        <p key={line} className={styles.text}>
          {line}
        </p>
      ))}
      {isClearable && (
        <>
          <p className={styles.text}>{t('keepSafe.clearable')}</p>
          <AskToHold onHeld={() => setKnown({ ...known, clearable: false })} />
        </>
      )}
      {within !== 'backup' && !known.due && (
        <p>
          <Link className={styles.link} href="/workspace/backup">
            {t('keepSafe.way')}
          </Link>
        </p>
      )}
    </Section>
  );
}

async function lookAround(): Promise<Known> {
  const tables = await readAll();
  const { kept } = await storageUse();
  const written = Object.entries(tables).some(([name, rows]) => name !== 'recent' && rows.length > 0);
  return {
    written,
    due: isBackupDue(writtenIn(tables), lastBackup(), Date.now()),
    clearable: kept === undefined ? undefined : !kept,
  };
}
