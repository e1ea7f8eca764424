/** Writes a manifest, signed, where it is published. */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../src/directory/pack.ts';
import { signatureOf } from './sign.ts';

const OWN = /^edition\.[0-9a-f]{12}\.json(\.minisig)?$/;

/**
 * Writes the manifest of the edition that is published now, `edition.json`, which every phone asks for.
 * @param folder where the packs are
 */
export function writeManifest(folder: string, manifest: Manifest, key: string): void {
  write(folder, 'edition.json', manifest, key);
}

/**
 * Writes the manifest of the edition that a version of the app brings: under a name of its own, so that a later edition
 * takes nothing from this version.
 * @returns the name of its file
 */
export function writeOwnManifest(folder: string, manifest: Manifest, key: string): string {
  for (const file of readdirSync(folder)) if (OWN.test(file)) rmSync(join(folder, file));
  const hash = createHash('sha256').update(JSON.stringify(manifest)).digest('hex').slice(0, 12);
  return write(folder, `edition.${hash}.json`, manifest, key);
}

function write(folder: string, file: string, manifest: Manifest, key: string): string {
  const text = JSON.stringify(manifest);
  writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, `${file}.minisig`), signatureOf(Buffer.from(text), manifest, key));
  return file;
}
