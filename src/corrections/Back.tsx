import { Link } from 'wouter';
import { useT } from '../i18n/i18n.ts';
import styles from './Corrections.module.css';

/** The way back: to what is wrong, or to what one keeps. */
export function Back({ href = '/workspace', name }: { href?: string; name?: string }) {
  const t = useT();
  return (
    <Link className={styles.back} href={href}>
      <span aria-hidden="true">‹</span> {name ?? t('workspace.title')}
    </Link>
  );
}
