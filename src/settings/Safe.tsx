import { KeepSafe } from '../ui/KeepSafe.tsx';
import { LockSection } from '../ui/lock/LockSection.tsx';

/** How not to lose what one keeps, and how nobody else reads it. */
export default function Safe() {
  return (
    <>
      <KeepSafe />
      <LockSection />
    </>
  );
}
