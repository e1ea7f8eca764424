import { Lock } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { lockStore } from '../../workspace/lock/state.ts';
import { lockEverywhere } from '../../workspace/lock/watch.ts';

/** Locks at once. Nothing where no lock is open. */
export default function LockNow() {
  const t = useT();
  const lock = useSyncExternalStore(lockStore.subscribe, lockStore.getSnapshot);
  if (lock !== 'open') return null;
  return (
    <Button onClick={lockEverywhere}>
      <Lock aria-hidden size={20} /> {t('lock.now')}
    </Button>
  );
}
