import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COUNTRIES } from '../../src/directory/codes.ts';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { addSayings, sayer } from '../../src/i18n/say.ts';
import { type Answer, CANNOT, composeAnswer, FROM, NEXT, OFFERS, readAnswer } from '../../src/referral/answer.ts';
import { codeMeant, drawCode } from '../../src/referral/code.ts';
import { noteText, type Words } from '../../src/referral/note.ts';
import { ROLES } from '../../src/referral/situation.ts';

const words = new Map<Language, Words>(
  LANGUAGES.map((language) => {
    const sayings = new Map();
    addSayings(sayings, JSON.parse(readFileSync(`src/i18n/messages/${language}/note.json`, 'utf8')));
    return [
      language,
      {
        say: sayer(language, sayings),
        country: (code) => code,
        language: (code) => code,
        form: (code) => code,
        day: (date) => date,
      },
    ];
  }),
);
const CODE = '7K3M-9QTD';
const DATE = '2026-11-24';
const BY = { role: 'ngo', country: 'ro' } as const;
const answer = (part: Partial<Answer> = {}): Answer => ({ ...readAnswer({ code: CODE }), ...part });
const textIn = (language: Language, part: Partial<Answer> = {}) =>
  noteText(composeAnswer(answer(part), BY, DATE, words.get(language) as Words));

const typed = fc.string({ maxLength: 30 });
const callBack = fc.record({ role: typed, phone: typed });
const answers: fc.Arbitrary<Answer> = fc.record({
  code: fc.constantFrom(CODE, '7k3m9qtd', ' 7k3m – 9qtd '),
  to: fc.constantFrom(undefined, ...COUNTRIES),
  role: fc.constantFrom(undefined, ...ROLES),
  offers: fc.subarray([...OFFERS]),
  from: fc.constantFrom(undefined, ...FROM, '2026-12-01'),
  next: fc.constantFrom(undefined, ...NEXT),
  call: fc.tuple(callBack, callBack),
  cannot: fc.subarray([...CANNOT]),
  instead: typed,
});

describe('the answer to a note', () => {
  test('names the note, what is offered, from when, what is not, and whom to call', () => {
    expect(
      textIn('en', {
        to: 'se',
        offers: ['lodging', 'transport'],
        from: '2026-11-26',
        next: 'tomorrow',
        call: [
          { role: 'Night duty', phone: '+40 21 000 00 00' },
          { role: 'Office', phone: '' },
        ],
        cannot: ['language'],
        instead: ' The union,\n+40 21 111 11 11 ',
      }),
    ).toBe(`ANSWER TO A HANDOVER NOTE
- This answers note 7K3M-9QTD. Date of the answer: 2026-11-24
- From: NGO, ro
- To: counterpart, se

WHAT WE CAN OFFER
- A safe place to stay
- Transport
- From 2026-11-26

WHAT WE CANNOT DO, AND WHY
- Nobody here speaks the person’s language
- Ask instead: The union, +40 21 111 11 11

WHOM TO CALL BACK
- Night duty: +40 21 000 00 00
- If nobody answers: Office
- You hear from us again tomorrow

NAMES
- This note has no name on purpose. Names follow only over a channel that both sides trust, with consent or another lawful reason.
- End of the answer to 7K3M-9QTD`);
  });

  test('says that the note has arrived while it says nothing else to it, and only then', () => {
    const received = 'Your note has arrived and is being read.';
    expect(textIn('en')).toContain(received);
    for (const part of [{ offers: ['legal'] }, { cannot: ['full'] }, { instead: 'The union' }] as Partial<Answer>[])
      expect(textIn('en', part)).not.toContain(received);
    // From when something is there says nothing where nothing is offered.
    expect(textIn('en', { from: 'now' })).not.toContain('From now on');
  });

  test('is none without the code of a note', () => {
    for (const code of ['', '7K3M', '7K3M-9Q0D', 'the note'])
      expect(composeAnswer(answer({ code }), BY, DATE, words.get('en') as Words)).toEqual([]);
  });

  test('says the same in every language: as many lines, each in words, with the code and what was typed', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const composed = LANGUAGES.map((language) =>
          composeAnswer(given, { role: given.role, country: 'ro' }, DATE, words.get(language) as Words),
        );
        const shape = composed.map((parts) => parts.map(({ lines }) => lines.length));
        for (const one of shape) expect(one).toEqual(shape[0]);
        for (const parts of composed) {
          const text = noteText(parts);
          expect(text.match(new RegExp(CODE, 'g'))).toHaveLength(2);
          // A place of a message that was left open; braces that were typed stay as they are.
          expect(text).not.toMatch(/(answer|note)\.\w|\{\{\w+\}\}/);
          // A line that was pasted as several cannot pass for one of ours.
          expect(parts.flatMap(({ lines }) => lines).join('')).not.toMatch(/[\n\r]/);
          for (const { role } of given.call) expect(text).toContain(role.replace(/\s+/g, ' ').trim());
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is read again as it was written, and of anything else only what can be used', () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(readAnswer(JSON.parse(JSON.stringify(given)))).toEqual(given);
      }),
    );
    fc.assert(
      fc.property(fc.anything(), (known) => {
        const read = readAnswer(known);
        expect(readAnswer(read)).toEqual(read);
      }),
    );
    expect(readAnswer({ key: 'found=lv', work: {} })).toEqual(readAnswer(undefined));
    expect(readAnswer({ offers: ['lodging', 'her name'], from: '2026-02-31x', next: 'never', to: 'xx' })).toEqual({
      ...readAnswer(undefined),
      offers: ['lodging'],
    });
  });
});

describe('a code among all else that is typed', () => {
  test.each([
    ['7K3M-9QTD', CODE],
    ['7k3m 9qtd', CODE],
    ['7k3m9qtd', CODE],
    ['7K3M.9QTD', CODE],
    ['7K3M/9QTD', CODE],
    ['7K3M−9QTD', CODE],
    // Typed on a Cyrillic keyboard, where the letters look the same.
    ['7К3М-9QТD', CODE],
    ['Reference 7K3M-9QTD, 24 November 2026', CODE],
    ['Край на бележката 7k3m-9qtd.', CODE],
    // Letters alone may be a code of before, with its dash only.
    ['ABCD-EFGH', 'ABCD-EFGH'],
    ['ABCDEFGH', undefined],
    ['betrayed', undefined],
    ['HELP HERE', undefined],
    // Telephone numbers.
    ['67898343', undefined],
    ['6789-8343', undefined],
    ['ring 6789-8343', undefined],
    ['+46 8 555 2345', undefined],
    ['7K3M', undefined],
    ['a shelter', undefined],
    ['7K3M-9QTD-22', undefined],
    ['', undefined],
  ])('%o means %s', (asked, code) => {
    expect(codeMeant(asked)).toBe(code);
  });

  test('is known whatever was drawn, however it is typed', () => {
    fc.assert(
      fc.property(
        fc.constant(undefined).map(() => drawCode()),
        fc.constantFrom('', ' ', '-', '–', ' - ', '.'),
        fc.boolean(),
        (code, between, small) => {
          const written = code.replace('-', between);
          expect(codeMeant(small ? written.toLowerCase() : written)).toBe(code);
        },
      ),
    );
  });
});
