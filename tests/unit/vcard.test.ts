import fc from 'fast-check';
import { parse } from 'vcard4';
import { describe, expect, it } from 'vitest';
import { buildPacks } from '../../scripts/data/publish.ts';
import { readData } from '../../scripts/data/read.ts';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { isCall, isReachable } from '../../src/directory/dialling.ts';
import type { PackResponder } from '../../src/directory/pack.ts';
import { hiddenIn } from '../../src/directory/visible.ts';
import { type CardFrame, cardOfResponder, ownName } from '../../src/workspace/exchange/responder-card.ts';
import { type CardVersion, writeCards } from '../../src/workspace/exchange/write.ts';

const frame: CardFrame = {
  country: 'Latvia',
  note: 'Newest dated source: 2022; not rung,\nsay so.',
  date: '2026-11-21',
  home: { country: 'lv', emergency: [] },
  standing: 'lv',
  onlyInside: 'only inside Latvia',
  purposeOf: ({ purpose }) => purpose,
};
const packs = buildPacks(readData('data')).flatMap(({ pack }) => (pack.kind === 'country' ? [pack] : []));
const write = (responder: PackResponder, given: CardFrame, version?: CardVersion) =>
  writeCards([cardOfResponder(responder, given)], version);
const vcardOf = (responder: PackResponder, given: CardFrame) => write(responder, given, '4.0');

/** What an independent parser of RFC 6350 reads, by property. */
function read(
  card: string,
): Record<string, { value: unknown; type: string | string[] | undefined; group: string | null }[]> {
  const properties: ReturnType<typeof read> = {};
  const cards = [parse(card)].flat();
  expect(cards).toHaveLength(1);
  for (const { property, value, parameters, group } of cards[0]?.parsedVcard ?? []) {
    properties[property] ??= [];
    properties[property].push({ value, type: parameters.TYPE, group });
  }
  return properties;
}

const values = (card: string, property: string) => (read(card)[property] ?? []).map(({ value }) => value);

const numbersOf = (responder: PackResponder) =>
  responder.channels.flatMap(({ type, tel, value }) => (type === 'phone' || type === 'sms' ? (tel ?? value) : []));

function wellFormed(card: string) {
  expect(card).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n/);
  expect(card).toMatch(/\r\nEND:VCARD\r\n$/);
  expect(card.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
}

