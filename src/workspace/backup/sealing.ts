/** Sealing and opening off the screen's thread, with progress, and an end at any moment. */
import { trusted } from '../../device/trusted.ts';
import type { SealFault } from './seal.ts';
import address from './seal.worker.ts?worker&url';

/** What the worker is asked. */
export type Job =
  /** Whether a passphrase could open it at all. */
  | { what: 'look'; file: Uint8Array }
  | { what: 'seal'; text: string; passphrase: string }
  | { what: 'unseal'; file: Uint8Array; passphrase: string };

/** What it says: how far it is, and then one of the others. */
export type Answer = { percent: number } | { text: string } | { fault: SealFault; detail: string };

/** `no-worker`: the part of the app that does it could not be loaded. */
export type SealingFault = SealFault | 'no-worker';

export class SealingError extends Error {
  override name = 'SealingError';
  constructor(
    readonly fault: SealingFault,
    detail?: string,
  ) {
    super(detail ?? fault);
  }
}

/**
 * Seals or opens.
 * @param onPercent is told how far it is, 1 to 100
 * @param signal ends it, and what it has in memory with it
 * @throws SealingError, or the signal's reason
 */
export function inWorker(job: Job, onPercent: (percent: number) => void, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  return new Promise<string>((resolve, reject) => {
    const worker = new Worker(trusted.createScriptURL(address));
    const end = () => {
      worker.terminate();
      signal.removeEventListener('abort', stop);
    };
    const stop = () => {
      end();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if ('percent' in data) return onPercent(data.percent);
      end();
      if ('text' in data) resolve(data.text);
      else reject(new SealingError(data.fault, data.detail));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end();
      reject(new SealingError('no-worker', event.message));
    };
    worker.postMessage(job);
  });
}
