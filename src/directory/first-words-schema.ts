/**
 * The schema of first words: short sentences that a responder shows to a person whose language they do not speak. The
 * English ones stand in one file, in the order of a first talk; a language is one further file.
 */
import * as v from 'valibot';
import { SPEAKERS, TALK_PARTS } from './first-words.ts';
import { LanguageCode, Text } from './schema.ts';

const WordId = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'an id is lower-case letters, digits and hyphens'));

/** One sentence. It asks nothing about what happened, promises nothing and frightens nobody. */
export const FirstSentence = v.strictObject({
  id: WordId,
  part: v.picklist(TALK_PARTS),
  /** English. */
  text: Text,
  /** Ids of the answers to point at. Absent where nothing is asked. */
  answers: v.optional(v.pipe(v.array(WordId), v.minLength(2))),
  /** Ids of the points of guidance it rests on. */
  rests: v.pipe(v.array(v.string()), v.minLength(1)),
  /** Shown to one who is this. */
  role: v.optional(v.picklist(SPEAKERS)),
  /** Not shown to those for whom it would not be true. */
  notFor: v.optional(v.array(v.picklist(SPEAKERS))),
  /** True where it says how things are: it is shown only where they are so. */
  onlyIfTrue: v.optional(v.literal(true)),
  /** What is shown below it: the anti-trafficking line of the country one is in. */
  shows: v.optional(v.literal('line')),
});

/** `first-words.json`. */
export const FirstWordsFile = v.strictObject({
  $schema: v.optional(v.string()),
  sentences: v.pipe(v.array(FirstSentence), v.minLength(1)),
  /** What can be pointed at, by id, in English. */
  answers: v.record(WordId, Text),
});

/** A text of a language, and the hash of the English that it was made from: a changed original makes it out of date. */
export const Spoken = v.strictObject({
  of: v.pipe(v.string(), v.regex(/^[0-9a-f]{8}$/, 'a hash is eight digits')),
  text: Text,
});

/** `first-words/<language>.json`. */
export const FirstWordsLanguage = v.strictObject({
  $schema: v.optional(v.string()),
  /** As its speakers write it. */
  name: Text,
  direction: v.picklist(['ltr', 'rtl']),
  /** `reviewed` once a native speaker has said so, with the day and their office. */
  status: v.picklist(['draft', 'reviewed']),
  reviewed: v.optional(v.strictObject({ by: Text, date: v.pipe(v.string(), v.isoDate()) })),
  sentences: v.record(WordId, Spoken),
  answers: v.record(WordId, Spoken),
});

/** A language as the pack has it. */
export const PackedLanguage = v.strictObject({
  code: LanguageCode,
  name: Text,
  direction: v.picklist(['ltr', 'rtl']),
  status: v.picklist(['original', 'draft', 'reviewed']),
  /** Ids of sentences and answers whose English has changed since. */
  outOfDate: v.array(WordId),
  sentences: v.record(WordId, Text),
  answers: v.record(WordId, Text),
});

export type FirstSentence = v.InferOutput<typeof FirstSentence>;
export type FirstWordsFile = v.InferOutput<typeof FirstWordsFile>;
export type FirstWordsLanguage = v.InferOutput<typeof FirstWordsLanguage>;
export type PackedLanguage = v.InferOutput<typeof PackedLanguage>;