describe('the contact file', () => {
  it('gives every published responder with its names, numbers, mailboxes and pages', () => {
    for (const [pack, responder] of packs.flatMap((pack) => pack.responders.map((one) => [pack, one] as const))) {
      if (pack.country === 'eu') continue;
      const card = vcardOf(responder, { ...frame, home: pack, standing: pack.country });
      wellFormed(card);
      expect(values(card, 'FN')).toEqual([responder.name.en]);
      expect(values(card, 'TEL').toSorted()).toEqual(numbersOf(responder).toSorted());
      expect(values(card, 'EMAIL')).toEqual(
        responder.channels.flatMap(({ type, value }) => (type === 'email' ? value : [])),
      );
      expect(values(card, 'URL').toSorted()).toEqual(
        responder.channels
          .flatMap(({ type, value }) =>
            ['web', 'chat', 'form', 'telegram'].includes(type) ? value.replaceAll(',', '%2C') : [],
          )
          .toSorted(),
      );
      expect(values(card, 'ADR')).toHaveLength(responder.addresses?.length ?? 0);
      expect(values(card, 'NOTE')).toEqual([frame.note]);
      expect(values(card, 'UID')).toEqual([`harbour:${responder.id}`]);
    }
  });

  it('says which number is for what, and which takes text messages', () => {
    const [template] = packs.flatMap(({ responders }) => responders);
    if (!template) throw new Error('no responders');
    const sources = ['a'];
    const properties = read(
      vcardOf(
        {
          ...template,
          channels: [
            { type: 'phone', value: '+37167898343', tel: '+37167898343', purpose: 'Office; and advice', sources },
            { type: 'sms', value: '116006', short: true, tel: '116006', sources },
          ],
        },
        frame,
      ),
    );
    expect(properties.TEL).toEqual([
      { value: '+37167898343', type: 'voice,work', group: 'ITEM1' },
      { value: '116006', type: 'text,work', group: 'ITEM2' },
    ]);
    expect(properties['X-ABLABEL']).toEqual([
      { value: 'Office; and advice', type: undefined, group: 'ITEM1' },
      { value: 'only inside Latvia', type: undefined, group: 'ITEM2' },
    ]);
  });

  // What nobody sees is taken out of a card, and no page has it in a name.
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((any) => `a ${any}\\,"ā" z`)
    .filter((any) => hiddenIn(any) === undefined);
  const channel = fc.record({
    type: fc.constantFrom('phone' as const, 'sms' as const),
    value: fc.stringMatching(/^(\+[1-9]\d{6,14}|1\d{2,5})$/),
    purpose: text,
    sources: fc.constant<string[]>(['a']),
  });

  it('keeps any name, number, address and note through folding and escaping', () => {
    const [template] = packs.flatMap(({ responders }) => responders);
    if (!template) throw new Error('no responders');
    fc.assert(
      fc.property(text, text, text, text, fc.array(channel, { maxLength: 5 }), (en, own, street, note, channels) => {
        const responder: PackResponder = {
          ...template,
          name: { en, lv: own },
          channels: channels.map((one) => ({ ...one, tel: one.value })),
          addresses: [{ text: street, sources: ['a'] }],
        };
        const card = vcardOf(responder, { ...frame, note: `${note}\n${note}` });
        wellFormed(card);
        expect(values(card, 'FN')).toEqual([en]);
        expect(values(card, 'ORG').flat()).toEqual([own]);
        const numbers = [...channels].sort((a, b) => Number(a.type === 'sms') - Number(b.type === 'sms'));
        expect(values(card, 'TEL')).toEqual(numbers.map(({ value }) => value));
        expect(values(card, 'X-ABLABEL')).toEqual(
          numbers.map(({ purpose, value }) => (value.startsWith('+') ? purpose : `${purpose}; only inside Latvia`)),
        );
        expect(values(card, 'ADR')).toMatchObject([{ streetAddress: street, countryName: 'Latvia' }]);
        expect(values(card, 'NOTE')).toEqual([`${note}\n${note}`]);
      }),
    );
  });

  it('is of version 3.0 when nothing else is asked for, with the parts of a name and no line too long', () => {
    for (const { responders, ...home } of packs) {
      for (const responder of responders) {
        const card = write(responder, { ...frame, home, standing: 'lv' });
        const lines = card.replaceAll('\r\n ', '').split('\r\n');
        expect(lines.slice(0, 2)).toEqual(['BEGIN:VCARD', 'VERSION:3.0']);
        expect(lines.filter((line) => /^N(;[^:]*)?:.+;;;;$/.test(line))).toHaveLength(1);
        expect(lines.filter((line) => line.startsWith('KIND'))).toEqual([]);
        expect(lines.slice(-2)).toEqual(['END:VCARD', '']);
        for (const line of card.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }
    }
  });

  it('has as numbers only what rings the right place from where one stands; the others stand in the note', () => {
    for (const standing of COUNTRIES) {
      for (const { responders, ...home } of packs) {
        for (const responder of responders) {
          const lines = write(responder, { ...frame, home, standing })
            .replaceAll('\r\n ', '')
            .split('\r\n');
          const numbers = lines.flatMap((line) => /(?:^|\.)TEL[^:]*:(.*)$/.exec(line)?.[1] ?? []);
          const note = lines.find((line) => line.startsWith('NOTE')) ?? '';
          for (const channel of responder.channels.filter(isCall)) {
            const rings = isReachable(channel, home, standing, responder.channels);
            expect(numbers.includes(channel.value), `${responder.id} ${channel.value} ${standing}`).toBe(rings);
            if (!rings) expect(note).toContain(channel.national ?? channel.value);
          }
        }
      }
    }
  });

  it.each([
    [{ en: 'Safe House', lv: 'Drošā māja' }, 'Drošā māja'],
    [{ lv: 'Drošā māja', en: 'Safe House' }, 'Drošā māja'],
    [{ en: 'Safe House' }, 'Safe House'],
  ])('takes %o for %s', (name, own) => {
    expect(ownName(name as Record<string, string>)).toBe(own);
  });
});
