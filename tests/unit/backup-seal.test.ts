/** Sealing with a passphrase: as the standard program does it, and against files that were made to harm. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { armor, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES } from '../../src/workspace/backup/limits.ts';
import { normalised, strengthOf, suggestPassphrase } from '../../src/workspace/backup/passphrase.ts';
import { MOST_WORK, type SealError, seal, unseal, WORK } from '../../src/workspace/backup/seal.ts';

/** So that a test takes milliseconds; the file says it, as any file does. */
const LOW = 8;
const PASSPHRASE = 'kibo-ravu-temi';
const TEXT = '{"a": "Ķemeri, Україна 🚢"}';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const binary = async (text = TEXT) => armor.decode(await seal(text, PASSPHRASE, undefined, LOW));
/** Where the head ends. */
const bodyAt = (file: Uint8Array) => new TextDecoder('latin1').decode(file).indexOf('\n--- ') + 5 + 44;

/** The file with its head written anew. */
function withHead(file: Uint8Array, change: (head: string) => string): Uint8Array {
  const at = bodyAt(file);
  return new Uint8Array([...bytesOf(change(new TextDecoder().decode(file.subarray(0, at)))), ...file.subarray(at)]);
}

async function faultOf(file: Uint8Array, passphrase = PASSPHRASE) {
  let asked = false;
  const outcome = await unseal(file, passphrase, () => {
    asked = true;
  }).then(
    () => undefined,
    (error: SealError) => error.fault ?? error,
  );
  return { outcome, asked };
}

describe('sealing', () => {
  test('gives back what was sealed, and tells how far it is', async () => {
    const steps: number[] = [];
    const file = await seal(TEXT, PASSPHRASE, (done) => steps.push(done), LOW);
    expect(file).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n[A-Za-z0-9+/=\n]+-----END AGE ENCRYPTED FILE-----\n$/);
    expect(await unseal(bytesOf(file), PASSPHRASE)).toBe(TEXT);
    expect(await unseal(armor.decode(file), PASSPHRASE)).toBe(TEXT);
    expect(steps.at(-1)).toBe(1);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  test('takes texts of any length, also at the borders of the parts that age seals one by one', async () => {
    for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072]) {
      const text = 'x'.repeat(length);
      expect((await unseal(await binary(text), PASSPHRASE)).length).toBe(length);
    }
  });

  test('asks for as much work as is recommended, and opens what age itself writes', () => {
    expect(WORK).toBeGreaterThanOrEqual(17);
    expect(MOST_WORK).toBeGreaterThanOrEqual(18);
  });

  test('does not mind how letters are written, nor spaces around them', async () => {
    const file = bytesOf(await seal(TEXT, ' pašā krastā ', undefined, LOW));
    for (const typed of ['pašā krastā', 'pas\u030ca\u0304 krasta\u0304', '\u00a0pašā krastā\n']) {
      expect(await unseal(file, typed)).toBe(TEXT);
    }
    expect((await faultOf(file, 'pasa krasta')).outcome).toBe('wrong-passphrase');
    expect((await faultOf(file, '')).outcome).toBe('wrong-passphrase');
  });
});

