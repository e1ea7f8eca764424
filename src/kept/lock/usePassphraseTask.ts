import { useRef, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { SealingError } from '../../workspace/backup/sealing.ts';
import { LockChanged, type Task as LockTask, type Outcome } from '../../workspace/lock/lock.ts';
import { type Task, useTask } from '../backup/useTask.ts';
import { endQuietly } from '../deleting.ts';
import { faultOf } from './fault.ts';

/** The user, or the device, said no; or it cannot. */
function isRefusal(error: unknown): boolean {
  return !(error instanceof SealingError || error instanceof LockChanged);
}

/**
 * Asking for a passphrase that there is, and doing something with it.
 * @param refused what is said when the device did not want to
 */
export function usePassphraseTask(refused?: string) {
  const t = useT();
  const task: Task = useTask();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const [said, setSaid] = useState('');
  /** The one that deletes was typed: until all is gone it looks as if it were still being opened. */
  const [isEnding, setIsEnding] = useState(false);

  /** @returns whether it was the right one, and it is done */
  async function run(work: (typed: string, task: LockTask) => Promise<Outcome>): Promise<boolean> {
    setFault('');
    setSaid('');
    try {
      const outcome = await task.run((onPercent, signal) =>
        work(typed, { onPercent: (percent) => onPercent(Math.floor(percent)), signal }),
      );
      if (outcome === undefined) setSaid(t('backup.cancelled'));
      if (outcome === 'wrong') {
        setFault(t('lock.wrong'));
        // Whoever mistyped goes on typing.
        setTimeout(() => field.current?.select());
      }
      if (outcome === 'end') {
        setIsEnding(true);
        setTyped('');
        await endQuietly();
      }
      if (outcome === 'open') setTyped('');
      return outcome === 'open';
    } catch (error) {
      const isRefused = refused !== undefined && isRefusal(error);
      if (isRefused) console.warn('lock:', error);
      setFault(t(isRefused ? refused : faultOf(error)));
      return false;
    }
  }

  return {
    /** 0 to 100 while it works. */
    task: isEnding ? { ...task, percent: 100 } : task,
    isReady: typed.trim() !== '',
    said,
    run,
    /** For {@link Typed}. */
    fields: { field, value: typed, onChange: setTyped, fault },
  };
}
