/**
 * The schema of the guidance: points that are written once, guides that put them in order, the glossary, good
 * practices and law. A new guide is a new file below `data/guides/`.
 */
import * as v from 'valibot';
import {
  COUNTRIES,
  code,
  codes,
  Labels,
  LanguageCode,
  Legal,
  MEASURES,
  PartialDate,
  SourceIds,
  Text,
} from './schema.ts';

/** Where a point comes from: the region as a whole, a body of law, or the country whose page says it. */
export const Scope = v.pipe(
  v.string(),
  v.regex(/^([a-z]{2}|bsr|coe|int)$/, 'a scope is bsr, eu, coe, int or a country code such as "lv" or "uk"'),
);

/** One sourced statement of guidance. Guides refer to it by its id; it is written here and nowhere else. */
export const Point = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^g-[a-z]+-\d+$/, 'a point id looks like g-ind-12')),
  text: Text,
  scope: Scope,
  /** What has to be known to weigh it: a second-hand page, a reading of ours. */
  note: v.optional(Text),
  sources: SourceIds,
});

/** `guides/points/<group>.json`. */
export const PointsFile = v.strictObject({ $schema: v.optional(v.string()), points: v.array(Point) });

/** The dimensions along which indicators are ordered, after the lists of the ILO and the European Commission. */
export const DIMENSIONS = ['recruitment', 'coercion', 'deception', 'vulnerability', 'exploitation'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** When a section applies: to one who meets a case, or to one who prepares for it. */
export const PHASES = ['signs', 'first-hour', 'first-day', 'first-weeks', 'before', 'during', 'after'] as const;
export type Phase = (typeof PHASES)[number];

export const GUIDE_GROUPS = [
  'measures',
  'roles',
  'indicators',
  'topics',
  'municipalities',
  'first-contact',
  'journalists',
  'law',
] as const;
export type GuideGroup = (typeof GUIDE_GROUPS)[number];

/** A point as it stands in one guide. */
export const GuideItem = v.strictObject({
  /** A point's id, or that of a country's point such as `lv-m3-2`. */
  point: v.pipe(v.string(), v.regex(/^(g-[a-z]+|[a-z]{2}-m[1-7])-\d+$/, 'a point id looks like g-ind-12 or lv-m3-2')),
  as: v.picklist(['do', 'dont', 'know', 'sign', 'use', 'avoid']),
  /** Of a sign: the forms of exploitation to which it points. Absent = any. */
  exploitation: v.optional(codes('exploitation')),
  /** Of a sign, or of a question that asks for one; absent where it tells nothing of one dimension. */
  dimension: v.optional(v.picklist(DIMENSIONS)),
  age: v.optional(code('age')),
  /** In a section of questions: what to ask oneself, answered with yes or no; the point says why. */
  question: v.optional(Labels),
  /** In a section of words: what to say, and what not to. The point says why. */
  pair: v.optional(v.strictObject({ say: Text, not: Text })),
});

/** The fourteen countries' own points or legal facts, shown below, as their packs have them. */
export const GuideCountry = v.strictObject({
  measure: v.optional(v.picklist(MEASURES)),
  legal: v.optional(v.array(v.picklist(Object.keys(Legal.entries) as (keyof Legal)[]))),
});

/** Whom to call in the chosen country, looked up in the directory when the guide is shown. */
export const GuideCall = v.strictObject({
  kinds: v.optional(codes('kinds')),
  services: v.optional(codes('services')),
  /** The emergency numbers. */
  emergency: v.optional(v.literal(true)),
  /** The anti-trafficking line. */
  line: v.optional(v.literal(true)),
  /** The contact point. */
  contact: v.optional(v.literal(true)),
});

export const GuideSection = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'a section id is lower-case letters, digits and hyphens')),
  title: Labels,
  phase: v.optional(v.picklist(PHASES)),
  /** `words`: what to say and what not. `walk`: one sign after the other. `questions`: a self-check of yes and no. */
  form: v.picklist(['points', 'checklist', 'words', 'walk', 'questions']),
  items: v.array(GuideItem),
  country: v.optional(GuideCountry),
  call: v.optional(GuideCall),
});

