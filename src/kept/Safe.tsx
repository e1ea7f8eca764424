import { KeepSafe } from '../ui/KeepSafe.tsx';
import { LockSection } from '../ui/lock/LockSection.tsx';
import { Damaged } from './Damaged.tsx';
import { Wipe } from './Wipe.tsx';

/** What stands below everything that is kept: what is damaged, how not to lose it, and how to be rid of it. */
export default function Safe() {
  return (
    <>
      <Damaged />
      <KeepSafe />
      <LockSection />
      <Wipe />
    </>
  );
}
