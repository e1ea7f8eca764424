import { useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { forgetCases } from '../workspace/useWorkspace.ts';

/** Forgets cases and leaves the directory: for a borrowed phone. It asks nothing: whoever needs it has no time. */
export function ForgetCases() {
  const t = useT();
  const [said, setSaid] = useState<'done' | 'failed'>();
  return (
    <>
      <p>{t('forget.what')}</p>
      <Button onClick={() => void forgetCases().then((done) => setSaid(done ? 'done' : 'failed'))}>
        {t('forget.button')}
      </Button>
      <p role="status">{said && `${t(`forget.${said}`)} ${t('forget.clipboard')}`}</p>
    </>
  );
}
