/** A signed edition is taken from whoever holds the key, for exactly the bytes and the words that were signed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { DEVELOPMENT_KEY } from '../../scripts/edition/development.ts';
import { builtKeys } from '../../scripts/edition/keys.ts';
import { newSecretKey, publicFile, publicHalf, signatureOf } from '../../scripts/edition/sign.ts';
import { byEither, byLibrary } from '../../src/dataset/roads.ts';
import { byBrowser, publicKey, type Road, type Verdict, verifySignature } from '../../src/dataset/signature.ts';

const secret = newSecretKey();
const ours = [publicKey(publicHalf(secret))];
const signed = { edition: 4, date: '2026-12-03' };
const bytes = new TextEncoder().encode('{"edition":4,"packs":["Lībiešu"]}');
const text = signatureOf(bytes, signed, secret);
const lines = text.split('\n');
const flipBit = (base64: string, fromEnd: number) => {
  const raw = Buffer.from(base64, 'base64');
  const at = raw.length - 1 - fromEnd;
  raw.writeUInt8(raw.readUInt8(at) ^ 1, at);
  return raw.toString('base64');
};
const changed = (line: number, to: (was: string) => string) =>
  lines.map((was, at) => (at === line ? to(was) : was)).join('\n');

describe('an edition’s signature', () => {
  it('vouches for its bytes, its number and its day', async () => {
    expect(await verifySignature(bytes, text, ours, byEither)).toEqual({ signed, by: 0 });
  });

  it('is taken by whichever key of ours made it', async () => {
    const next = publicKey(publicHalf(newSecretKey()));
    expect(await verifySignature(bytes, text, [next, ...ours], byEither)).toEqual({ signed, by: 1 });
  });

  const flipped = (base64: string) => flipBit(base64, 19);
  test.each<[string, string, Verdict]>([
    ['nothing', '', { refused: 'form' }],
    ['a page of a portal', '<!doctype html><title>Log in</title>', { refused: 'form' }],
    ['a half of it', text.slice(0, text.length / 2), { refused: 'form' }],
    ['without its last line break', text.slice(0, -1), { refused: 'form' }],
    ['something after it', `${text}more\n`, { refused: 'form' }],
    ['line breaks of another system', text.replaceAll('\n', '\r\n'), { refused: 'form' }],
    [
      'the form with a hash before',
      changed(
        1,
        (was) => `${Buffer.concat([Buffer.from('ED'), Buffer.from(was, 'base64').subarray(2)]).toString('base64')}`,
      ),
      { refused: 'form' },
    ],
    ['base64 in another spelling', changed(3, (was) => ` ${was}`), { refused: 'form' }],
    ['another number', changed(2, (was) => was.replace('edition:4', 'edition:5')), { refused: 'comment' }],
    [
      'an absurd number',
      changed(2, (was) => was.replace('edition:4', `edition:${'9'.repeat(40)}`)),
      { refused: 'form' },
    ],
    ['another day', changed(2, (was) => was.replace('2026', '2027')), { refused: 'comment' }],
    ['one bit of the signature', changed(1, flipped), { refused: 'bytes' }],
    ['one bit of what holds the comment', changed(3, flipped), { refused: 'comment' }],
    ['another’s key', signatureOf(bytes, signed, newSecretKey()), { refused: 'key' }],
  ])('is refused: %s', async (_name, signature, verdict) => {
    expect(await verifySignature(bytes, signature, ours, byEither)).toEqual(verdict);
  });

  it('is refused by a key that only bears our key’s name', async () => {
    const id = Buffer.from(secret, 'base64').subarray(0, 8);
    const named = Buffer.concat([id, Buffer.from(newSecretKey(), 'base64').subarray(8)]).toString('base64');
    expect(await verifySignature(bytes, signatureOf(bytes, signed, named), ours, byEither)).toEqual({
      refused: 'bytes',
    });
  });

  it('is of these bytes and no others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const other = bytes.slice();
        other[at] = (other[at] ?? 0) ^ by;
        expect(await verifySignature(other, text, ours, byEither)).toEqual({ refused: 'bytes' });
      }),
      { numRuns: 50 },
    );
  });

  it('never counts when a letter of it is another', async () => {
    const start = text.indexOf('\n') + 1;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: start, max: text.length - 1 }),
        fc.string({ minLength: 1, maxLength: 1 }),
        async (at, letter) => {
          fc.pre(text[at] !== letter);
          expect(
            await verifySignature(bytes, text.slice(0, at) + letter + text.slice(at + 1), ours, byEither),
          ).toHaveProperty('refused');
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** The order of the curve's base point (RFC 8032): added to a signature's second half, it gives another spelling of it. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The signature of the bytes in another spelling. */
function respelled(line: string): string {
  const raw = Buffer.from(line, 'base64');
  const s = raw.subarray(raw.length - 32);
  let value = BigInt(`0x${Buffer.from(s).reverse().toString('hex')}`) + L;
  for (let at = 0; at < 32; at++, value >>= 8n) s[at] = Number(value & 255n);
  return raw.toString('base64');
}

const ROADS: [string, Road][] = [
  ['the browser’s own', byBrowser],
  ['the library’s', byLibrary],
];

