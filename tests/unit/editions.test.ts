/**
 * What may become of an edition on its way to a phone: attacks and mishaps as The Update Framework names them
 * (https://theupdateframework.io/docs/security/), each by itself, then in any order with restarts between.
 */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEVELOPMENT_KEY, NEXT_DEVELOPMENT_KEY } from '../../scripts/edition/development.ts';
import { newSecretKey } from '../../scripts/edition/sign.ts';
import type { EditionFault } from '../../src/dataset/errors.ts';
import { writeEditionFile } from '../../src/dataset/file.ts';
import type { Newer } from '../../src/dataset/newer.ts';
import { isFirstPack } from '../../src/directory/later-packs.ts';
import { readEditions } from '../../src/directory/store.ts';
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

const built = publish();

/** Edition N, in which Latvia's page says so. */
function edition(number: number, key = DEVELOPMENT_KEY, date = '2026-12-03'): Site {
  const site = replacePack(built, 'lv', (text) =>
    text.replace('"about":"Answers questions about trafficking."', `"about":"As of ${number}."`),
  );
  return changeManifest(site, (manifest) => Object.assign(manifest, { edition: number, date }), key);
}

/** A phone: the app that was installed, whose own edition the service worker has, and what it keeps. */
class Phone {
  private app: typeof import('../../src/dataset/newer.ts') | undefined;
  private dataset: typeof import('../../src/dataset/dataset.ts') | undefined;
  asked: string[] = [];
  /** Whether the app is on the phone, or its page has come from the host just now. */
  hasApp = true;
  constructor(
    readonly own: Site,
    public host: Site | undefined,
  ) {}

  /** Closes the app and opens it again. @returns the number of the edition that is read, and what Latvia's line says of itself */
  async start(): Promise<{ edition: number; about: string }> {
    vi.resetModules();
    vi.stubGlobal('navigator', this.hasApp ? { serviceWorker: { controller: {} } } : {});
    vi.stubGlobal('fetch', async (address: string, { cache }: RequestInit = {}) => {
      const file = address.replace('/data/', '');
      // The worker answers what is of its own version; what is asked past every cache comes from the host.
      const text = (cache === 'no-store' ? undefined : this.own.get(file)) ?? this.host?.get(file);
      if (cache === 'no-store' || !this.own.has(file)) this.asked.push(file);
      if (this.host === undefined && text === undefined) throw new TypeError('Failed to fetch');
      return text === undefined ? new Response('Not found', { status: 404 }) : new Response(text);
    });
    this.dataset = await import('../../src/dataset/dataset.ts');
    (await import('../../src/device/first-screen.ts')).firstScreenStands();
    this.app = await import('../../src/dataset/newer.ts');
    return this.reads();
  }

  async reads(): Promise<{ edition: number; about: string }> {
    const directory = await (this.dataset as NonNullable<typeof this.dataset>).loadDirectory();
    await (this.dataset as NonNullable<typeof this.dataset>).whenKept();
    const about = directory.responder('lv-line')?.about ?? '';
    return { edition: directory.edition, about };
  }

  async look(asked = true): Promise<Newer> {
    await this.app?.lookForEdition(asked);
    return this.says();
  }

  async take(file: string): Promise<Newer> {
    await this.app?.takeEditionFile(new Blob([file]));
    return this.says();
  }

  says(): Newer {
    return (this.app as NonNullable<typeof this.app>).newerStore.getSnapshot();
  }
}

const fileFor = (site: Site) => writeEditionFile(publishedOf(site), packsOf(site));

beforeEach(() => Dexie.delete('directory'));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Everything that the database holds, to be compared letter by letter. */
async function stored(): Promise<string> {
  const { packs, ...editions } = await readEditions();
  return JSON.stringify([editions, [...packs].sort()]);
}

