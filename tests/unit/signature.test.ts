/** A signed edition is taken from whoever holds the key, for exactly the bytes and the words that were signed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { DEVELOPMENT_KEY } from '../../scripts/edition/development.ts';
import { newSecretKey, publicFile, publicHalf, signatureOf } from '../../scripts/edition/sign.ts';
import { publicKey, type Verdict, verifySignature } from '../../src/dataset/signature.ts';

const secret = newSecretKey();
const ours = [publicKey(publicHalf(secret))];
const signed = { edition: 4, date: '2026-12-03' };
const bytes = new TextEncoder().encode('{"edition":4,"packs":["Lībiešu"]}');
const text = signatureOf(bytes, signed, secret);
const lines = text.split('\n');
const changed = (line: number, to: (was: string) => string) =>
  lines.map((was, at) => (at === line ? to(was) : was)).join('\n');

describe('an edition’s signature', () => {
  it('vouches for its bytes, its number and its day', async () => {
    expect(await verifySignature(bytes, text, ours)).toEqual({ signed, by: 0 });
  });

  it('is taken by whichever key of ours made it', async () => {
    const next = publicKey(publicHalf(newSecretKey()));
    expect(await verifySignature(bytes, text, [next, ...ours])).toEqual({ signed, by: 1 });
  });

  const flipped = (base64: string) => {
    const raw = Buffer.from(base64, 'base64');
    raw.writeUInt8(raw.readUInt8(raw.length - 20) ^ 1, raw.length - 20);
    return raw.toString('base64');
  };
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
    expect(await verifySignature(bytes, signature, ours)).toEqual(verdict);
  });

  it('is refused by a key that only bears our key’s name', async () => {
    const id = Buffer.from(secret, 'base64').subarray(0, 8);
    const named = Buffer.concat([id, Buffer.from(newSecretKey(), 'base64').subarray(8)]).toString('base64');
    expect(await verifySignature(bytes, signatureOf(bytes, signed, named), ours)).toEqual({ refused: 'bytes' });
  });

  it('is of these bytes and no others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const other = bytes.slice();
        other[at] = (other[at] ?? 0) ^ by;
        expect(await verifySignature(other, text, ours)).toEqual({ refused: 'bytes' });
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
          expect(await verifySignature(bytes, text.slice(0, at) + letter + text.slice(at + 1), ours)).toHaveProperty(
            'refused',
          );
        },
      ),
      { numRuns: 200 },
    );
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
