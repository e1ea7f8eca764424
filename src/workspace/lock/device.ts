/** The lock opened by the device itself: a convenience beside the passphrase, never in its place. */
import { gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Enrolled, enrol, secretOf } from '../../device/authenticator.ts';
import type { LockRow } from './state.ts';

type ByDevice = NonNullable<LockRow['device']>;

const NONCE_BYTES = 12;
const bytes = (text: string) => new TextEncoder().encode(text);

function cipher(secret: Uint8Array, nonce: Uint8Array, key: string) {
  return gcm(hkdf(sha256, secret, undefined, bytes('harbour lock device'), 32), nonce, bytes(key));
}

/**
 * Seals a data key with what the device gives, and opens it once more: what was never proven to open is not kept.
 * @param name of the data key
 * @throws what the browser says when the user or the device does not want to
 */
export async function sealForDevice(key: Uint8Array, name: string): Promise<ByDevice> {
  const enrolled: Enrolled = await enrol('Harbour');
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const secret = await secretOf(enrolled);
  const sealed = new Uint8Array([...nonce, ...cipher(secret, nonce, name).encrypt(key)]);
  secret.fill(0);
  const made = { ...enrolled, sealed };
  const opened = await openByDevice(made, name);
  const isSame = opened.every((byte, at) => byte === key[at]);
  opened.fill(0);
  if (!isSame) throw new Error('the device gives another secret each time');
  return made;
}

/** @returns the data key @throws as {@link sealForDevice}, or when it is another device's */
export async function openByDevice(by: ByDevice, name: string): Promise<Uint8Array> {
  const secret = await secretOf(by);
  try {
    return cipher(secret, by.sealed.subarray(0, NONCE_BYTES), name).decrypt(by.sealed.subarray(NONCE_BYTES));
  } finally {
    secret.fill(0);
  }
}
