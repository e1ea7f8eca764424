/** Writes the directory for other systems: `hsds/` and `catalog.jsonld`, beside the packs. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createDirectory, type Directory } from '../../src/directory/directory.ts';
import type { PackFile } from '../data/publish.ts';
import type { Data } from '../data/read.ts';
import { catalog } from './catalog.ts';
import { openApi } from './openapi.ts';
import { apiFiles } from './pages.ts';
import { tablesOf } from './tables.ts';
import { tabularFiles } from './tabular.ts';

/** The directory that packs make, in the order of the packs. */
export function directoryOf(data: Data, packs: readonly PackFile[]): Directory {
  const named = packs.map(({ id, file, sha256, text }) => ({ id, file, sha256, bytes: text.length }));
  return createDirectory(
    { ...data.edition, packs: named },
    packs.map(({ pack }) => pack),
  );
}

/**
 * All files for other systems, by their path below the site's root.
 * @param address where the site is published (`https://harbour.example/`); without it addresses within are relative
 */
export function openDataFiles(data: Data, packs: readonly PackFile[], address?: string): Map<string, string> {
  const { edition } = data;
  const tables = tablesOf(directoryOf(data, packs));
  const tabular = tabularFiles(tables, edition);
  const json = [...apiFiles(tables, edition, address), ['openapi.json', openApi(edition)] as const];
  return new Map([
    ...json.map(([file, content]): [string, string] => [`hsds/${file}`, JSON.stringify(content)]),
    ...[...tabular].map(([file, text]): [string, string] => [`hsds/tabular/${file}`, text]),
    ['catalog.jsonld', JSON.stringify(catalog({ ...edition, mailbox: edition.curators?.all, address }), null, 2)],
  ]);
}

/**
 * Writes {@link openDataFiles} into the site, in the place of those of the build before. `HARBOUR_ADDRESS` names the
 * address where the site is published, for readers that cannot resolve relative ones.
 * @returns how much it is, in words for the build's log
 */
export function writeOpenData(site: string, data: Data, packs: readonly PackFile[]): string {
  const address = process.env.HARBOUR_ADDRESS?.trim().replace(/\/*$/, '/') || undefined;
  const files = openDataFiles(data, packs, address);
  rmSync(join(site, 'hsds'), { recursive: true, force: true });
  let bytes = 0;
  for (const folder of new Set([...files.keys()].map((file) => dirname(join(site, file))))) {
    mkdirSync(folder, { recursive: true });
  }
  for (const [file, text] of files) {
    writeFileSync(join(site, file), text);
    bytes += Buffer.byteLength(text);
  }
  return `Open Referral HSDS: ${files.size} files, ${Math.round(bytes / 1000)} kB`;
}
