/** Contact cards that leave and come in: judged by two readers that are not ours, and by what offices and phones write. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import decodeQR from 'qr/decode.js';
import { parse } from 'vcard4';
import { describe, expect, it } from 'vitest';
import { CARD_FILES, hostileCards } from '../../scripts/soak/hostile-cards.ts';
import { hiddenIn } from '../../src/directory/visible.ts';
import { type Card, cardOfContact } from '../../src/workspace/exchange/card.ts';
import { codeOf, MOST_IN_CODE, textForCode } from '../../src/workspace/exchange/code.ts';
import { conflictsOf, likeOf, merged, newContacts, saysAll } from '../../src/workspace/exchange/merge.ts';
import { MOST_BYTES, MOST_CARDS, readCards } from '../../src/workspace/exchange/read.ts';
import { mailboxIn, pageIn, telephoneIn, withoutTrunkZero } from '../../src/workspace/exchange/ways.ts';
import { type CardVersion, writeCards, writeForCode } from '../../src/workspace/exchange/write.ts';
import type { OwnChannel, OwnContact } from '../../src/workspace/own.ts';

const read = (name: string) => readCards(new Uint8Array(readFileSync(join(CARD_FILES, name))));
const only = (content: string | Uint8Array) => {
  const { cards, broken, more } = readCards(content);
  expect({ cards: cards.length, broken, more }).toEqual({ cards: 1, broken: [], more: 0 });
  return cards[0] as (typeof cards)[number];
};
const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', 'FN:A', ...lines, 'END:VCARD', ''].join('\r\n');

describe('cards as phones and offices write them', () => {
  it('of version 2.1 from a phone: bare types, quoted-printable over several lines, a picture', () => {
    expect(read('android-2.1.vcf').cards).toEqual([
      {
        contact: {
          name: 'Žanete Ērika Kalniņa',
          role: 'vecākā speciāliste',
          organisation: 'Valsts sociālās aprūpes un pieņemšanas centrs Rīgā, atbalsta nodaļa',
          channels: [
            { kind: 'phone', value: '+371 2000 0001' },
            { kind: 'phone', value: '67000002' },
            { kind: 'phone', value: '+37167000003', label: 'Fax' },
            { kind: 'email', value: 'zanete@office.example' },
            { kind: 'web', value: 'https://www.office.example/lv' },
          ],
          languages: [],
          note: 'Zvanīt no 9 līdz 17.\nNaktī: uz dežurtālruni, tas ir otrais numurs.',
        },
        left: [
          { what: 'property', name: 'PHOTO' },
          { what: 'property', name: 'BDAY' },
        ],
      },
    ]);
  });

  it('of version 2.1 from an office, in a character set of its own', () => {
    expect(read('outlook-2.1.vcf').cards[0]?.contact).toEqual({
      name: 'Šarūnė Žukauskienė',
      organisation: 'Policijos biuras, Šeštas skyrius',
      country: 'lt',
      channels: [
        { kind: 'phone', value: '+370 (5) 200 0004' },
        { kind: 'phone', value: '8 600 00005' },
        { kind: 'email', value: 'sarune@police.example' },
      ],
      languages: [],
    });
  });

  it('of version 2.1 with bare bytes of another character set, and the same number twice', () => {
    expect(only(new Uint8Array(readFileSync(join(CARD_FILES, 'nokia-2.1.vcf'))))).toEqual({
      contact: {
        name: 'Олена Петрівна Шевченко',
        channels: [
          { kind: 'phone', value: '+380440000006' },
          { kind: 'phone', value: '0440000007' },
        ],
        languages: [],
      },
      left: [],
    });
  });

  it('of version 3.0 with labels in groups', () => {
    const { contact, left } = read('ios-3.0.vcf').cards[0] ?? {};
    expect(contact).toEqual({
      name: 'Dr. Jörg Grünwald',
      role: 'Leiter',
      organisation: 'Fachberatungsstelle, Nord, Team 2',
      country: 'de',
      channels: [
        { kind: 'phone', value: '+49 (0)30 1000 008', label: 'Nachtdienst; nur Frauen' },
        { kind: 'phone', value: '+49 30 1000009', label: 'Work' },
        { kind: 'phone', value: '0170 1000010' },
        { kind: 'email', value: 'joerg@beratung.example' },
        { kind: 'web', value: 'https://www.beratung.example/berlin', label: 'HomePage' },
      ],
      languages: [],
      note: 'Spricht langsam am Telefon\nTreffen im Mai',
    });
    expect(left?.map((one) => 'name' in one && one.name)).toEqual(['ADR', 'PHOTO', 'X-SOCIALPROFILE']);
  });

  it('of version 3.0, several behind a byte order mark', () => {
    expect(read('google-3.0.vcf').cards.map(({ contact }) => contact)).toEqual([
      {
        name: 'Ioana Mănescu',
        role: 'Coordonatoare',
        organisation: 'Asociația „Adăpost”',
        channels: [
          { kind: 'email', value: 'ioana@ngo.example' },
          { kind: 'phone', value: '+40 21 000 0011' },
        ],
        languages: [],
      },
      {
        name: 'Мария Иванова',
        channels: [{ kind: 'phone', value: '+359 2 000 0012' }],
        languages: [],
        note: 'A line that is folded, with a comma',
      },
    ]);
  });

  it('of version 4.0 with addresses for numbers, and languages', () => {
    expect(read('nextcloud-4.0.vcf').cards[0]?.contact).toEqual({
      name: 'Åsa Ström',
      role: 'utredare',
      organisation: 'Polismyndigheten, Gruppen mot människohandel',
      country: 'se',
      channels: [
        { kind: 'phone', value: '+46-8-000-0014 ext. 12' },
        { kind: 'phone', value: '+46 70 000 00 15' },
        { kind: 'email', value: 'asa@polis.example' },
      ],
      languages: ['sv', 'en'],
    });
  });

  it('of which one is broken and one breaks off: the others are there', () => {
    const { cards, broken } = read('broken.vcf');
    expect(cards.map(({ contact }) => contact.name)).toEqual(['Anna Nowak', 'Broken Off', 'Mari Tamm']);
    expect(cards[1]?.left).toEqual([{ what: 'end' }]);
    expect(broken).toEqual([{ place: 2, begins: 'NOTE: nobody is named here' }]);
  });

  it.each([
    ['UTF-16, little end first', new Uint8Array([0xff, 0xfe, ...Buffer.from(card('ORG:Ēvele'), 'utf16le')])],
    ['a byte order mark in a text', `\ufeff${card('ORG:Ēvele')}`],
    ['line feeds alone', card('ORG:Ēvele').replaceAll('\r\n', '\n')],
    ['carriage returns alone', card('ORG:Ēvele').replaceAll('\r\n', '\r')],
    ['no line end at the end', card('ORG:Ēvele').trim()],
    ['small letters', 'begin:vcard\nversion:3.0\nfn:A\norg:Ēvele\nend:vcard'],
    ['something before and behind', `Hello\n${card('ORG:Ēvele')}\nBye`],
    ['a letter folded in its middle', Buffer.from(card('ORG:Ēvele')).toString('latin1').replace('Ä', 'Ä\r\n ')],
  ])('with %s', (_, content) => {
    const bytes =
      typeof content === 'string' && content.includes('\u00c4')
        ? new Uint8Array(Buffer.from(content, 'latin1'))
        : content;
    expect(only(bytes).contact).toEqual({ name: 'A', organisation: 'Ēvele', channels: [], languages: [] });
  });

  it('in letters that nothing names are guessed, and that is said', () => {
    const { contact, left } = only(new Uint8Array(Buffer.from(card('ORG:Café'), 'latin1')));
    expect(contact.organisation).toBe('Café');
    expect(left).toEqual([{ what: 'letters' }]);
  });
});

describe('what becomes of a value', () => {
  it.each([
    ['+49 (0)30 1 23', '+49 (0)30 1 23'],
    ['tel:+371-67000000;ext=12', '+371-67000000 ext. 12'],
    ['116 006', '116 006'],
    ['(8-5) 200 00 00', '(8-5) 200 00 00'],
    ['67000000 ext. 12', '67000000 ext. 12'],
    ['67000000,,12', undefined],
    ['*21*+37120000000#', undefined],
    ['**21*20000000#', undefined],
    ['javascript:alert(1)', undefined],
    ['tel:javascript:1', undefined],
    ['+371', '+371'],
    ['1', undefined],
    ['call me', undefined],
    ['12345678901234567890123', undefined],
  ])('the number %s: %s', (text, number) => {
    expect(telephoneIn(text)).toBe(number);
  });

  it.each([
    ['name@office.example', 'name@office.example'],
    ['mailto:name@office.example', 'name@office.example'],
    ['name@office.example?cc=other@office.example', undefined],
    ['a b@office.example', undefined],
    ['"><b>@office.example', undefined],
    ['name@office', undefined],
    // A Cyrillic "а" in a Latin host.
    ['name@p\u0430ypal.example', undefined],
  ])('the mailbox %s: %s', (text, mailbox) => {
    expect(mailboxIn(text)).toBe(mailbox);
  });

  it.each([
    ['https://office.example/a', 'https://office.example/a'],
    ['office.example', 'https://office.example'],
    ['office.example:8080/a', 'https://office.example:8080/a'],
    ['javascript:alert(1)', undefined],
    ['JaVaScRiPt://office.example/%0aalert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://user:word@office.example', undefined],
    ['https://localhost/', undefined],
    ['file:///etc/passwd', undefined],
    ['https://p\u0430ypal.example', undefined],
    ['not a page', undefined],
  ])('the page %s: %s', (text, page) => {
    expect(pageIn(text)).toBe(page);
  });

  it('what is no number, mailbox or page is said and becomes none', () => {
    const { contact, left } = only(
      card('TEL:*21*+371#', 'EMAIL:nobody', 'URL:javascript:alert(1)', 'TEL:+371 20000001'),
    );
    expect(contact.channels).toEqual([{ kind: 'phone', value: '+371 20000001' }]);
    expect(left).toEqual([
      { what: 'way', kind: 'phone', value: '*21*+371#' },
      { what: 'way', kind: 'email', value: 'nobody' },
      { what: 'way', kind: 'web', value: 'javascript:alert(1)' },
    ]);
  });

  it('two numbers in one field are two', () => {
    expect(only(card('TEL:+371 67000000 / +371 67000001')).contact.channels.map(({ value }) => value)).toEqual([
      '+371 67000000',
      '+371 67000001',
    ]);
  });

  it('what nobody sees is taken out and named; markup is text', () => {
    const { contact, left } = only('BEGIN:VCARD\nFN:\u202eAn\u0000na\u200f <b>x</b>\nNOTE:a\\n\u0007b\nEND:VCARD');
    expect(contact).toMatchObject({ name: 'Anna <b>x</b>', note: 'a\nb' });
    expect(left).toEqual([{ what: 'hidden', characters: ['U+0000', 'U+0007', 'U+200F', 'U+202E'] }]);
  });

  it('has limits, and says which was reached', () => {
    const { contact, left } = only(
      card(
        `ORG:${'o'.repeat(1000)}`,
        `NOTE:${'n'.repeat(9000)}`,
        ...Array.from({ length: 30 }, (_, at) => `TEL:${at}00000000`),
      ),
    );
    expect(contact.organisation).toHaveLength(160);
    expect(contact.note).toHaveLength(2000);
    expect(contact.channels).toHaveLength(20);
    expect(left).toEqual([
      { what: 'cut', field: 'channels' },
      { what: 'cut', field: 'organisation' },
      { what: 'cut', field: 'note' },
    ]);
    expect(readCards(card().repeat(MOST_CARDS + 3))).toMatchObject({ more: 3 });
    expect(readCards(new Uint8Array(MOST_BYTES + 1)).problem).toBe('size');
    expect(readCards('Hello').problem).toBe('no card');
  });
});

/** Texts as people write them, with all that has to be escaped. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map(
    (any) =>
      `a ${[...any]
        .filter((character) => !hiddenIn(character))
        .join('')
        .replace(/\s/gu, ' ')}\\,;:"ā n\\n z`,
  )
  .map((any) => any.replace(/ +/g, ' ').normalize('NFC'));
const channel: fc.Arbitrary<OwnChannel> = fc
  .oneof(
    fc.record({
      kind: fc.constant('phone' as const),
      value: fc.stringMatching(/^(\+[1-9]\d{6,11}|1\d{2,5}|0\d{2} \d{3} \d{2})( ext\. \d{1,4})?$/),
      label: fc.option(text, { nil: undefined }),
    }),
    fc.record({
      kind: fc.constant('email' as const),
      value: fc.emailAddress().filter((one) => mailboxIn(one) === one),
    }),
    fc.record({
      kind: fc.constant('web' as const),
      value: fc.stringMatching(/^https:\/\/[a-z]{2,9}\.example\/[a-z0-9/]{0,20}$/),
    }),
  )
  .map((one) => JSON.parse(JSON.stringify(one)) as OwnChannel);
const contact = fc
  .record(
    {
      id: fc.uuid(),
      at: fc.integer(),
      name: text,
      role: text,
      organisation: text,
      country: fc.constantFrom('lv', 'de', 'ua', 'ro'),
      channels: fc.uniqueArray(channel, {
        maxLength: 6,
        selector: ({ value }) => value.replace(/\D/g, '') || value.toLowerCase(),
      }),
      languages: fc.uniqueArray(fc.constantFrom('lv', 'de', 'uk', 'en'), { maxLength: 3 }),
      met: text,
      note: fc.tuple(text, text).map((lines) => lines.join('\n')),
      responder: fc.constantFrom('lv-patverums-drosa-maja'),
      mine: fc.constant(true as const),
    },
    { requiredKeys: ['id', 'at', 'name', 'channels', 'languages'] },
  )
  .map((one) => one as OwnContact);
const leaving = (of: OwnContact) => cardOfContact(of, of.country && 'its country');
/** What is to arrive of a contact: all but what belongs to the phone it was on. */
const arriving = ({ id: _, at: __, met: ___, mine, note, organisation, ...rest }: OwnContact) => ({
  ...rest,
  // An organisation of that very name is who one wrote down, not where somebody works.
  ...(organisation !== undefined && organisation !== rest.name && { organisation }),
  ...(mine && note !== undefined && { note }),
});
const wellFolded = (file: string) => {
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) {
    const bytes = Buffer.from(line);
    expect(bytes.length).toBeLessThanOrEqual(75);
    expect(bytes.toString()).toBe(line);
  }
};

