/** How much a match counts. README.md says the rule in words. */
import type { FieldName } from './documents.ts';

/** A word in a name says more than the same word in a description. */
export const FIELD_WEIGHT: Record<FieldName, number> = {
  name: 1,
  city: 0.9,
  topic: 0.9,
  channel: 0.85,
  coverage: 0.7,
  address: 0.5,
  purpose: 0.5,
  about: 0.4,
  text: 0.6,
};

/** What a recognised concept or place is worth when the data says that it holds. */
export const HOLDS = 1;
/** A concept of two vocabularies (a shelter by kind, and by service) of which only one holds. */
export const HOLDS_IN_PART = 0.9;
/** Times what a concept or place is worth while its word is still being typed, or may be another one mistyped. */
export const BEGUN = 0.8;
/** What the words themselves add to what they mean, where they stand in a name. */
export const ALSO_NAMED = 0.4;
/** What the words are worth without their meaning: the very words of a name more than anything, other forms less. */
export const NAMED = 1.2;
export const NAMED_IN_PART = 0.97;
/** An embassy has the name of a country. */
export const NAMED_FOR_PLACE = 0.3;
/** A people that it tells of, but is not called by. */
export const MENTIONED = 0.7;
/** What is added for who is for foreigners and not for everybody, where that is asked for. */
export const FOR_THEM = 0.3;
/** No page says whom it serves: perhaps. */
export const NOT_SAID = 0.35;
/** It does not name the town, but answers for the whole country. */
export const NATIONWIDE = 0.35;

/** What is taken off for each act of a happening that stands before the one that holds. */
export const LATER_ACT = 0.07;
/** What each further act that holds as well adds. */
export const ALSO_ACTS = 0.05;
/** What the first contacts of a country are worth for whatever happened. */
export const ALWAYS_ACTS = 0.45;
/** Times the weight of a word that a sentence could do without. */
export const IN_PASSING = 0.3;

/** The weight of a people for whom somebody asks. */
export const FOR_WHOM = 2;
/** The weight of the country that somebody says to be from: who speaks the language comes first of those that help alike. */
export const FROM = 0.2;

/** Added to a score of 0 to 1. */
export const BONUS = {
  /** Times the share of the document's name that the query's words make up. */
  name: 0.35,
  /** It meets every condition. */
  all: 0.05,
  /** It is called what was typed, and misses one concept. */
  named: 0.3,
  /** Nothing meets every condition, and it meets every concept and place. */
  chips: 0.4,
  /** It has the web or mail address that was typed. */
  address: 0.5,
  /** It is in the chosen country. */
  country: 0.6,
  /** The same for a sentence: more than all else together, for who is elsewhere helps nobody here, however well it fits. */
  countryOfSentence: 5,
  /** It is in the state whose mission is not known: more than a mission elsewhere gains by its name, less than `others`. */
  home: 1.2,
  /** It answers for all of the country that is meant, where something happened in no town that was named. */
  nationwide: 0.1,
  /** It is called as was typed, and nothing in the chosen country is: the name was meant. */
  called: 0.7,
  /** It is in the country of origin. */
  origin: 0.4,
  /** It is in the country of the language of what was typed; of a whole sentence more. */
  language: 0.12,
  languageOfSentence: 0.5,
  /** Somebody answers now, where that was asked for; half of it where no page gives hours. */
  open: 0.2,
  /** It is the mission of the state that is meant where nobody says whose: that of the language, or the chosen one. */
  own: 0.5,
  /** Taken off: it is the mission of a state that has nothing to do with it. */
  others: 1.5,
  /** Times the standing: first contacts, confidence, round the clock. */
  standing: 0.1,
} as const;
