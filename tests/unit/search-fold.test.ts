import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, words } from '../../src/search/fold.ts';

describe('folding', () => {
  it.each([
    ['ä ö õ ü å æ ø ß', 'a o o u a ae o ss'],
    ['š ž č ć ę ą ł ń ó ś ź ż', 's z c c e a l n o s z z'],
    ['ā ē ģ ī ķ ļ ņ ū ė į ų', 'a e g i k l n u e i u'],
    ['ð þ đ ı ă â î ș ț ş ţ', 'd th d i a a i s t s t'],
    ['PATVĒRUMS „Drošā māja“', 'patverums drosa maja'],
    ["Сім'я – СІМ’Я", 'сімя сімя'],
    ['Ёлка, Київ й', 'елка київ й'],
    ['Po\u00a0MOC\u2011dom\u2009\u2014\u3000now', 'po moc dom now'],
    ['Ri\u0304ga'.normalize('NFD'), 'riga'],
    ['soft\u00adhyphen zero\u200bwidth', 'softhyphen zerowidth'],
    ['𝐁𝐨𝐥𝐝 ﬁ ①', 'bold fi 1'],
    ['👍🏽 ‼ \u0000\u202e.*+?^$', ''],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('leads back to the original spelling', () => {
    expect(words('„Drošā māja“, Weißer Ring')).toEqual([
      { text: 'drosa', start: 1, end: 6 },
      { text: 'maja', start: 7, end: 11 },
      { text: 'weisser', start: 14, end: 20 },
      { text: 'ring', start: 21, end: 25 },
    ]);
  });

  it('gives words that lie in the text one after the other, and is the same when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        let last = 0;
        for (const { start, end, text: word } of words(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(word).not.toContain(' ');
          last = end;
        }
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
