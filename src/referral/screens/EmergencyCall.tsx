import { Phone } from 'lucide-react';
import { callHref } from '../../directory/links.ts';
import { useT } from '../../i18n/i18n.ts';
import styles from './EmergencyCall.module.css';

/** The emergency numbers, large and red. */
export function EmergencyCall({ numbers }: { numbers: readonly string[] }) {
  const t = useT();
  return (
    <div className={`${styles.numbers} no-print`}>
      {numbers.map((number) => (
        <a key={number} className={styles.number} href={callHref(number)}>
          <span className={styles.digits}>{number}</span>
          <span className={styles.verb}>
            <Phone aria-hidden size={20} /> {t('act.call')}
          </span>
        </a>
      ))}
    </div>
  );
}
