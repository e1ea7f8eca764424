/** Sealing rows: with a random data key, so that changing a passphrase is not what protects them. Nothing here waits. */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBytes, toBytes } from './bytes.ts';
import type { Sealer } from './state.ts';

export const KEY_BYTES = 32;
const NONCE_BYTES = 24;

const ascii = (text: string) => new TextEncoder().encode(text);
const derived = (key: Uint8Array, use: string) => hkdf(sha256, key, undefined, ascii(`harbour lock ${use}`), 32);

/** A new data key. */
export function newKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/** A name for a data key, from which nobody comes to the key. */
export function nameOf(key: Uint8Array): string {
  return [...derived(key, 'name').subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What seals and opens with a data key.
 * @param key is taken over, and emptied: nobody else is to hold it
 */
export function createSealer(key: Uint8Array): Sealer {
  const rowKey = derived(key, 'rows');
  const nameKey = derived(key, 'keys');
  const id = nameOf(key);
  key.fill(0);
  let alive = true;

  function check(): void {
    if (!alive) throw new Error('the key is gone');
  }
  /** What a row is bound to: it does not open in another table, nor under another key. */
  function place(table: string, stored: Uint8Array): Uint8Array {
    return new Uint8Array([...ascii(`${table}\n`), ...stored]);
  }
  function hidden(table: string, key: IDBValidKey): Uint8Array<ArrayBuffer> {
    check();
    return new Uint8Array(hmac(sha256, nameKey, new Uint8Array([...ascii(`${table}\n`), ...toBytes(key)])));
  }

  return {
    id,
    keyOf: (table, key) => (isBinary(key) ? key : hidden(table, key)),
    seal(table, keyPath, row) {
      const stored = hidden(table, (row as Row)[keyPath] as IDBValidKey);
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const plain = toBytes(row);
      const body = xchacha20poly1305(rowKey, nonce, place(table, stored)).encrypt(plain);
      plain.fill(0);
      return { [keyPath]: stored, sealed: new Uint8Array([...nonce, ...body]) };
    },
    open(table, keyPath, row) {
      check();
      const { [keyPath]: key, sealed } = (row ?? {}) as Row;
      // What another version wrote in plain, while it did not know of the lock, is read as it is.
      if (!isBinary(key)) return row as object;
      const stored = bytesOf(key);
      const bytes = bytesOf(sealed);
      if (!stored || !bytes || bytes.length < NONCE_BYTES) return undefined;
      try {
        const nonce = bytes.subarray(0, NONCE_BYTES);
        const plain = xchacha20poly1305(rowKey, nonce, place(table, stored)).decrypt(bytes.subarray(NONCE_BYTES));
        const opened = fromBytes(plain);
        plain.fill(0);
        return opened as object;
      } catch {
        return undefined;
      }
    },
    destroy() {
      alive = false;
      rowKey.fill(0);
      nameKey.fill(0);
    },
  };
}

type Row = Record<string, unknown>;

function isBinary(key: unknown): boolean {
  return bytesOf(key) !== undefined;
}

/** The database gives a binary key back as a buffer; what comes from another frame is of another class. */
function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]'
    ? new Uint8Array(value as ArrayBuffer)
    : undefined;
}
