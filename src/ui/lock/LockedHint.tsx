import { Link } from 'wouter';
import { useT } from '../../i18n/i18n.ts';
import styles from './LockedHint.module.css';

/** That something waits until what is kept is unlocked, and where that is done. */
export default function LockedHint() {
  const t = useT();
  return (
    <div className={styles.notice}>
      <p>{t('lock.unsaved')}</p>
      <Link className={styles.act} href="/workspace">
        {t('lock.toUnlock')}
      </Link>
    </div>
  );
}