describe('a newer edition', () => {
  it('is offered, read from the next start on, and nothing moves before', async () => {
    const phone = new Phone(built, edition(5));
    expect(await phone.start()).toMatchObject({ edition: 1 });
    phone.asked = [];
    expect(await phone.look()).toMatchObject({ state: 'waiting', directory: { edition: 5 }, from: 'host' });
    expect(phone.asked.sort()).toEqual(['edition.json', 'edition.json.minisig', fileOf(edition(5), 'lv')].sort());
    expect(await phone.reads()).toMatchObject({ edition: 1 });
    phone.host = undefined;
    expect(await phone.start()).toEqual({ edition: 5, about: 'As of 5.' });
    expect(await phone.start()).toEqual({ edition: 5, about: 'As of 5.' });
  });

  it('stays after the app is updated with an older one in it', async () => {
    const phone = new Phone(built, edition(5));
    await phone.start();
    await phone.look();
    await phone.start();
    expect(await new Phone(edition(4), undefined).start()).toMatchObject({ edition: 5 });
    expect(await new Phone(edition(6), undefined).start()).toMatchObject({ edition: 6 });
  });

  it('goes from phone to phone in a file, without a network', async () => {
    const phone = new Phone(built, undefined);
    await phone.start();
    expect(await phone.take(await fileFor(edition(5)))).toMatchObject({ state: 'waiting', from: 'file' });
    expect(await phone.start()).toEqual({ edition: 5, about: 'As of 5.' });
    expect(await phone.take(await fileFor(edition(5)))).toEqual({ state: 'none' });
  });

  it('is taken over by one that is newer still, before anybody has let it in', async () => {
    const phone = new Phone(built, edition(5));
    await phone.start();
    await phone.look();
    phone.host = edition(6);
    expect(await phone.look()).toMatchObject({ state: 'waiting', directory: { edition: 6 } });
    phone.host = edition(5);
    expect(await phone.look()).toMatchObject({ state: 'refused', fault: 'older' });
    expect(await phone.start()).toMatchObject({ edition: 6 });
  });

  it('is read at once by who comes for the first time', async () => {
    const phone = new Phone(built, edition(5));
    phone.hasApp = false;
    expect(await phone.start()).toEqual({ edition: 5, about: 'As of 5.' });
    phone.host = undefined;
    phone.hasApp = true;
    expect(await phone.start()).toEqual({ edition: 5, about: 'As of 5.' });
  });

  it('that is not what it should be does not keep who comes for the first time from the app’s own', async () => {
    const phone = new Phone(built, edition(5, newSecretKey()));
    phone.hasApp = false;
    expect(await phone.start()).toMatchObject({ edition: 1 });
  });

  it('that nobody has is not news, and without a connection nobody knows', async () => {
    const phone = new Phone(built, built);
    await phone.start();
    expect(await phone.look()).toEqual({ state: 'none' });
    phone.host = undefined;
    expect(await phone.look()).toEqual({ state: 'unreachable' });
  });
});

describe('with an edition that is newer than the app’s own', () => {
  /** The browser loses its connection to the database, so many times. */
  const lose = (times: number) => {
    const transaction = IDBDatabase.prototype.transaction;
    let left = times;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      if (left-- > 0) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
      return transaction.apply(this, args);
    });
  };
  afterEach(() => void vi.restoreAllMocks());

  it.each([1, 2])('a connection that is lost %i times costs at most one start', async (times) => {
    const phone = new Phone(built, undefined);
    await phone.start();
    await phone.take(await fileFor(edition(5)));
    expect(await phone.start()).toMatchObject({ edition: 5 });
    lose(times);
    const meanwhile = await phone.start();
    if (times === 1) expect(meanwhile).toMatchObject({ edition: 5 });
    vi.restoreAllMocks();
    expect(await phone.start()).toEqual({ edition: 5, about: 'As of 5.' });
  });

  it('a tab says of one that another tab has fetched that it waits', async () => {
    const [tab, other] = [new Phone(built, edition(5)), new Phone(built, edition(5))];
    await tab.start();
    await other.start();
    await tab.look();
    other.asked = [];
    expect(await other.look()).toMatchObject({ state: 'waiting', directory: { edition: 5 } });
  });

  it('that waits, what comes by itself takes nothing away', async () => {
    const phone = new Phone(built, edition(5));
    await phone.start();
    await phone.look();
    for (const host of [edition(4), edition(6, newSecretKey()), new Map([...edition(6)].slice(0, 3)), undefined]) {
      phone.host = host;
      expect(await phone.look(false)).toMatchObject({ state: 'waiting', directory: { edition: 5 } });
    }
  });
});

const stranger = newSecretKey();
const without = (site: Site, file: string) => new Map([...site].filter(([name]) => name !== file));
const mixed = (manifest: Site, signature: Site) =>
  new Map(manifest).set('edition.json.minisig', signature.get('edition.json.minisig') ?? '');
const torn = (site: Site, id: string) =>
  new Map(site).set(fileOf(site, id), (site.get(fileOf(site, id)) ?? '').slice(0, -9));

