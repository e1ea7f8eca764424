/**
 * The one schema of Harbour's data. Curators' files in `data/` are checked against it, the packs are built
 * from it, and the app's types are derived from it.
 *
 * Codes (kind, service, …) are strings here; which codes exist is said by `data/taxonomy.json`.
 * `code('services')` names the vocabulary, so that the check and the editors' JSON Schema can enforce it.
 */
import * as v from 'valibot';
import { COUNTRIES, MEASURES, REGIONS, SCREENS, VOCABULARIES, type Vocabulary } from './codes.ts';

export * from './codes.ts';

/** A code of one vocabulary; `metadata.vocabulary` carries which one. */
export const code = (vocabulary: Vocabulary) =>
  v.pipe(
    v.string(),
    v.regex(/^[a-z0-9-]+$/, 'a code is lower-case letters, digits and hyphens'),
    v.metadata({ vocabulary }),
  );
export const codes = (vocabulary: Vocabulary) => v.pipe(v.array(code(vocabulary)), v.minLength(1));

export const Text = v.pipe(v.string(), v.trim(), v.nonEmpty('the text is empty'));
export const LanguageCode = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'a language is an ISO 639 code such as "lv"'));

/** A year, a month or a day: `2019`, `2019-10`, `2019-10-31`. Pages rarely say more, and we do not either. */
export const PartialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD'),
);

const SourceId = v.pipe(v.string(), v.nonEmpty('a source needs an id of sources.json'));
export const SourceIds = v.pipe(v.array(SourceId), v.minLength(1, 'a fact without a source does not build'));

/** A host with its dots, no name or password before it, and any path. */
const ADDRESS = '://[\\w\\u00a1-\\uffff-]+(\\.[\\w\\u00a1-\\uffff-]+)+\\.?(:\\d+)?([/?#]\\S*)?$';
/** A page to read. Some are known only without encryption; nobody's browser is told of another than was found. */
const PageAddress = v.pipe(v.string(), v.regex(new RegExp(`^https?${ADDRESS}`), 'not a web address (https://…)'));

/** A page that was seen. `date` is the page's own date; absent means the page carries none. */
export const Source = v.strictObject({
  url: PageAddress,
  date: v.optional(PartialDate),
  /** The page cannot be older than this: it speaks of something that happened then. It may well be newer. */
  notBefore: v.optional(PartialDate),
  /** What the page says of its age when it is not one date, e.g. "2022 or later (by its content)". */
  dateNote: v.optional(Text),
  /** Who speaks, when it is not the owner of the domain (a mirror, a reprint): independence is counted by this. */
  publisher: v.optional(Text),
});

/** `sources.json` of a country: every page its facts rest on, by a short id. */
export const Sources = v.record(SourceId, Source);

/** One sourced statement. */
export const Fact = v.strictObject({ text: Text, sources: SourceIds });

/** A day on the calendar: `2026-11-03`. */
export const Day = v.pipe(v.string(), v.isoDate('a day is YYYY-MM-DD'));

/** An office tried whether a number, a mailbox or a door leads where the directory says. */
export const Check = v.strictObject({
  /** The office that tried it, never a person. */
  by: Text,
  day: Day,
  how: v.picklist(['rang', 'wrote', 'visited']),
  /** `right`: it leads there. `no-answer`: nobody answered, which says little. `wrong`: it leads elsewhere, or nowhere. */
  outcome: v.picklist(['right', 'no-answer', 'wrong']),
  note: v.optional(Text),
});
/** The newest last. */
export const Checks = v.pipe(v.array(Check), v.minLength(1));

const purposeAndHours = {
  purpose: v.optional(Text),
  /** OpenStreetMap opening_hours syntax, in the responder's local time. Absent = no page says. */
  hours: v.optional(Text),
  hoursSources: v.optional(SourceIds),
  languages: v.optional(v.array(LanguageCode)),
  free: v.optional(v.boolean()),
  /** Whether it can be reached from another country. Absent = no page says. */
  fromAbroad: v.optional(v.boolean()),
  /** Where pages disagree about this channel; what is shown is the narrower, and this says why. */
  disagreement: v.optional(Fact),
  checks: v.optional(Checks),
  sources: v.array(SourceId),
};

