import { createDirectory, type Directory } from '../directory/directory.ts';
import type { Manifest, Pack } from '../directory/pack.ts';

/** The directory from the published packs. */
export async function loadDirectory(): Promise<Directory> {
  const base = `${import.meta.env.BASE_URL}data/`;
  const manifest = (await (await fetch(`${base}edition.json`)).json()) as Manifest;
  const packs = await Promise.all(
    manifest.packs.map(async ({ file }) => (await (await fetch(base + file)).json()) as Pack),
  );
  return createDirectory(manifest, packs);
}
