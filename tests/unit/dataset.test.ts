import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildManifest, buildPacks } from '../../scripts/data/publish.ts';
import { dataOf } from '../../scripts/data/read.ts';
import { EditionError, storageTrouble } from '../../src/dataset/errors.ts';
import { keepEdition, loadEdition } from '../../src/dataset/load.ts';
import { isFirstPack } from '../../src/directory/later-packs.ts';
import type { Manifest } from '../../src/directory/pack.ts';
import { readEdition } from '../../src/directory/store.ts';
import { hiddenIn } from '../../src/directory/visible.ts';
import { filesOf, validFolder } from '../fixtures/data/valid.ts';

/** What a server has below `/data/`: file name → content. */
type Site = Map<string, string>;

/** Never gives up: here storage answers, so waiting must not decide anything. */
const patience = () => new Promise<void>(() => undefined);
const load = () => loadEdition(() => undefined, patience);

function publish(folder = validFolder()): Site {
  const data = dataOf(filesOf(folder));
  const files = buildPacks(data);
  return new Map([
    ['edition.json', JSON.stringify(buildManifest(data, files))],
    ...files.map(({ file, text }): [string, string] => [file, text]),
  ]);
}

function manifestOf(site: Site): Manifest {
  return JSON.parse(site.get('edition.json') ?? '') as Manifest;
}

function fileOf(site: Site, id: string): string {
  return manifestOf(site).packs.find((pack) => pack.id === id)?.file ?? '';
}

/** Puts another text in the place of a pack, with the right hash: only its content is wrong. */
function replacePack(site: Site, id: string, change: (text: string) => string): Site {
  const manifest = manifestOf(site);
  const entry = manifest.packs.find((pack) => pack.id === id);
  if (!entry) throw new Error(id);
  const text = change(site.get(entry.file) ?? '');
  entry.sha256 = createHash('sha256').update(text).digest('hex');
  entry.bytes = Buffer.byteLength(text);
  entry.file = `${id}.${entry.sha256.slice(0, 12)}.json`;
  return new Map(site).set(entry.file, text).set('edition.json', JSON.stringify(manifest));
}

function changeManifest(site: Site, change: (manifest: Manifest) => void): Site {
  const manifest = manifestOf(site);
  change(manifest);
  return new Map(site).set('edition.json', JSON.stringify(manifest));
}

function serve(site: Site): void {
  vi.stubGlobal('fetch', async (address: string) => {
    const text = site.get(address.replace('/data/', ''));
    return text === undefined ? new Response('Not found', { status: 404 }) : new Response(text);
  });
}

const firstSite = publish();
const secondFolder = validFolder();
secondFolder.edition.edition = 2;
for (const responder of secondFolder.regions.lv.responders.responders) responder.about = 'Told anew.';
const secondSite = publish(secondFolder);

/** The first edition, and a second one in which Latvia's responders are told differently: copies to be spoiled. */
const firstEdition = (): Site => new Map(firstSite);
const nextEdition = (): Site => new Map(secondSite);

beforeEach(() => Dexie.delete('directory'));
afterEach(() => vi.unstubAllGlobals());

describe('an edition', () => {
  it('comes from the packs first, and from the database ever after', async () => {
    serve(firstEdition());
    const first = await load();
    expect(first).toMatchObject({ from: 'packs', vouchedBy: 'hash', trouble: undefined });
    if (first.toKeep) await keepEdition(first.toKeep, undefined);

    serve(new Map([['edition.json', firstEdition().get('edition.json') ?? '']]));
    const second = await load();
    expect(second).toMatchObject({ from: 'database', trouble: undefined, toKeep: undefined });
    expect(second.directory.countries).toEqual(first.directory.countries);
    expect(second.directory.taxonomy).toEqual(first.directory.taxonomy);
  });

  it('reads back the same, whatever the schema lets through', async () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((some) => hiddenIn(some) === undefined)
      .map((some) => `a ${some} z`);
    await fc.assert(
      fc.asyncProperty(text, text, text, async (about, name, note) => {
        const folder = validFolder();
        const { country, responders } = folder.regions.lt;
        const [responder] = responders.responders;
        if (!responder) throw new Error('no responder');
        responder.about = about;
        responder.name.lt = name;
        country.openQuestions.push({ text: note });
        const site = publish(folder);
        serve(site);
        const fromPacks = await load();
        if (fromPacks.toKeep) expect(await keepEdition(fromPacks.toKeep, undefined)).toBeUndefined();
        const stored = await readEdition();
        expect(stored?.manifest).toBe(site.get('edition.json'));
        for (const { id, file } of manifestOf(site).packs.filter(isFirstPack))
          expect(stored?.packs.get(id)).toBe(site.get(file));
        const fromDatabase = await load();
        expect(fromDatabase.from).toBe('database');
        expect(fromDatabase.directory.responders).toEqual(fromPacks.directory.responders);
        expect(fromDatabase.directory.countries.get('lt')?.openQuestions.at(-1)?.text).toBe(note);
      }),
      { numRuns: 25 },
    );
  });

  it('replaces the one before as a whole', async () => {
    serve(firstEdition());
    const old = await load();
    if (old.toKeep) await keepEdition(old.toKeep, undefined);
    serve(nextEdition());
    const next = await load();
    expect(next).toMatchObject({ from: 'packs', trouble: undefined, directory: { edition: 2 } });
    if (next.toKeep) await keepEdition(next.toKeep, undefined);
    expect((await readEdition())?.manifest).toBe(nextEdition().get('edition.json'));
    expect((await readEdition())?.packs.size).toBe(manifestOf(nextEdition()).packs.filter(isFirstPack).length);
  });

  it('that is stored is read when nothing can be fetched', async () => {
    serve(firstEdition());
    const { toKeep } = await load();
    if (toKeep) await keepEdition(toKeep, undefined);
    serve(new Map());
    expect(await load()).toMatchObject({ from: 'database', trouble: undefined, directory: { edition: 1 } });
  });
});

