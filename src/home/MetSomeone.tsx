import { ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import { useSettings } from '../device/settings.ts';
import type { CountryCode } from '../directory/codes.ts';
import { useT } from '../i18n/i18n.ts';
import { startOfPlan } from '../referral/start.ts';
import styles from './MetSomeone.module.css';

/** From "I have met someone" to the plan. */
export function MetSomeone({ country }: { country: CountryCode | undefined }) {
  const t = useT();
  const { role } = useSettings();
  return (
    <Link className={styles.met} href={startOfPlan(country, role)}>
      <span>
        <strong className={styles.what}>{t('home.met')}</strong>
        <span className={styles.more}>{t('home.metMore')}</span>
      </span>
      <ChevronRight aria-hidden size={24} />
    </Link>
  );
}
