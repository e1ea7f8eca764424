/** First words: what the check refuses, and that nothing harmful is said in any language that was not read back. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkData } from '../../scripts/data/check.ts';
import { hashOf, wordsOf } from '../../scripts/data/first-words.ts';
import { buildPacks } from '../../scripts/data/publish.ts';
import { dataOf, readFiles } from '../../scripts/data/read.ts';
import { FirstWordsPack } from '../../src/directory/pack.ts';
import { type Folder, filesOf, TODAY, validFolder } from '../fixtures/data/valid.ts';

const ENGLISH = 'first-words.json';
const LV = 'first-words/lv.json';

interface Case {
  rule: string;
  break(folder: Folder): unknown;
  level?: 'warning';
  file: string;
  path: string;
  reason: string;
}

const CASES: Case[] = [
  {
    rule: 'a sentence that rests on no point there is',
    break: ({ firstWords }) => firstWords.sentences[0]?.rests.push('g-act-99'),
    file: ENGLISH,
    path: '$.sentences[0].rests[1]',
    reason: 'There is no point "g-act-99"',
  },
  {
    rule: 'a question without answers',
    break: ({ firstWords }) => Object.assign(firstWords.sentences[0] ?? {}, { text: 'May I help you?' }),
    file: ENGLISH,
    path: '$.sentences[0]',
    reason: 'A question needs its "answers"',
  },
  {
    rule: 'an answer that does not exist',
    break: ({ firstWords }) => firstWords.sentences[2]?.answers?.push('perhaps'),
    file: ENGLISH,
    path: '$.sentences[2].answers[2]',
    reason: 'There is no answer "perhaps"',
  },
  {
    rule: 'two sentences of one id',
    break: ({ firstWords }) => Object.assign(firstWords.sentences[1] ?? {}, { id: 'help' }),
    file: ENGLISH,
    path: '$.sentences[1].id',
    reason: '"help" is already there',
  },
  {
    rule: 'a country whose language has no file',
    break: ({ firstWordsIn }) => delete firstWordsIn.uk,
    file: ENGLISH,
    path: '$',
    reason: 'There is no file for: uk.',
  },
  {
    rule: 'a sentence that is missing',
    break: ({ firstWordsIn }) => delete firstWordsIn.lv?.sentences.doctor,
    file: LV,
    path: '$.sentences.doctor',
    reason: '"Do you need a doctor?" is not translated.',
  },
  {
    rule: 'an answer that is missing',
    break: ({ firstWordsIn }) => delete firstWordsIn.lv?.answers.no,
    file: LV,
    path: '$.answers.no',
    reason: '"No" is not translated.',
  },
  {
    rule: 'a sentence that English does not have',
    break: ({ firstWordsIn }) =>
      Object.assign(firstWordsIn.lv?.sentences ?? {}, { doctors: { of: '00000000', text: 'Ārsts.' } }),
    file: LV,
    path: '$.sentences.doctors',
    reason: 'There is no "doctors" in first-words.json. Did you mean "doctor"?',
  },
  {
    rule: 'a question that lost its mark',
    break: ({ firstWordsIn }) => say(firstWordsIn, 'doctor', 'Vai Jums vajag ārstu.'),
    file: LV,
    path: '$.sentences.doctor',
    reason: 'asks, and this does not',
  },
  {
    rule: 'a copy of the English',
    break: ({ firstWordsIn }) => say(firstWordsIn, 'help', 'I would like to help you.'),
    file: LV,
    path: '$.sentences.help',
    reason: 'This is the English.',
  },
  {
    rule: 'one text for two sentences',
    break: ({ firstWordsIn }) => say(firstWordsIn, 'role-police', '+ I would like to help you.'),
    file: LV,
    path: '$.sentences["role-police"]',
    reason: 'The same text stands for "help".',
  },
  {
    rule: 'a letter of another script that looks the same',
    break: ({ firstWordsIn }) => say(firstWordsIn, 'help', 'Es vēlоs Jums palīdzēt.'),
    file: LV,
    path: '$.sentences.help',
    reason: '"о" is no letter of the script',
  },
  {
    rule: 'a gap to be filled in',
    break: ({ firstWordsIn }) => say(firstWordsIn, 'help', 'Es esmu {{name}}.'),
    file: LV,
    path: '$.sentences.help',
    reason: '"{" does not belong into a sentence',
  },
  {
    rule: 'a raised voice',
    break: ({ firstWordsIn }) => say(firstWordsIn, 'help', 'Es palīdzēšu!'),
    file: LV,
    path: '$.sentences.help',
    reason: '"!" does not belong into a sentence',
  },
  {
    rule: 'a text that does not fill a screen in large type',
    break: ({ firstWordsIn }) => say(firstWordsIn, 'help', `${'Garš '.repeat(30)}.`),
    file: LV,
    path: '$.sentences.help',
    reason: 'letters do not fill a screen',
  },
  {
    rule: 'an English that changed since',
    level: 'warning',
    break: ({ firstWords }) => Object.assign(firstWords.sentences[0] ?? {}, { text: 'I want to help you.' }),
    file: LV,
    path: '$.sentences.help',
    reason: `Out of date: the English is now "I want to help you.". When the translation fits it, "of" is ${hashOf('I want to help you.')}.`,
  },
  {
    rule: 'a review by nobody',
    break: ({ firstWordsIn }) => delete firstWordsIn.lv?.reviewed,
    file: LV,
    path: '$.status',
    reason: 'Reviewed by whom and when?',
  },
  {
    rule: 'a draft',
    level: 'warning',
    break: ({ firstWordsIn }) => Object.assign(firstWordsIn.lv ?? {}, { status: 'draft' }),
    file: LV,
    path: '$.status',
    reason: 'A draft',
  },
];

function say(languages: Folder['firstWordsIn'], id: string, text: string): void {
  const spoken = languages.lv?.sentences[id];
  if (!spoken) throw new Error(`no sentence ${id}`);
  spoken.text = text;
}

describe('the check of first words', () => {
  it.each(CASES)('finds $rule', ({ break: breakIt, level = 'error', file, path, reason }) => {
    const folder = validFolder();
    breakIt(folder);
    const found = checkData(filesOf(folder), TODAY).filter((finding) => finding.file === file);
    expect(found).toContainEqual({ level, file, path, reason: expect.stringContaining(reason) });
  });

  it('lets one more language in, with its own direction and marks', () => {
    const folder = validFolder();
    const spoken = (english: string, text: string) => ({ of: hashOf(english), text });
    folder.firstWordsIn.ar = {
      name: 'العربية',
      direction: 'rtl',
      status: 'reviewed',
      reviewed: { by: 'An office', date: '2026-11-20' },
      sentences: {
        help: spoken('I would like to help you.', 'أود أن أساعدك.'),
        'role-police': spoken('I work for the police.', 'أعمل في الشرطة.'),
        doctor: spoken('Do you need a doctor?', 'هل تحتاج إلى طبيب؟'),
      },
      answers: { yes: spoken('Yes', 'نعم'), no: spoken('No', 'لا') },
    };
    expect(checkData(filesOf(folder), TODAY)).toEqual([]);
    const pack = buildPacks(dataOf(filesOf(folder))).find(({ id }) => id === 'first-words')?.pack as FirstWordsPack;
    expect(pack.languages.at(-1)).toMatchObject({ code: 'ar', direction: 'rtl' });
  });
});

describe('the pack of first words', () => {
  it('names what is out of date, and English as the original', () => {
    const folder = validFolder();
    Object.assign(folder.firstWords.sentences[0] ?? {}, { text: 'I want to help you.' });
    const pack = buildPacks(dataOf(filesOf(folder))).find(({ id }) => id === 'first-words')?.pack as FirstWordsPack;
    const language = (code: string) => pack.languages.find((one) => one.code === code);
    expect(language('lv')?.outOfDate).toEqual(['help']);
    expect(language('en')).toMatchObject({
      status: 'original',
      outOfDate: [],
      sentences: { help: 'I want to help you.' },
    });
  });
});

/** What stands in `data/`, and how the harmful sentences were read back. */
const data = dataOf(readFiles('data'));
const words = wordsOf(data.firstWords);

