/** Which translations of the first words were made from another English than the one that stands there now. */
import { createHash } from 'node:crypto';
import type { FirstWordsFile, FirstWordsLanguage } from '../../src/directory/first-words-schema.ts';

/** What a translation names its original by: the first eight digits of the SHA-256 of the English text. */
export function hashOf(english: string): string {
  return createHash('sha256').update(english).digest('hex').slice(0, 8);
}

/** One text of the first words, with where it stands in a language's file. */
export interface Word {
  group: 'sentences' | 'answers';
  id: string;
  english: string;
}

/** All texts in their order: the sentences, then the answers. */
export function wordsOf({ sentences, answers }: FirstWordsFile): Word[] {
  return [
    ...sentences.map(({ id, text }): Word => ({ group: 'sentences', id, english: text })),
    ...Object.entries(answers).map(([id, text]): Word => ({ group: 'answers', id, english: text })),
  ];
}

/** The texts of a language whose English has changed since. */
export function outOfDate(words: FirstWordsFile, language: FirstWordsLanguage): Word[] {
  return wordsOf(words).filter(({ group, id, english }) => {
    const spoken = language[group][id];
    return spoken !== undefined && spoken.of !== hashOf(english);
  });
}
