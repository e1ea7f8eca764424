import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildPacks } from '../../scripts/data/publish.ts';
import { dataOf } from '../../scripts/data/read.ts';
import { EditionError } from '../../src/dataset/errors.ts';
import { fetchLaterPacks, readLaterPack } from '../../src/dataset/later.ts';
import { keepEdition, loadEdition } from '../../src/dataset/load.ts';
import { isFirstPack, LATER_PACKS } from '../../src/directory/later-packs.ts';
import { filesOf, validFolder } from '../fixtures/data/valid.ts';
import { manifestOf, packsOf, publish, publishedOf, serve } from '../fixtures/site.ts';

const files = buildPacks(dataOf(filesOf(validFolder())));
const site = publish();
const manifest = manifestOf(site);
const later = files.filter((file) => !isFirstPack(file));

/** Never gives up: here storage answers, so waiting must not decide anything. */
const patience = () => new Promise<void>(() => undefined);

const all = packsOf(site);
const nothing = new Map<string, string>();
const store = (texts: ReadonlyMap<string, string>) =>
  keepEdition({ published: publishedOf(site), packs: texts }, undefined);

beforeEach(() => Dexie.delete('directory'));
afterEach(() => vi.unstubAllGlobals());

describe('the guidance', () => {
  it('is not asked for when the directory is loaded', async () => {
    const asked = serve(site);
    const { trusted } = await loadEdition(() => undefined, patience);
    for (const { file } of later) expect(asked).not.toContain(file);
    expect(trusted.manifest).toEqual(manifest);
  });

  it('is asked for together with the directory by a screen that is opened by its address', async () => {
    vi.resetModules();
    const asked = serve(site);
    const served = globalThis.fetch;
    const first = manifest.packs.filter(isFirstPack).map(({ file }) => file);
    let letThrough: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    vi.stubGlobal('fetch', async (...input: Parameters<typeof fetch>) => {
      if (first.some((file) => String(input[0]).endsWith(file))) await held;
      return served(...input);
    });
    const { directoryStore, loadPack } = await import('../../src/dataset/dataset.ts');
    const guides = loadPack('guides');
    const file = later.find(({ id }) => id === 'guides')?.file;
    await vi.waitFor(() => expect(asked).toContain(file), { timeout: 10_000 });
    expect(directoryStore.getSnapshot().state).toBe('loading');
    letThrough();
    expect((await guides).kind).toBe('guides');
    expect(directoryStore.getSnapshot().state).toBe('ready');
  });

  it.each(LATER_PACKS)('%s is fetched when nothing is stored, and is what was published', async (id) => {
    serve(all);
    expect(await readLaterPack(manifest, id, patience)).toEqual(files.find((file) => file.id === id)?.pack);
  });

  it.each(LATER_PACKS)('%s comes from the database without the network, once it was stored', async (id) => {
    serve(all);
    expect(await store(await fetchLaterPacks(manifest))).toBeUndefined();
    const asked = serve(nothing);
    expect(await readLaterPack(manifest, id, patience)).toEqual(files.find((file) => file.id === id)?.pack);
    expect(asked).toEqual([]);
  });

  it('is fetched where what is stored is torn or of another edition', async () => {
    await store(
      new Map(later.map(({ file, text }) => [file, text.replace('Trust the suspicion', 'Trust no suspicion')])),
    );
    serve(all);
    const { points } = await readLaterPack(manifest, 'guides', patience);
    expect(points['g-act-1']?.text).toBe('Trust the suspicion.');
  });

  it('is fetched where the database does not answer', async () => {
    const indexedDB = Object.create(globalThis.indexedDB, { open: { value: () => ({}) } });
    vi.stubGlobal('indexedDB', indexedDB);
    serve(all);
    expect((await readLaterPack(manifest, 'law', () => Promise.resolve())).kind).toBe('law');
  });

  it.each([
    ['neither side has it', 'unreachable', manifest, nothing],
    ['what is fetched is torn', 'damaged', manifest, new Map(later.map(({ file, text }) => [file, text.slice(1)]))],
    ['the edition does not name it', 'unfit', { ...manifest, packs: manifest.packs.filter(isFirstPack) }, all],
  ] as const)('is refused when %s', async (_when, kind, edition, texts) => {
    serve(texts);
    const reading = readLaterPack(edition, 'guides', patience);
    await expect(reading).rejects.toBeInstanceOf(EditionError);
    await expect(reading).rejects.toMatchObject({ kind });
  });
});
