import { useState } from 'react';
import { endCase, readCase, writeCase } from '../../device/case-of-tab.ts';

/**
 * What is being written and not kept yet. It outlives a reload, as long as the tab does.
 * @param key where it is written
 * @returns what stands there, and how to change it; nothing forgets it
 */
export function useUnfinished<T>(key: string, nothing: T): [T, (value: T | undefined) => void] {
  const [value, setValue] = useState(() => (readCase(key) as T | undefined) ?? nothing);
  return [
    value,
    (next) => {
      setValue(next ?? nothing);
      if (next === undefined) endCase(key);
      else writeCase(key, next);
    },
  ];
}

/** Whether something was begun there. */
export function isUnfinished(key: string): boolean {
  return readCase(key) !== undefined;
}
