/** The API as files: the root record, lists in pages, single records by id. */
import { fullRecords } from './nest.ts';
import { COLLECTION_NAMES, COLLECTIONS, type CollectionName, HSDS_VERSION, type Tables } from './schema.ts';

/** How many entries a page of a list holds. */
export const PAGE_SIZE = 100;

/** Where the standard says what we keep to: we add nothing to it. */
const PROFILE = 'https://docs.openreferral.org/en/latest/hsds/';

export const pageFile = (collection: CollectionName, page: number) => `${collection}/page-${page}.json`;
export const recordFile = (collection: CollectionName, id: string) => `${collection}/${id}.json`;

export interface Edition {
  edition: number;
  /** The day it was made, `YYYY-MM-DD`. */
  date: string;
}

/**
 * All files of the API but `openapi.json`, by their path below its root.
 * @param address where the site is published, with its last slash; without it addresses are relative
 */
export function apiFiles(tables: Tables, { edition, date }: Edition, address?: string): Map<string, unknown> {
  const files = new Map<string, unknown>();
  const full = fullRecords(tables);
  for (const name of COLLECTION_NAMES) {
    for (const [i, page] of pagesOf<unknown>(tables[COLLECTIONS[name].table]).entries())
      files.set(pageFile(name, i + 1), page);
    for (const record of full[name]) files.set(recordFile(name, String(record.id)), record);
  }
  const base = address === undefined ? '' : `${address}hsds/`;
  files.set('index.json', {
    version: HSDS_VERSION,
    profile: PROFILE,
    openapi_url: `${base}openapi.json`,
    edition,
    date,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    lists: Object.fromEntries(COLLECTION_NAMES.map((name) => [name, base + pageFile(name, 1)])),
    tabular: `${base}tabular/datapackage.json`,
  });
  return files;
}

/** A list in pages; an empty one has one page, which says that it is empty. */
export function pagesOf<Item>(items: readonly Item[], size = PAGE_SIZE) {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, i) => {
    const contents = items.slice(i * size, (i + 1) * size);
    return {
      total_items: items.length,
      total_pages: count,
      page_number: i + 1,
      size: contents.length,
      first_page: i === 0,
      last_page: i === count - 1,
      empty: contents.length === 0,
      contents,
    };
  });
}
