import { Link } from 'wouter';
import { useT } from '../i18n/i18n.ts';
import styles from './Kept.module.css';

/** The way back to what one keeps, or to a thing of it. */
export function Back({ href = '/workspace', name }: { href?: string; name?: string }) {
  const t = useT();
  return (
    <Link className={styles.back} href={href}>
      <span aria-hidden="true">‹</span> {name ?? t('workspace.title')}
    </Link>
  );
}