/** What a telephone is given to dial: E.164 with its `+`, or a short number. No `*`, `#`, `,` or `;`: those command a phone. */
export const Dialled = v.pipe(
  v.string(),
  v.regex(/^(\+[1-9]\d{4,14}|\d{2,6})$/, 'a number is E.164 (+37167898343) or a short number (116006)'),
);
export const ShortNumber = v.pipe(v.string(), v.regex(/^\d{2,6}$/, 'a short number is two to six digits'));
/** One plain mailbox. What a mail address could carry besides (`?bcc=`, further mailboxes) has no place in it. */
export const Mailbox = v.pipe(v.string(), v.email('not an e-mail address'));
/** A page on which somebody writes. */
const SecureAddress = v.pipe(
  v.string(),
  v.regex(new RegExp(`^https${ADDRESS}`), 'not an encrypted web address (https://…)'),
);
export const ResponderId = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2}-[a-z0-9-]+$/, 'an id is the country code, a hyphen and a name'),
);

/** A telephone or text-message number: E.164 with `+`, or a national short number with `short: true`. */
export const NumberChannel = v.strictObject({
  type: v.pipe(v.picklist(['phone', 'sms']), v.metadata({ vocabulary: 'channels' })),
  value: Dialled,
  short: v.optional(v.literal(true)),
  /** The responder whose number this is, when the way in is another body: it must have the same number. */
  via: v.optional(ResponderId),
  ...purposeAndHours,
});
export const EmailChannel = v.strictObject({
  type: v.literal('email'),
  value: Mailbox,
  via: v.optional(ResponderId),
  ...purposeAndHours,
});
export const WebChannel = v.strictObject({
  type: v.literal('web'),
  value: PageAddress,
  via: v.optional(ResponderId),
  ...purposeAndHours,
});
export const WrittenChannel = v.strictObject({
  type: v.pipe(v.picklist(['chat', 'form', 'telegram']), v.metadata({ vocabulary: 'channels' })),
  value: SecureAddress,
  via: v.optional(ResponderId),
  ...purposeAndHours,
});

/** One way to reach a responder. It rests on pages, or on an office that tried it. */
export const Channel = v.pipe(
  v.variant('type', [NumberChannel, EmailChannel, WebChannel, WrittenChannel]),
  v.check(
    ({ sources, checks = [] }) => sources.length > 0 || checks.some(({ outcome }) => outcome === 'right'),
    'a fact without a source does not build',
  ),
);

export const Address = v.strictObject({
  text: Text,
  city: v.optional(Text),
  postcode: v.optional(Text),
  checks: v.optional(Checks),
  sources: SourceIds,
});

/** Whom a responder serves. An absent part means that no page says, not that everybody is served. */
export const Serves = v.strictObject({
  sex: v.optional(codes('sex')),
  age: v.optional(codes('age')),
  nationality: v.optional(codes('nationality')),
  exploitation: v.optional(codes('exploitation')),
});

export const Responder = v.strictObject({
  id: ResponderId,
  /** Names by language; English always, and the responder's own language where a page gives it. */
  name: v.pipe(
    v.record(LanguageCode, Text),
    v.check((name) => 'en' in name, 'a name needs at least English'),
  ),
  kind: code('kinds'),
  /** The state whose embassy or consulate this is: ISO 3166-1 in lower case. */
  represents: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'a state is ISO 3166-1 in lower case'))),
  measures: v.array(v.picklist([1, 2, 3, 4, 5, 6, 7])),
  services: v.array(code('services')),
  serves: v.optional(Serves),
  channels: v.array(Channel),
  addresses: v.optional(v.array(Address)),
  coverage: Text,
  about: Text,
  /** Where pages disagree about the responder itself. */
  disagreements: v.optional(v.array(Fact)),
  sources: SourceIds,
  /** The same body under another id, where an international and a national entry meet. */
  sameAs: v.optional(ResponderId),
});

/** `responders.json` of a country. */
export const RespondersFile = v.strictObject({
  $schema: v.optional(v.string()),
  responders: v.array(Responder),
});

export const Emergency = v.strictObject({
  number: Dialled,
  for: codes('emergency'),
  note: v.optional(Text),
  sources: SourceIds,
});

export const MeasurePoint = v.strictObject({
  /** `lv-m3-2`: country, measure, a number that is never used again. */
  id: v.pipe(v.string(), v.regex(/^[a-z]{2}-m[1-7]-\d+$/, 'a point id looks like lv-m3-2')),
  text: Text,
  sources: SourceIds,
});

const Days = v.pipe(v.number(), v.integer(), v.minValue(1));
const Note = v.optional(Text);

