/** An edition that another app has handed over by the share sheet: kept until the app, which is opened for it, has read it. */
import { SHARED_CACHE, SHARED_FILE } from '../device/worker-caches.ts';

declare const self: ServiceWorkerGlobalScope;

/** Where the share sheet sends it, as the web app manifest says; relative to the scope. */
export const SHARE_PATH = 'take-edition';

/** Takes the file and opens the app where it is read. */
export async function takeShared(request: Request): Promise<Response> {
  const { scope } = self.registration;
  try {
    const file = (await request.formData()).get('edition');
    if (file instanceof File) {
      const cache = await self.caches.open(SHARED_CACHE);
      await cache.put(scope + SHARED_FILE, new Response(file));
    }
  } catch {
    // The app says that nothing came.
  }
  return Response.redirect(`${scope}settings?take`, 303);
}
