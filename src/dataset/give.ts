/** The edition that is read, as a file for another phone. */
import { readPacks } from '../directory/store.ts';
import { trustedManifest, whenKept } from './dataset.ts';
import { EditionError } from './errors.ts';
import { fetchPacks } from './fetch.ts';
import { fileNameOf, writeEditionFile } from './file.ts';

/**
 * Makes the file; what is not in the database is fetched.
 * @throws EditionError when part of the edition cannot be had
 */
export async function makeEditionFile(): Promise<File> {
  await whenKept();
  const trusted = trustedManifest();
  if (!trusted) throw new EditionError('unreachable', 'there is no edition here');
  const { manifest, published } = trusted;
  const stored = await readPacks(manifest.packs.map(({ file }) => file)).catch(() => new Map<string, string>());
  const { texts } = await fetchPacks(manifest.packs, undefined, stored);
  return new File([await writeEditionFile(published, texts)], `${fileNameOf(manifest)}.harbour`, {
    type: 'text/plain',
  });
}
