/** Numbers and addresses of own contacts: kept as typed, dialled as they stand there. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { channelsIn, digitsOf, numberIn, numbersWithin, ownHref } from '../../src/workspace/reach.ts';

const calls = (value: string, rings = true) => ownHref({ kind: 'phone', value }, rings);

it.each([
  ['+49 (0)30 1 23', 'tel:+4930123'],
  ['+49 30 123 456-78', 'tel:+493012345678'],
  ['(+371) 67 123 456', 'tel:+37167123456'],
  ['0037167123456', 'tel:0037167123456'],
  ['00 49 (0) 30 123', 'tel:004930123'],
  ['116 006', 'tel:116006'],
  ['112', 'tel:112'],
  ['tel. 067 123 45 67', 'tel:0671234567'],
  ['тел.: (044) 123-45-67', 'tel:0441234567'],
  ['+371 67123456 ext. 12', 'tel:+37167123456,12'],
  ['+371 67123456, ext 12', 'tel:+37167123456,12'],
  ['67123456 x7', 'tel:67123456,7'],
  ['+380 44 123 45 67 доб. 305', 'tel:+380441234567,305'],
  ['030/123456', 'tel:030123456'],
  ['67 123 456 / 7', 'tel:67123456'],
  ['８９ １２３ ４５６', 'tel:89123456'],
  ['+370–5–123–4567', 'tel:+37051234567'],
])('%s dials %s', (written, href) => {
  expect(calls(written)).toBe(href);
});

it.each([
  '0800 FLOWERS',
  'ask at the desk',
  '+',
  '7',
  'javascript:alert(1)',
  '*21*067#',
  '1'.repeat(40),
  '112;postd=1',
])('%s dials nothing', (written) => {
  expect(calls(written)).toBeUndefined();
});

test('a number without a country’s code is a link only where it rings the right place', () => {
  expect(calls('116 006', false)).toBeUndefined();
  expect(calls('067 123 456', false)).toBeUndefined();
  expect(calls('+371 67 123 456', false)).toBe('tel:+37167123456');
  expect(calls('00371 67 123 456', false)).toBe('tel:0037167123456');
});

describe('what stands in one field', () => {
  it.each<[string, string[]]>([
    ['+371 67 123 456', ['+371 67 123 456']],
    ['+371 67 123 456, 26 123 456', ['+371 67 123 456', '26 123 456']],
    ['67123456; 26123456', ['67123456', '26123456']],
    ['67123456 / 26123456', ['67123456', '26123456']],
    ['67123456 or +371 26123456', ['67123456', '+371 26123456']],
    ['67123456 või 26123456', ['67123456', '26123456']],
    ['044 123 45 67, доб. 305', ['044 123 45 67, доб. 305']],
    ['030/123456', ['030/123456']],
    ['67123456\n\n26123456\n', ['67123456', '26123456']],
    ['tel:+37167123456', ['+37167123456']],
    ['a@office.example, 67123456', ['a@office.example', '67123456']],
    ['  ', []],
  ])('%s', (typed, values) => {
    expect(channelsIn(typed).map(({ value }) => value)).toEqual(values);
  });

  it.each([
    ['name@office.example', 'email', 'mailto:name@office.example'],
    ['mailto:name@office.example', 'email', 'mailto:name@office.example'],
    ['www.office.example/team', 'web', 'https://www.office.example/team'],
    ['http://office.example', 'web', 'http://office.example'],
    ['служба.укр', 'web', 'https://служба.укр'],
    ['116 006', 'phone', 'tel:116006'],
    ['ask at the desk', 'phone', undefined],
  ])('%s is of the kind %s', (typed, kind, href) => {
    const [channel] = channelsIn(typed, ' duty ');
    expect(channel).toMatchObject({ kind, label: 'duty' });
    expect(channel && ownHref(channel, true)).toBe(href);
  });
});

test('a number is found by its digits with and without what is dialled before them', () => {
  expect(digitsOf('+49 (0)30 1 23')).toEqual(['4930123', '49030123']);
  expect(digitsOf('00371 67123456')).toContain('37167123456');
  expect(digitsOf('ask at the desk')).toEqual([]);
});

test('whatever is typed, a link dials digits, writes to one mailbox or opens a page, and nothing else', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9 ()/;,x#*a-z@.:-]{0,40}$/)),
      (typed) => {
        const channels = channelsIn(typed);
        expect(channels.map(({ value }) => value).join('').length).toBeLessThanOrEqual(typed.length);
        for (const channel of channels) {
          const href = ownHref(channel, true);
          if (href === undefined) continue;
          expect(href).toMatch(/^(tel:\+?\d{2,18}(,\d{1,6})?|mailto:[^?]+|https?:\/\/.+)$/s);
          const number = numberIn(channel.value);
          if (number) expect(number.dial.replace('+', '')).toMatch(/^\d+$/);
        }
      },
    ),
  );
  for (const piece of ['1 ', '1/', '(1', 'a.', 'a@', ' or ', '+1(0)']) channelsIn(piece.repeat(2000));
});

it.each([
  ['Rang 40 40 40 15 on 3 March, Kari answered', '40404015'],
  ['night: +371 67 123 456, day: 112', '37167123456'],
  ['(067) 12-34-56', '067123456'],
])('a number in a note is found by its digits: %s', (text, digits) => {
  expect(numbersWithin(text)).toContain(digits);
});

it('a note without a number has none', () => {
  expect(numbersWithin('They meet at 9:30 in room 12, every Monday.')).toEqual([]);
});