describe('a file that is not as it should be', () => {
  const head = (change: (head: string) => string) => async () => withHead(await binary(), change);
  const stanza = (head: string) => /-> scrypt [^-]*/.exec(head)?.[0] ?? '';
  const work = (text: string) => head((before) => before.replace(/(-> scrypt \S+) \d+/, `$1 ${text}`));
  const flipped = (at: (file: Uint8Array) => number) => async () => {
    const file = await binary();
    const index = at(file);
    return file.with(index, (file[index] ?? 0) ^ 1);
  };

  /** After the test vectors of age (C2SP/CCTV). What is refused unread costs nothing. */
  const REFUSED: [string, string, () => Promise<Uint8Array>][] = [
    ['an empty file', 'not-age', async () => new Uint8Array()],
    ['a text', 'not-age', async () => bytesOf('{"tables": {}}')],
    ['another version', 'not-age', head((before) => before.replace('/v1', '/v2'))],
    ['the same with other line ends', 'not-age', head((before) => before.replaceAll('\n', '\r\n'))],
    ['work beyond the limit', 'too-costly', work(String(MOST_WORK + 1))],
    ['work beyond any number', 'too-costly', work('9'.repeat(40))],
    ['work of 0', 'other-key', work('0')],
    ['negative work', 'other-key', work('-8')],
    ['work in hexadecimal', 'other-key', work('0x8')],
    ['work with a leading zero', 'other-key', work('08')],
    ['work with a plus', 'other-key', work('+8')],
    ['work with something behind', 'other-key', work('8k')],
    ['no work', 'other-key', head((before) => before.replace(/(-> scrypt \S+) \d+/, '$1'))],
    ['one argument more', 'other-key', work('8 x')],
    ['a short salt', 'other-key', head((before) => before.replace(/scrypt \S+/, 'scrypt AAAA'))],
    ['a salt that is not canonical', 'other-key', head((before) => before.replace(/(scrypt \S{21})\S/, '$1B'))],
    ['a name in capitals', 'other-key', head((before) => before.replace('scrypt', 'Scrypt'))],
    ['two passphrases', 'other-key', head((before) => before.replace('---', `${stanza(before)}---`))],
    ['a passphrase and another key', 'other-key', head((before) => before.replace('->', '-> X25519 AAAA\nAAAA\n->'))],
    [
      'a head without an end',
      'other-key',
      async () => bytesOf(`age-encryption.org/v1\n${'-> a b\n\n'.repeat(100_000)}`),
    ],
    ['too many bytes', 'too-large', async () => new Uint8Array(MOST_BYTES + 1)],
    [
      'sealed for a key',
      'other-key',
      async () => {
        const encrypter = new Encrypter();
        encrypter.addRecipient(await identityToRecipient(await generateIdentity()));
        return encrypter.encrypt(TEXT);
      },
    ],
    ['armour without an end', 'damaged', async () => bytesOf(armor.encode(await binary()).slice(0, -40))],
    ['armour with something behind', 'damaged', async () => bytesOf(`${armor.encode(await binary())}x`)],
    [
      'armour with a foreign letter',
      'damaged',
      async () => bytesOf(armor.encode(await binary()).replace(/\nY/, '\n*')),
    ],
  ];
  test.each(REFUSED)('%s is refused before anything is computed: %s', async (_, fault, make) => {
    expect(await faultOf(await make())).toEqual({ outcome: fault, asked: false });
  });

  const FOUND: [string, string, () => Promise<Uint8Array>][] = [
    ['a changed salt', 'wrong-passphrase', head((before) => before.replace(/scrypt \S{4}/, 'scrypt AAAA'))],
    ['less work than was done', 'wrong-passphrase', work(String(LOW - 1))],
    ['a changed sum of the head', 'damaged', head((before) => before.replace(/--- \S{4}/, '--- AAAA'))],
    ['no content', 'damaged', async () => (await binary()).slice(0, bodyAt(await binary()))],
    ['a flipped bit in the number of the content', 'damaged', flipped((file) => bodyAt(file))],
    ['a flipped bit in the content', 'damaged', flipped((file) => bodyAt(file) + 20)],
    ['a flipped last bit', 'damaged', flipped((file) => file.length - 1)],
    ['a missing last byte', 'damaged', async () => (await binary()).slice(0, -1)],
    ['one byte more', 'damaged', async () => new Uint8Array([...(await binary()), 0])],
    ['a missing last part', 'damaged', async () => (await binary('x'.repeat(65_537))).slice(0, -17)],
    [
      'parts in another order',
      'damaged',
      async () => {
        const file = await binary('x'.repeat(131_073));
        const [at, part] = [bodyAt(file) + 16, 65_536 + 16];
        return new Uint8Array([
          ...file.subarray(0, at),
          ...file.subarray(at + part, at + 2 * part),
          ...file.subarray(at, at + part),
          ...file.subarray(at + 2 * part),
        ]);
      },
    ],
    [
      'letters of no alphabet',
      'damaged',
      async () => {
        const encrypter = new Encrypter();
        encrypter.setPassphrase(PASSPHRASE);
        encrypter.setScryptWorkFactor(LOW);
        return encrypter.encrypt(new Uint8Array([0xff, 0xfe, 0xc0]));
      },
    ],
  ];
  test.each(FOUND)('%s is found: %s', async (_, fault, make) => {
    expect((await faultOf(await make())).outcome).toBe(fault);
  });

  test('whatever is changed in a file, it opens as it was or not at all, and says why', async () => {
    const file = await binary();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat(file.length)),
        async (changes, end) => {
          const changed = changes.reduce((before, [at, to]) => before.with(at, to), file).slice(0, end ?? undefined);
          const outcome = await unseal(changed, PASSPHRASE).catch((error: SealError) => error);
          if (typeof outcome === 'string') expect(changed).toEqual(file);
          else expect(outcome.fault).toBeTypeOf('string');
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Debian's age, which asks at a terminal: `script` is one. */
const tool = process.env.AGE_PATH;
const there = tool !== undefined && spawnSync('script', ['--version']).status === 0;

describe.skipIf(!there)('the standard program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'harbour-age-'));
  const age = (typed: string, args: string) =>
    spawnSync('script', ['-qec', `${tool} ${args}`, '/dev/null'], { cwd: folder, input: typed, encoding: 'utf8' });

  test('opens what Harbour seals, and Harbour what it seals', async () => {
    try {
      writeFileSync(join(folder, 'backup.age'), await seal(TEXT, PASSPHRASE));
      const opened = age(`${PASSPHRASE}\n`, '-d -o opened.json backup.age');
      expect(opened.status, opened.stdout).toBe(0);
      expect(readFileSync(join(folder, 'opened.json'), 'utf8')).toBe(TEXT);

      for (const [name, how] of [
        ['own.age', '-p'],
        ['own.txt', '-p -a'],
      ]) {
        const sealed = age(`${PASSPHRASE}\n${PASSPHRASE}\n`, `${how} -o ${name} opened.json`);
        expect(sealed.status, sealed.stdout).toBe(0);
        expect(await unseal(new Uint8Array(readFileSync(join(folder, name ?? ''))), PASSPHRASE)).toBe(TEXT);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('passphrases', () => {
  test.each([
    ['', 'too-short'],
    ['  1234567  ', 'too-short'],
    ['abcdefgh', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['12345678901234567890', 'weak'],
    ['mare piscis nox', 'good'],
    ['Ķemeru purvs rudenī', 'good'],
    ['я іду до порту', 'good'],
  ] as const)('%j is %s', (typed, strength) => expect(strengthOf(typed)).toBe(strength));

  test('that are suggested are good, can be typed anywhere, and are never the same', () => {
    const suggested = Array.from({ length: 200 }, suggestPassphrase);
    for (const one of suggested) {
      expect(one).toMatch(/^[a-z]{4}(-[a-z]{4}){4}$/);
      expect(strengthOf(one)).toBe('good');
      expect(normalised(one)).toBe(one);
    }
    expect(new Set(suggested).size).toBe(suggested.length);
  });
});
