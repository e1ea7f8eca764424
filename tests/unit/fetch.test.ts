/** Fetching from a server that hangs, lies or was lied about by the HTTP cache. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildManifest, buildPacks } from '../../scripts/data/publish.ts';
import { dataOf } from '../../scripts/data/read.ts';
import { askAgain, fetchPacks, fetchPublished } from '../../src/dataset/fetch.ts';
import { filesOf, validFolder } from '../fixtures/data/valid.ts';

const data = dataOf(filesOf(validFolder()));
const files = buildPacks(data);
const [entry] = buildManifest(data, files).packs.filter(({ id }) => id === 'lv');
if (!entry) throw new Error('no pack of Latvia');
const right = files.find(({ id }) => id === 'lv')?.text ?? '';

type Answer = string | number | 'silence' | 'half';
/** What was asked for, as the cache mode of each request. */
let asked: (RequestCache | undefined)[] = [];

/** A server that answers in this order, the last answer for ever. */
function serve(...answers: Answer[]): void {
  vi.stubGlobal('fetch', async (_: string, { cache, signal }: RequestInit) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(cache);
    if (answer === 'silence') {
      return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    }
    if (answer === 'half') {
      const begun = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(right.slice(0, 100)));
          signal?.addEventListener('abort', () => controller.error(signal.reason));
        },
      });
      return new Response(begun);
    }
    return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
  });
}

/** Lets a time pass, and everything happen that happens in it. */
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a pack that arrives wrong', () => {
  it.each<[string, Answer]>([
    ['as a page', '<!doctype html>'],
    ['torn', right.slice(0, -5)],
    ['as another pack of that length', right.replace('"checked":"2', '"checked":"3')],
    ['as a refusal', 404],
    ['as an error', 500],
  ])('%s is fetched once more past the HTTP cache, and is then right', async (_, wrong) => {
    serve(wrong, right);
    expect((await fetchPacks([entry])).texts.get(entry.file)).toBe(right);
    expect(asked).toEqual(['default', 'reload']);
  });

  it('twice is given up, and asked for anew the next time', async () => {
    serve('<!doctype html>');
    await expect(fetchPacks([entry])).rejects.toMatchObject({ kind: 'damaged' });
    expect(asked).toEqual(['default', 'reload']);
    asked = [];
    serve(right);
    await expect(fetchPacks([entry])).resolves.toBeDefined();
  });

  it('by its schema is not asked for twice: that is how it was published', async () => {
    const text = right.replace('"coverage"', '"covered"');
    const sha256 = createHash('sha256').update(text).digest('hex');
    serve(text);
    await expect(fetchPacks([{ ...entry, sha256, bytes: Buffer.byteLength(text) }])).rejects.toMatchObject({
      kind: 'unfit',
    });
    expect(asked).toEqual(['default']);
  });
});

describe('a server that hangs', () => {
  it.each<[string, Answer]>([
    ['before its answer', 'silence'],
    ['in the middle of it', 'half'],
  ])('%s is asked anew, past the HTTP cache, and answers then', async (_, hanging) => {
    serve(hanging, hanging, right);
    const packs = fetchPacks([entry]);
    await pass(60);
    expect((await packs).texts.get(entry.file)).toBe(right);
    expect(asked).toEqual(['default', 'reload', 'reload']);
  });

  it('is asked at once by "Try again"', async () => {
    serve('silence', right);
    const packs = fetchPacks([entry]);
    await pass(1);
    expect(asked).toHaveLength(1);
    askAgain();
    expect((await packs).texts.get(entry.file)).toBe(right);
  });

  it('for ever is out of reach in the end', async () => {
    serve('silence');
    const manifest = expect(fetchPublished()).rejects.toMatchObject({ kind: 'unreachable' });
    await pass(600);
    await manifest;
    expect(asked[0]).toBe('no-cache');
  });

  it('with one file while another still comes is left in peace: on a thin network they come one by one', async () => {
    let send: (text: string) => void = () => undefined;
    vi.stubGlobal('fetch', async (address: string, { cache, signal }: RequestInit) => {
      asked.push(cache);
      if (!address.endsWith(entry.file)) {
        return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      }
      return new Response(
        new ReadableStream<Uint8Array>({
          start: (controller) => {
            send = (text) => controller.enqueue(new TextEncoder().encode(text));
          },
        }),
      );
    });
    void fetchPublished().catch(() => undefined);
    void fetchPacks([entry]).catch(() => undefined);
    for (let second = 0; second < 20; second++) {
      send('x');
      await pass(1);
    }
    const atFirst = asked.length;
    expect(asked.filter((cache) => cache === 'reload')).toEqual([]);
    await pass(10);
    expect(asked.length).toBeGreaterThan(atFirst);
  });
});
