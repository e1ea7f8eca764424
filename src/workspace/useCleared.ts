/** Whether the browser has cleared what was kept: it is marked that something was, and not one row is there. */
import { useEffect, useState } from 'react';
import { isMarkedKept, markKept } from '../device/kept-mark.ts';

interface Cleared {
  /** Undefined until that was looked at. */
  isCleared: boolean | undefined;
  /** It was read, and is not said again. */
  understand(): void;
}

/** @param isEmpty whether there is nothing to show; undefined while that is not known */
export function useCleared(isEmpty: boolean | undefined): Cleared {
  const [isCleared, setIsCleared] = useState<boolean>();
  useEffect(() => {
    // What was kept before there was a mark.
    if (isEmpty === false) markKept(true);
    if (!isEmpty || !isMarkedKept()) return setIsCleared(isEmpty ? false : undefined);
    let here = true;
    // Rows that cannot be read are there all the same.
    void import('./store.ts')
      .then(({ hasRows }) => hasRows())
      .then(
        (has) => here && setIsCleared(!has),
        () => here && setIsCleared(false),
      );
    return () => {
      here = false;
    };
  }, [isEmpty]);
  return {
    isCleared,
    understand() {
      markKept(false);
      setIsCleared(false);
    },
  };
}
