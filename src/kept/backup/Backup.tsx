import { useT } from '../../i18n/i18n.ts';
import { KeepSafe } from '../../ui/KeepSafe.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Section } from '../../ui/Section.tsx';
import { Back } from '../Back.tsx';
import styles from './Backup.module.css';
import { Make } from './Make.tsx';
import { Open } from './Open.tsx';

/** All that is kept as one sealed file, and the way back from it. */
export default function Backup() {
  const t = useT();
  return (
    <Screen title={t('backup.title')} above={<Back />}>
      <p className={styles.text}>{t('backup.intro')}</p>
      <Section title={t('backup.make')}>
        <Make />
      </Section>
      <Section title={t('backup.open')}>
        <Open />
      </Section>
      <KeepSafe within="backup" />
    </Screen>
  );
}
