import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';

/** Says what happened and what still works when the app itself failed. */
export function CrashNotice() {
  const t = useT();
  return (
    <div role="alert">
      <p>
        <strong>{t('trouble.crashed')}</strong> {t('trouble.crashedMore')}
      </p>
      <Button variant="primary" onClick={() => location.reload()}>
        {t('trouble.reload')}
      </Button>
    </div>
  );
}
