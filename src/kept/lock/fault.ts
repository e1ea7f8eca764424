import { isNoRoom } from '../../device/no-room.ts';
import { SealingError } from '../../workspace/backup/sealing.ts';
import { Unsayable } from '../../workspace/lock/bytes.ts';
import { LockChanged } from '../../workspace/lock/lock.ts';

/** The message that says what happened, what holds and what to do. */
export function faultOf(error: unknown): string {
  if (error instanceof LockChanged) return 'lock.fault.changed';
  if (error instanceof Unsayable) return 'lock.fault.unsayable';
  if (error instanceof SealingError) {
    if (error.fault === 'no-memory' || error.fault === 'no-worker') return `lock.fault.${error.fault}`;
    return 'lock.fault.damaged';
  }
  console.warn('lock:', error);
  if (isNoRoom(error)) return 'saving.noRoom';
  return 'lock.fault.storage';
}
