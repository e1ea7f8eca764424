/** What in a note looks like a victim's data, and what only looks like it to a machine. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { looksPersonal, type PersonalKind } from '../../src/workspace/personal.ts';

const TODAY = new Date('2026-11-27T12:00:00Z');

it.each<[string, PersonalKind]>([
  // When somebody was born, in the fifteen languages
  ['she was born in Rivne', 'birth'],
  ['DOB 3/5/07', 'birth'],
  ['date of birth on the paper', 'birth'],
  ['sündinud 2001', 'birth'],
  ['sünniaeg teada', 'birth'],
  ['dzimusi Kijivā', 'birth'],
  ['dzimšanas datums', 'birth'],
  ['gimė 1999 m.', 'birth'],
  ['gimimo data', 'birth'],
  ['født i 1998', 'birth'],
  ['fødselsdato mangler', 'birth'],
  ['född 2003', 'birth'],
  ['födelsedatum', 'birth'],
  ['syntynyt Turussa', 'birth'],
  ['syntymäaika', 'birth'],
  ['fædd 1999', 'birth'],
  ['geboren in Cluj', 'birth'],
  ['geb. 1990', 'birth'],
  ['urodzona w Lublinie', 'birth'],
  ['ur. 12.03.2001', 'birth'],
  ['născută în Bacău', 'birth'],
  ['родилась в 2003', 'birth'],
  ['1999 г.р.', 'birth'],
  ['народилася у Львові', 'birth'],
  ['родена в Плевен', 'birth'],
  ['14.03.2009', 'birth'],
  ['2009-03-14', 'birth'],
  ['١٤/٠٣/١٩٩٩', 'birth'],
  // Documents and the numbers of persons
  ['her passport is with the employer', 'document'],
  ['pase ir pie darba devēja', 'document'],
  ['pasas paimtas', 'document'],
  ['passi number', 'document'],
  ['vegabréf', 'document'],
  ['Reisepass einbehalten', 'document'],
  ['paszport zabrany', 'document'],
  ['pașaport', 'document'],
  ['паспорт забрали', 'document'],
  ['Pass Nr. C01234567', 'document'],
  ['pas nr. 123456789', 'document'],
  ['isikukood', 'document'],
  ['PESEL', 'document'],
  ['ЕГН', 'document'],
  ['LV1234567', 'document'],
  ['ФВ 123456', 'document'],
  ['C01234567', 'document'],
  ['45 10 123456', 'document'],
  ['49403136526', 'document'], // Estonia
  ['33309240064', 'document'], // Lithuania
  ['161175-19997', 'document'], // Latvia
  ['32867300679', 'document'], // Latvia since 2017
  ['44051401359', 'document'], // Poland
  ['131052-308T', 'document'], // Finland
  ['640823-3234', 'document'], // Sweden
  ['19640823-3234', 'document'],
  ['196408233234', 'document'],
  ['120174-3399', 'document'], // Iceland
  ['070761-4285', 'document'], // Denmark
  ['15108695088', 'document'], // Norway
  ['7523169263', 'document'], // Bulgaria
  ['1800101221144', 'document'], // Romania
  ['1759013776', 'document'], // Ukraine
])('warns: %s', (text, kind) => {
  expect(looksPersonal(text, TODAY)).toContain(kind);
});

it.each([
  '',
  'Ask for the duty officer after eight.',
  '+371 26 123 456',
  '+37126123456',
  '0037126123456',
  '067 123 45 67',
  '0671234567',
  '26123456',
  '8 800 555-35-35',
  '116 006, 112',
  '+49 (0)30 123-4567',
  'We met on 24.11.2026 and again on 2026-12-01.',
  'Visit of 3-5 March 2026, 9:00-17:00',
  'The centre opened in 1998.',
  'Law of 2014, § 1512',
  'Reg. No. 40003012345',
  'LV-1010 Rīga, Brīvības iela 12-34',
  'Bornholm and Osborne House',
  'dzimumnoziegumi, dzimumu līdztiesība',
  'gimnazija Vilniuje',
  'He passes the form on; pass it to the shelter.',
  'arbetspass klockan 8, passar bra',
  'på det viset, passiv, passage',
  'народ, Народна рада, родина, рождественский',
  'Their compass and passion',
  'write to born@office.example or https://office.example/passport/19900101',
  'Flight RO 1234, bus 45, room B12',
  'IBAN is on the form',
  'hetkel ei tea',
])('says nothing: %s', (text) => {
  expect(looksPersonal(text, TODAY)).toEqual([]);
});

it('takes any text, quickly enough for every key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1500 }), (text) => {
      const kinds = looksPersonal(text, TODAY);
      expect(new Set(kinds).size).toBe(kinds.length);
    }),
  );
  for (const piece of ['born', '1 ', '1.', 'pass ', '45 10 ', '131052-']) looksPersonal(piece.repeat(500), TODAY);
});
