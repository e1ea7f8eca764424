import { KeepSafe } from '../ui/KeepSafe.tsx';

/** How not to lose what one keeps. */
export default function Safe() {
  return <KeepSafe />;
}
