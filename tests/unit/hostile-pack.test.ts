/** What a pack may dial, write to, open and say: whoever made it, the phone holds it to the curators' rules. */
import fc from 'fast-check';
import { getCountries, getExampleNumber, type PhoneNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { buildPacks } from '../../scripts/data/publish.ts';
import { dataOf } from '../../scripts/data/read.ts';
import { checkPack } from '../../src/dataset/schema-check.ts';
import { isWrittenFor } from '../../src/directory/dialled.ts';
import type { CountryPack, PackChannel } from '../../src/directory/pack.ts';
import { hiddenIn } from '../../src/directory/visible.ts';
import { filesOf, validFolder } from '../fixtures/data/valid.ts';

const latvia = buildPacks(dataOf(filesOf(validFolder()))).find(({ id }) => id === 'lv')?.text ?? '';

/** The pack of the fixture's Latvia, changed. */
function pack(change: (pack: CountryPack) => void): CountryPack {
  const copy = JSON.parse(latvia) as CountryPack;
  change(copy);
  return copy;
}

/** The fixture's channels: a full number, a short one, a mailbox, a page. */
const channel = (at: number, parts: Partial<Record<keyof PackChannel, unknown>>) =>
  pack(({ responders: [responder] }) => void Object.assign(responder?.channels[at] ?? {}, parts));
const FULL = 0;
const SHORT = 1;
const MAIL = 2;
const PAGE = 3;
const number = '+37121234567';
const full = { value: number, tel: number, national: '21 234 567', international: '+371 21 234 567' };

const HOSTILE: [what: string, pack: CountryPack, reason: RegExp][] = [
  ['112 that dials a satellite', channel(SHORT, { national: '112', tel: '+882999999999' }), /dials another/],
  ['a short number that dials a full one', channel(SHORT, { tel: number }), /dials another/],
  ['a service code of the phone', channel(FULL, { ...full, tel: '*#06#', value: '*#06#' }), /E\.164/],
  ['an encoded service code', channel(FULL, { ...full, tel: '*%2306%23' }), /E\.164/],
  ['a number that goes on after a pause', channel(FULL, { ...full, tel: `${number},,99` }), /E\.164/],
  ['a number with a parameter', channel(FULL, { ...full, tel: `${number};phone-context=x` }), /E\.164/],
  ['a link in the place of a number', channel(FULL, { ...full, tel: 'javascript:alert(1)' }), /E\.164/],
  ['another number shown than dialled', channel(FULL, { ...full, national: '29 999 999' }), /shows another number/],
  ['a digit too many shown', channel(FULL, { ...full, national: '21 234 5670' }), /shows another number/],
  ['a trunk prefix where there is none', channel(FULL, { ...full, national: '021 234 567' }), /shows another number/],
  ['free text behind a number', channel(SHORT, { national: '116 006 or rather 90 00 00' }), /shows another number/],
  ['free text in the number itself', channel(SHORT, { value: '116006 (closed)' }), /E\.164/],
  ['digits of another script', channel(SHORT, { national: '١١٦٠٠٦' }), /shows another number/],
  ['another number for abroad', channel(FULL, { ...full, international: '+371 21 234 568' }), /shows another/],
  ['a national number as one for abroad', channel(FULL, { ...full, international: '21 234 567' }), /shows another/],
  ['a short number with one for abroad', channel(SHORT, { international: '+116006' }), /shows another/],
  ['a full number that says it is short', channel(FULL, { ...full, short: true }), /short and full/],
  ['a number without what is dialled', channel(FULL, { tel: undefined }), /received undefined/],
  ['a mailbox with what it dials', channel(MAIL, { tel: number }), /tel/],
  ['a mailbox with a blind copy', channel(MAIL, { value: 'help@gov.lv?bcc=other@example.org' }), /e-mail/],
  ['a mailbox with a body', channel(MAIL, { value: 'help@gov.lv&body=x' }), /e-mail/],
  ['two mailboxes', channel(MAIL, { value: 'help@gov.lv,other@example.org' }), /e-mail/],
  ['an encoded mailbox', channel(MAIL, { value: 'help%40other.org@gov.lv' }), /e-mail/],
  ['a script', channel(PAGE, { value: 'javascript:alert(1)' }), /web address/],
  ['a page in the address itself', channel(PAGE, { value: 'data:text/html,<h1>112</h1>' }), /web address/],
  ['an app of the phone', channel(PAGE, { value: 'intent://call/#Intent;scheme=tel;end' }), /web address/],
  ['a number in the place of a page', channel(PAGE, { value: 'tel:+882999999999' }), /web address/],
  ['a page that pretends to be another', channel(PAGE, { value: 'https://gov.lv@example.org/' }), /web address/],
  ['a page behind a backslash', channel(PAGE, { value: 'https://gov.lv\\@example.org/' }), /web address/],
  ['a chat that anybody on the way can read', channel(PAGE, { type: 'chat', value: 'http://gov.lv' }), /encrypted/],
  ['a form that anybody on the way can read', channel(PAGE, { type: 'form', value: 'http://gov.lv' }), /encrypted/],
  ['an unknown way', channel(PAGE, { type: 'fax' }), /type/],
  [
    'an emergency number that is a code',
    pack(({ emergency: [one] }) => Object.assign(one ?? {}, { number: '*31#112' })),
    /E\.164/,
  ],
  [
    'an emergency number with a word',
    pack(({ emergency: [one] }) => Object.assign(one ?? {}, { number: '112 (not here)' })),
    /E\.164/,
  ],
  [
    'a harmonised number that dials another',
    pack(({ harmonised: [one] }) => Object.assign(one ?? {}, { number: '118118' })),
    /shows another number/,
  ],
  [
    'a harmonised number in full',
    pack(({ harmonised: [one] }) => Object.assign(one ?? {}, { number, national: number })),
    /two to six digits/,
  ],
  [
    'a source that is a script',
    pack(({ sources }) => Object.assign(Object.values(sources)[0] ?? {}, { url: 'javascript:x' })),
    /web address/,
  ],
  ['a way to another screen in an id', pack((one) => void one.antiTraffickingLine.push('../settings')), /an id is/],
  [
    'a right-to-left override in a name',
    pack(({ responders: [one] }) => Object.assign(one?.name ?? {}, { en: 'Line \u202e210' })),
    /U\+202E in responders\.0\.name\.en/,
  ],
  [
    'a zero-width space in a text',
    pack(({ responders: [one] }) => Object.assign(one ?? {}, { about: 'a\u200bb' })),
    /U\+200B/,
  ],
  ['an escape in a note', pack(({ emergency: [one] }) => Object.assign(one ?? {}, { note: '\u001b[2J' })), /U\+001B/],
  [
    'a line end in a text',
    pack(({ responders: [one] }) => Object.assign(one ?? {}, { coverage: 'a\nTEL:112' })),
    /U\+000A/,
  ],
  [
    'a mark of direction in a key',
    pack(({ sources }) => Object.assign(sources, { 'x\u2066': Object.values(sources)[0] })),
    /U\+2066/,
  ],
];

describe('a pack of the right hash', () => {
  it('is taken as the curators wrote it', () => {
    expect(() => checkPack('lv', JSON.parse(latvia))).not.toThrow();
    expect(() => checkPack('lv', channel(FULL, full))).not.toThrow();
  });

  it.each(HOSTILE)('is refused with %s', (_, hostile, reason) => {
    expect(() => checkPack('lv', JSON.parse(JSON.stringify(hostile)))).toThrow(reason);
  });
});

describe('a number that is shown', () => {
  it.each([
    ['112', '112', true],
    ['116006', '116 006', true],
    ['116006', '+116 006', false],
    ['+358295463177', '029 5463177', true],
    ['+358295463177', '29 5463177', true],
    ['+358295463177', '+358 29 5463177', true],
    ['+358295463177', '0029 5463177', false],
    ['+78002000122', '8 (800) 200-01-22', true],
    ['+78002000122', '0 (800) 200-01-22', false],
    ['+37060000000', '8 600 00000', true],
    ['+37060000000', '0 600 00000', true],
    ['+4733330000', '33 33 00 00', true],
    ['+4733330000', '033 33 00 00', false],
    ['+45114', '+45114', true],
    ['+45114', '114', true],
    ['+46203900000', '', false],
    ['+46203900000', '020-390 00 00;ext=1', false],
    ['+46203900000', '-20-390 00 00', false],
  ])('%s as "%s": %s', (dialled, shown, right) => {
    expect(isWrittenFor(dialled, shown)).toBe(right);
  });

  const COUNTRIES_HERE = ['DK', 'EE', 'FI', 'IS', 'DE', 'LV', 'LT', 'NO', 'PL', 'RU', 'SE', 'BG', 'RO', 'UA'] as const;
  const numbers = fc.constantFrom(...COUNTRIES_HERE).chain((country) => {
    const example = getExampleNumber(country, examples) as PhoneNumber;
    const national = String(example.nationalNumber);
    return fc.stringMatching(new RegExp(`^[0-9]{${national.length - 2}}$`)).map((rest) => {
      const changed = `${national.slice(0, 2)}${rest}`;
      return Object.assign(Object.create(Object.getPrototypeOf(example)), example, {
        nationalNumber: changed,
        number: `+${example.countryCallingCode}${changed}`,
      }) as PhoneNumber;
    });
  });

  it('as each of the fourteen countries writes it is the one dialled, and with any digit changed it is not', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, at, more) => {
        for (const shown of [number.formatNational(), number.formatInternational(), number.number]) {
          expect(isWrittenFor(number.number, shown), shown).toBe(true);
          const places = [...shown].flatMap((char, i) => (/\d/.test(char) ? i : []));
          const place = places[at % places.length] ?? 0;
          const other = `${shown.slice(0, place)}${(Number(shown[place]) + more) % 10}${shown.slice(place + 1)}`;
          // A changed trunk prefix may be the other one that the country has.
          if (number.countryCallingCode !== '370') expect(isWrittenFor(number.number, other), other).toBe(false);
        }
      }),
    );
  });

  it('in any country of the world begins behind its calling code', () => {
    for (const country of getCountries()) {
      const number = getExampleNumber(country, examples);
      if (number) expect(isWrittenFor(number.number, String(number.nationalNumber)), country).toBe(true);
    }
  });
});

describe('a hidden character', () => {
  const NAMED = [
    ...[0x00, 0x1f, 0x7f, 0x9f, 0xad, 0x061c, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x2060, 0xfeff],
    ...[
      0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069, 0x3164, 0xfe0f, 0xe0041, 0xd800, 0xe000,
    ],
  ];

  it('is found wherever it stands, and said by its number and place', () => {
    const code = fc.constantFrom(...NAMED);
    const text = fc.stringMatching(/^[a-zā-ž 0-9]{0,8}$/);
    fc.assert(
      fc.property(code, text, text, (point, before, behind) => {
        const bad = `${before}${String.fromCodePoint(point)}${behind}`;
        const character = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
        expect(hiddenIn({ a: [before, { b: bad }] })).toEqual({ place: ['a', 1, 'b'], character });
        expect(hiddenIn({ [bad]: before })).toEqual({ place: [bad], character });
      }),
    );
  });

  it.each(['Õnnetus – “juu” …', "Тел. п'ять", 'Šķūņa iela 1–3, Rīga', 'a ‑ b', 'Þórð', '8 (800) 200 01 22'])(
    'is none of those in "%s"',
    (text) => {
      expect(hiddenIn(text)).toBeUndefined();
    },
  );
});
