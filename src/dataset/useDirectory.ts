/** The directory for screens: they wait for it once (React's Suspense) and then read it from memory. */
import { use } from 'react';
import type { Directory } from '../directory/directory.ts';
import { loadDirectory } from './dataset.ts';

let loading: Promise<Directory> | undefined;

/** Begins to load, if nobody has yet. */
export function preloadDirectory(): Promise<Directory> {
  loading ??= loadDirectory();
  return loading;
}

/** Lets the next who asks load it anew, after it could not be had. */
export function retryDirectory(): void {
  loading = undefined;
}

/** The directory; suspends until it is there, and throws to the nearest boundary when it cannot be had. */
export function useDirectory(): Directory {
  return use(preloadDirectory());
}
