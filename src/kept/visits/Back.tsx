import { Link } from 'wouter';
import { useT } from '../../i18n/i18n.ts';
import styles from './visits.module.css';

/** The way back to what one keeps. */
export function Back() {
  const t = useT();
  return (
    <Link className={`${styles.back} no-print`} href="/workspace">
      <span aria-hidden="true">‹</span> {t('workspace.title')}
    </Link>
  );
}