export const Legal = v.strictObject({
  offence: v.optional(v.strictObject({ text: Text, note: Note, sources: SourceIds })),
  /** Who may identify formally. An empty list with a source means: nobody is designated. */
  formalIdentifiers: v.optional(v.strictObject({ who: v.array(Text), note: Note, sources: SourceIds })),
  reflectionPeriodDays: v.optional(
    v.strictObject({ min: v.optional(Days), max: v.optional(Days), note: Note, sources: SourceIds }),
  ),
  assistanceConditionalOnCooperation: v.optional(
    v.strictObject({ value: v.boolean(), note: Note, sources: SourceIds }),
  ),
  residencePermit: v.optional(Fact),
  assistanceByNationality: v.optional(
    v.strictObject({
      national: v.optional(v.array(Text)),
      eu: v.optional(v.array(Text)),
      'third-country': v.optional(v.array(Text)),
      note: Note,
      sources: SourceIds,
    }),
  ),
  /** Days of assistance; absent `days` with a note means: no number of days is set. */
  assistanceDurationDays: v.optional(v.strictObject({ days: v.optional(Days), note: Note, sources: SourceIds })),
  children: v.optional(Fact),
  compensation: v.optional(Fact),
  nonPunishment: v.optional(Fact),
  return: v.optional(Fact),
  municipalRole: v.optional(Fact),
  dataProtection: v.optional(Fact),
});

export const Statistic = v.strictObject({
  year: v.pipe(v.number(), v.integer(), v.minValue(1990)),
  /** Victims identified, as that source counts. */
  identified: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  note: Note,
  breakdown: v.optional(Fact),
  sources: SourceIds,
});

/** What the sources disagree on or leave out; `responders` links it to whom it concerns. */
export const OpenQuestion = v.strictObject({ text: Text, responders: v.optional(v.array(ResponderId)) });

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** `country.json`. */
export const Country = v.strictObject({
  $schema: v.optional(v.string()),
  country: v.picklist(REGIONS),
  /** When the pages were gathered (not when a number was rung: none has been). */
  checked: PartialDate,
  /** IANA time zone in which the country's hours are read. */
  timeZone: v.pipe(v.string(), v.check(isTimeZone, 'no time zone; one looks like "Europe/Riga"')),
  emergency: v.array(Emergency),
  /** Whom to call about trafficking, best first: the id of a responder with a telephone. Empty where none was found. */
  antiTraffickingLine: v.array(ResponderId),
  /** The responder through which the country is entered in measure 2. Only `eu` has none. */
  contactPoint: v.optional(ResponderId),
  /** Where the sources name no single contact point: why this one is shown. */
  contactPointNote: v.optional(Fact),
  measures: v.strictObject(v.entriesFromList(MEASURES, v.array(MeasurePoint))),
  legal: Legal,
  statistics: v.array(Statistic),
  openQuestions: v.array(OpenQuestion),
});

/** Whether a harmonised number works in a country. `not-listed` = absent from the lists seen, which is not a no. */
export const Works = v.picklist(['yes', 'no', 'partly', 'not-listed', 'unknown']);

export const HarmonisedNumber = v.strictObject({
  number: ShortNumber,
  service: Text,
  byCountry: v.partial(
    v.strictObject(
      v.entriesFromList(
        COUNTRIES,
        v.strictObject({
          works: Works,
          operator: v.optional(Text),
          responder: v.optional(ResponderId),
          sources: SourceIds,
        }),
      ),
    ),
  ),
  note: Note,
  sources: SourceIds,
});

/** `harmonised.json` of the international folder. */
export const HarmonisedFile = v.strictObject({ $schema: v.optional(v.string()), numbers: v.array(HarmonisedNumber) });

export const Labels = v.pipe(
  v.record(LanguageCode, Text),
  v.check((labels) => 'en' in labels, 'a label needs at least English'),
);

export const Term = v.strictObject({
  label: Labels,
  /** One plain sentence, where the label alone could be misread. */
  hint: v.optional(Labels),
  /** Words people type for it, by language: synonyms, everyday words. */
  words: v.optional(v.record(LanguageCode, v.array(Text))),
});

/** `taxonomy.json`. */
export const Taxonomy = v.strictObject({
  $schema: v.optional(v.string()),
  /** Languages whose labels a native speaker has reviewed. All others are drafts and say so on the screen. */
  reviewed: v.array(LanguageCode),
  ...v.entriesFromList(VOCABULARIES, v.record(v.string(), Term)),
});

/** Who acts on a happening: a responder that is all of this. */
export const Act = v.strictObject({
  kind: v.optional(code('kinds')),
  service: v.optional(code('services')),
  exploitation: v.optional(code('exploitation')),
  /** A harmonised number that it answers: 116000. */
  number: v.optional(v.pipe(v.string(), v.regex(/^116\d{3}$/, 'a harmonised number is 116 and three digits'))),
  /** The country's contact point and anti-trafficking lines. */
  first: v.optional(v.literal(true)),
});

