/** What codes and names of the data are called on the screen. No React. */
import type { Taxonomy, Term, Vocabulary } from '../directory/schema.ts';
import { said } from './texts.ts';

/** The label of a code in a language; English where there is none yet, the code itself last. */
export function label(taxonomy: Taxonomy, vocabulary: Vocabulary, code: string, language: string): string {
  const labels = taxonomy[vocabulary][code]?.label;
  return labels?.[language] ?? labels?.en ?? code;
}

/** A fixed wording by its code; undefined for free words, which stand in its place (what a channel is for, where a responder works). */
export function fixedWording(
  terms: Readonly<Record<string, Pick<Term, 'label'>>>,
  code: string,
  language: string,
): string | undefined {
  const labels = terms[code]?.label;
  return labels && (labels[language] ?? labels.en ?? code);
}

/** As {@link fixedWording}, free words too: as they are said in the language, or in English where nobody has translated them. */
export function wording(terms: Readonly<Record<string, Pick<Term, 'label'>>>, text: string, language: string): string {
  return fixedWording(terms, text, language) ?? said(text, language) ?? text;
}

/** A name and the language it is written in, for the `lang` attribute. */
export interface NamedIn {
  text: string;
  language: string;
}

/**
 * A responder's name as shown to a reader of `language`, and under it the names by which others know it:
 * what its own people call it, and English. The same words in two languages are one name.
 */
export function names(name: Readonly<Record<string, string>>, language: string): { main: NamedIn; others: NamedIn[] } {
  const all = Object.entries(name).map(([code, text]): NamedIn => ({ language: code, text }));
  const translated = said(name.en ?? '', language);
  const main = all.find((entry) => entry.language === language) ??
    (translated === undefined ? undefined : { language, text: translated }) ??
    all.find((entry) => entry.language === 'en') ?? { language: 'en', text: '' };
  return { main, others: all.filter(({ text }) => text !== main.text) };
}
