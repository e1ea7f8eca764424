/** A value that React (by `useSyncExternalStore`) and anybody else can watch. Its methods need no `this`. */
export interface Observable<T> {
  getSnapshot(): T;
  /** Calls the listener after each change; returns what takes it off again. */
  subscribe(listener: () => void): () => void;
}

/** An observable together with the verb that changes it, which its owner keeps to itself. */
export function observable<T>(initial: T): Observable<T> & { set(value: T): void } {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    getSnapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(value) {
      current = value;
      for (const listener of listeners) listener();
    },
  };
}