const flip = (text: string) => text.replace('"checked":"2', '"checked":"3');
const FAULTS: [name: string, kind: EditionError['kind'], spoil: (site: Site) => Site][] = [
  ['has nothing at all', 'unreachable', () => new Map()],
  ['lacks a pack', 'unreachable', (site) => new Map([...site].filter(([file]) => file !== fileOf(site, 'lv')))],
  [
    'has one changed letter',
    'damaged',
    (site) => site.set(fileOf(site, 'lv'), flip(site.get(fileOf(site, 'lv')) ?? '')),
  ],
  ['breaks off', 'damaged', (site) => site.set(fileOf(site, 'ua'), (site.get(fileOf(site, 'ua')) ?? '').slice(0, -1))],
  ['has a page in the place of a pack', 'damaged', (site) => site.set(fileOf(site, 'se'), '<!doctype html>')],
  ['has two packs mixed up', 'damaged', (site) => site.set(fileOf(site, 'se'), site.get(fileOf(site, 'no')) ?? '')],
  ['has a page in the place of the manifest', 'damaged', (site) => site.set('edition.json', '<!doctype html>')],
  ['has half a manifest', 'damaged', (site) => site.set('edition.json', site.get('edition.json')?.slice(0, 200) ?? '')],
  [
    'is of a later format',
    'unfit',
    (site) => changeManifest(site, (manifest) => Object.assign(manifest, { format: manifest.format + 1 })),
  ],
  ['leaves a country out', 'unfit', (site) => changeManifest(site, ({ packs }) => void packs.splice(3, 1))],
  ['names a country twice', 'unfit', (site) => changeManifest(site, ({ packs }) => void packs.push(packs[3] as never))],
  [
    'leads elsewhere',
    'unfit',
    (site) => changeManifest(site, ({ packs: [pack] }) => Object.assign(pack ?? {}, { file: '../evil.json' })),
  ],
  [
    'has a pack under another name',
    'unfit',
    (site) => replacePack(site, 'se', () => site.get(fileOf(site, 'no')) ?? ''),
  ],
  [
    'has a pack with an unknown part',
    'unfit',
    (site) => replacePack(site, 'dk', (text) => text.replace('{', '{"more":1,')),
  ],
  ['has a pack that is no object', 'unfit', (site) => replacePack(site, 'dk', () => '[]')],
  [
    'has a pack without numbers',
    'unfit',
    (site) => replacePack(site, 'dk', (text) => text.replace('"emergency":', '"emergencies":')),
  ],
];

describe.each(FAULTS)('an edition that %s', (_, kind, spoil) => {
  it(`is refused as ${kind}, and nothing of it is stored`, async () => {
    serve(spoil(firstEdition()));
    const error = await load().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(EditionError);
    expect(error).toMatchObject({ kind });
    expect(await readEdition()).toBeUndefined();
  });

  it('leaves the stored edition to be read, and says so', async () => {
    serve(firstEdition());
    const { toKeep } = await load();
    if (toKeep) await keepEdition(toKeep, undefined);
    const spoiled = spoil(nextEdition());
    serve(spoiled);
    const again = await load();
    expect(again).toMatchObject({ from: 'database', directory: { edition: 1 }, toKeep: undefined });
    if (spoiled.size > 0) expect(again.trouble).toMatchObject({ kind: 'edition', healed: false });
    expect((await readEdition())?.manifest).toBe(firstEdition().get('edition.json'));
  });
});

describe('trouble with storage', () => {
  it.each([
    [new DOMException('', 'QuotaExceededError'), 'full'],
    [Object.assign(new Error(), { name: 'AbortError', inner: new DOMException('', 'QuotaExceededError') }), 'full'],
    [new DOMException('', 'InvalidStateError'), 'died'],
    [
      new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError'),
      'died',
    ],
    [new DOMException('The database connection is closing', 'InvalidStateError'), 'died'],
    [new Dexie.DatabaseClosedError('closed'), 'died'],
    [new Dexie.MissingAPIError('no IndexedDB'), 'missing'],
    [new DOMException('', 'SecurityError'), 'refused'],
    [new DOMException('', 'VersionError'), 'refused'],
    [new DOMException('Internal error opening backing store', 'UnknownError'), 'refused'],
    ['a string', 'refused'],
    [undefined, 'refused'],
  ])('%s is %s', (error, kind) => {
    expect(storageTrouble(error)).toBe(kind);
  });
});