describe.each(ROADS)('by %s cryptography', (_, road) => {
  it.each<[string, Verdict, string]>([
    ['right', { signed, by: 0 }, text],
    ['one bit of the signature', { refused: 'bytes' }, changed(1, (was) => flipBit(was, 20))],
    ['one bit of its first half', { refused: 'bytes' }, changed(1, (was) => flipBit(was, 50))],
    ['another spelling of the signature', { refused: 'bytes' }, changed(1, respelled)],
    ['another spelling of what holds the comment', { refused: 'comment' }, changed(3, respelled)],
    ['another’s key', { refused: 'key' }, signatureOf(bytes, signed, newSecretKey())],
    ['half of it', { refused: 'form' }, text.slice(0, 100)],
  ])('%s: the same verdict', async (_name, verdict, signature) => {
    expect(await verifySignature(bytes, signature, ours, road)).toEqual(verdict);
  });
});

it('both roads give one verdict, whatever is done to a signature', async () => {
  const damage = fc.record({
    line: fc.constantFrom(1, 2, 3),
    how: fc.oneof(
      fc.record({ what: fc.constant('flip' as const), bit: fc.nat(600) }),
      fc.record({ what: fc.constant('cut' as const), to: fc.nat(100) }),
      fc.record({ what: fc.constant('fill' as const), byte: fc.nat(255) }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ line, how }) => {
      const other = changed(line, (was) => {
        if (how.what === 'cut') return was.slice(0, how.to);
        if (line === 2) return `${was}x`;
        if (how.what === 'flip') return flipBit(was, how.bit % 64);
        const raw = Buffer.from(was, 'base64');
        raw.fill(how.byte, raw.length - 64);
        return raw.toString('base64');
      });
      const [browser, library] = await Promise.all(ROADS.map(([, road]) => verifySignature(bytes, other, ours, road)));
      expect(library).toEqual(browser);
    }),
    { numRuns: 150 },
  );
});

describe('the library', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('is asked where the browser says that it knows no such signatures', async () => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', 'NotSupportedError'));
    expect(await verifySignature(bytes, text, ours, byEither)).toEqual({ signed, by: 0 });
    expect(await verifySignature(bytes, changed(1, respelled), ours, byEither)).toEqual({ refused: 'bytes' });
  });

  it.each(['DataError', 'OperationError', 'SecurityError'])('is not asked on %s', async (name) => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('', name));
    await expect(verifySignature(bytes, text, ours, byEither)).rejects.toMatchObject({ name });
  });
});

describe('the keys that an app is built with', () => {
  const [current, next] = [newSecretKey(), newSecretKey()];
  const files = (there: Record<string, string>) => (path: string) => there[path];
  const both = {
    'data/keys/current.pub': publicFile(current),
    'data/keys/next.pub': publicFile(next),
  };

  it('are those of who publishes, whichever of the two signs', () => {
    const keys = [publicHalf(current), publicHalf(next)];
    for (const key of [current, next]) expect(builtKeys(key, files(both))).toEqual({ keys, development: false });
  });

  it('are everybody’s without a key of one’s own, even where the others are there', () => {
    expect(builtKeys(DEVELOPMENT_KEY, files(both))).toMatchObject({ development: true });
    expect(builtKeys(DEVELOPMENT_KEY, files(both)).keys).not.toContain(publicHalf(current));
  });

  it.each<[string, string, Record<string, string>]>([
    ['a key that no phone would take', newSecretKey(), both],
    ['no public keys', current, {}],
    ['one public key too few', current, { 'data/keys/current.pub': publicFile(current) }],
    ['no key at all', 'nonsense', both],
  ])('stop the build: %s', (_, secret, there) => {
    expect(() => builtKeys(secret, files(there))).toThrow();
  });
});

describe('the development key', () => {
  it('has its public half beside it', () => {
    const [, key] = readFileSync('scripts/edition/development.pub', 'utf8').split('\n');
    expect(key).toBe(publicHalf(DEVELOPMENT_KEY));
  });
});

describe('a secret key', () => {
  it.each(['', 'nonsense', DEVELOPMENT_KEY.slice(4), `${DEVELOPMENT_KEY}AAAA`])('is refused: "%s"', (wrong) => {
    expect(() => publicHalf(wrong)).toThrow(/no signing key/);
  });
});

const tool = process.env.MINISIGN_PATH;
describe.skipIf(!tool)('the standard tool', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'harbour-minisign-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const verify = (content: Uint8Array) => {
    writeFileSync(join(folder, 'edition.json'), content);
    writeFileSync(join(folder, 'edition.json.minisig'), text);
    writeFileSync(join(folder, 'minisign.pub'), publicFile(secret));
    return spawnSync(tool ?? '', ['-V', '-p', 'minisign.pub', '-m', 'edition.json'], { cwd: folder, encoding: 'utf8' });
  };

  it('takes an edition of ours, and shows its number and day', () => {
    const { status, stdout } = verify(bytes);
    expect(status).toBe(0);
    expect(stdout).toContain('edition:4 date:2026-12-03');
  });

  it('refuses one that was changed', () => {
    expect(verify(new TextEncoder().encode('{}')).status).not.toBe(0);
  });
});
