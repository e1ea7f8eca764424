import { useEffect, useRef, useState } from 'react';

export interface Task {
  /** How far it is, 0 to 100; undefined when nothing is being done. */
  percent: number | undefined;
  /** Does something that takes long. @returns what came of it; undefined when it was cancelled */
  run<T>(work: (onPercent: (percent: number) => void, signal: AbortSignal) => Promise<T>): Promise<T | undefined>;
  cancel(): void;
}

/** One long piece of work at a time. It ends with the screen. */
export function useTask(): Task {
  const [percent, setPercent] = useState<number>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  return {
    percent,
    async run(work) {
      running.current?.abort();
      const own = new AbortController();
      running.current = own;
      setPercent(0);
      try {
        return await work((done) => !own.signal.aborted && setPercent(done), own.signal);
      } catch (error) {
        if (own.signal.aborted) return undefined;
        throw error;
      } finally {
        if (running.current === own) setPercent(undefined);
      }
    },
    cancel: () => running.current?.abort(),
  };
}