describe('cards that leave', () => {
  it.each<CardVersion>(['3.0', '4.0'])('come in again as they were, version %s', (version) => {
    fc.assert(
      fc.property(fc.array(contact, { minLength: 1, maxLength: 3 }), (contacts) => {
        const file = writeCards(contacts.map(leaving), version);
        wellFolded(file);
        const { cards, broken } = readCards(new TextEncoder().encode(file));
        expect(broken).toEqual([]);
        expect(cards).toEqual(contacts.map((one) => ({ id: one.id, contact: arriving(one), left: [] })));
      }),
    );
  });

  it('are read by ical.js (3.0) and vcard4 (4.0) as they were meant', () => {
    fc.assert(
      fc.property(contact, (any) => {
        // Both take the `\\n` of an escaped backslash before an n for a line end: they are not asked about backslashes.
        const one = JSON.parse(JSON.stringify(any).replaceAll('\\\\', '/')) as OwnContact;
        const labels = one.channels.flatMap(({ label }) => label ?? []);
        const [, jcard] = ICAL.parse(writeCards([leaving(one)], '3.0')) as [
          string,
          [string, object, string, unknown][],
        ];
        // It keeps the escape of a semicolon in a text that has no parts.
        const values = (name: string) =>
          jcard.flatMap(([key, , , value]) => (key === name ? String(value).replaceAll('\\;', ';') : []));
        expect(values('fn')).toEqual([one.name]);
        expect(values('tel')).toEqual(one.channels.flatMap(({ kind, value }) => (kind === 'phone' ? value : [])));
        expect(values('email')).toEqual(one.channels.flatMap(({ kind, value }) => (kind === 'email' ? value : [])));
        expect(values('x-ablabel')).toHaveLength(labels.length);
        const properties = [parse(writeCards([leaving(one)], '4.0'))].flat()[0]?.parsedVcard ?? [];
        const of = (name: string) => properties.flatMap(({ property, value }) => (property === name ? [value] : []));
        expect(of('FN')).toEqual([one.name]);
        expect(of('X-ABLABEL')).toEqual(labels);
        expect(of('TITLE')).toEqual(one.role ? [one.role] : []);
        expect(of('LANG')).toEqual(one.languages);
      }),
    );
  });

  it('say nothing of where one met and what one noted, but on one’s own card', () => {
    const one: OwnContact = {
      id: 'x',
      at: 1,
      name: 'A',
      channels: [],
      languages: [],
      met: 'at the fair',
      note: 'secret',
    };
    expect(writeCards([leaving(one)])).not.toMatch(/fair|secret/);
    expect(writeCards([leaving({ ...one, mine: true })])).toMatch(/NOTE:secret/);
  });

  it.each([
    ['+49 (0)30 1 23', '+49 30 1 23'],
    ['0049 (0) 30 1', '0049 30 1'],
    ['+371 20000001', '+371 20000001'],
    ['(0)30 1 23', '(0)30 1 23'],
  ])('%s leaves as %s, which works from anywhere', (typed, left) => {
    expect(withoutTrunkZero(typed)).toBe(left);
  });
});

