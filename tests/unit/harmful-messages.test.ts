/**
 * The messages, and the remarks on emergency numbers, that can do harm when they are wrong, in every language: `tests/fixtures/harmful/` holds what each says when
 * somebody who had not seen the English translates it back, after it was translated twice. Whoever changes one, or its English,
 * has it translated back anew and puts that there.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readData } from '../../scripts/data/read.ts';
import { fingerprint } from '../../src/i18n/fingerprint.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';

interface Settled {
  /** Fingerprint of the English it was translated from. */
  of: string;
  text: string;
  /** The text in English again, word by word. */
  back: string;
  /** Why it was changed, or why a doubt about it was none. */
  why?: string;
}

const FOLDER = 'tests/fixtures/harmful';
const languages = LANGUAGES.filter((language) => language !== 'en');

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;

/** What is said under an id, its file and key, and of which English. */
function saying(language: string, id: string): { of: unknown; text: unknown } {
  const [file, key = ''] = id.split(':');
  if (file === 'numbers') {
    const { texts } = read(`data/translations/${language}/numbers.json`) as { texts: Record<string, Settled> };
    return texts[key] ?? { of: undefined, text: undefined };
  }
  return { of: fingerprint(String(message('en', id))), text: message(language, id) };
}

/** The text of a message. @param id its file, a colon and its key */
function message(language: string, id: string): unknown {
  const [file, key = ''] = id.split(':');
  return at(read(`src/i18n/messages/${language}/${file}.json`), key);
}

/** Names between dots may hold dots themselves. */
function at(messages: Record<string, unknown>, key: string): unknown {
  for (const [name, value] of Object.entries(messages)) {
    if (name === key) return value;
    if (!key.startsWith(`${name}.`) || typeof value !== 'object' || value === null) continue;
    const found = at(value as Record<string, unknown>, key.slice(name.length + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

test.each(languages)('in %s each says what was translated back, of the English there is', (language) => {
  const settled = read(`${FOLDER}/${language}.json`) as Record<string, Settled>;
  const said = Object.keys(settled).map((id) => ({ id, ...saying(language, id) }));
  expect(said).toEqual(Object.entries(settled).map(([id, { text, of }]) => ({ id, of, text })));
});

test('every remark on an emergency number is among them, in every language', () => {
  const { regions } = readData('data');
  const remarks = regions.flatMap(({ country }) => country.emergency.flatMap(({ note }) => note ?? []));
  expect(remarks.length).toBeGreaterThan(20);
  for (const language of languages) {
    const settled = Object.values(read(`${FOLDER}/${language}.json`) as Record<string, Settled>);
    const known = new Set(settled.map(({ of }) => of));
    expect(
      remarks.filter((remark) => !known.has(fingerprint(remark))),
      language,
    ).toEqual([]);
  }
});

test('every ban of the plan is among them, in every language', () => {
  const bans = (messages: Record<string, unknown>, path: string): string[] =>
    Object.entries(messages).flatMap(([name, value]) => {
      if (typeof value === 'object' && value !== null) return bans(value as Record<string, unknown>, `${path}${name}.`);
      return name === 'dont' ? [`${path}${name}`] : [];
    });
  const keys = bans(read('src/i18n/messages/en/plan.json'), '').map((key) => `plan:${key}`);
  expect(keys.length).toBeGreaterThan(90);
  for (const language of languages) {
    const settled = Object.values(read(`${FOLDER}/${language}.json`) as Record<string, Settled>);
    const known = new Set(settled.map(({ of }) => of));
    // The same ban may stand in several steps; it is settled once.
    const missing = keys.filter((key) => !known.has(fingerprint(String(message('en', key)))));
    expect(missing, language).toEqual([]);
  }
});
