import { later } from '../later.ts';

/** That something is not saved before somebody unlocks: it comes, with its words, where there is a lock. */
export const LockedHint = later(() => import('./LockedHint.tsx'), 'lock');
