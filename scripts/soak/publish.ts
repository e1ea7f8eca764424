/** Publishes what a curator, a new release or a mishap would: into a folder that is served. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '../../src/directory/pack.ts';
import { languageOf } from '../../src/i18n/languages.ts';
import { signingKey } from '../edition/keys.ts';
import { writeManifest, writeOwnManifest } from '../edition/write.ts';

/** The manifest that a folder publishes. */
export function manifestOf(dist: string): Manifest {
  return JSON.parse(readFileSync(join(dist, 'data/edition.json'), 'utf8')) as Manifest;
}

/** The file of the manifest that the published version brings. */
export function ownManifest(dist: string): string {
  return /data-manifest="([^"]*)"/.exec(readFileSync(join(dist, 'index.html'), 'utf8'))?.[1] ?? 'edition.json';
}

/** Publishes a new version of the app with the next edition in it. @returns the name of the new pack's file */
export function publishEdition(dist: string, region: string, change: (text: string) => string): string {
  const file = publishData(dist, region, change);
  bring(dist);
  relist(dist);
  return file;
}

/** Publishes the next edition, in which the pack of one region is changed, and nothing else. @returns the name of the new pack's file */
export function publishData(dist: string, region: string, change: (text: string) => string): string {
  const manifest = manifestOf(dist);
  const entry = manifest.packs.find((pack) => pack.id === region);
  if (!entry) throw new Error(`no pack of ${region}`);
  const text = change(readFileSync(join(dist, 'data', entry.file), 'utf8'));
  entry.sha256 = createHash('sha256').update(text).digest('hex');
  entry.bytes = Buffer.byteLength(text);
  entry.file = `${region}.${entry.sha256.slice(0, 12)}.json`;
  manifest.edition += 1;
  writeFileSync(join(dist, 'data', entry.file), text);
  publishManifest(dist, manifest);
  return entry.file;
}

/** Publishes a manifest, signed. @param key by whom; whoever builds, unless it says otherwise */
export function publishManifest(dist: string, manifest: Manifest, key = signingKey()): void {
  writeManifest(join(dist, 'data'), manifest, key);
}

/** The version that is published brings the edition that is published, as after a build. The first releases read `edition.json` itself. */
function bring(dist: string): void {
  const index = join(dist, 'index.html');
  const html = readFileSync(index, 'utf8');
  if (!html.includes('data-manifest=')) return;
  const manifest = manifestOf(dist);
  const file = writeOwnManifest(join(dist, 'data'), manifest, signingKey());
  writeFileSync(
    index,
    html
      .replace(/data-edition="\d+"/, `data-edition="${manifest.edition}"`)
      .replace(/data-manifest="[^"]*"/, `data-manifest="${file}"`),
  );
}

/** Publishes a file with other content, as a version with a fault in it would. @returns what puts it right again */
export function spoil(dist: string, path: string, text: string): () => void {
  const before = readFileSync(join(dist, path));
  const write = (content: string | Buffer) => {
    writeFileSync(join(dist, path), content);
    relist(dist);
  };
  write(text);
  return () => write(before);
}

/** Puts a release that was published once in the place of what is published now. @param release its day */
export function publishRelease(dist: string, release: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'harbour-release-'));
  execFileSync('tar', ['xzf', `tests/fixtures/releases/${release}.tar.gz`, '-C', folder]);
  publishFolder(dist, folder);
  rmSync(folder, { recursive: true });
}

/** Puts another build in the place of what is published now. */
export function publishFolder(dist: string, folder: string): void {
  for (const name of readdirSync(dist)) rmSync(join(dist, name), { recursive: true });
  // Without what was compressed at build: it would be sent in the stead of a file that is changed here. And without what is
  // for other systems, which no phone asks for.
  cpSync(folder, dist, { recursive: true, filter: (file) => !/\.(br|gz)$|[\\/]hsds$/.test(file) });
}

/** Takes a file out of what is published, as a new version does with parts that it has no longer. */
export function unpublish(dist: string, path: string): void {
  rmSync(join(dist, path));
  relist(dist);
}

/** The one file in `assets/` whose name begins so. */
export function assetOf(dist: string, name: string): string {
  const found = readdirSync(join(dist, 'assets')).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (found.length !== 1) throw new Error(`${found.length} files for ${name}`);
  return `assets/${found[0]}`;
}

/** Writes the service worker's list of files anew, as a build would after the files have changed. */
function relist(dist: string): void {
  const path = join(dist, 'sw.js');
  const packs = manifestOf(dist).packs.map(({ file }) => `data/${file}`);
  const own = readdirSync(join(dist, 'data')).filter((file) => /^edition\.[0-9a-f]{12}\./.test(file));
  const worker = readFileSync(path, 'utf8').replace(/\[\{"integrity":.*?\}\]/s, (list) => {
    const entries = (JSON.parse(list) as { url: string; revision: string | null }[]).filter(
      ({ url }) => !/^data\/.+\.[0-9a-f]{12}\.json(\.minisig)?$/.test(url),
    );
    const all = [
      ...entries,
      ...[...packs, ...own.map((file) => `data/${file}`)].map((url) => ({ url, revision: null })),
    ].flatMap(({ url, revision }) => {
      const bytes = read(join(dist, url));
      if (!bytes) return [];
      return {
        integrity: `sha256-${createHash('sha256').update(bytes).digest('base64')}`,
        revision: revision && createHash('md5').update(bytes).digest('hex'),
        url,
      };
    });
    return JSON.stringify(all);
  });
  writeFileSync(path, worker);
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * How many files the service worker of a folder means to keep.
 * @param languages those that are spoken on the phone besides English
 */
export function listed(dist: string, languages: readonly string[] = []): number {
  const list = /\[\{"integrity":.*?\}\]/s.exec(readFileSync(join(dist, 'sw.js'), 'utf8'))?.[0] ?? '[]';
  const wanted = (JSON.parse(list) as { url: string }[]).filter(({ url }) => {
    const language = languageOf(url);
    return language === undefined || languages.includes(language);
  });
  return new Set(wanted.map(({ url }) => url)).size;
}
