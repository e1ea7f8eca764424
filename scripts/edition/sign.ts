/** Signs an edition as minisign does, and makes the keys for it. */
import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { commentOf, type Signed } from '../../src/dataset/signature.ts';

const ID = 8;
const SEED = 32;
/** What stands before the seed of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A secret key: eight bytes that name it, then the seed of thirty-two; in base64 for an environment. */
export const newSecretKey = (): string => randomBytes(ID + SEED).toString('base64');

/** @throws Error when it is no secret key */
function parsed(secret: string): { id: Buffer; key: KeyObject } {
  const bytes = Buffer.from(secret, 'base64');
  if (bytes.length !== ID + SEED || bytes.toString('base64') !== secret.trim()) {
    throw new Error('This is no signing key: "npm run edition:keys" makes one.');
  }
  const der = Buffer.concat([PKCS8, bytes.subarray(ID)]);
  return { id: bytes.subarray(0, ID), key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
}

/** The public half: the second line of a minisign.pub. */
export function publicHalf(secret: string): string {
  const { id, key } = parsed(secret);
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return Buffer.concat([Buffer.from('Ed'), id, raw]).toString('base64');
}

/** A minisign.pub. */
export function publicFile(secret: string): string {
  const name = Buffer.from(parsed(secret).id).reverse().toString('hex').toUpperCase();
  return `untrusted comment: minisign public key ${name}\n${publicHalf(secret)}\n`;
}

/** The text of an edition's `edition.json.minisig`. */
export function signatureOf(bytes: Uint8Array, signed: Signed, secret: string): string {
  const { id, key } = parsed(secret);
  const comment = commentOf(signed);
  const value = sign(null, bytes, key);
  const whole = sign(null, Buffer.concat([value, Buffer.from(comment)]), key);
  return [
    'untrusted comment: an edition of Harbour',
    Buffer.concat([Buffer.from('Ed'), id, value]).toString('base64'),
    `trusted comment: ${comment}`,
    whole.toString('base64'),
    '',
  ].join('\n');
}