/** Something that happened, as people type it, and what follows from it. */
export const Happening = v.strictObject({
  label: Labels,
  /** The most fitting first. */
  acts: v.pipe(v.array(Act), v.minLength(1)),
  /** What is known of the situation by it, as it stands in the address of a plan: `form=labour`. */
  situation: v.optional(Text),
  /** The guide that says what to do. */
  guide: v.optional(Text),
  /**
   * Ways to say it, by language. Each place of a way is one word, in any order and with others between; `/` parts words
   * that say the same, `*` stands for any ending.
   */
  words: v.record(LanguageCode, v.array(Text)),
});

/** `happenings.json`. */
export const HappeningsFile = v.strictObject({
  $schema: v.optional(v.string()),
  happenings: v.record(v.pipe(v.string(), v.regex(/^[a-z-]+$/, 'a code is lower-case letters and hyphens')), Happening),
});

/** A people that entries work with, and what its members are called. */
export const People = v.strictObject({
  /** For curators; never shown. */
  label: Text,
  /** The languages that most of them understand. */
  languages: v.array(LanguageCode),
  /** How their citizens stand in another country. */
  nationality: code('nationality'),
  /** What its members are called, by language: nouns only, as adjectives are names of languages. */
  words: v.record(LanguageCode, v.array(Text)),
});

/** `peoples.json`: by the code of their country. */
export const PeoplesFile = v.strictObject({
  $schema: v.optional(v.string()),
  peoples: v.record(v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'a code is two lower-case letters')), People),
});

/** `screens.json`: what the app's own screens are called, and what people type who look for them. */
export const ScreensFile = v.strictObject({
  $schema: v.optional(v.string()),
  screens: v.strictObject(v.entriesFromList(SCREENS, Term)),
});

/** A town or region that people name when they search, in the languages in which it has a name of its own. */
export const City = v.strictObject({
  country: v.picklist(REGIONS),
  name: Labels,
  /** Historic names and other spellings: understood, never shown. */
  also: v.optional(v.array(Text)),
  /** The code of the region around a town: who works in the whole region works there, too. */
  in: v.optional(Text),
});

/** `places.json`: the towns of the data and some larger ones, by a short code. */
export const Places = v.strictObject({
  $schema: v.optional(v.string()),
  cities: v.record(v.pipe(v.string(), v.regex(/^[a-z-]+$/, 'a code is lower-case letters and hyphens')), City),
});

/** `edition.json`: the number that only grows, and the day it was made. */
export const EditionFile = v.strictObject({
  $schema: v.optional(v.string()),
  edition: v.pipe(v.number(), v.integer(), v.minValue(1)),
  date: v.pipe(v.string(), v.isoDate()),
  /** The mailboxes to which corrections go: each country's own, and one for all that have none. Absent: there is none. */
  curators: v.optional(
    v.strictObject({
      all: v.optional(Mailbox),
      countries: v.optional(v.partial(v.strictObject(v.entriesFromList(REGIONS, Mailbox)))),
    }),
  ),
});

export type Source = v.InferOutput<typeof Source>;
export type Sources = v.InferOutput<typeof Sources>;
export type Check = v.InferOutput<typeof Check>;
export type Fact = v.InferOutput<typeof Fact>;
export type Channel = v.InferOutput<typeof Channel>;
export type Address = v.InferOutput<typeof Address>;
export type Serves = v.InferOutput<typeof Serves>;
export type Responder = v.InferOutput<typeof Responder>;
export type Emergency = v.InferOutput<typeof Emergency>;
export type MeasurePoint = v.InferOutput<typeof MeasurePoint>;
export type Legal = v.InferOutput<typeof Legal>;
export type Statistic = v.InferOutput<typeof Statistic>;
export type OpenQuestion = v.InferOutput<typeof OpenQuestion>;
export type Country = v.InferOutput<typeof Country>;
export type HarmonisedNumber = v.InferOutput<typeof HarmonisedNumber>;
export type Taxonomy = v.InferOutput<typeof Taxonomy>;
export type Act = v.InferOutput<typeof Act>;
export type Happening = v.InferOutput<typeof Happening>;
export type People = v.InferOutput<typeof People>;
export type City = v.InferOutput<typeof City>;
export type Places = v.InferOutput<typeof Places>;
export type Curators = NonNullable<v.InferOutput<typeof EditionFile>['curators']>;
export type Screens = v.InferOutput<typeof ScreensFile>['screens'];
export type Term = v.InferOutput<typeof Term>;