/** `tests/fixtures/first-words-read-back.json`: by sentence, the English it was made from, and by language what it says in English. */
const readBack = JSON.parse(readFileSync('tests/fixtures/first-words-read-back.json', 'utf8')) as {
  of: Record<string, string>;
  languages: Record<string, Record<string, { text: string; back: string }>>;
};

/** Where a slip harms: refusing, choice, who is called, help, children, the police, and all that is pointed at. */
const HARMFUL = /\b(no|not|without|may|any time|safe|family|embassy|doctor|child|18|police)\b/i;
const harmful = words.filter(({ group, english }) => group === 'answers' || HARMFUL.test(english));
const key = ({ group, id }: (typeof words)[number]) => (group === 'answers' ? `answer:${id}` : id);

describe('the first words as they are', () => {
  it('are about forty in a talk', () => {
    const talk = data.firstWords.sentences.filter(({ role }) => role === undefined || role === 'police');
    expect(talk.length).toBeGreaterThanOrEqual(38);
    expect(talk.length).toBeLessThanOrEqual(45);
  });

  it('ask nothing about what happened', () => {
    const past =
      /\b(what happened|who (did|brought|took|paid)|how (did|long|much)|why|where (were|did)|did you|were you|have you been)\b/i;
    expect(words.filter(({ english }) => past.test(english))).toEqual([]);
  });

  it('fit a phone: fifteen languages in less than 40 kB', () => {
    const file = buildPacks(data).find(({ id }) => id === 'first-words');
    expect(v.safeParse(FirstWordsPack, file?.pack).issues).toBeUndefined();
    expect(file?.pack).toMatchObject({ languages: { length: 15 } });
    expect(gzipSync(file?.text ?? '').length).toBeLessThan(40_000);
  });

  it('that can do harm were all read back, from the English that stands there', () => {
    expect(readBack.of).toEqual(Object.fromEntries(harmful.map((word) => [key(word), hashOf(word.english)])));
    expect(Object.keys(readBack.languages).sort()).toEqual(Object.keys(data.firstWordsIn).sort());
  });

  it.each(Object.keys(data.firstWordsIn))('in %s say what was read back', (code) => {
    const there = Object.fromEntries(
      harmful.map((word) => [key(word), data.firstWordsIn[code]?.[word.group][word.id]?.text]),
    );
    const back = readBack.languages[code] ?? {};
    expect(Object.fromEntries(Object.entries(back).map(([id, { text }]) => [id, text]))).toEqual(there);
    // A text that says no says it in both, and one that does not, in neither. Indifference is said both ways.
    const negates = (text: string) => /\b(no|not|without|refuse|decline)\b|n’t\b/i.test(text);
    for (const word of harmful.filter(({ id }) => id !== 'either')) {
      expect([code, key(word), negates(back[key(word)]?.back ?? '')]).toEqual([code, key(word), negates(word.english)]);
    }
  });
});
