/**
 * Sealing a text with a passphrase, as the standard program `age` does it: `age -d backup.age` opens what is sealed here.
 *
 * A file that comes in may have been made to harm. Its head is held against the one shape that a passphrase gives
 * it, and what it asks of the processor and the memory against a limit, before anything is computed. It takes seconds, so it is done in a worker
 * (`sealing.ts`).
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scrypt } from '@noble/hashes/scrypt.js';
import { armor, Decrypter, Encrypter, Stanza } from 'age-encryption';
import { MOST_BYTES } from './limits.ts';
import { normalised } from './passphrase.ts';

/** How much work a guess costs: 2 to the power of it, and as many kilobytes of memory (128 MB). */
export const WORK = 17;
/** With less a phone that lacks the memory may seal. */
const LEAST_WORK = 15;
/** What `age` itself writes (256 MB). A file that asks for more is not begun with. */
export const MOST_WORK = 18;

/**
 * - `not-age`: no sealed file at all
 * - `other-key`: sealed, but not with a passphrase alone
 * - `too-costly`: it asks for more work than a phone should be made to do
 * - `too-large`: more bytes than {@link MOST_BYTES}
 * - `wrong-passphrase`: or the head of the file was changed, which cannot be told apart
 * - `damaged`: the passphrase is right, and a part is missing, changed or too much
 * - `no-memory`: this device has not enough
 */
export type SealFault =
  | 'not-age'
  | 'other-key'
  | 'too-costly'
  | 'too-large'
  | 'wrong-passphrase'
  | 'damaged'
  | 'no-memory';

export class SealError extends Error {
  override name = 'SealError';
  constructor(
    readonly fault: SealFault,
    options?: ErrorOptions,
  ) {
    super(fault, options);
  }
}

/** From 0 to 1. */
export type OnProgress = (done: number) => void;

const LABEL = 'age-encryption.org/v1/scrypt';
const ARMOUR = '-----BEGIN AGE ENCRYPTED FILE-----';
const VERSION = 'age-encryption.org/v1\n';
/** The whole head of a file that one passphrase opens, and nothing else does. */
const HEAD =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{21}[AQgw] ([1-9]\d*)\n[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]\n--- [A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]\n/;
const HEAD_BYTES = 1024;

/**
 * Seals a text.
 * @param typed the passphrase as it was typed
 * @returns the file: plain letters, so that it survives any way it is sent
 * @throws SealError
 */
export async function seal(text: string, typed: string, onProgress?: OnProgress, work = WORK): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > MOST_BYTES / 2) throw new SealError('too-large');
  const passphrase = normalised(typed);
  const encrypter = new Encrypter();
  encrypter.addRecipient({
    wrapFileKey(fileKey) {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      for (let logN = work; ; logN--) {
        try {
          const body = chacha20poly1305(derive(passphrase, salt, logN, onProgress), new Uint8Array(12)).encrypt(
            fileKey,
          );
          return [new Stanza(['scrypt', unpadded(salt), String(logN)], body)];
        } catch (error) {
          if (logN <= LEAST_WORK || !(error instanceof SealError)) throw error;
        }
      }
    },
  });
  return armor.encode(await encrypter.encrypt(bytes));
}

/**
 * Opens a sealed file.
 * @param file as `age` writes it, as bytes or in plain letters
 * @param typed the passphrase as it was typed
 * @throws SealError
 */
export async function unseal(file: Uint8Array, typed: string, onProgress?: OnProgress): Promise<string> {
  const bytes = headed(file);
  const passphrase = normalised(typed);
  const decrypter = new Decrypter();
  decrypter.addIdentity({
    unwrapFileKey([stanza]) {
      const [, salt = '', logN = ''] = stanza?.args ?? [];
      const key = derive(passphrase, padded(salt), Number(logN), onProgress);
      try {
        return chacha20poly1305(key, new Uint8Array(12)).decrypt(stanza?.body ?? new Uint8Array());
      } catch {
        return null;
      }
    },
  });
  let opened: Uint8Array;
  try {
    opened = await decrypter.decrypt(bytes, 'uint8array');
  } catch (error) {
    if (error instanceof SealError) throw error;
    // The library has no other way of saying that no key fitted.
    const fits = !String(error).includes('no identity matched');
    throw new SealError(fits ? 'damaged' : 'wrong-passphrase', { cause: error });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(opened);
  } catch (error) {
    throw new SealError('damaged', { cause: error });
  }
}

/**
 * Looks at a file without computing anything.
 * @throws SealError when nothing that is typed could open it
 */
export function checkSealed(file: Uint8Array): void {
  headed(file);
}

/** The file as bytes, its head held against what may come. */
function headed(file: Uint8Array): Uint8Array {
  if (file.length > MOST_BYTES) throw new SealError('too-large');
  const bytes = isArmoured(file) ? unarmoured(file) : file;
  const head = latin(bytes.subarray(0, HEAD_BYTES));
  if (!head.startsWith(VERSION)) throw new SealError('not-age');
  const [, work] = HEAD.exec(head) ?? [];
  if (work === undefined) throw new SealError('other-key');
  if (work.length > 2 || Number(work) > MOST_WORK) throw new SealError('too-costly');
  return bytes;
}

function isArmoured(file: Uint8Array): boolean {
  return latin(file.subarray(0, HEAD_BYTES)).trimStart().startsWith(ARMOUR);
}

function unarmoured(file: Uint8Array): Uint8Array {
  try {
    return armor.decode(latin(file));
  } catch (error) {
    throw new SealError('damaged', { cause: error });
  }
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function derive(passphrase: string, salt: Uint8Array, logN: number, onProgress: OnProgress = () => undefined) {
  const salted = new Uint8Array([...new TextEncoder().encode(LABEL), ...salt]);
  try {
    return scrypt(passphrase, salted, { N: 2 ** logN, r: 8, p: 1, dkLen: 32, onProgress });
  } catch (error) {
    if (error instanceof RangeError) throw new SealError('no-memory', { cause: error });
    throw error;
  }
}

function unpadded(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
}

function padded(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
