import { type ReactNode, Suspense, useEffect, useSyncExternalStore } from 'react';
import { lockStore } from '../workspace/lock/state.ts';
import { part, spoken } from './parts.ts';
import { Waiting } from './Waiting.tsx';

const Unlock = part(spoken(() => import('../kept/lock/Unlock.tsx'), 'backup', 'lock'));

/** What the user keeps; or, where that is locked, the form that opens it. */
export function Gate({ children }: { children: ReactNode }) {
  const lock = useSyncExternalStore(lockStore.subscribe, lockStore.getSnapshot);
  useEffect(() => {
    // Not every screen reads something at once. Where nothing can be read, the screens say so.
    if (lock === 'unknown')
      void import('../workspace/store.ts').then(({ readLock }) => readLock()).catch(() => undefined);
  }, [lock]);
  if (lock !== 'locked') return children;
  return (
    // A boundary of its own: around the one outside, what was on the screen would be hidden and not taken away.
    <Suspense fallback={<Waiting />}>
      <Unlock />
    </Suspense>
  );
}
