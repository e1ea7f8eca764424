/** An edition handed over by the system: shared with the installed app, or opened with it. */

import { SHARED_CACHE, SHARED_FILE } from '../device/worker-caches.ts';

interface LaunchQueue {
  setConsumer(take: (launch: { files?: readonly { getFile(): Promise<File> }[] }) => void): void;
}

/**
 * Hands over what was shared, once: it is taken away as it is read, so that loading the page anew does not bring it again.
 * @returns undefined when nothing was
 */
export async function sharedFile(): Promise<Blob | undefined> {
  try {
    if (!globalThis.caches || !(await caches.has(SHARED_CACHE))) return undefined;
    const cache = await caches.open(SHARED_CACHE);
    const file = await (await cache.match(import.meta.env.BASE_URL + SHARED_FILE))?.blob();
    await caches.delete(SHARED_CACHE);
    return file;
  } catch {
    return undefined;
  }
}

/** Calls back with a file that is opened with the installed app, now or later. */
export function whenOpenedWith(take: (file: Blob) => void): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    const [first] = files ?? [];
    void first?.getFile().then(take, () => undefined);
  });
}
