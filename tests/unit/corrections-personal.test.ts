/** What looks like a person's data, and what does not. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PersonalKind, personalIn } from '../../src/corrections/personal.ts';

const TODAY = new Date('2026-11-27T12:00:00Z');
const KNOWN = ['+37126123456', '+371 26 123 456', '26 123 456', '116006', 'info@example.lv'];

it.each<[string, PersonalKind[]]>([
  ['dzimusi 14.03.2009', ['birth']],
  ['born in 1998', ['birth']],
  ['sünd. 2001', ['birth']],
  ['gim. 1987 m.', ['birth']],
  ['ur. 02.11.1999', ['birth']],
  ['geb. 1990', ['birth']],
  ['née en 1990-05-17', ['birth']],
  ['родилась 5 мая 1999', ['birth']],
  ['1999 г.р.', ['birth']],
  ['народилася у 2003', ['birth']],
  ['родена през 2003', ['birth']],
  ['născută în 2004', ['birth']],
  ['syntynyt 1.2.1995', ['birth']],
  ['født 1995', ['birth']],
  ['وُلدت ١٤/٠٣/١٩٩٩', ['birth']],
  ['the date was 14/03/1999', ['birth']],
  ['140309-12345', ['document']],
  ['131052-308T', ['document']],
  ['19900101-1234', ['document']],
  ['49403136526', ['document']],
  ['CNP 2900101123456', ['document']],
  ['ЕГН 9001011234', ['document']],
  ['passport LV1234567', ['document']],
  ['паспорт ФВ 123456', ['document']],
  ['Reisepass Nr. C01234567', ['document']],
  ['pase 12345678', ['document']],
  ['write to anna.k@example.com', ['mailbox']],
  ['пишіть на oksana@приклад.укр', ['mailbox']],
  ['she has +380 67 123 45 67', ['number']],
  ['тел. 067 123 45 67', ['number']],
  ['٠٦٧١٢٣٤٥٦', ['number']],
  ['dzim. 14.03.2009, pase LV1234567, +371 29 999 999', ['birth', 'document', 'number']],
])('warns: %s', (text, kinds) => {
  expect(personalIn(text, KNOWN, TODAY).sort()).toEqual(kinds);
});

it.each([
  '',
  'The line moved to another office.',
  'Answers Mo-Fr 9.00-17.00, 12.00-13.00 closed',
  'Open 09:00-17:00 since 2024-2025',
  'Since 1 March 2026 the number is 26 123 456.',
  'It was rung on 2026-11-20, and again on 24.11.2026.',
  '116 006 and 116006',
  '+371 26123456 does not work',
  'INFO@example.lv is right',
  'see https://example.org/2019/12345678901/page',
  'LV-1010, Rīga, Brīvības iela 12-34',
  'Law of 2014, § 1512',
  'Не працює з 2025 року.',
])('says nothing: %s', (text) => {
  expect(personalIn(text, KNOWN, TODAY)).toEqual([]);
});

it('takes any text, quickly enough for every key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1500 }), (text) => {
      expect(new Set(personalIn(text, KNOWN, TODAY)).size).toBe(personalIn(text, KNOWN, TODAY).length);
    }),
  );
  // Patterns that could go back and forth over it for ever.
  for (const piece of ['born ', '1 ', '1.', 'a@', '+1(', 'née 1 1 ']) personalIn(piece.repeat(500), KNOWN, TODAY);
});
