import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../ui/Section.tsx';
import { lockStore } from '../../workspace/lock/state.ts';
import styles from '../backup/Backup.module.css';
import lockStyles from './Lock.module.css';

/** The way to the lock. */
export function LockSection() {
  const t = useT();
  const lock = useSyncExternalStore(lockStore.subscribe, lockStore.getSnapshot);
  const isOn = lock === 'open';
  return (
    <Section title={t('lock.title')}>
      <p className={styles.text}>{t(isOn ? 'lock.isOn' : 'lock.what')}</p>
      <p>
        <Link className={lockStyles.act} href="/workspace/lock">
          {t(isOn ? 'lock.toManage' : 'lock.toSetUp')}
        </Link>
      </p>
    </Section>
  );
}
