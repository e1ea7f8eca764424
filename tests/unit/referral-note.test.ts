import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { addSayings, sayer } from '../../src/i18n/say.ts';
import { caseOf, fearsOwnState } from '../../src/referral/case.ts';
import { bareCode, codeOf, drawCode, readCode } from '../../src/referral/code.ts';
import {
  type Additions,
  composeNote,
  DONE,
  NEEDED,
  newAdditions,
  noteText,
  REPLIES,
  readAdditions,
  recipientsOf,
  URGENCIES,
  type Words,
} from '../../src/referral/note.ts';
import { PARTS, type Part, parseSituation, type Situation, withAnswer } from '../../src/referral/situation.ts';
import { publishedDirectory } from '../relevance/directory.ts';

const directory = publishedDirectory();
const now = new Date('2026-11-24T10:00:00Z');

const words = new Map<Language, Words>();
beforeAll(() => {
  for (const language of LANGUAGES) {
    const sayings = new Map();
    addSayings(sayings, JSON.parse(readFileSync(`src/i18n/messages/${language}/note.json`, 'utf8')));
    words.set(language, {
      say: sayer(language, sayings),
      country: (code) => new Intl.DisplayNames([language], { type: 'region' }).of(code.toUpperCase()) ?? code,
      language: (code) => new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code,
      form: (code) => directory.taxonomy.exploitation[code]?.label[language] ?? code,
      day: (date) => date,
    });
  }
});
const wordsOf = (language: Language) => words.get(language) as Words;

const parts = Object.keys(PARTS) as Part[];
const situations: fc.Arbitrary<Situation> = fc
  .record(
    Object.fromEntries(
      parts.map((part) => [
        part,
        part === 'form' || part === 'held'
          ? fc.subarray([...PARTS[part]])
          : fc.constantFrom(...(part === 'place' ? ['riga'] : PARTS[part])).map((value) => [value]),
      ]),
    ) as Record<Part, fc.Arbitrary<string[]>>,
    { requiredKeys: [] },
  )
  .map((chosen) =>
    (Object.entries(chosen) as [Part, string[]][]).reduce<Situation>(
      (s, [part, values]) => withAnswer(s, part, values),
      {},
    ),
  );
const additions: fc.Arbitrary<Additions> = fc.record({
  code: fc.constant('7K3M-9QTD'),
  to: fc.constantFrom('origin', 'found', 'elsewhere', 'ro'),
  done: fc.subarray([...DONE]),
  needed: fc.subarray([...NEEDED]),
  urgency: fc.option(fc.constantFrom(...URGENCIES), { nil: undefined }),
  reply: fc.subarray([...REPLIES]),
});

