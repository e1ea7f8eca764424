/** The messages of all languages against the English ones, and the English ones against the code that asks for them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';

const FOLDER = 'src/i18n/messages';
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Message files of a language: file name → what stands in it. */
function filesOf(language: Language): [string, Record<string, unknown>][] {
  const folder = join(FOLDER, language);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>]);
}

/** All texts below a value, by their path: `about.what.text.0`. */
function textsIn(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, below]) => textsIn(below, path ? `${path}.${key}` : key));
}

const texts = (language: Language) => new Map(filesOf(language).flatMap(([, messages]) => textsIn(messages)));
const english = texts('en');
const baseOf = (key: string) => key.replace(PLURAL, '');

/** The keys that a language must have: those of English, with the plural forms of that language. */
function wantedKeys(language: Language): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = [...english.keys()].flatMap((key) =>
    PLURAL.test(key) ? forms.map((form) => `${baseOf(key)}_${form}`) : [key],
  );
  return [...new Set(keys)].sort();
}

/** The English texts that a text may take its placeholders from: "one" may name the number where English does not. */
function originals(key: string): string[] {
  if (!PLURAL.test(key)) return [english.get(key) ?? ''];
  const forms = key.endsWith('_one') ? ['one', 'other'] : ['other'];
  return forms.map((form) => english.get(`${baseOf(key)}_${form}`) ?? '');
}

const placeholders = (text: string) => [...new Set(text.match(/\{\{[^}]*\}\}/g))].sort().join(' ');

it('English has one kind of apostrophe', () => {
  expect([...english].filter(([, text]) => text.includes("'"))).toEqual([]);
});

describe.each(LANGUAGES)('messages in %s', (language) => {
  const own = texts(language);

  it('has the files of English', () => {
    const names = (of: Language) => filesOf(of).map(([name]) => name);
    expect(names(language)).toEqual(names('en'));
  });

  it('has the keys of English in its own plural forms', () => {
    expect([...own.keys()].sort()).toEqual(wantedKeys(language));
  });

  it('keeps every placeholder', () => {
    const changed = [...own].filter(
      ([key, text]) => !originals(key).some((original) => placeholders(original) === placeholders(text)),
    );
    expect(changed).toEqual([]);
  });

  it('leaves no text empty and raises no voice', () => {
    // A match in these two fields needs no word before it.
    const wordless = ['search.field.topic', 'search.field.text'];
    expect([...own].filter(([key, text]) => text.trim() === '' && !wordless.includes(key))).toEqual([]);
    expect([...own].filter(([, text]) => text.includes('!'))).toEqual([]);
  });

  it('gives each part of the messages to one file', () => {
    const parts = filesOf(language).flatMap(([, messages]) => Object.keys(messages));
    expect(parts).toEqual([...new Set(parts)]);
  });
});

it('puts no full stop after a date in Lithuanian, where a date ends in one', () => {
  expect([...texts('lt')].filter(([, text]) => /\{\{(date|checked)\}\}[.]/.test(text))).toEqual([]);
});

it.each([
  // language, "nothing", the note's name wherever it is spoken of
  ['et', 'midagi', 'teade'],
  ['lv', 'nekas', 'ziņ'],
  ['lt', 'nieko', 'pranešim'],
] as const)(
  'says in %s that nothing is known where "not known" would leave the danger standing',
  (language, nothing, note) => {
    const own = texts(language);
    for (const key of ['note.danger.no', 'note.injured.no']) expect(own.get(key)).toContain(nothing);
    for (const key of [
      'note.title',
      'note.people.counted',
      'plan.steps.data.nameless.title',
      'plan.steps.data.nameless.do',
    ])
      expect(own.get(key)?.toLowerCase()).toContain(note);
  },
);

it('does not take a reference for a link, nor a person for a thing', () => {
  // The same word means both in these languages.
  for (const [language, link] of [
    ['lt', 'nuorod'],
    ['et', 'viide'],
  ] as const)
    for (const key of ['note.reference', 'note.reply.phone', 'note.confirm', 'plan.note.mailHint'])
      expect(texts(language).get(key)?.toLowerCase()).not.toContain(link);
  expect(texts('lt').get('plan.question.person')).not.toContain('Kas tai');
  expect(texts('lv').get('plan.question.person')).not.toContain('Kas tas');
});

describe('English messages and the code', () => {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join('src', name))
    // What the pages say that need no app is put into them at build.
    .concat('scripts/vite/plain-words.ts')
    .map((name) => readFileSync(name, 'utf8'))
    .join('\n');
  const quoted = [...code.matchAll(/(['"])((?:(?!\1).)*)\1/g)].map(([, , text]) => text ?? '');
  const parts = new Set([...english.keys()].map((key) => key.split('.')[0]));
  const ofMessages = (text: string) => text.includes('.') && parts.has(text.split('.')[0]);

  /** Keys as they are asked for: without plural forms, and a list of paragraphs as one. */
  const keys = [...new Set([...english.keys()].map((key) => baseOf(key).replace(/\.\d+$/, '')))];
  /** Keys written out, wherever they stand: also as a value that reaches `t` later. */
  const literals = quoted.filter((text) => /^[\w-]+(\.[\w-]+)+$/.test(text) && ofMessages(text));
  /** Keys with holes: `countries.legal.${name}`. */
  const templates = [...code.matchAll(/`(?=([\w-]+\.[^`]*\$\{[^`]*)`)/g)]
    .map(([, text]) => (text ?? '').split(/\$\{[^}]*\}/))
    .filter(([head]) => ofMessages(head ?? ''));

  const HOLE = '([\\w-]+(?:\\.[\\w-]+)*)';
  const literally = (text: string) => text.replace(/[.]/g, '\\.');
  const patterns = templates.map((pieces) => new RegExp(`^${pieces.map(literally).join(HOLE)}$`));

  it('finds keys in the code', () => {
    expect(literals.length).toBeGreaterThan(100);
    expect(patterns.length).toBeGreaterThan(10);
  });

  it('has every key that the code writes out', () => {
    const fillsHole = (text: string) =>
      patterns.some((pattern) => keys.some((key) => pattern.exec(key)?.slice(1).includes(text)));
    expect([...new Set(literals)].filter((key) => !keys.includes(key) && !fillsHole(key))).toEqual([]);
  });

  it('fills what a message leaves open, wherever it is asked for', () => {
    const alone = [...code.matchAll(/\bt\('([\w.-]+)'\)/g)].map(([, key]) => key ?? '');
    expect(alone.length).toBeGreaterThan(100);
    expect(alone.filter((key) => english.get(key)?.includes('{{'))).toEqual([]);
  });

  it('has keys for every template', () => {
    expect(patterns.filter((pattern) => !keys.some((key) => pattern.test(key))).map(String)).toEqual([]);
  });

  it('has no key that nothing asks for', () => {
    // What can fill a hole: a string or a property of the code, or a code of the taxonomy.
    const words = new Set([
      ...quoted,
      ...[...code.matchAll(/([\w-]+)\??:/g)].map(([, word]) => word ?? ''),
      ...textsIn(JSON.parse(readFileSync('data/taxonomy.json', 'utf8'))).flatMap(([path]) => path.split('.')),
    ]);
    const isUsed = (key: string) =>
      literals.includes(key) ||
      patterns.some((pattern) => {
        const holes = pattern.exec(key)?.slice(1);
        return holes?.every((hole) => words.has(hole));
      });
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });
});
