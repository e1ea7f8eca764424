/**
 * Whether an edition is signed by one of ours. The file is minisign's (https://jedisct1.github.io/minisign/), in its form
 * without a hash before (`Ed`), so that anybody can check an edition with the standard tool.
 */

/** A public key: which one it is (eight bytes), and the key (thirty-two). */
export interface PublicKey {
  id: Uint8Array<ArrayBuffer>;
  key: Uint8Array<ArrayBuffer>;
}

/** What the signature vouches for besides the bytes. `date`: `YYYY-MM-DD`. */
export interface Signed {
  edition: number;
  date: string;
}

/**
 * Why a signature is refused. `form`: it is no signature file. `key`: it is by a key that is none of ours. `bytes`: it is
 * not of these bytes. `comment`: it is, but what stands beside it was changed. `unsupported`: this browser cannot tell.
 */
export type Refusal = 'form' | 'key' | 'bytes' | 'comment' | 'unsupported';

/** `by`: which of the keys that were given. */
export type Verdict = { signed: Signed; by: number } | { refused: Refusal };

/** Whether a signature is of these bytes by this key. @throws DOMException `NotSupportedError` where the browser cannot tell */
export type Road = (
  key: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

/** A manifest and its signature are smaller than this, in bytes: who sends more sends something else. */
export const MANIFEST_MAX = 64_000;

const ALGORITHM = new TextEncoder().encode('Ed');
const ID = 8;
const KEY = 32;
const SIGNATURE = 64;
const UNTRUSTED = 'untrusted comment: ';
const TRUSTED = 'trusted comment: ';

/** The trusted comment of an edition. */
export const commentOf = ({ edition, date }: Signed) => `edition:${edition} date:${date}`;

/** @returns undefined when it is no edition's comment */
function signedIn(comment: string): Signed | undefined {
  const [, edition, date] = /^edition:([1-9]\d{0,14}) date:(\d{4}-\d{2}-\d{2})$/.exec(comment) ?? [];
  return edition && date ? { edition: Number(edition), date } : undefined;
}

/**
 * The key of the second line of a minisign.pub.
 * @throws Error when it is none: keys are part of the app
 */
export function publicKey(text: string): PublicKey {
  const bytes = fromBase64(text, ALGORITHM.length + ID + KEY);
  if (!bytes || !startsWith(bytes, ALGORITHM)) throw new Error('not a minisign public key');
  return { id: bytes.slice(2, 2 + ID), key: bytes.slice(2 + ID) };
}

/** The browser's own. */
export const byBrowser: Road = async (raw, signature, bytes) => {
  const { subtle } = globalThis.crypto ?? {};
  if (!subtle) throw new DOMException('no secure context', 'NotSupportedError');
  const key = await subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  return subtle.verify('Ed25519', key, signature, bytes);
};

/** Whether a browser says that it knows no such signatures. */
export function isUnsupported(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotSupportedError';
}

/**
 * @param bytes - the manifest, as it was published
 * @param signature - the text of `edition.json.minisig`
 * @param keys - those of whom one is taken
 * @throws whatever a browser's faulty cryptography throws
 */
export async function verifySignature(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
  keys: readonly PublicKey[],
  road: Road,
): Promise<Verdict> {
  const [untrusted = '', first = '', trusted = '', second = '', ...rest] = signature.split('\n');
  const own = fromBase64(first, ALGORITHM.length + ID + SIGNATURE);
  const both = fromBase64(second, SIGNATURE);
  const form = untrusted.startsWith(UNTRUSTED) && trusted.startsWith(TRUSTED) && rest.length === 1 && rest[0] === '';
  if (!form || !own || !both || !startsWith(own, ALGORITHM)) return { refused: 'form' };
  const comment = trusted.slice(TRUSTED.length);
  const signed = signedIn(comment);
  if (!signed) return { refused: 'form' };
  const id = own.slice(2, 2 + ID);
  if (!keys.some((key) => startsWith(id, key.id))) return { refused: 'key' };
  const value = own.slice(2 + ID);
  try {
    for (const [by, key] of keys.entries()) {
      if (!startsWith(id, key.id) || !(await road(key.key, value, bytes))) continue;
      const whole = joined(value, new TextEncoder().encode(comment));
      return (await road(key.key, both, whole)) ? { signed, by } : { refused: 'comment' };
    }
    return { refused: 'bytes' };
  } catch (error) {
    if (isUnsupported(error)) return { refused: 'unsupported' };
    throw error;
  }
}

/** @returns undefined unless it is base64 as minisign writes it, of exactly this many bytes */
function fromBase64(text: string, length: number): Uint8Array<ArrayBuffer> | undefined {
  try {
    const binary = atob(text);
    // What decodes to the same bytes in another spelling is no other signature.
    if (binary.length !== length || btoa(binary) !== text) return undefined;
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}