describe('the note', () => {
  test('says the same in every language, with nothing left unsaid or unfilled', () => {
    fc.assert(
      fc.property(situations, additions, (situation, added) => {
        const c = caseOf(situation, directory, { now });
        const [english, ...others] = LANGUAGES.map((language) =>
          composeNote(c, added, '2026-11-24', wordsOf(language)),
        );
        for (const note of [english, ...others]) {
          expect(note?.map(({ lines }) => lines.length)).toEqual(english?.map(({ lines }) => lines.length));
          const text = noteText(note ?? []);
          expect(text).not.toMatch(/\{\{|\}\}|note\./);
          expect(text).toContain('7K3M-9QTD');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('reads as a counterpart would want it', async () => {
    const c = caseOf(
      parseSituation('role=ngo&found=de&age=adult&sex=female&form=sexual&origin=lv&lang=lv&police=yes&home=yes'),
      directory,
      { now },
    );
    const added: Additions = {
      code: '7K3M-9QTD',
      to: 'origin',
      done: ['talked-alone', 'police', 'lawyer'],
      needed: ['risk-there', 'reception', 'lodging'],
      urgency: 'week',
      reply: ['encrypted'],
    };
    await expect(noteText(composeNote(c, added, '2026-11-24', wordsOf('en')))).toMatchFileSnapshot(
      '../fixtures/referral/note.en.txt',
    );
    await expect(noteText(composeNote(c, added, '2026-11-24', wordsOf('lv')))).toMatchFileSnapshot(
      '../fixtures/referral/note.lv.txt',
    );
  });

  test.each([
    // standing, situation, from, to
    ['ro', 'found=se&origin=ro', 'Romania', 'Sweden'],
    ['lv', 'found=de&origin=lv&elsewhere=pl', 'Latvia', 'Germany'],
    ['se', 'found=se&origin=ro', 'Sweden', 'Romania'],
    ['pl', 'found=se&origin=ro', 'Poland', 'Romania'],
    ['ro', 'found=ro&origin=ro', 'Romania', 'Romania'],
    ['ro', 'origin=ro', 'Romania', 'Romania'],
    [undefined, 'found=se&origin=ro', 'Sweden', 'Romania'],
    [undefined, 'origin=ro', 'not known', 'Romania'],
  ] as const)('by an office in %s, of %s, is from %s to %s', (standing, situation, from, to) => {
    const c = caseOf(parseSituation(situation), directory, { now, standing });
    const [head] = composeNote(c, newAdditions(c, '7K3M-9QTD'), '2026-11-24', wordsOf('en'));
    expect(head?.lines.slice(1)).toEqual([`From: practitioner, ${from}`, `To: counterpart, ${to}`]);
  });

  test.each([
    ['is', 'found=is&origin=lt', 'From: consular post of Lithuania in Iceland'],
    [undefined, 'found=is&origin=lt', 'From: consular post of Lithuania in Iceland'],
    ['lt', 'found=is&origin=lt', 'From: consular post, Lithuania'],
    ['is', 'found=is', 'From: consular post, Iceland'],
    ['is', 'found=is&origin=other', 'From: consular post, Iceland'],
    ['is', 'found=is&origin=lt,lv', 'From: consular post, Iceland'],
    [undefined, 'origin=lt', 'From: consular post, not known'],
  ] as const)('by a consular post in %s, of %s, says whose post it is', (standing, situation, from) => {
    const c = caseOf(parseSituation(`role=consular&${situation}`), directory, { now, standing });
    const [head] = composeNote(c, newAdditions(c, '7K3M-9QTD'), '2026-11-24', wordsOf('en'));
    expect(head?.lines).toContain(from);
  });

  test.each([
    ['age=adult&sex=male', ['Adult', 'Man or boy']],
    ['count=11&age=adult&sex=male', ['Adults', 'Men']],
    ['count=11&age=adult&sex=male,female', ['Adults', 'Men', 'Women']],
    [
      'count=3&age=adult,unsure&sex=male',
      ['Adult', 'Perhaps a child: treated as a child until the age is known', 'Men or boys'],
    ],
    ['people=several&sex=female', ['Age: not said', 'Women or girls']],
    ['people=several&age=adult', ['Adults']],
  ])('of %s says %j', (situation, lines) => {
    const c = caseOf(parseSituation(situation), directory, { now });
    const [, who] = composeNote(c, newAdditions(c, '7K3M-9QTD'), '2026-11-24', wordsOf('en'));
    const rest = /people|Comes from/;
    expect(who?.lines.filter((line) => !rest.test(line))).toEqual(lines);
  });

  test.each([
    ['found=pl&count=11&origin=ua,ro,other', ['origin', 'ro', 'found']],
    ['found=pl&count=11&origin=ro,lv,ua', ['origin', 'lv', 'ua', 'found']],
    ['found=pl&count=11&origin=pl,ua', ['ua', 'found']],
    ['found=pl&count=11&origin=other,ua&elsewhere=de', ['ua', 'found', 'elsewhere']],
    ['found=pl&count=11&origin=ua,ro&fears=1', ['found']],
    ['found=pl&count=11&origin=ua,ro&fears=1&elsewhere=ro', ['found']],
    ['found=pl&count=11&origin=ua,ro&fears=1&elsewhere=de', ['found', 'elsewhere']],
  ])('of several people can go to the counterpart of each: %s', (situation, to) => {
    const c = caseOf(parseSituation(situation), directory, { now });
    expect(recipientsOf(c)).toEqual(to);
    for (const one of recipientsOf(c)) {
      const kept = { ...newAdditions(c, '7K3M-9QTD'), to: one };
      expect(readAdditions(kept, c)).toMatchObject({ to: one });
    }
  });

  test('to the second country of origin of several people names that country', () => {
    const c = caseOf(parseSituation('found=pl&count=11&origin=ua,ro,other'), directory, { now });
    const [head] = composeNote(c, { ...newAdditions(c, '7K3M-9QTD'), to: 'ro' }, '2026-11-24', wordsOf('en'));
    expect(head?.lines).toContain('To: counterpart, Romania');
  });

  test.each([
    ['found=fi&origin=ru', undefined, ['found']],
    ['found=fi&origin=ru,lv', undefined, ['lv', 'found']],
    ['found=fi&origin=lv&elsewhere=ru', undefined, ['origin', 'found']],
    ['found=ru&origin=lv', undefined, ['origin']],
    ['found=ru&origin=lv', 'lv', ['origin']],
    // To somebody there, where nobody else is left.
    ['found=ru&origin=other', undefined, ['found']],
    ['found=ru&origin=lv&fears=1', undefined, ['found']],
  ] as const)(
    'goes to nobody in Russia, where the plan knows no counterpart: %s from %s',
    (situation, standing, to) => {
      const c = caseOf(parseSituation(situation), directory, { now, standing });
      expect(recipientsOf(c)).toEqual(to);
      expect(newAdditions(c, '7K3M-9QTD').to).toBe(to[0]);
    },
  );

  test('is never addressed to the state that the person fears or seeks protection from', () => {
    fc.assert(
      fc.property(situations, (situation) => {
        const c = caseOf(situation, directory, { now });
        const recipients = recipientsOf(c);
        expect(recipients.length).toBeGreaterThan(0);
        if (!fearsOwnState(c)) return;
        expect(recipients.filter((to) => to !== 'found' && to !== 'elsewhere')).toEqual([]);
        if (c.elsewhere !== undefined && c.elsewhere === c.origin) expect(recipients).not.toContain('elsewhere');
      }),
    );
  });
});

describe('what was kept of a note', () => {
  const c = caseOf(parseSituation('found=de&origin=lv&age=unsure'), directory, { now });
  const feared = caseOf(parseSituation('found=de&origin=lv&fears=1'), directory, { now });

  test('comes back as it was', () => {
    fc.assert(
      fc.property(additions, (added) => {
        const kept = { ...added, to: 'origin' as const };
        expect(readAdditions(JSON.parse(JSON.stringify(kept)), c)).toEqual(kept);
      }),
    );
  });

  test.each([[undefined], [null], ['text'], [{}], [{ code: 'Ana' }], [{ code: 7 }]])('%o is nothing', (kept) => {
    expect(readAdditions(kept, c)).toBeUndefined();
  });

  test('has whom to ring, as role and number of an office and nothing else, on one line where the telephone is offered', () => {
    const call = { role: 'Duty\n- officer ', phone: '+48 22 123 45 67', name: 'Ana' };
    const kept = readAdditions({ code: '7K3M-9QTD', reply: ['phone'], call }, c);
    expect(kept?.call).toEqual({ role: 'Duty\n- officer ', phone: '+48 22 123 45 67' });
    expect(readAdditions({ code: '7K3M-9QTD', call: 'Ana' }, c)?.call).toEqual({ role: '', phone: '' });
    const long = readAdditions({ code: '7K3M-9QTD', call: { role: 'x'.repeat(999), phone: 7 } }, c)?.call;
    expect([long?.role.length, long?.phone]).toEqual([120, '']);
    for (const language of LANGUAGES) {
      const text = (reply: Additions['reply']) =>
        noteText(composeNote(c, { ...(kept as Additions), reply }, '2026-11-24', wordsOf(language)));
      expect(text(['phone'])).toContain(
        `${wordsOf(language).say('note.reply.phone')} · Duty - officer: +48 22 123 45 67\n`,
      );
      expect(text(['encrypted'])).not.toContain('+48 22');
    }
  });

  test('loses what no longer holds, and whatever was never a code', () => {
    const kept = { code: '7K3M-9QTD', to: 'origin', done: ['police', 'her name'], needed: 'x', reply: ['consulate'] };
    expect(readAdditions(kept, feared)).toEqual({
      code: '7K3M-9QTD',
      to: 'found',
      done: ['police'],
      needed: [],
      urgency: undefined,
      reply: [],
    });
  });
});

describe('the reference', () => {
  test('is eight letters or digits that cannot be mistaken for each other', () => {
    for (let index = 0; index < 200; index++)
      expect(drawCode()).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  });

  test('draws again what would make some letters likelier', () => {
    const drawn = [255, 240, ...Array(14).fill(255), 0, 1, 2, 3, 29, 30, 31, 32];
    let at = 0;
    expect(
      drawCode((bytes) => {
        for (let index = 0; index < bytes.length; index++) bytes[index] = drawn[at++] ?? 0;
      }),
    ).toBe('2345-Z234');
  });

  test.each([
    ['7K3M-9QTD', '7K3M-9QTD'],
    [' 7k3m-9qtd ', '7K3M-9QTD'],
    ['7k3m9qtd', '7K3M-9QTD'],
    ['7K3M 9QTD', '7K3M-9QTD'],
    ['7K3M – 9QTD', '7K3M-9QTD'],
    ['7K3M-9QT', undefined],
    ['7K3M-9QTDD', undefined],
    ['7K3M-9Q0D', undefined],
    ['7K3M-9QLD', undefined],
    ['', undefined],
  ])('%o is understood as %s', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  test('is read whatever was drawn, and from what was kept', () => {
    for (let index = 0; index < 50; index++) {
      const code = drawCode();
      expect(readCode(bareCode(code).toLowerCase())).toBe(code);
      expect(codeOf({ code })).toBe(code);
    }
    for (const note of [undefined, null, 'text', {}, { code: 'Ana' }, { code: 7 }])
      expect(codeOf(note)).toBeUndefined();
  });
});
