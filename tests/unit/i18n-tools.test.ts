/** What checks translations, and what carries them to reviewers and back. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readData } from '../../scripts/data/read.ts';
import {
  catalogOf,
  type Entry,
  FOLDERS,
  type Folders,
  formsOf,
  writeEntries,
  writeReview,
} from '../../scripts/i18n/catalog.ts';
import { checkEntry, checkLanguage } from '../../scripts/i18n/check.ts';
import { fromPo, pluralHeader, toPo } from '../../scripts/i18n/po.ts';
import { pictureOf, seenInCode } from '../../scripts/i18n/seen.ts';
import { sourceTexts } from '../../scripts/i18n/source-texts.ts';
import { spokenTexts } from '../../scripts/i18n/spoken-texts.ts';
import { readTerms, termsIn, termsMissed } from '../../scripts/i18n/terms.ts';
import { fingerprint } from '../../src/i18n/fingerprint.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { said, speakTexts } from '../../src/i18n/texts.ts';

const data = readData('data');
const nowhere = () => [];
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

let root: string | undefined;
afterEach(() => {
  if (root) rmSync(root, { recursive: true });
  root = undefined;
});

/** A copy of all that is said, to write in. */
function copies(): Folders {
  root = mkdtempSync(join(tmpdir(), 'harbour-i18n-'));
  const folders = {
    messages: join(root, 'messages'),
    translations: join(root, 'translations'),
  };
  cpSync(FOLDERS.messages, folders.messages, { recursive: true });
  if (existsSync(FOLDERS.translations)) cpSync(FOLDERS.translations, folders.translations, { recursive: true });
  return folders;
}

