import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES, readProposals } from '../../scripts/proposals/read.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (...proposals: unknown[]) => bytes(JSON.stringify({ country: 'lv', made: '2026-11-27', proposals }));
const source = { url: 'https://example.org/page', date: '2026-01-05' };
const sound = {
  kind: 'confirm',
  responder: 'lv-line',
  channel: { type: 'phone', value: '+37126000000' },
  source,
};
const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('a file of proposals', () => {
  it.each<[string, unknown]>([
    ['confirm', sound],
    ['change', { kind: 'change', responder: 'lv-line', channel: sound.channel, field: 'hours', new: '24/7', source }],
    [
      'add-channel',
      { kind: 'add-channel', responder: 'lv-line', channel: { type: 'email', value: 'a@example.org' }, source },
    ],
    ['gone', { kind: 'gone', responder: 'lv-line', source }],
    ['fact', { kind: 'fact', about: 'measure.5', text: 'Shelter is free.', source }],
    [
      'check',
      {
        kind: 'check',
        responder: 'lv-line',
        channel: sound.channel,
        check: { by: 'State Police', day: '2026-11-03', how: 'rang', outcome: 'right' },
      },
    ],
    [
      'a word in place of a page',
      { ...sound, kind: 'gone', source: { how: 'rang', by: 'State Police', day: '2026-11-03' } },
    ],
  ])('takes %s', (_name, proposal) => {
    const { entries, refused } = readProposals('a.json', file(proposal));
    expect(refused).toEqual([]);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.country).toBe('lv');
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['no JSON', bytes('{"proposals": ['), /not JSON/],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), /UTF-8/],
    ['a list of nothing known', bytes('[]'), /head of the file|no list/],
    ['a number', bytes('7'), /no object/],
    ['no list', bytes('{"made": "2026-11-27"}'), /no list/],
    ['no day', bytes('{"proposals": []}'), /made/],
    ['ten megabytes', new Uint8Array(10 * 1024 * 1024), /more than a file/],
    ['one byte too many', new Uint8Array(MAX_BYTES + 1), /more than a file/],
    [
      'a hundred thousand brackets',
      bytes('['.repeat(100_000) + ']'.repeat(100_000)),
      /head of the file|no list|no object/,
    ],
  ])('is refused whole: %s', (_name, content, reason) => {
    const { entries, refused } = readProposals('a.json', content);
    expect(entries).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.where).toBe('a.json');
    expect(refused[0]?.reason).toMatch(reason);
  });

  it.each<[string, unknown, RegExp]>([
    ['an unknown kind', { ...sound, kind: 'delete-all' }, /kind/],
    ['a misspelt kind', { ...sound, kind: 'confrim' }, /Did you mean "confirm"/],
    ['an unknown key', { ...sound, run: 'rm' }, /run/],
    ['a number instead of a text', { ...sound, responder: 7 }, /responder/],
    ['nothing', null, /./],
    ['a list', [], /./],
    ['no source', { kind: 'confirm', responder: 'lv-line', channel: sound.channel }, /source/],
    ['a source that is neither page nor word', { ...sound, kind: 'gone', source: { by: 'me' } }, /source/],
    ['a page that runs', { ...sound, source: { url: 'javascript:alert(1)' } }, /runs something/],
    ['markup', { ...sound, note: 'see <img src=x onerror=alert(1)>' }, /markup/],
    ['closing markup', { kind: 'fact', about: 'measure.1', text: 'a</script>', source }, /markup/],
    ['a right-to-left override', { kind: 'fact', about: 'measure.1', text: 'ring \u202e210', source }, /U\+202E/],
    [
      'a zero-width space in a number',
      { ...sound, channel: { type: 'phone', value: '+371\u200b26000000' } },
      /U\+200B/,
    ],
    ['a key nobody sees', { ...sound, 'no\u200bte': 'x' }, /U\+200B/],
    ['a Cyrillic letter in a host', { ...sound, source: { url: 'https://p\u043elice.lv/' } }, /two alphabets/],
    [
      'a Cyrillic letter in a mailbox',
      { ...sound, channel: { type: 'email', value: 'inf\u043e@example.org' } },
      /two alphabets/,
    ],
    [
      'a host all in Cyrillic under a Latin ending',
      { ...sound, source: { url: 'https://\u0430\u0440\u0440\u04cf\u0435.com/' } },
      /another alphabet/,
    ],
    ['the same in punycode', { ...sound, source: { url: 'https://xn--80ak6aa92e.com/' } }, /another alphabet/],
    [
      'a Greek letter in a mail domain',
      { ...sound, channel: { type: 'email', value: 'info@g\u03bf\u03bfgle.com' } },
      /two alphabets/,
    ],
    ['full-width letters in a host', { ...sound, source: { url: 'https://\uff50olice.lv/' } }, /look like others/],
    [
      'deep nesting',
      { kind: 'change', responder: 'lv-line', field: 'serves', new: nested(1000), source },
      /nested deeper/,
    ],
    ['a long text', { ...sound, note: 'x'.repeat(5000) }, /5000 characters/],
    [
      'too many values',
      { kind: 'change', responder: 'lv-line', field: 'serves', new: Array(5000).fill(1), source },
      /more than a proposal/,
    ],
  ])('refuses an entry and takes the others: %s', (_name, entry, reason) => {
    const { entries, refused } = readProposals('a.json', file(sound, entry, sound));
    expect(entries).toHaveLength(2);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatch(reason);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s, at any depth', (key) => {
    const text = `{"made":"2026-11-27","proposals":[{"kind":"change","responder":"lv-line","field":"serves","new":{"a":{"${key}":{"x":1}}},"source":{"url":"https://example.org/"}}]}`;
    const { entries, refused } = readProposals('a.json', bytes(text));
    expect(entries).toEqual([]);
    expect(refused[0]?.reason).toContain(key);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('takes addresses in one alphabet', () => {
    for (const url of [
      'https://пътища.бг/помощ',
      'https://www.köln.de/hilfe',
      'https://xn--kln-sna.de/',
      'https://example.org/страница',
    ]) {
      expect(readProposals('a.json', file({ ...sound, source: { url } })).refused, url).toEqual([]);
    }
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (content) => void readProposals('a.json', content)));
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        const { entries, refused } = readProposals('a.json', file(...values));
        expect(entries.length + refused.length).toBe(values.length);
      }),
    );
  });
});
