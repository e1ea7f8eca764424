import { type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { lockStore } from '../workspace/lock/state.ts';
import { part, spoken } from './parts.ts';
import { Waiting } from './Waiting.tsx';

const Unlock = part(spoken(() => import('../kept/lock/Unlock.tsx'), 'backup', 'lock'));

/** What the user keeps; or, where that is locked, the form that opens it. */
export function Gate({ children }: { children: ReactNode }) {
  const lock = useSyncExternalStore(lockStore.subscribe, lockStore.getSnapshot);
  if (lock !== 'locked') return children;
  return (
    // A boundary of its own: around the one outside, what was on the screen would be hidden and not taken away.
    <Suspense fallback={<Waiting />}>
      <Unlock />
    </Suspense>
  );
}