/** Every file of the copies with what stands in it. */
function contents(): Map<string, string> {
  const folder = root ?? '';
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

describe('what the languages say', () => {
  it.each(OTHERS)('has no error in %s', (language) => {
    expect(checkLanguage(language, data).filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('one text', () => {
  const entry = (english: string, text: string): Entry => {
    return {
      id: 'ui:a.b',
      file: 'f',
      english: { other: english },
      text: { other: text },
      plural: false,
      outOfDate: false,
    };
  };
  it.each<[what: string, language: string, english: string, text: string, reason: RegExp | undefined]>([
    ['is right', 'uk', 'Call {{number}} now', 'Зателефонуйте {{number}} зараз', undefined],
    ['loses a placeholder', 'uk', 'Call {{number}} now', 'Зателефонуйте зараз', /placeholders/],
    ['has a misspelt placeholder', 'uk', 'Call {{number}} now', 'Зателефонуйте {{numbr}}', /placeholders/],
    ['is empty', 'de', 'Call', ' ', /empty/],
    ['ends in a blank', 'de', 'Call', 'Anrufen ', /blank/],
    ['hides a character', 'de', 'Call', 'An\u200brufen', /U\+200B/],
    ['says a word twice', 'de', 'Leave the child there', 'Das Kind dort dort lassen', /twice/],
    ['repeats a word rightly', 'de', 'Ask them', 'Fragen Sie sie', undefined],
    ['is the English', 'de', 'Leave the child where it is safe', 'Leave the child where it is safe', /English/],
    ['is a name', 'de', 'EURES', 'EURES', undefined],
    ['has another figure', 'pl', 'within 24 hours', 'w ciągu 48 godzin', /figures/],
    ['quotes as another language', 'pl', 'Say "no"', 'Powiedz «nie»', /quotation/],
    ['quotes as its own', 'pl', 'Say "no"', 'Powiedz „nie”', undefined],
    ['is far too short', 'sv', 'Do not call the family without asking the person', 'Ring inte', /as long/],
  ])('%s', (_, language, english, text, reason) => {
    const reasons = checkEntry(language, entry(english, text)).map((defect) => defect.reason);
    if (reason) expect(reasons.join('\n')).toMatch(reason);
    else expect(reasons).toEqual([]);
  });

  it('lacks a plural form', () => {
    const plural: Entry = {
      ...entry('', ''),
      plural: true,
      english: { one: '{{count}} number', other: '{{count}} numbers' },
      text: { one: '{{count}} numer', few: '{{count}} numery', other: '{{count}} numeru' },
    };
    expect(checkEntry('pl', plural).map(({ reason }) => reason)).toEqual(['The plural form many is missing.']);
  });
});

describe('a term of the glossary', () => {
  const terms = termsIn('de', data.guidance.glossary, {
    'safe-return': { why: 'because', words: ['sichere Rückkehr'] },
  });
  const missed = (english: string, text: string) =>
    termsMissed({ english: { other: english }, text: { other: text } }, terms).map(({ id }) => id);

  it.each<[what: string, english: string, text: string, missed: string[]]>([
    ['is said', 'Forced labour is a crime', 'Zwangsarbeit ist eine Straftat', []],
    ['is declined, or a part of a word', 'Victims of human trafficking', 'Menschenhandelsopfer', []],
    ['is said by another word', 'Forced labour is a crime', 'Pflichtarbeit ist eine Straftat', ['forced-labour']],
    ['is said by a word that is allowed', 'Plan a safe return', 'Planen Sie eine sichere Rückkehr', []],
    ['is within a longer term, and only that is asked for', 'A safe return', 'Eine Heimfahrt', ['safe-return']],
    ['is no part of a word', 'Slaveryism', 'Etwas anderes', []],
    ['is asked for in the plural', 'Travel documents', 'Papiere', ['travel-document']],
  ])('%s', (_, english, text, ids) => {
    expect(missed(english, text)).toEqual(ids);
  });

  it('that a translation says by another word is an error, until the table of the language allows it', () => {
    const folders = copies();
    const id = 'points:g-act-67';
    const wrong = () => checkLanguage('de', data, folders).filter((defect) => defect.id === id);
    expect(wrong()).toEqual([]);
    const entries = catalogOf('de', data, folders);
    const text = entries.find((entry) => entry.id === id)?.text.other ?? '';
    writeEntries('de', entries, new Map([[id, { other: text.replaceAll('Zwangsarbeit', 'Pflichtarbeit') }]]), folders);
    expect(wrong()).toMatchObject([{ level: 'error', reason: expect.stringContaining('"Zwangsarbeit"') }]);
    const file = join(folders.translations, 'de', 'terms.json');
    const table = JSON.parse(readFileSync(file, 'utf8'));
    table.terms['forced-labour'] = { why: 'because', words: ['Pflichtarbeit'] };
    table.terms.nobody = { why: 'because', words: ['niemand'] };
    writeFileSync(file, JSON.stringify(table));
    expect(wrong()).toEqual([]);
    expect(checkLanguage('de', data, folders)).toContainEqual(
      expect.objectContaining({ level: 'error', id: 'nobody', reason: expect.stringContaining('no term') }),
    );
  });

  it.each(OTHERS)('has in %s a reason wherever another word is allowed', (language) => {
    for (const [id, { why, words }] of Object.entries(readTerms(language, FOLDERS.translations))) {
      expect(why, id).toMatch(/\p{L}/u);
      expect(words.length, id).toBeGreaterThan(0);
    }
  });
});

describe('a translation of the guidance', () => {
  const file = { file: 'points' as const, id: 'points:g-act-1' };
  const find = (entries: readonly Entry[]) => entries.find(({ id }) => id === file.id) as Entry;

  it('is out of date once the English changes, and an unknown one is an error', () => {
    const folders = copies();
    writeEntries('da', catalogOf('da', data, folders), new Map([[file.id, { other: 'Stol på mistanken.' }]]), folders);
    expect(find(catalogOf('da', data, folders)).outOfDate).toBe(false);
    const changed = structuredClone(data);
    const point = changed.guidance.points.flatMap(({ points }) => points).find(({ id }) => id === 'g-act-1');
    if (!point) throw new Error('the point is gone');
    point.text = 'Another sentence.';
    expect(find(catalogOf('da', changed, folders)).outOfDate).toBe(true);
    expect(checkLanguage('da', changed, folders).filter(({ id }) => id === file.id)).toMatchObject([
      { level: 'warning', reason: expect.stringContaining('Out of date') },
    ]);
    point.id = 'g-act-9999';
    expect(checkLanguage('da', changed, folders).filter(({ id }) => id === 'g-act-1')).toMatchObject([
      { level: 'error' },
    ]);
  });
});

describe('what the app is built with', () => {
  const english = data.guidance.points.flatMap(({ points }) => points).find(({ id }) => id === 'g-act-1')?.text ?? '';

  it('is found by the English, and only by these very words', () => {
    const spoken = spokenTexts('lt', data);
    speakTexts('lt', spoken);
    expect(said(english, 'lt')).toBe(spoken[fingerprint(english)]);
    expect(said(english, 'lt')).toMatch(/\p{L}/u);
    expect(said(`${english} `, 'lt')).toBeUndefined();
    expect(said(english, 'lv')).toBeUndefined();
    expect(said('constructor', 'lt')).toBeUndefined();
  });

  it('has no translation of an English that has changed', () => {
    const changed = structuredClone(data);
    const point = changed.guidance.points.flatMap(({ points }) => points).find(({ id }) => id === 'g-act-1');
    if (!point) throw new Error('the point is gone');
    point.text = 'Do the opposite.';
    const spoken = spokenTexts('lt', changed);
    expect(spoken[fingerprint('Do the opposite.')]).toBeUndefined();
    expect(Object.keys(spoken).length).toBe(Object.keys(spokenTexts('lt', data)).length - 1);
  });

  it('tells texts apart', () => {
    const all = new Set(sourceTexts(data, 'is').map((text) => text.english));
    expect(new Set([...all].map(fingerprint)).size).toBe(all.size);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(fingerprint(one)).toMatch(/^[0-9a-f]{13}$/);
        expect(fingerprint(one) === fingerprint(other)).toBe(one === other);
      }),
    );
  });
});

describe('PO', () => {
  // Those with the most plural forms.
  it.each(['lt', 'lv', 'pl', 'ro', 'uk'])('gives back %s byte for byte', (language) => {
    const folders = copies();
    const before = contents();
    const entries = catalogOf(language, data, folders);
    const po = toPo(language, entries, nowhere);
    const back = fromPo(language, entries, po);
    expect(back.defects).toEqual([]);
    expect([...back.said]).toEqual([]);
    expect(back.fuzzy).toBe(
      entries.filter(({ text, english, reviewed }) => Object.keys(text).length > 0 && english.other !== '' && !reviewed)
        .length,
    );
    // Written anew, all of it stands as it stood.
    const all = entries.filter(({ text, outOfDate }) => Object.keys(text).length > 0 && !outOfDate);
    writeEntries(language, entries, new Map(all.map(({ id, text }) => [id, text])), folders);
    expect(contents()).toEqual(before);
    expect(toPo(language, catalogOf(language, data, folders), nowhere)).toBe(po);
  });

  it.each(OTHERS)('counts in %s as CLDR does', (language) => {
    const header = pluralHeader(language);
    const rule = /plural=(.*);$/.exec(header)?.[1] ?? '';
    const index = new Function('n', `return Number(${rule})`) as (n: number) => number;
    const rules = new Intl.PluralRules(language);
    const forms = formsOf(language);
    const numbers = Array.from({ length: 301 }, (_, n) => n);
    expect(numbers.map((n) => forms[index(n)])).toEqual(numbers.map((n) => rules.select(n)));
  });

  it('carries any text', () => {
    const [first] = catalogOf('uk', data).filter(({ plural }) => !plural);
    const entry = first as Entry;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (raw) => {
        const text = raw.replace(/[\p{C}\s]+/gu, ' ').trim();
        fc.pre(text !== '');
        const back = fromPo('uk', [entry], toPo('uk', [{ ...entry, text: { other: text } }], nowhere));
        expect(back.said.get(entry.id)?.other ?? entry.text.other).toBe(text);
      }),
    );
  });

  it('takes over what a reviewer changed, and nothing else', () => {
    const folders = copies();
    const entries = catalogOf('uk', data, folders);
    const before = contents();
    const title = entries.find(({ id }) => id === 'ui:plan.title') as Entry;
    const answer = entries.find(({ id }) => id === 'ui:plan.answers') as Entry;
    const said = entries.map((entry) =>
      entry === title ? { ...entry, text: { other: 'План переадресації' } } : entry,
    );
    // The reviewer takes the mark off two: the one that was changed, and one that was right.
    const po = toPo(
      'uk',
      said.map((entry) =>
        [title.id, answer.id].includes(entry.id) ? { ...entry, reviewed: { by: '', date: '' } } : entry,
      ),
      nowhere,
    );
    const back = fromPo('uk', entries, po);
    expect(back.defects).toEqual([]);
    expect([...back.said]).toEqual([[title.id, { other: 'План переадресації' }]]);
    expect(back.reviewed.map(({ id }) => id)).toEqual([title.id, answer.id]);
    writeEntries('uk', entries, back.said, folders);
    writeReview('uk', 'An office', '2026-11-28', back.reviewed, folders);
    const changed = [...contents()].filter(([name, text]) => before.get(name) !== text).map(([name]) => name);
    expect(changed.sort()).toEqual(['messages/uk/plan.json', 'translations/uk/reviews.json']);
    const after = catalogOf('uk', data, folders);
    expect(after.filter(({ reviewed }) => reviewed).map(({ id }) => id)).toEqual([title.id, answer.id]);
    // A word changed afterwards is nobody's reviewed word.
    writeEntries('uk', after, new Map([[answer.id, { other: 'Відоме' }]]), folders);
    expect(
      catalogOf('uk', data, folders)
        .filter(({ reviewed }) => reviewed)
        .map(({ id }) => id),
    ).toEqual([title.id]);
  });

  it.each<[what: string, spoil: (po: string) => string, reason: RegExp]>([
    ['of another English', (po) => po.replace('msgid "Referral plan"', 'msgid "A plan"'), /English is another/],
    ['with an id of nobody', (po) => po.replace('msgctxt "ui:plan.title"', 'msgctxt "ui:plan.none"'), /no such text/],
    ['emptied', (po) => po.replace(/(msgid "Referral plan"\nmsgstr) ".*"/, '$1 ""'), /comes back empty/],
    [
      'with a placeholder too many',
      (po) => po.replace(/(msgid "Referral plan"\nmsgstr) ".*"/, '$1 "План {{count}}"'),
      /placeholders/,
    ],
    [
      'with a hidden mark',
      (po) => po.replace(/(msgid "Referral plan"\nmsgstr) ".*"/, '$1 "План\u202e"'),
      /nobody sees/,
    ],
  ])('%s is refused', (_, spoil, reason) => {
    const entries = catalogOf('uk', data);
    const po = toPo('uk', entries, nowhere);
    expect(spoil(po)).not.toBe(po);
    expect(
      fromPo('uk', entries, spoil(po))
        .defects.map((defect) => defect.reason)
        .join('\n'),
    ).toMatch(reason);
  });

  it('of another language is refused', () => {
    const entries = catalogOf('uk', data);
    expect(() => fromPo('ru', entries, toPo('uk', entries, nowhere))).toThrow('"uk"');
  });

  it('tells where a message is seen', () => {
    const seen = seenInCode();
    expect(seen('ui:plan.title')).toContain('src/referral/screens/Referral.tsx');
    const ui = catalogOf('uk', data).filter(({ id }) => id.startsWith('ui:'));
    expect(ui.filter(({ id }) => seen(id).length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('names a picture of the screen, where there is one', () => {
    const seen = seenInCode();
    const pictures = catalogOf('uk', data).flatMap(({ id }) => pictureOf(seen(id)) ?? []);
    expect(new Set(pictures).size).toBe(3);
    expect([...new Set(pictures)].filter((picture) => !existsSync(picture))).toEqual([]);
    expect(toPo('uk', catalogOf('uk', data), seen)).toContain('#. Picture: public/screenshots/phone-home.png');
  });
});
