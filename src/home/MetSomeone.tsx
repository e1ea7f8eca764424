import { ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import { useT } from '../i18n/i18n.ts';
import styles from './MetSomeone.module.css';

/** From "I have met someone" to the plan. */
export function MetSomeone() {
  const t = useT();
  return (
    <Link className={styles.met} href="/referral">
      <span>
        <strong className={styles.what}>{t('home.met')}</strong>
        <span className={styles.more}>{t('home.metMore')}</span>
      </span>
      <ChevronRight aria-hidden size={24} />
    </Link>
  );
}
