import { Link } from 'wouter';
import { useT } from '../i18n/i18n.ts';
import { Screen } from './Screen.tsx';

/** What an address that leads nowhere shows. */
export function NotFound() {
  const t = useT();
  return (
    <Screen title={t('trouble.notFoundTitle')}>
      <p>{t('trouble.notFoundText')}</p>
      <p>
        <Link href="/">{t('trouble.home')}</Link>
      </p>
    </Screen>
  );
}
