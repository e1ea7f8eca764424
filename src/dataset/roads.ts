/** By whose cryptography a signature is verified on a page. Apart from `signature.ts`, so that the service worker does not carry the library. */
import { byBrowser, isUnsupported, type Road } from './signature.ts';

/** A library's, held to RFC 8032 as strictly as the browsers are; fetched only where it is asked. */
export const byLibrary: Road = async (raw, signature, bytes) => {
  const [{ hashes, verify }, { sha512 }] = await Promise.all([
    import('@noble/ed25519'),
    import('@noble/hashes/sha2.js'),
  ]);
  hashes.sha512 = sha512;
  return verify(signature, bytes, raw, { zip215: false });
};

/** The browser's own, and the library's only where the browser says that it knows no such signatures: any other fault is one. */
export const byEither: Road = async (...what) => {
  try {
    return await byBrowser(...what);
  } catch (error) {
    if (isUnsupported(error)) return byLibrary(...what);
    throw error;
  }
};
