import { useState } from 'react';
import { askToKeep } from '../device/storage.ts';
import { useT } from '../i18n/i18n.ts';
import { Button } from './Button.tsx';

/** Asks the browser to hold what is kept, and says where it does not promise it. Once it has, there is nothing to ask. */
export function AskToHold({ onHeld }: { onHeld(): void }) {
  const t = useT();
  const [isRefused, setIsRefused] = useState(false);
  async function ask() {
    const granted = await askToKeep({ installed: false, saved: true, readyOffline: false });
    setIsRefused(granted !== true);
    if (granted) onHeld();
  }
  return (
    <>
      <p>
        <Button onClick={() => void ask()}>{t('keepSafe.ask')}</Button>
      </p>
      <div role="status">{isRefused && <p>{t('keepSafe.refused')}</p>}</div>
    </>
  );
}