describe('a card in a QR code', () => {
  /** What a camera sees of a code, each square some pixels wide. */
  function seenBy({ rows }: ReturnType<typeof codeOf>, scale = 4): string {
    const width = rows.length * scale;
    const data = new Uint8Array(width * width * 4).fill(255);
    for (let y = 0; y < width; y++) {
      for (let x = 0; x < width; x++) {
        if (!rows[Math.floor(y / scale)]?.[Math.floor(x / scale)]) continue;
        const at = (y * width + x) * 4;
        data[at] = data[at + 1] = data[at + 2] = 0;
      }
    }
    return decodeQR(
      { width, height: width, data },
      { effort: Number.POSITIVE_INFINITY, timeLimit: Number.POSITIVE_INFINITY },
    );
  }
  const short = (of: OwnContact): Card => leaving({ ...of, channels: of.channels.slice(0, 2) });

  it('is read as it was meant, in any script', () => {
    fc.assert(
      fc.property(contact, (one) => {
        const whole = short(one);
        const { text, leftOut } = textForCode(whole);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_IN_CODE);
        expect(seenBy(codeOf(whole))).toBe(text);
        const { id, contact: there } = only(text);
        if (!leftOut.includes('name')) expect(there.name).toBe(one.name);
        if (leftOut.length > 0) return;
        expect([writeForCode(whole), writeForCode({ ...whole, uid: undefined })]).toContain(text);
        expect(id).toBe(text.includes('UID:') ? one.id : undefined);
        expect(there.channels.map(({ value }) => value)).toEqual(whole.ways.map(({ value }) => value));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps what a number is for, without the signs that readers of codes cut at', () => {
    const { contact: there } = only(
      writeForCode({ name: 'A', ways: [{ kind: 'phone', value: '+371 20000001', label: 'night: women, "safe"' }] }),
    );
    expect(there.channels).toEqual([{ kind: 'phone', value: '+371 20000001', label: 'night women safe' }]);
  });

  it('that holds too much has fewer fields, and says which; the name and the first number stay', () => {
    const big: Card = {
      name: 'Ņ'.repeat(100),
      organisation: 'Organisation '.repeat(20),
      role: 'Role '.repeat(30),
      note: 'Note '.repeat(300),
      languages: ['de'],
      addresses: [{ text: 'Street '.repeat(20) }],
      ways: [
        ...Array.from({ length: 12 }, (_, at) => ({
          kind: 'phone' as const,
          value: `+3712000000${at}`,
          label: 'l'.repeat(60),
        })),
        { kind: 'web', value: `https://a.example/${'p'.repeat(300)}` },
      ],
    };
    const { text, leftOut } = textForCode(big);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_IN_CODE);
    expect(leftOut.slice(0, 6)).toEqual(['note', 'address', 'pages', 'labels', 'languages', 'ways']);
    expect(only(text).contact).toMatchObject({
      name: 'Ņ'.repeat(100),
      channels: [{ kind: 'phone', value: '+37120000000' }, {}, {}, {}],
    });
    const { leftOut: most } = textForCode({ ...big, name: '\u{1F600}'.repeat(900) });
    expect(most.at(-1)).toBe('name');
    expect(
      textForCode({ ...big, name: 'A', note: undefined, organisation: 'B', role: 'C', ways: [], addresses: [] })
        .leftOut,
    ).toEqual([]);
  });
});

const own = (channels: string[], more: Partial<OwnContact> = {}): OwnContact => ({
  id: more.name ?? 'x',
  at: 1,
  name: 'Anna Ozola',
  languages: [],
  ...more,
  channels: channels.map((value) => ({
    kind: value.includes('@') ? 'email' : value.includes('/') ? 'web' : 'phone',
    value,
  })),
});

const comesAs = (contact: OwnContact, id?: string) => ({ contact, left: [], ...(id && { id }) });

describe('somebody who may be there already', () => {
  it.each<[string, string[], string[], boolean]>([
    ['the same number, written otherwise', ['+371 2000-0001'], ['0037120000001'], true],
    ['with and without the nought for callers inside', ['+49 (0)30 123456'], ['+4930123456'], true],
    ['as dialled inside its country', ['+4930123456'], ['030 123456'], true],
    ['inside without any nought, where there is none', ['+37167000000'], ['67000000'], true],
    ['another number', ['+37167000000'], ['+37167000001'], false],
    ['another extension', ['+37167000000 ext. 1'], ['+37167000000 ext. 2'], false],
    ['the same mailbox in other case', ['Name@Office.example'], ['name@office.example'], true],
    ['the page of an office, which many share', ['https://office.example/'], ['https://office.example/'], false],
    ['a number and a mailbox', ['+37167000000'], ['a@office.example'], false],
  ])('%s', (_, here, comes, same) => {
    expect(likeOf(comesAs(own(comes)), [own(['+358 1 2345678']), own(here)]) !== undefined).toBe(same);
  });

  it('a short number is another line in every country', () => {
    expect(likeOf(comesAs(own(['116006'], { country: 'lv' })), [own(['116 006'], { country: 'de' })])).toBeUndefined();
    expect(likeOf(comesAs(own(['116006'], { country: 'lv' })), [own(['116 006'], { country: 'lv' })])).toBeDefined();
  });

  it('is rather the one with the same name, of several at one number', () => {
    const contacts = [own(['+37167000000'], { name: 'Bērziņš' }), own(['+37167000000'], { name: 'Ozola' })];
    expect(likeOf(comesAs(own(['+37167000000'], { name: 'OZOLA' })), contacts)?.name).toBe('Ozola');
  });

  it('is the one of whom the card was made, whatever has changed since', () => {
    const contacts = [own(['+37167000000'], { name: 'Ozola' }), own(['+37160000000'], { name: 'Bērziņš' })];
    expect(likeOf(comesAs(own(['+37167000000'], { name: 'Ozola' }), 'Bērziņš'), contacts)?.name).toBe('Bērziņš');
  });

  it('is merged field by field: nothing that is there goes unless that was chosen', () => {
    const here = own(['+371 2000 0001', 'a@office.example'], { role: 'nurse', note: 'met in May', languages: ['lv'] });
    const comes = {
      ...own(['0037120000001', 'b@office.example'], { role: 'doctor', note: 'on leave', languages: ['en', 'lv'] }),
      organisation: 'Clinic',
    };
    expect(conflictsOf(here, comes)).toEqual([
      { field: 'role', here: 'nurse', comes: 'doctor' },
      { field: 'note', here: 'met in May', comes: 'on leave' },
    ]);
    const added = { organisation: 'Clinic', languages: ['lv', 'en'], channels: [...here.channels, comes.channels[1]] };
    expect(merged(here, comes, {})).toEqual({ ...here, ...added });
    expect(merged(here, comes, { role: 'comes', note: 'both' })).toEqual({
      ...here,
      ...added,
      role: 'doctor',
      note: 'met in May\non leave',
    });
    expect(saysAll(here, comes)).toBe(false);
    expect(saysAll(merged(here, comes, { role: 'comes', note: 'comes' }), comes)).toBe(true);
  });

  it('loses nothing, whatever comes', () => {
    fc.assert(
      fc.property(contact, contact, (here, comes) => {
        const whole = merged(here, comes, {});
        expect(whole).toMatchObject({ ...here, channels: whole.channels, languages: whole.languages });
        expect(whole.languages).toEqual(expect.arrayContaining(here.languages));
        for (const one of here.channels) expect(whole.channels).toContainEqual(one);
        expect(merged(whole, comes, {})).toEqual(whole);
      }),
    );
  });
});

describe('somebody who is new', () => {
  const id = '00000000-0000-4000-8000-00000000000a';
  const newId = () => 'new';
  const idsOf = (comes: string, here: OwnContact[]) =>
    newContacts(readCards(comes).cards, here, 1, newId).map((one) => [one.id, one.byCard]);

  it.each<[string, string, OwnContact[], [string, true][]]>([
    ['has the id of the phone it is from', card(`UID:urn:uuid:${id}`), [], [[id, true]]],
    ['in capitals too', card(`UID:URN:UUID:${id.toUpperCase()}`), [], [[id, true]]],
    ['never that of somebody who is here', card(`UID:urn:uuid:${id}`), [own([], { name: id })], [['new', true]]],
    [
      'nor one that came before in the file',
      card(`UID:urn:uuid:${id}`) + card(`UID:urn:uuid:${id}`, 'NOTE:other'),
      [],
      [
        [id, true],
        ['new', true],
      ],
    ],
    [
      'another kind of id is none',
      card('UID:harbour:lv-siva') + card('UID:urn:uuid:1') + card('UID:__proto__'),
      [],
      [
        ['new', true],
        ['new', true],
        ['new', true],
      ],
    ],
  ])('%s', (_, comes, here, ids) => {
    expect(idsOf(comes, here)).toEqual(ids);
  });
});

describe('hostile files', () => {
  it('never stop the reader, and nothing hidden, endless or live comes out of them', () => {
    fc.assert(
      fc.property(hostileCards(), (file) => {
        const { cards, broken } = readCards(file);
        expect(cards.length + broken.length).toBeLessThanOrEqual(MOST_CARDS);
        for (const { contact: there, left } of cards) {
          const { note = '', ...rest } = there;
          expect(hiddenIn(rest)).toBeUndefined();
          expect(hiddenIn(note.split('\n'))).toBeUndefined();
          expect(JSON.stringify(there).length).toBeLessThan(30_000);
          expect(left.length).toBeLessThanOrEqual(21);
          expect(there.name.trim()).not.toBe('');
          for (const { kind, value } of there.channels) {
            if (kind === 'phone') expect(value).not.toMatch(/[*#]/);
            if (kind === 'web') expect(value).toMatch(/^https?:\/\/[^@\s]+$/i);
            if (kind === 'email') expect(value).toMatch(/^[^\s<>"]+@[^\s<>"?&]+$/);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
