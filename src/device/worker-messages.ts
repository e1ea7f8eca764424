/** What pages and the service worker say to each other. Types only. */

/**
 * From a page. `check`, `repair`, `skip-waiting` and `end-others` are answered on the message's port with a {@link CacheReport}.
 * Their names stay for ever: pages and workers of different releases talk to each other.
 */
export type ToWorker =
  /** Let the waiting version in, if it is whole or can be made whole. */
  | { type: 'skip-waiting' }
  /** Is everything there? */
  | { type: 'check' }
  /** Fetch again what is missing. */
  | { type: 'repair' }
  /** The page has started, and holds the lock of its version: what no page needs any more may go. */
  | { type: 'settled' }
  /** What is the user's is about to be deleted: pages of other versions, which may not hear of it, are led away. */
  | { type: 'end-others' }
  /** Everything is about to be deleted: store nothing more. */
  | { type: 'stop' };

/** How much of a version is in its cache. */
export interface CacheReport {
  missing: number;
  total: number;
  /** The name of the lock by which a page says that it is of this version. Absent from releases before it. */
  lock?: string;
  /** The languages besides English that are there whole. Absent from releases that stored all they had. */
  languages?: string[];
  /** What is missing could not be stored for want of room. Absent from releases that did not tell. */
  noRoom?: boolean;
}

/** To all pages, while files are being stored. `update` says that it is for a version that will wait. */
export type FromWorker =
  | { type: 'progress'; done: number; total: number; update: boolean }
  | { type: 'failed'; detail: string; update: boolean };
