/**
 * The glossary, held in the translations: where the English uses a term of which a page gives the equivalent, a language says
 * that one, or a word that its own table of deviations allows, with the reason.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GlossaryFile } from '../../src/directory/guides-schema.ts';
import { eachWord } from '../../src/search/fold.ts';
import type { Entry } from './catalog.ts';

/** `translations/<language>/terms.json`: what else a term is called in this language, by its id in the glossary. */
export interface TermsFile {
  terms: Record<string, { why: string; words: string[] }>;
}

/** A term as one language has it. */
export interface TermIn {
  id: string;
  english: string;
  /** What a page gives for it, the first one first. */
  equivalents: string[];
  /** What else is said for it, with a reason. */
  allowed: string[];
}

/** The table of a language; empty where there is none. */
export function readTerms(language: string, translations: string): TermsFile['terms'] {
  const file = join(translations, language, 'terms.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as TermsFile).terms : {};
}

/** The terms of the glossary that have an equivalent in a language, those of most letters first. */
export function termsIn(language: string, { terms }: GlossaryFile, table: TermsFile['terms']): TermIn[] {
  return terms
    .flatMap(({ id, term, equivalents }): TermIn[] => {
      const found = equivalents[language];
      if (!found) return [];
      const texts = [found.text, ...(found.also ?? []).map(({ text }) => text)];
      return [{ id, english: plain(term), equivalents: texts, allowed: table[id]?.words ?? [] }];
    })
    .sort((a, b) => b.english.length - a.english.length);
}

/** Without what stands in brackets. */
function plain(text: string): string {
  return text.replace(/\s*\([^)]*\)/g, '').trim();
}

/** The terms that an English text uses and its translation does not. What a longer term has said is not asked for again. */
export function termsMissed({ english, text }: Pick<Entry, 'english' | 'text'>, terms: readonly TermIn[]): TermIn[] {
  const translated = Object.values(text).map(folded);
  if (translated.length === 0) return [];
  let source = folded(english.other ?? '');
  return terms.filter(({ english, equivalents, allowed }) => {
    const uses = new RegExp(`(?<= )${folded(english).trim()}s?(?= )`, 'g');
    if (!uses.test(source)) return false;
    source = source.replace(uses, '·');
    const words = [...equivalents.map(plain), ...allowed];
    return !translated.every((said) => words.some((one) => says(said, one)));
  });
}

/** Words, folded, each between blanks. */
function folded(text: string): string {
  const words: string[] = [];
  eachWord(text, (word) => words.push(word));
  return ` ${words.join(' ')} `;
}

/** So much of a word stays when it is declined, and so many letters at least; what is shorter tells nothing. */
const STEM = 0.6;
const SHORTEST = 4;

/** Whether a text says a phrase in whatever form: the stem of each of its words stands in it, also within a compound. */
function says(text: string, phrase: string): boolean {
  return folded(phrase)
    .trim()
    .split(' ')
    .filter((word) => word.length >= SHORTEST)
    .every((word) => text.includes(word.slice(0, Math.max(SHORTEST, Math.ceil(word.length * STEM)))));
}
