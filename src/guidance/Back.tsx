import { Link } from 'wouter';
import { useT } from '../i18n/i18n.ts';
import styles from './guidance.module.css';

/** The way back to all guides. */
export function Back() {
  const t = useT();
  return (
    <Link className={`${styles.back} no-print`} href="/guides">
      <span aria-hidden="true">‹</span> {t('guidance.title')}
    </Link>
  );
}
