/** What pages and the service worker say to each other. Types only. */

/** From a page. `check` and `repair` are answered on the message's port with a {@link CacheReport}. */
export type ToWorker =
  /** Let the waiting version in. */
  | { type: 'skip-waiting' }
  /** Is everything there? `starting` says that the asking page has just been loaded. */
  | { type: 'check'; starting: boolean }
  /** Fetch again what is missing. */
  | { type: 'repair' }
  /** Everything is about to be deleted: store nothing more. */
  | { type: 'stop' };

/** How much of the app is in the cache. */
export interface CacheReport {
  missing: number;
  total: number;
}

/** To all pages, while files are being stored. `update` says that it is for a version that will wait. */
export type FromWorker =
  | { type: 'progress'; done: number; total: number; update: boolean }
  | { type: 'failed'; detail: string; update: boolean };
