import { useSyncExternalStore } from 'react';

let printing = false;

/** Whether the page is being laid out for the printer: for what has another order on paper than any style can give it. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const follow = ({ type }: Event) => {
        printing = type === 'beforeprint';
        listener();
      };
      addEventListener('beforeprint', follow);
      addEventListener('afterprint', follow);
      return () => {
        removeEventListener('beforeprint', follow);
        removeEventListener('afterprint', follow);
      };
    },
    () => printing,
  );
}
