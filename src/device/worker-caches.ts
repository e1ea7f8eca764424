/** Caches by which the service worker hands something to pages. */

/** An edition that was fetched while the app was closed. @param path of the worker's scope */
export const editionCache = (path: string) => `harbour-edition:${path}`;

/** A file that another app has shared with this one, under a name relative to the scope. */
export const SHARED_CACHE = 'harbour-shared';
export const SHARED_FILE = 'shared-edition';