/** What is done to an edition, by which rule it is refused from a host, and from a file. The phone reads edition 3. */
const ATTACKS: [name: string, site: () => Site, byHost: EditionFault | 'unreachable', byFile: EditionFault][] = [
  ['rollback: an older edition, rightly signed', () => edition(2), 'older', 'older'],
  ['rollback: the first of all', () => built, 'older', 'older'],
  [
    'replay: another edition of the same number',
    () =>
      changeManifest(
        replacePack(built, 'se', (text) => text.replace('Safe', 'Other')),
        (it) => Object.assign(it, { edition: 3 }),
      ),
    'double',
    'double',
  ],
  [
    'mix-and-match: the manifest of one, the signature of another',
    () => mixed(edition(5), edition(4)),
    'forged',
    'forged',
  ],
  [
    'mix-and-match: a pack of one edition in another',
    () => new Map(edition(5)).set(fileOf(edition(5), 'lv'), edition(4).get(fileOf(edition(4), 'lv')) ?? ''),
    'damaged',
    'damaged',
  ],
  ['arbitrary software: signed by somebody else', () => edition(5, stranger), 'stranger', 'stranger'],
  ['arbitrary software: not signed', () => without(edition(5), 'edition.json.minisig'), 'unsigned', 'unsigned'],
  [
    'arbitrary software: one digit of a number is another',
    () =>
      new Map(edition(5)).set(
        fileOf(edition(5), 'lv'),
        (edition(5).get(fileOf(edition(5), 'lv')) ?? '').replace('+3712', '+3713'),
      ),
    'damaged',
    'damaged',
  ],
  [
    'arbitrary software: a number raised by hand',
    () =>
      new Map(edition(4)).set(
        'edition.json',
        (edition(4).get('edition.json') ?? '').replace('"edition":4', '"edition":9'),
      ),
    'forged',
    'forged',
  ],
  [
    'endless data: a manifest that does not end',
    () => new Map(edition(5)).set('edition.json', ' '.repeat(200_000)),
    'endless',
    'endless',
  ],
  ['a torn pack', () => torn(edition(5), 'lv'), 'damaged', 'damaged'],
  ['half of it is there', () => without(edition(5), fileOf(edition(5), 'lv')), 'unreachable', 'damaged'],
  [
    'made for a later version of the app',
    () => changeManifest(edition(5), (manifest) => Object.assign(manifest, { format: manifest.format + 1 })),
    'format',
    'format',
  ],
  ['leaves a country out', () => changeManifest(edition(5), ({ packs }) => void packs.splice(4, 1)), 'unfit', 'unfit'],
  [
    'dials what it does not show, rightly signed',
    () =>
      changeManifest(
        replacePack(built, 'lv', (text) => text.replace('"tel":"+371', '"tel":"+372')),
        (it) => Object.assign(it, { edition: 5 }),
      ),
    'unfit',
    'unfit',
  ],
];

describe.each(ATTACKS)('%s', (_, site, byHost, byFile) => {
  it(`is refused from a host (${byHost}) and from a file (${byFile}), and nothing has changed`, async () => {
    const phone = new Phone(edition(3), site());
    await phone.start();
    const before = await stored();
    expect(await phone.look()).toMatchObject(
      byHost === 'unreachable' ? { state: 'unreachable' } : { state: 'refused', fault: byHost, from: 'host' },
    );
    expect(await phone.take(await fileFor(site()))).toMatchObject({ state: 'refused', fault: byFile, from: 'file' });
    expect(await stored()).toBe(before);
    phone.host = undefined;
    expect(await phone.start()).toEqual({ edition: 3, about: 'As of 3.' });
  });
});

