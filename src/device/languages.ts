/** Which languages this phone speaks, where the service worker can read it: it stores the texts of these and no others. */
import { languagesCache } from './worker-caches.ts';

/** Notes that a language is spoken here. Never throws: where it cannot be noted, its texts come from the network. */
export async function noteLanguage(language: string): Promise<void> {
  try {
    const base = new URL(import.meta.env.BASE_URL, location.href);
    const cache = await caches.open(languagesCache(base.pathname));
    await cache.put(new URL(`languages/${language}`, base).href, new Response());
  } catch (error) {
    console.warn('language:', error);
  }
}
