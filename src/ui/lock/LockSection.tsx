import { useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import { useT } from '../../i18n/i18n.ts';
import { lockStore } from '../../workspace/lock/state.ts';
import styles from '../KeepSafe.module.css';
import { Section } from '../Section.tsx';

/** The way to the lock. */
export function LockSection() {
  const t = useT();
  const lock = useSyncExternalStore(lockStore.subscribe, lockStore.getSnapshot);
  // While nobody could look, there may be one.
  if (lock === 'unknown') return null;
  const isOn = lock === 'open' || lock === 'locked';
  return (
    <Section title={t('lock.title')}>
      <p className={styles.text}>{t(isOn ? 'lock.isOn' : 'lock.what')}</p>
      <p>
        <Link className={styles.act} href="/workspace/lock">
          {t(isOn ? 'lock.toManage' : 'lock.toSetUp')}
        </Link>
      </p>
    </Section>
  );
}
