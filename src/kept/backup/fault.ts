import { isNoRoom } from '../../device/no-room.ts';
import { ContentsError } from '../../workspace/backup/contents.ts';
import { SealingError } from '../../workspace/backup/sealing.ts';
import { ChangedMeanwhile } from '../../workspace/backup/tables.ts';

/** The message that says what happened, what was kept and what to do. */
export function faultOf(error: unknown): string {
  if (error instanceof ChangedMeanwhile) return 'backup.meanwhile';
  const fault = error instanceof SealingError || error instanceof ContentsError ? error.fault : undefined;
  switch (fault) {
    case undefined:
      console.warn('backup:', error);
      if (isNoRoom(error)) return 'saving.noRoom';
      return `backup.fault.${error instanceof DOMException && error.name === 'NotReadableError' ? 'unreadable' : 'storage'}`;
    case 'not-backup':
      return 'backup.fault.not-age';
    case 'too-many':
      return 'backup.fault.too-large';
    default:
      return `backup.fault.${fault}`;
  }
}
