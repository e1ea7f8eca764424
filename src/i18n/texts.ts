/** What a language says of the data's own texts, which are English: found by the English itself. */
import { fingerprint } from './fingerprint.ts';

/** Texts by the fingerprint of their English. */
export type Texts = Readonly<Record<string, string>>;

/** By language: of two that are loaded at once, the later must not take the other's place. */
const spoken = new Map<string, Texts>();

/** From now on screens find what this language says. */
export function speakTexts(language: string, texts: Texts): void {
  spoken.set(language, texts);
}

/** An English text of the data in a language; undefined where nobody has translated these very words, or it is not loaded. */
export function said(english: string, language: string): string | undefined {
  const texts = spoken.get(language);
  if (!texts) return undefined;
  const key = fingerprint(english);
  return Object.hasOwn(texts, key) ? texts[key] : undefined;
}
