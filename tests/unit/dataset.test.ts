import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NEXT_DEVELOPMENT_KEY } from '../../scripts/edition/development.ts';
import { newSecretKey } from '../../scripts/edition/sign.ts';
import { EditionError, storageTrouble } from '../../src/dataset/errors.ts';
import { keepEdition, loadEdition } from '../../src/dataset/load.ts';
import { isFirstPack } from '../../src/directory/later-packs.ts';
import { readEditions, readPacks } from '../../src/directory/store.ts';
import { hiddenIn } from '../../src/directory/visible.ts';
import { validFolder } from '../fixtures/data/valid.ts';
import {
  changeManifest,
  fileOf,
  manifestOf,
  packsOf,
  publish,
  publishedOf,
  replacePack,
  type Site,
  serve,
} from '../fixtures/site.ts';

/** Never gives up: here storage answers, so waiting must not decide anything. */
const patience = () => new Promise<void>(() => undefined);
const load = () => loadEdition(() => undefined, patience);

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
    expect(first).toMatchObject({ from: 'packs', trouble: undefined });
    if (first.toKeep) await keepEdition(first.toKeep, undefined);

    serve(new Map([...firstEdition()].filter(([file]) => file.startsWith('edition.json'))));
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
        const stored = await readEditions();
        expect(stored.current).toEqual(publishedOf(site));
        for (const { file } of manifestOf(site).packs.filter(isFirstPack))
          expect(stored.packs.get(file)).toBe(site.get(file));
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
    expect((await readEditions()).current).toEqual(publishedOf(nextEdition()));
    expect((await readEditions()).packs.size).toBe(manifestOf(nextEdition()).packs.filter(isFirstPack).length);
    // Pages that were opened before may still need a part of theirs.
    const before = fileOf(firstEdition(), 'lv');
    expect((await readPacks([before])).get(before)).toBe(firstEdition().get(before));
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
  ['breaks off', 'damaged', (site) => site.set(fileOf(site, 'lv'), (site.get(fileOf(site, 'lv')) ?? '').slice(0, -1))],
  ['has a page in the place of a pack', 'damaged', (site) => site.set(fileOf(site, 'lv'), '<!doctype html>')],
  ['has two packs mixed up', 'damaged', (site) => site.set(fileOf(site, 'lv'), site.get(fileOf(site, 'no')) ?? '')],
  ['has a page in the place of the manifest', 'forged', (site) => site.set('edition.json', '<!doctype html>')],
  ['has half a manifest', 'forged', (site) => site.set('edition.json', site.get('edition.json')?.slice(0, 200) ?? '')],
  ['does not end', 'endless', (site) => site.set('edition.json', ' '.repeat(1_000_000))],
  ['nobody has signed', 'unsigned', (site) => new Map([...site].filter(([file]) => file !== 'edition.json.minisig'))],
  [
    'has a page in the place of the signature',
    'unsigned',
    (site) => site.set('edition.json.minisig', '<!doctype html>'),
  ],
  ['a stranger has signed', 'stranger', (site) => changeManifest(site, () => undefined, newSecretKey())],
  [
    'has another number than was signed',
    'forged',
    (site) => site.set('edition.json', (site.get('edition.json') ?? '').replace(/"edition":\d+/, '"edition":99')),
  ],
  [
    'is of a later format',
    'format',
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
    expect((await readEditions()).current).toBeUndefined();
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
    expect((await readEditions()).current).toEqual(publishedOf(firstEdition()));
  });
});

describe('what is stored and spoiled', () => {
  it.each<[string, (database: Dexie, site: Site) => Promise<unknown>]>([
    [
      'one letter of a pack',
      (database, site) => {
        const id = fileOf(site, 'lv');
        return database.table('packs').put({ id, text: flip(site.get(id) ?? '') });
      },
    ],
    ['a pack that is gone', (database, site) => database.table('packs').delete(fileOf(site, 'ua'))],
    ['no packs at all', (database) => database.table('packs').clear()],
    [
      'its signature',
      (database, site) => database.table('meta').put({ key: 'current', ...publishedOf(site), signature: '' }),
    ],
  ])('%s: read from the packs, said, and put right', async (_, spoil) => {
    const site = firstEdition();
    serve(site);
    const { toKeep } = await load();
    if (toKeep) await keepEdition(toKeep, undefined);
    const database = await new Dexie('directory').open();
    await spoil(database, site);
    database.close();
    const again = await load();
    expect(again).toMatchObject({ from: 'packs', trouble: { kind: 'nonsense' }, directory: { edition: 1 } });
    if (again.toKeep) await keepEdition(again.toKeep, again.trouble);
    expect(await load()).toMatchObject({ from: 'database', trouble: undefined });
  });
});

describe('of two editions', () => {
  const keep = async (site: Site) => {
    serve(site);
    const { toKeep } = await load();
    if (toKeep) await keepEdition(toKeep, undefined);
  };

  it('the one here stays when the app brings an older one', async () => {
    await keep(nextEdition());
    serve(firstEdition());
    expect(await load()).toMatchObject({ from: 'database', trouble: undefined, directory: { edition: 2 } });
  });

  it('the app’s own counts when both have the same number', async () => {
    await keep(firstEdition());
    serve(changeManifest(nextEdition(), (manifest) => Object.assign(manifest, { edition: 1 })));
    const { directory, from } = await load();
    expect(from).toBe('packs');
    expect(directory.countries.get('lv')?.responders[0]?.about).toBe('Told anew.');
  });

  it('the one by the later key counts, whatever its number', async () => {
    await keep(changeManifest(firstEdition(), (manifest) => Object.assign(manifest, { edition: 999_999 })));
    serve(changeManifest(nextEdition(), () => undefined, NEXT_DEVELOPMENT_KEY));
    expect((await load()).directory.edition).toBe(2);
  });

  it('nothing is fetched that is here', async () => {
    await keep(firstEdition());
    const asked = serve(nextEdition());
    await load();
    const fetched = asked.filter((file) => packsOf(nextEdition()).has(file));
    expect(fetched).toEqual([fileOf(nextEdition(), 'lv')]);
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
