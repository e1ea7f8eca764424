import { useSyncExternalStore } from 'react';
import { installStore, promptInstall } from '../device/install.ts';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';

/** How to put the app on the home screen: a button where the browser offers it, words where it is done by hand. */
export function InstallCard() {
  const t = useT();
  const { canInstall, installed, ios } = useSyncExternalStore(installStore.subscribe, installStore.getSnapshot);
  if (installed) return <p>{t('install.installed')}</p>;
  return (
    <>
      <p>{t('install.why')}</p>
      {canInstall ? (
        <Button variant="primary" onClick={() => void promptInstall()}>
          {t('install.button')}
        </Button>
      ) : (
        <p>{t(ios ? 'install.ios' : 'install.manual')}</p>
      )}
    </>
  );
}
