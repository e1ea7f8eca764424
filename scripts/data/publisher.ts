/** Who speaks on a page. */
import { getDomain } from 'tldts';

/** Who speaks on a page: the owner of its domain, unless the curator says that it reprints somebody else. */
export function publisherOf(source: { url: string; publisher?: string | undefined }): string {
  // A government's portal may lie right on a public suffix (www.gov.pl), which has no domain below it.
  return source.publisher ?? (getDomain(source.url) ?? new URL(source.url).hostname).replace(/^www\./, '');
}
