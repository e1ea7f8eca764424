/** Contact files as somebody who means ill, or a phone that is broken, would hand them over. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** Files as phones and offices write them. */
export const CARD_FILES = 'tests/fixtures/cards';

/** What no contact may ever be made of, or what breaks readers. */
const NASTY = [
  '<img src=x onerror="window.pwned=1">',
  '<script>window.pwned=1</script>',
  'javascript:window.pwned=1',
  'tel:*21*+37120000000#',
  'TEL:javascript:alert(1)',
  'URL:data:text/html,<script>window.pwned=1</script>',
  'URL:https://user:pass@xn--e1awd7f.example/',
  'URL:file:///etc/passwd',
  'EMAIL:a@b.example?cc=c@d.example&body=x',
  'EMAIL:"><b>@x.example',
  'FN:\u202egnp.exe\u202c\u2066\u200f',
  'FN:a\u0000b\u0007c\u001b[31m',
  `FN:Z${'\u0300\u0315\u031b'.repeat(80)}`,
  'TEL;__proto__=x;constructor=y:+3712',
  '__proto__:x',
  'constructor.prototype:x',
  'item1.TEL:+371 20000001\r\nITEM1.X-ABLabel:<b>bold</b>',
  'NOTE;ENCODING=QUOTED-PRINTABLE:=',
  'NOTE;ENCODING=QUOTED-PRINTABLE:=0D=0ABEGIN:VCARD=0D=0A=ZZ=',
  'NOTE;CHARSET=x-nothing;ENCODING=8BIT:\u00ff',
  'NOTE;CHARSET=utf-16:\u00ff',
  'PHOTO;ENCODING=BASE64:!!!!',
  'AGENT:\r\nBEGIN:VCARD\r\nFN:inner\r\nEND:VCARD',
  'BEGIN:VCARD',
  'END:VCARD',
  'BEGIN:VCARD\r\n'.repeat(40),
  'VERSION:2.1',
  'VERSION:9.9',
  `FN:${'A'.repeat(50_000)}`,
  `NOTE:${'\\'.repeat(5_000)}`,
  `N:${';'.repeat(5_000)}`,
  `TEL${';TYPE=x'.repeat(500)}:+371`,
  `TEL;TYPE="${'a,'.repeat(500)}:+371`,
  `TEL:${'1'.repeat(3_000)}`,
  `TEL:1${' '.repeat(3_000)}x`,
  `EMAIL:${'a.'.repeat(3_000)}@x`,
  `URL:https://${'a.'.repeat(3_000)}`,
  `X-A${'B'.repeat(3_000)}:c`,
  `${'TEL:+371 2000\r\n'.repeat(300)}`,
  ` ${'\t'.repeat(100)}`,
  '\ufeff',
  '\u2028\u2029\u0085',
  ':',
  ';;;;',
  '"',
  '=',
];

/**
 * Any hostile file: real ones that were changed in many places, made-up ones of the same parts, and mere bytes.
 * @param folder where the real ones are
 */
export function hostileCards(folder = CARD_FILES): fc.Arbitrary<Uint8Array> {
  const real = readdirSync(folder).map((name) => new Uint8Array(readFileSync(join(folder, name))));
  const encode = (text: string) => new TextEncoder().encode(text);
  const nasty = fc.constantFrom(...NASTY);
  const place = fc.double({ min: 0, max: 1, noNaN: true });
  const change = fc.oneof(
    fc.record({ how: fc.constant('write' as const), place, bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }) }),
    fc.record({ how: fc.constant('insert' as const), place, bytes: nasty.map((text) => encode(`\r\n${text}\r\n`)) }),
    fc.record({ how: fc.constant('insert' as const), place, bytes: nasty.map(encode) }),
    fc.record({ how: fc.constant('remove' as const), place, length: fc.integer({ min: 1, max: 80 }) }),
    fc.record({ how: fc.constant('double' as const), place, length: fc.integer({ min: 1, max: 400 }) }),
    fc.record({ how: fc.constant('end' as const), place }),
  );
  const changed = fc
    .tuple(fc.constantFrom(...real), fc.array(change, { minLength: 1, maxLength: 12 }))
    .map(([file, changes]) =>
      changes.reduce<Uint8Array>((bytes, one) => {
        const at = Math.floor(one.place * bytes.length);
        const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
        switch (one.how) {
          case 'write':
            return joined(before, one.bytes, after.subarray(one.bytes.length));
          case 'insert':
            return joined(before, one.bytes, after);
          case 'remove':
            return joined(before, after.subarray(one.length));
          case 'double':
            return joined(before, after.subarray(0, one.length), after);
          default:
            return before;
        }
      }, file),
    );
  const name = fc.constantFrom(
    'FN',
    'N',
    'TEL',
    'EMAIL',
    'URL',
    'NOTE',
    'ORG',
    'TITLE',
    'ADR',
    'LANG',
    'UID',
    'item1.TEL',
  );
  const parameter = fc.constantFrom(
    '',
    ';CELL',
    ';TYPE=work',
    ';ENCODING=QUOTED-PRINTABLE',
    ';ENCODING=b',
    ';CHARSET=koi8-r',
  );
  const line = fc
    .tuple(
      name,
      parameter,
      fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 60 })),
      fc.constantFrom('\r\n', '\n', '\r'),
    )
    .map(([property, said, value, end]) => `${property}${said}:${value}${end}`);
  const made = fc
    .array(
      fc
        .tuple(fc.constantFrom('2.1', '3.0', '4.0', ''), fc.array(line, { maxLength: 8 }))
        .map(
          ([version, lines]) => `BEGIN:VCARD\r\n${version && `VERSION:${version}\r\n`}${lines.join('')}END:VCARD\r\n`,
        ),
      { minLength: 1, maxLength: 4 },
    )
    .map((cards) => encode(cards.join('')));
  return fc.oneof(
    { arbitrary: changed, weight: 6 },
    { arbitrary: made, weight: 3 },
    { arbitrary: fc.uint8Array({ maxLength: 400 }), weight: 1 },
  );
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
