/** Caches by which the service worker and pages hand something to each other. */

/** An edition that was fetched while the app was closed. @param path of the worker's scope */
export const editionCache = (path: string) => `harbour-edition:${path}`;

/** A file that another app has shared with this one, under a name relative to the scope. */
export const SHARED_CACHE = 'harbour-shared';
export const SHARED_FILE = 'shared-edition';

/** Which languages this phone speaks: an empty answer under each one's code. Pages write it. @param path of the worker's scope */
export const languagesCache = (path: string) => `harbour-languages:${path}`;
