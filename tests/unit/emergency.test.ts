import { describe, expect, test } from 'vitest';
import { COUNTRIES } from '../../src/directory/codes.ts';
import {
  areMuchRemarked,
  exceptions,
  type FirstEmergency,
  inOrder,
  insideAndAbroad,
  isUrgent,
  readable,
  remarks,
} from '../../src/directory/emergency.ts';
import type { FirstContact, FirstContacts } from '../../src/directory/first-contacts.ts';

const entry = (number: string, ...purposes: string[]): FirstEmergency => ({ number, for: purposes });
const all = entry('112', 'police', 'ambulance', 'fire');

describe('the order of emergency numbers', () => {
  test.each<[string, FirstEmergency[], string[]]>([
    ['the one that reaches all three first', [entry('110', 'police'), all], ['112', '110']],
    ['the first of equals', [all, entry('+3726000112', 'police', 'ambulance', 'fire')], ['112', '+3726000112']],
    [
      'urgent before what can wait',
      [entry('112', 'police'), entry('02800', 'police-non-emergency'), entry('113', 'ambulance')],
      ['112', '113', '02800'],
    ],
    ['a country with the police alone', [entry('102', 'police')], ['102']],
    ['none', [], []],
  ])('%s', (_, numbers, expected) => {
    expect(inOrder(numbers).map(({ number }) => number)).toEqual(expected);
  });
});

test.each([
  [entry('112', 'police'), true],
  [entry('112', 'police', 'police-non-emergency'), true],
  [entry('1177', 'health-advice'), false],
  [entry('114', 'police-non-emergency', 'health-advice'), false],
])('%o is urgent: %s', (number, expected) => {
  expect(isUrgent(number)).toBe(expected);
});

test('exceptions are the countries where 112 does not reach all three', () => {
  const contact = (...emergency: FirstEmergency[]): FirstContact => ({
    checked: '2026-11',
    timeZone: 'Europe/Riga',
    holidays: [],
    emergency,
    lines: [],
  });
  const contacts = Object.fromEntries(COUNTRIES.map((code) => [code, contact(all)])) as FirstContacts;
  contacts.no = contact(entry('112', 'police'), entry('113', 'ambulance'), entry('116117', 'health-advice'));
  contacts.ua = contact(entry('102', 'police'));
  contacts.de = contact(entry('110', 'police'), all);
  expect(exceptions(contacts)).toEqual([
    { country: 'no', kind: 'part', numbers: [entry('113', 'ambulance')] },
    { country: 'ua', kind: 'none', numbers: [entry('102', 'police')] },
  ]);
});

test('numbers for callers elsewhere stand apart', () => {
  const elsewhere = entry('+3726000112', 'police');
  expect(insideAndAbroad([elsewhere, all])).toEqual({ inside: [all], abroad: [elsewhere] });
});

test('numbers that share a remark stand together', () => {
  const numbers = [
    { ...all, note: 'Everywhere.' },
    { ...entry('102', 'police'), note: 'From mobiles.' },
    { ...entry('116117', 'health-advice'), note: 'From mobiles.' },
    entry('104', 'fire'),
  ];
  expect(remarks(numbers)).toEqual([
    { numbers: ['112'], text: 'Everywhere.' },
    { numbers: ['102', '116 117'], text: 'From mobiles.' },
  ]);
});

test.each<[string, number, number, boolean]>([
  ['nothing is remarked, of however many', 12, 0, false],
  ['much of one number', 1, 300, false],
  ['more of one number', 1, 301, true],
  ['as much of three', 3, 101, true],
  ['little of three', 3, 100, false],
])('remarks are folded where they would push the line off the first screen: %s', (_, count, letters, folded) => {
  const numbers = Array.from({ length: count }, (_none, at) => entry(String(110 + at), 'police'));
  const [first = all, ...others] = numbers;
  const remarked = letters > 0 ? { ...first, note: 'x'.repeat(letters) } : first;
  expect(areMuchRemarked([remarked, ...others])).toBe(folded);
});

test.each([
  ['112', '112'],
  ['116117', '116 117'],
  ['02800', '02800'],
  ['+3726000112', '+372 6000112'],
  ['+4570202550', '+45 70202550'],
  ['+79991234567', '+7 9991234567'],
  ['+380442895557', '+380 442895557'],
])('%s reads %s', (number, expected) => {
  expect(readable(number)).toBe(expected);
});
