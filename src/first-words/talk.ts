/** Which sentences are shown to whom, and in which order. No React. */
import { type Speaker, TALK_PARTS, type TalkPart } from '../directory/first-words.ts';
import type { FirstWordsPack } from '../directory/pack.ts';

export type Sentence = FirstWordsPack['sentences'][number];
export type SpokenLanguage = FirstWordsPack['languages'][number];

/** The sentences for one who is this, or has not said: in their order, without what would not be true in that mouth. */
export function sentencesFor(
  { sentences }: Pick<FirstWordsPack, 'sentences'>,
  speaker: Speaker | undefined,
): Sentence[] {
  return sentences.filter(
    ({ role, notFor = [] }) => (role === undefined || role === speaker) && !(speaker && notFor.includes(speaker)),
  );
}

/** The same, part by part. */
export function partsOf(sentences: readonly Sentence[]): { part: TalkPart; sentences: Sentence[] }[] {
  return TALK_PARTS.map((part) => ({ part, sentences: sentences.filter((one) => one.part === part) })).filter(
    (group) => group.sentences.length > 0,
  );
}

/** Those who may be speaking, each with the sentence that says so. */
export function speakersOf({ sentences }: Pick<FirstWordsPack, 'sentences'>): { speaker: Speaker; id: string }[] {
  return sentences.flatMap(({ role, id }) => (role ? [{ speaker: role, id }] : []));
}

/** The language of a code; English where there is none. */
export function languageOf({ languages }: Pick<FirstWordsPack, 'languages'>, code: string): SpokenLanguage {
  const found = languages.find((language) => language.code === code) ?? languages.find(({ code: one }) => one === 'en');
  if (!found) throw new Error('the first words have no English');
  return found;
}

/**
 * The sentences before and after one, as one goes on from it. What says how things are is never come upon by going on:
 * it would stand before the person before anybody had asked whether it is true.
 */
export function around(
  sentences: readonly Sentence[],
  id: string,
): { at: number; previous: Sentence | undefined; next: Sentence | undefined } {
  const at = sentences.findIndex((sentence) => sentence.id === id);
  const always = (sentence: Sentence) => !sentence.onlyIfTrue;
  return {
    at,
    previous: sentences.slice(0, Math.max(at, 0)).findLast(always),
    next: sentences.slice(at + 1).find(always),
  };
}