describe('a file', () => {
  it.each<[string, (text: string) => string, EditionFault]>([
    ['that is empty', () => '', 'unfit'],
    ['that is something else', () => '<!doctype html><title>Log in</title>', 'unfit'],
    ['of which half has come', (text) => text.slice(0, text.length / 2), 'damaged'],
    [
      'with a letter changed',
      (text) => `${text.slice(0, 2000)}${text[2000] === 'A' ? 'B' : 'A'}${text.slice(2001)}`,
      'damaged',
    ],
    ['with nothing after its first line', (text) => text.slice(0, text.indexOf('\n')), 'damaged'],
    ['that is far too large', (text) => text + ' '.repeat(21_000_000), 'endless'],
  ])('%s is refused', async (_, change, fault) => {
    const phone = new Phone(built, undefined);
    await phone.start();
    const before = await stored();
    expect(await phone.take(change(await fileFor(edition(5))))).toMatchObject({
      state: 'refused',
      fault,
      from: 'file',
    });
    expect(await stored()).toBe(before);
  });

  it.each<[string, (text: string) => string]>([
    ['other line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['its lines joined', (text) => text.replace('\n', '\t').replaceAll('\n', '').replace('\t', '\n')],
    ['words before it, as a messenger puts them', (text) => `Forwarded\n\n> ${text}`.replace('> ', '')],
    ['a mark at its beginning', (text) => `\uFEFF${text}`],
  ])('with %s is taken', async (_, change) => {
    const phone = new Phone(built, undefined);
    await phone.start();
    expect(await phone.take(change(await fileFor(edition(5))))).toMatchObject({ state: 'waiting' });
  });

  it('that swells without an end is given up', async () => {
    const bomb = await fileFor(new Map([['edition.json', '0'.repeat(45_000_000)]]));
    expect(bomb.length).toBeLessThan(200_000);
    const phone = new Phone(built, undefined);
    await phone.start();
    expect(await phone.take(bomb)).toMatchObject({ state: 'refused', fault: 'endless' });
  });

  it('of any letters whatever does no harm', async () => {
    const phone = new Phone(built, undefined);
    await phone.start();
    const real = await fileFor(edition(5));
    await fc.assert(
      fc.asyncProperty(fc.nat(real.length), fc.string(), fc.nat(60), async (at, put, gone) => {
        const file = real.slice(0, at) + put + real.slice(at + gone);
        fc.pre(file.replace(/\s/g, '') !== real.replace(/\s/g, ''));
        // What was put in before the first line is not part of it.
        if (file.includes(real)) return;
        expect(['refused', 'waiting', 'none']).toContain((await phone.take(file)).state);
        if (phone.says().state !== 'refused')
          expect(file.slice(file.indexOf('\n')).replace(/\s/g, '')).toBe(
            real.slice(real.indexOf('\n')).replace(/\s/g, ''),
          );
      }),
      { numRuns: 20 },
    );
  });
});

describe('keys', () => {
  it('the next one is taken from a host, and what today’s signs is then refused', async () => {
    const phone = new Phone(edition(3), edition(2, NEXT_DEVELOPMENT_KEY));
    await phone.start();
    expect(await phone.look()).toMatchObject({ state: 'waiting', directory: { edition: 2 } });
    expect(await phone.start()).toMatchObject({ edition: 2 });
    phone.host = edition(7);
    expect(await phone.look()).toMatchObject({ state: 'refused', fault: 'retired' });
    expect(await phone.start()).toMatchObject({ edition: 2 });
  });

  it('fast-forward: an absurd number signed by mistake is left behind by the next key', async () => {
    const phone = new Phone(edition(3), edition(999_999_999));
    await phone.start();
    await phone.look();
    expect(await phone.start()).toMatchObject({ edition: 999_999_999 });
    phone.host = edition(4);
    expect(await phone.look()).toMatchObject({ state: 'refused', fault: 'older' });
    phone.host = edition(4, NEXT_DEVELOPMENT_KEY);
    expect(await phone.look()).toMatchObject({ state: 'waiting' });
    expect(await phone.start()).toMatchObject({ edition: 4 });
  });
});

describe('the clock', () => {
  it.each(['1990-01-01', '2026-12-04', '2099-01-01'])('of %s changes nothing about what is taken', async (day) => {
    vi.useFakeTimers({ now: new Date(day), toFake: ['Date'] });
    const phone = new Phone(built, edition(5, DEVELOPMENT_KEY, '2030-01-01'));
    await phone.start();
    expect(await phone.look()).toMatchObject({ state: 'waiting' });
    phone.host = edition(6, DEVELOPMENT_KEY, '2001-01-01');
    expect(await phone.look()).toMatchObject({ state: 'waiting', directory: { edition: 6 } });
    expect(await phone.start()).toMatchObject({ edition: 6 });
  });
});

describe('what lies in the database', () => {
  const spoil = (change: (row: { key: string; text: string; signature: string }) => object) =>
    new Dexie('directory').open().then(async (database) => {
      const rows = await database.table('meta').toArray();
      for (const row of rows) await database.table('meta').put(change(row));
      database.close();
    });

  it.each<[string, Parameters<typeof spoil>[0]]>([
    ['another number', (row) => ({ ...row, text: row.text.replace('"edition":5', '"edition":6') })],
    ['another hash', (row) => ({ ...row, text: row.text.replace(/"sha256":"./, '"sha256":"0') })],
    ['no signature', ({ key, text }) => ({ key, text })],
    ['a stranger’s signature', (row) => ({ ...row, signature: publishedOf(edition(5, stranger)).signature })],
  ])('is verified at every start: %s', async (_, change) => {
    const phone = new Phone(built, edition(5));
    await phone.start();
    await phone.look();
    expect(await phone.start()).toMatchObject({ edition: 5 });
    await spoil(change);
    phone.host = undefined;
    expect(await phone.start()).toMatchObject({ edition: 1 });
    expect(await phone.start()).toMatchObject({ edition: 1 });
  });
});

/** Anything that can happen to a phone, in any order. */
const EVENT = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('publish' as const),
      number: fc.integer({ min: 1, max: 9 }),
      next: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('attack' as const), which: fc.nat(ATTACKS.length - 1) }) },
  { weight: 3, arbitrary: fc.constant({ what: 'look' as const }) },
  { weight: 1, arbitrary: fc.constant({ what: 'file' as const }) },
  { weight: 2, arbitrary: fc.constant({ what: 'start' as const }) },
  { weight: 1, arbitrary: fc.constant({ what: 'offline' as const }) },
  { weight: 1, arbitrary: fc.constant({ what: 'evicted' as const }) },
);

it('whatever happens in whatever order: a whole signed edition is read, and never an older one than before', async () => {
  const isRight = ({ edition: number, about }: { edition: number; about: string }) =>
    about === `As of ${number}.` || ([1, 3].includes(number) && about.startsWith('Answers'));
  await fc.assert(
    fc.asyncProperty(fc.array(EVENT, { minLength: 4, maxLength: 12 }), async (events) => {
      await Dexie.delete('directory');
      const phone = new Phone(built, built);
      /** By key, then by number. */
      let rank: [number, number] = [0, 1];
      /** What is read, or will be from the next start on. */
      let here = built.get('edition.json');
      let offered: [number, number] | undefined;
      const read = async () => {
        const reads = await phone.start();
        expect(isRight(reads)).toBe(true);
        const { current } = await readEditions();
        expect(manifestOf(new Map([['edition.json', current?.text ?? '']])).edition).toBe(reads.edition);
        return reads.edition;
      };
      await read();
      for (const event of events) {
        if (event.what === 'publish') {
          phone.host =
            event.number === 1 && !event.next
              ? built
              : edition(event.number, event.next ? NEXT_DEVELOPMENT_KEY : DEVELOPMENT_KEY);
          offered = [Number(event.next), event.number];
        } else if (event.what === 'attack') {
          const attack = (ATTACKS[event.which] as (typeof ATTACKS)[number])[1]();
          // Rolled back, it is an edition like any other for a phone that has an older one still.
          phone.host = attack;
          offered = undefined;
        } else if (event.what === 'look' || event.what === 'file') {
          if (!phone.host) continue;
          if (event.what === 'look') await phone.look();
          else await phone.take(await fileFor(phone.host));
          const after = phone.says();
          const text = phone.host.get('edition.json');
          // Signed by whichever key, it is the very edition that is here.
          if (text === here) continue;
          if (after.state === 'waiting') here = text;
          if (offered) {
            const newer = offered[0] > rank[0] || (offered[0] === rank[0] && offered[1] > rank[1]);
            expect(after.state).toBe(newer ? 'waiting' : 'refused');
            if (newer) rank = offered;
          } else if (after.state === 'waiting') rank = [0, Math.max(rank[1], after.directory.edition)];
        } else if (event.what === 'start') {
          expect(await read()).toBe(rank[1]);
        } else if (event.what === 'offline') {
          phone.host = undefined;
          offered = undefined;
        } else {
          await Dexie.delete('directory');
          rank = [0, 1];
          here = built.get('edition.json');
          await read();
        }
      }
      expect(await read()).toBe(rank[1]);
    }),
    { numRuns: 20 },
  );
});

it('holds its guidance, too, when it came while the phone was online for a moment', async () => {
  const phone = new Phone(built, edition(5));
  await phone.start();
  await phone.look();
  const later = manifestOf(edition(5)).packs.filter((entry) => !isFirstPack(entry));
  phone.host = undefined;
  await phone.start();
  serve(new Map());
  const { loadPack } = await import('../../src/dataset/dataset.ts');
  for (const { id } of later) await expect(loadPack(id as 'guides')).resolves.toBeDefined();
});
