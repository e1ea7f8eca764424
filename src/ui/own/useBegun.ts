import { useState } from 'react';
import { endCase, readCase } from '../../device/case-of-tab.ts';
import { readBegun, writeBegun } from '../../workspace/lock/begun.ts';
import { useForgotten } from '../useForgotten.ts';

/**
 * A text that is being written: it is there again when the phone takes the page away, and it is forgotten with the cases.
 * @param of what it belongs to
 */
export function useBegun<T>(of: string, nothing: T): { value: T; set(value: T): void; end(): void } {
  const [value, setValue] = useState<T>(() => (readBegun(of) as T | undefined) ?? nothing);
  const forgotten = useForgotten();
  const [seen, setSeen] = useState(forgotten);
  if (seen !== forgotten) {
    setSeen(forgotten);
    setValue(nothing);
  }
  return {
    value,
    set(next) {
      setValue(next);
      writeBegun(of, next);
    },
    end() {
      setValue(nothing);
      endCase(of);
    },
  };
}

/** Whether something was begun and neither kept nor given up. */
export function hasBegun(of: string): boolean {
  return readCase(of) !== undefined;
}
