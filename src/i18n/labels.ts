/** What codes and names of the data are called on the screen. No React. */
import type { Taxonomy, Vocabulary } from '../directory/schema.ts';

/** The label of a code in a language; English where there is none yet, the code itself last. */
export function label(taxonomy: Taxonomy, vocabulary: Vocabulary, code: string, language: string): string {
  const labels = taxonomy[vocabulary][code]?.label;
  return labels?.[language] ?? labels?.en ?? code;
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
  const main = all.find((entry) => entry.language === language) ??
    all.find((entry) => entry.language === 'en') ?? { language: 'en', text: '' };
  return { main, others: all.filter(({ text }) => text !== main.text) };
}