/** `guides/<slug>.json`. */
export const Guide = v.strictObject({
  $schema: v.optional(v.string()),
  slug: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'a slug looks like roles/police')),
  group: v.picklist(GUIDE_GROUPS),
  title: Labels,
  summary: v.optional(Labels),
  sections: v.pipe(v.array(GuideSection), v.minLength(1)),
});

/** `guides/open-questions.json`: what was looked for and not found, by guide group or file. */
export const GuidanceQuestions = v.strictObject({
  $schema: v.optional(v.string()),
  questions: v.array(
    v.strictObject({ about: v.picklist([...GUIDE_GROUPS, 'glossary', 'practices', 'all']), text: Text }),
  ),
});

/** A term in another language, as a page has it. */
export const Equivalent = v.strictObject({
  text: Text,
  /** Another word for the same in that language. */
  also: v.optional(v.array(v.strictObject({ text: Text, note: v.optional(Text), sources: SourceIds }))),
  note: v.optional(Text),
  sources: SourceIds,
});

export const GlossaryTerm = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'a term id is lower-case letters, digits and hyphens')),
  /** English. */
  term: Text,
  definition: Text,
  /** True where no page gave the definition and the sources vouch for the term only. */
  own: v.optional(v.literal(true)),
  sources: SourceIds,
  equivalents: v.record(LanguageCode, Equivalent),
});

/** `glossary.json`. */
export const GlossaryFile = v.strictObject({ $schema: v.optional(v.string()), terms: v.array(GlossaryTerm) });

export const Practice = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]{2,3}-[a-z0-9-]+$/, 'an id is the country code, a hyphen and a name')),
  /** A country code, or `bsr` for the region. */
  country: Scope,
  /** Absent = the page carries none. */
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1990))),
  title: Text,
  text: Text,
  /** Codes of the file's own `themes`. */
  themes: v.pipe(v.array(v.string()), v.minLength(1)),
  scope: Scope,
  note: v.optional(Text),
  sources: SourceIds,
});

/** `practices.json`. */
export const PracticesFile = v.strictObject({
  $schema: v.optional(v.string()),
  themes: v.record(v.string(), Labels),
  practices: v.array(Practice),
});

/** Something an instrument says, or that happened to it. */
export const LawPoint = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^law-[a-z0-9-]+-\d+$/, 'a point id looks like law-convention-197-3')),
  date: v.optional(PartialDate),
  article: v.optional(Text),
  text: Text,
  /** A country code where it holds for one country only. */
  country: v.optional(v.picklist(COUNTRIES)),
  note: v.optional(Text),
  sources: SourceIds,
});

export const Instrument = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, 'an id is lower-case letters, digits and hyphens')),
  title: Text,
  /** When it was adopted or opened for signature. */
  date: v.optional(PartialDate),
  points: v.pipe(v.array(LawPoint), v.minLength(1)),
  /** The id of the instrument that changed it. */
  amendedBy: v.optional(v.string()),
  supersededBy: v.optional(v.string()),
  /** Ids of sources where the text itself can be read. */
  links: v.optional(SourceIds),
});

/** `law.json`. */
export const LawFile = v.strictObject({ $schema: v.optional(v.string()), instruments: v.array(Instrument) });

export type Scope = v.InferOutput<typeof Scope>;
export type Point = v.InferOutput<typeof Point>;
export type PointsFile = v.InferOutput<typeof PointsFile>;
export type GuideItem = v.InferOutput<typeof GuideItem>;
export type GuideCountry = v.InferOutput<typeof GuideCountry>;
export type GuideCall = v.InferOutput<typeof GuideCall>;
export type GuideSection = v.InferOutput<typeof GuideSection>;
export type Guide = v.InferOutput<typeof Guide>;
export type GuidanceQuestions = v.InferOutput<typeof GuidanceQuestions>;
export type Equivalent = v.InferOutput<typeof Equivalent>;
export type GlossaryTerm = v.InferOutput<typeof GlossaryTerm>;
export type GlossaryFile = v.InferOutput<typeof GlossaryFile>;
export type Practice = v.InferOutput<typeof Practice>;
export type PracticesFile = v.InferOutput<typeof PracticesFile>;
export type LawPoint = v.InferOutput<typeof LawPoint>;
export type Instrument = v.InferOutput<typeof Instrument>;
export type LawFile = v.InferOutput<typeof LawFile>;
