/** Whether a text is what its manifest says it is. */
import type { Manifest, Pack } from '../directory/pack.ts';
import { EditionError } from './errors.ts';

type ManifestPack = Manifest['packs'][number];

/** @throws EditionError `damaged` when it is not JSON */
export function parse(what: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EditionError('damaged', `${what} is not JSON`, { cause });
  }
}

const checks = () => import('./schema-check.ts');

/** Fetches what checks by schema, while that is still to come which it will check. */
export function expectUnseen(): void {
  checks().catch(() => undefined); // asked for again by whoever needs it
}

/** Checks the form of a manifest that was never seen before. @throws EditionError */
export async function verifyManifest(value: unknown): Promise<Manifest> {
  const { checkManifest } = await checks();
  return checkManifest(value);
}

/**
 * Checks a pack that was never seen before: length, hash, then schema.
 * @throws EditionError
 */
export async function verifyPack(entry: ManifestPack, text: string): Promise<Pack> {
  await verifyBytes(entry, text);
  return bySchema(entry, text);
}

/**
 * Checks a pack that had passed {@link verifyPack} when it was stored: its hash is enough, which is faster and
 * needs no schema.
 * @throws EditionError
 */
export async function verifyStoredPack(entry: ManifestPack, text: string): Promise<Pack> {
  await verifyBytes(entry, text);
  return parse(entry.id, text) as Pack;
}

async function bySchema(entry: ManifestPack, text: string): Promise<Pack> {
  const { checkPack } = await checks();
  return checkPack(entry.id, parse(entry.id, text));
}

async function verifyBytes(entry: ManifestPack, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  if (bytes.byteLength !== entry.bytes) {
    throw new EditionError('damaged', `${entry.id} has ${bytes.byteLength} of ${entry.bytes} bytes`);
  }
  const hex = Array.from(await sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex !== entry.sha256) throw new EditionError('damaged', `${entry.id} does not have the hash its edition names`);
}

/** The browser's own needs a secure context (https or localhost); elsewhere a library does it. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (globalThis.crypto?.subtle) return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return (await import('@noble/hashes/sha2.js')).sha256(bytes);
}
